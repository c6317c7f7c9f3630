"""What stands at the address of a record that has another id or has gone, for readers, search engines and web hosts."""

import datetime

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import Language
from ecosystem.kinds.members.model import Member
from ecosystem.pages.departed_pages import forwards
from ecosystem.pages.sitemap import render_sitemap
from ecosystem.records.history.past import History, Past
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.hosting.apache import render_apache
from ecosystem.site.hosting.folder_file import render_redirects
from ecosystem.site.hosting.nginx import render_nginx
from rendering import all_but_written, read_ecosystem, site_with_past

LOADED, GONE = datetime.date(2026, 11, 1), datetime.date(2026, 11, 20)
HISTORY = History(
    "head",
    {
        "members": {
            "thl": Past(seen=GONE, loaded=False, changed=GONE),
            "entinen": Past(seen=LOADED, changed=GONE, gone=GONE, name={"fi": "Entinen", "sv": "Förra"}),
            "poissa": Past(seen=LOADED, changed=GONE, gone=GONE, name={"fi": "Poissa", "sv": "Borta"}),
        }
    },
)
ECOSYSTEM = read_ecosystem()
THL = ECOSYSTEM.of(Member)["thl"].model_copy(update={"formerly": ("entinen",)})
SITE = site_with_past(
    ECOSYSTEM.with_records(members={**ECOSYSTEM.of(Member), "thl": THL}),
    HISTORY,
    SITE_URL="https://example.org/below/",
)
PAGES = all_but_written(SITE)


@pytest.mark.parametrize(
    ("language", "path", "said"),
    [
        ("fi", "jasenet/entinen/", "Sivu on siirtynyt"),
        ("sv", "sv/medlemmar/entinen/", "Den här sidan har flyttat"),
        ("en", "en/members/entinen/", "This page has moved"),
    ],
)
def test_a_former_address_leads_to_the_entry(language: Language, path: str, said: str) -> None:
    page = BeautifulSoup(PAGES[path].document(), "html.parser")
    target = SITE.editions[language].record_path("members", "thl")
    way = "../" * path.count("/") + target
    assert page.select_one("meta[http-equiv=refresh]")["content"] == f"0; url={way}"  # type: ignore[index]
    address = f"https://example.org/below/{target}"
    assert page.select_one("link[rel=canonical]")["href"] == address  # type: ignore[index]
    text = page.select_one("main p")
    assert text is not None and said in text.text
    assert text.a is not None and text.a["href"] == way
    assert page.select_one("meta[name=robots]") is None


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("jasenet/poissa/", "Poistettu sivustolta 20. marraskuuta 2026"),
        ("sv/medlemmar/poissa/", "Borttagen från webbplatsen 20 november 2026"),
        ("en/members/poissa/", "Removed from the site on 20 November 2026"),
    ],
)
def test_the_address_of_what_has_gone_says_so_and_leads_to_the_list(path: str, said: str) -> None:
    page = BeautifulSoup(PAGES[path].document(), "html.parser")
    main = page.main
    assert main is not None and said in " ".join(main.text.split())
    assert "../" * path.count("/") + path.removesuffix("poissa/") in [link["href"] for link in main.select("ul a")]
    assert page.select_one("meta[name=robots]")["content"] == "noindex"  # type: ignore[index]


def test_a_name_in_another_language_is_marked() -> None:
    page = BeautifulSoup(PAGES["en/members/poissa/"].document(), "html.parser")
    heading = page.select_one("h1 [lang]")
    assert heading is not None and (heading["lang"], heading.text) == ("fi", "Poissa")


def test_neither_stands_in_the_sitemap() -> None:
    sitemap = render_sitemap(PAGES.values(), "https://example.org/below/", ADDRESSES).decode()
    assert "/thl/" in sitemap
    assert "/entinen/" not in sitemap and "/poissa/" not in sitemap


def test_web_hosts_are_told_of_former_addresses() -> None:
    led = forwards(SITE.ecosystem, ADDRESSES)
    assert [old for old in led if "glossary" in old] and not any(old == new for old, new in led.items())
    site_url = "https://example.org/below/"
    old, new = "/below/sv/medlemmar/entinen/", "/below/sv/medlemmar/thl/"
    assert f"{old} {new} 301\n" in render_redirects(site_url, led)
    assert f"location = {old} {{ return 301 {new}; }}" in render_nginx(site_url, led)
    assert f'RedirectMatch 301 "^{old}$" "{new}"' in render_apache(site_url, led)

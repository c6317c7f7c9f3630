"""The built site, as its readers and as machines get it: three languages, real data, one strict build."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from ecosystem.addresses import EMBED, PAGES, SECTIONS, page_path, record_path
from ecosystem.check import check
from ecosystem.languages import LANGUAGES
from ecosystem.model import Ecosystem
from workbench import ROOT, build_site, build_well

SITE_URL = "https://www.sotetekoaly.fi/"
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

Page = tuple[str, BeautifulSoup]


@pytest.fixture(scope="session")
def ecosystem() -> Ecosystem:
    found, problems = check(ROOT / "data")
    assert found is not None, problems
    return found


@pytest.fixture(scope="session")
def pages(built_site: Path) -> list[Page]:
    """Return every page with its path below the site's address, without those for frames of other sites."""
    found = []
    for file in sorted(built_site.rglob("*.html")):
        path = file.relative_to(built_site).as_posix().removesuffix("index.html")
        if not path.startswith(EMBED):
            found.append((path, BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")))
    return found


def addressed(pages: list[Page]) -> Iterator[Page]:
    """Yield the pages that search engines may list: not those for missing addresses and for editors."""
    return ((path, soup) for path, soup in pages if soup.find("meta", attrs={"name": "robots"}) is None)


def is_newsletter(path: str) -> bool:
    """Tell whether *path* is that of a sent newsletter: it exists in the languages in which it was sent."""
    return re.search(r"(uutiskirje|nyhetsbrev|newsletter)/\d{4}-", path) is not None


def attribute(tag: Tag | None, name: str) -> str:
    assert tag is not None
    value = tag[name]
    assert isinstance(value, str)
    return value


def alternates(soup: BeautifulSoup) -> dict[str, str]:
    links = soup.find_all("link", rel="alternate", hreflang=True)
    return {attribute(link, "hreflang"): attribute(link, "href") for link in links}


def test_every_page_and_record_exists_in_every_language(built_site: Path, ecosystem: Ecosystem) -> None:
    expected = [page_path(page, language) for page in PAGES for language in LANGUAGES]
    for collection in SECTIONS:
        for record_id in ecosystem.collection(collection):
            expected += [record_path(collection, record_id, language) for language in LANGUAGES]
    missing = [path for path in expected if not (built_site / path / "index.html").is_file()]
    assert missing == []
    assert len(expected) > 400


def test_the_site_has_no_page_that_nobody_asked_for(pages: list[Page], ecosystem: Ecosystem) -> None:
    records = sum(len(records) for records in ecosystem.collections().values())
    newsletters = list((ROOT / "data" / "newsletters").glob("*.yaml"))
    others = ("for missing addresses", "for editors", *{str(one.provider) for one in ecosystem.offerings.values()})
    assert len(pages) - len(newsletters) == 3 * (len(PAGES) + records + len(others))


def test_the_language_of_a_page_is_that_of_its_address(pages: list[Page]) -> None:
    for path, soup in pages:
        first = path.split("/")[0]
        assert attribute(soup.html, "lang") == (first if first in ("sv", "en") else "fi"), path


def test_alternates_are_absolute_and_point_back_at_each_other(pages: list[Page]) -> None:
    known = {SITE_URL + path: alternates(soup) for path, soup in addressed(pages)}
    for address, links in known.items():
        if not is_newsletter(address):
            assert set(links) == {"fi", "sv", "en", "x-default"}, address
        assert links["x-default"] == next(links[one] for one in LANGUAGES if one in links)
        assert address in links.values()
        for other in links.values():
            assert known[other] == links, f"{address} and {other} do not agree"


def test_the_canonical_address_is_the_pages_own(pages: list[Page]) -> None:
    for path, soup in addressed(pages):
        assert attribute(soup.find("link", rel="canonical"), "href") == SITE_URL + path


def test_the_switcher_leads_to_the_same_page(pages: list[Page]) -> None:
    for path, soup in addressed(pages):
        links = {attribute(a, "hreflang"): attribute(a, "href") for a in soup.select(".languages a")}
        addresses = {language: urljoin(SITE_URL + path, link) for language, link in links.items()}
        lists = {language: SITE_URL + page_path("newsletter", language) for language in LANGUAGES}
        elsewhere = lists if is_newsletter(path) else {}
        assert addresses == elsewhere | {k: v for k, v in alternates(soup).items() if k != "x-default"}, path


def test_no_link_leads_nowhere(pages: list[Page], built_site: Path) -> None:
    ids = {path: {attribute(tag, "id") for tag in soup.find_all(id=True)} for path, soup in pages}
    broken = []
    for path, soup in pages:
        for tag, name in [("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")]:
            for found in soup.find_all(tag, attrs={name: True}):
                target = urlsplit(urljoin(SITE_URL + path, attribute(found, name)))
                if f"{target.scheme}://{target.netloc}/" != SITE_URL:
                    continue
                inside = unquote(target.path.removeprefix("/"))
                file = built_site / (f"{inside}index.html" if inside.endswith("/") or not inside else inside)
                if not file.is_file() or (target.fragment and target.fragment not in ids[inside]):
                    broken.append((path, found[name]))
    assert broken == []


def test_no_page_asks_another_host_for_anything(pages: list[Page], built_site: Path) -> None:
    for path, soup in pages:
        for tag, name in [("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src")]:
            for found in soup.find_all(tag, attrs={name: True}):
                if found.get("rel") in (["canonical"], ["alternate"]):
                    continue
                assert not urlsplit(attribute(found, name)).netloc, f"{path}: {found}"
    for sheet in built_site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", sheet.read_text(encoding="utf-8"))


def test_no_token_and_no_template_marker_is_left(built_site: Path) -> None:
    markers = re.compile(r"0f3c|\{\{|\{%|\{#|Undefined|object at 0x|None</|&lt;span|&amp;amp;")
    for file in built_site.rglob("*.html"):
        found = markers.search(file.read_text(encoding="utf-8"))
        assert found is None, f"{file}: {found}"


def test_every_page_has_one_heading_a_title_and_a_description(pages: list[Page]) -> None:
    for path, soup in pages:
        assert len(soup.find_all("h1")) == 1, path
        assert soup.title is not None
        assert soup.title.get_text().strip(), path
        description = attribute(soup.find("meta", attrs={"name": "description"}), "content")
        assert 20 <= len(description) <= 200, f"{path}: {description}"


def test_headings_leave_no_level_out(pages: list[Page]) -> None:
    for path, soup in pages:
        main = soup.main
        assert main is not None
        levels = [int(heading.name[1]) for heading in main.find_all(re.compile(r"^h[1-6]$"))]
        assert levels[0] == 1, path
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), path


def test_ids_are_unique_on_a_page(pages: list[Page]) -> None:
    for path, soup in pages:
        ids = [attribute(tag, "id") for tag in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), path


def test_breadcrumbs_lead_home_and_end_at_the_page(pages: list[Page]) -> None:
    for path, soup in addressed(pages):
        if path in ("", "sv/", "en/"):
            continue
        trail = soup.select(".crumbs li")
        heading = soup.h1
        assert heading is not None
        assert trail[-1].get_text(strip=True) == heading.get_text(strip=True), path
        home = urljoin(SITE_URL + path, attribute(trail[0].a, "href"))
        assert home.removeprefix(SITE_URL) in ("", "sv/", "en/"), path


def test_the_section_is_marked_in_the_navigation(page: Callable[[str], str]) -> None:
    for path, current in [("jasenet/", "page"), ("sv/medlemmar/thl/", "true"), ("en/pilots/", "page")]:
        soup = BeautifulSoup(page(path), "html.parser")
        assert [attribute(a, "aria-current") for a in soup.select(".main-menu a[aria-current]")] == [current]


def test_structured_data_is_valid_json_of_known_types(pages: list[Page]) -> None:
    types = set()
    for path, soup in pages:
        for script in soup.find_all("script", type="application/ld+json"):
            data = json.loads(script.get_text())
            for item in data if isinstance(data, list) else [data]:
                assert item["@context"] == "https://schema.org", path
                types.add(item["@type"])
                if item["@type"] == "BreadcrumbList":
                    assert item["itemListElement"][-1]["item"] == SITE_URL + path
                if item["@type"] == "Event":
                    assert {"name", "startDate", "organizer"} <= item.keys()
                if item["@type"] == "NewsArticle":
                    assert {"headline", "datePublished", "dateModified", "author"} <= item.keys()
    assert {"BreadcrumbList", "Event", "EventSeries", "NewsArticle", "Organization", "WebSite"} <= types


def test_the_sitemap_lists_every_page_with_its_real_date(
    pages: list[Page], built_site: Path, ecosystem: Ecosystem
) -> None:
    root = ElementTree.parse(built_site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    dates = {}
    shown = {SITE_URL + path: alternates(soup) for path, soup in addressed(pages)}
    for url in root.findall("s:url", NAMESPACES):
        address = url.findtext("s:loc", namespaces=NAMESPACES)
        assert address is not None
        dates[address] = url.findtext("s:lastmod", namespaces=NAMESPACES)
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMESPACES)}
        assert links == shown[address]
    assert set(dates) == set(shown)
    member = ecosystem.members["thl"]
    assert dates[f"{SITE_URL}jasenet/thl/"] == member.updated.isoformat()


def test_each_language_has_its_own_page_for_addresses_that_do_not_exist(page: Callable[[str], str]) -> None:
    for path, heading in [
        ("404.html", "Sivua ei löytynyt"),
        ("sv/404.html", "Sidan hittades inte"),
        ("en/404.html", "Page not found"),
    ]:
        soup = BeautifulSoup(page(path), "html.parser")
        assert soup.h1 is not None
        assert soup.h1.get_text() == heading
        assert alternates(soup) == {}
        links = [attribute(a, "href") for a in soup.find_all("a")]
        assert [link for link in links if not link.startswith(("/", "#"))] == []


def test_a_county_shows_its_pilot_and_the_pilot_its_county(page: Callable[[str], str]) -> None:
    county = BeautifulSoup(page("alueet/keski-suomi/"), "html.parser")
    pilot = BeautifulSoup(page("kokeilut/keski-suomi-ai-assistentti/"), "html.parser")
    assert county.select('main a[href="../../kokeilut/keski-suomi-ai-assistentti/"]')
    assert pilot.select('main a[href="../../alueet/keski-suomi/"]')


def test_text_in_another_language_is_marked_and_said(page: Callable[[str], str]) -> None:
    soup = BeautifulSoup(page("sv/publikationer/motivaatiotutkimus-2025/"), "html.parser")
    assert soup.h1 is not None
    assert soup.h1["lang"] == "fi"


MARKUP = "<img src=x onerror=alert(1)> {{ 7*7 }} ](https://x.fi) </script> ' & ]]>"


@pytest.fixture(scope="module")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small test data, whose every record has few or odd fields, and one has markup for a name."""
    folder = shutil.copytree(ROOT / "tests" / "data", tmp_path_factory.mktemp("small") / "data")
    members = folder / "members.yaml"
    text = members.read_text(encoding="utf-8")
    assert "Exempel Ab" in text
    members.write_text(text.replace("Exempel Ab", f'"{MARKUP}"'), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def small_site(small_data: Path) -> Path:
    """Return the site of the small test data."""
    target = small_data.parent / "site"
    build_well(target, ECOSYSTEM_DATA=str(small_data), SITE_URL="https://example.org/a/")
    return target


def test_news_waits_for_its_day(small_site: Path) -> None:
    assert not (small_site / "uutiset" / "tuleva-2099").exists()
    assert "2099" not in (small_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "Vielä salassa" not in (small_site / "uutiset" / "index.html").read_text(encoding="utf-8")


def test_the_sites_own_address_comes_from_the_environment(small_site: Path) -> None:
    page = (small_site / "sv" / "medlemmar" / "esimerkki-oy" / "index.html").read_text(encoding="utf-8")
    assert 'rel="canonical" href="https://example.org/a/sv/medlemmar/esimerkki-oy/"' in page
    assert 'href="/a/jasenet/"' in (small_site / "404.html").read_text(encoding="utf-8")


def test_a_text_that_lacks_a_language_is_shown_in_one_that_exists(small_site: Path) -> None:
    page = (small_site / "jasenet" / "aland-ry" / "index.html").read_text(encoding="utf-8")
    assert '<p class="lead" lang="sv">Bara på svenska.</p>' in page
    assert "Tämä teksti on vain ruotsiksi." in page


def test_a_sent_newsletter_is_a_page_in_its_languages_and_an_item_of_the_feeds(small_site: Path) -> None:
    page = (small_site / "uutiskirje" / "2025-03-14" / "index.html").read_text(encoding="utf-8")
    assert "Uutiskirje 14. maaliskuuta 2025: &lt;b&gt;kokeilut&lt;/b&gt;</h1>" in page
    assert "<strong>Tervetuloa mukaan!</strong>" in page
    assert 'hreflang="x-default" href="https://example.org/a/uutiskirje/2025-03-14/"' in page
    assert 'href="../../en/newsletter/" lang="en"' in page
    assert not (small_site / "en" / "newsletter" / "2025-03-14").exists()
    assert "https://example.org/a/sv/nyhetsbrev/2025-03-14/" in (small_site / "sitemap.xml").read_text(encoding="utf-8")
    feed = json.loads((small_site / "feeds" / "sv" / "news.json").read_text(encoding="utf-8"))
    assert feed["items"][0]["id"] == "tag:example.org,2024:sv/newsletter/2025-03-14"


def test_unknown_pilots_are_a_number(small_site: Path) -> None:
    page = (small_site / "en" / "pilots" / "index.html").read_text(encoding="utf-8")
    assert "There are 3 pilots. Of these, 1 is described on this site." in page
    assert "For 2 pilots there is no public information yet." in page


def test_a_declared_number_keeps_its_comparator(small_site: Path) -> None:
    page = (small_site / "en" / "members" / "index.html").read_text(encoding="utf-8")
    assert "The list has 2 members. The ecosystem says that it has over 250 members" in page


def test_markup_in_data_stays_text(small_site: Path) -> None:
    page = (small_site / "sv" / "medlemmar" / "esimerkki-oy" / "index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(page, "html.parser")
    assert soup.h1 is not None
    assert soup.h1.get_text() == MARKUP
    assert soup.find("img") is None
    for script in soup.find_all("script", type="application/ld+json"):
        assert json.loads(script.get_text())


def test_bad_data_leaves_the_last_good_site(small_site: Path, small_data: Path, tmp_path: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in small_site.rglob("*"))
    folder = shutil.copytree(small_data, tmp_path / "data")
    members = folder / "members.yaml"
    members.write_text(members.read_text(encoding="utf-8").replace("kind: company", "kind: compny"), encoding="utf-8")
    result = build_site(small_site, ECOSYSTEM_DATA=str(folder))
    assert result.returncode == 1
    assert "Did you mean company?" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted((path, path.stat().st_mtime_ns) for path in small_site.rglob("*")) == before


def test_editors_find_their_guide_and_what_needs_attention(page: Callable[[str], str]) -> None:
    for path, heading, finding in [
        ("toimitukselle/", "Toimitukselle", "Pidetyt tapahtumat"),
        ("sv/for-redaktionen/", "För redaktionen", "Evenemang som har va"),
        ("en/for-editors/", "For editors", "Past events without "),
    ]:
        soup = BeautifulSoup(page(path), "html.parser")
        assert soup.h1 is not None
        assert soup.h1.get_text() == heading
        assert attribute(soup.find("meta", attrs={"name": "robots"}), "content") == "noindex"
        sections = [found.get_text() for found in soup.select("#attention h3")]
        assert len(sections) == 5
        assert any(section.startswith(finding) for section in sections), sections
        assert soup.select("#attention li")

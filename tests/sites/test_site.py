"""The built site, as its readers and as machines get it: three languages, the full content, one strict build."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from addresses import PAGES, SECTIONS, page_path, record_path
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.embedding import EMBED
from ecosystem.records.check import check
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.site.newsletter.services import PLACEHOLDERS
from workbench import Content

SITE_URL = "https://www.sotetekoaly.fi/"
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
#: How the address of a list's second and each later page ends.
FURTHER = re.compile(r"(?:sivu|sida|page)/\d+/$")
#: Where the pages for readers abroad begin: whoever reads none of the languages gets them in English.
ABROAD = tuple(
    SITE_URL + page_path(page, "en")
    for page in ("compare", "finland", "meetings", "offering", "providers", "selection")
)
Page = tuple[str, BeautifulSoup]


@pytest.fixture(scope="session")
def ecosystem(content: Content) -> Ecosystem:
    found, problems = check(content.data, KINDS)
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
    """Yield the pages that search engines may list: not those of missing addresses, for editors, and mere ways."""
    return (
        (path, soup) for path, soup in pages if soup.select_one("meta[name=robots], meta[http-equiv=refresh]") is None
    )


def is_newsletter(path: str) -> bool:
    """Tell whether *path* is that of a newsletter or a digest, which are in some languages, as one was sent or not."""
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


def test_the_site_has_no_page_that_nobody_asked_for(pages: list[Page], content: Content, ecosystem: Ecosystem) -> None:
    records = sum(len(records) for records in ecosystem.collections().values())
    newsletters = list((content.data / "newsletters").glob("*.yaml"))
    digests = [path for path, _ in pages if re.search(r"/\d{4}-\d\d/$", path)]
    further = [path for path, _ in pages if FURTHER.search(path)]
    firsts = {FURTHER.sub("", path) for path in further}
    assert firsts <= {page_path(page, language) for page in PAGES for language in LANGUAGES}
    others = ("for missing addresses", "for editors", *{str(one.provider) for one in ecosystem.of(Offering).values()})
    assert len(pages) - len(newsletters) - len(digests) - len(further) == 3 * (len(PAGES) + records + len(others))


def test_the_language_of_a_page_is_that_of_its_address(pages: list[Page]) -> None:
    for path, soup in pages:
        first = path.split("/")[0]
        assert attribute(soup.html, "lang") == (first if first in ("sv", "en") else "fi"), path


def test_alternates_are_absolute_and_point_back_at_each_other(pages: list[Page]) -> None:
    known = {SITE_URL + path: alternates(soup) for path, soup in addressed(pages)}
    for address, links in known.items():
        if not is_newsletter(address):
            assert set(links) == {"fi", "sv", "en", "x-default"}, address
        readers = ("en",) if "en" in links and links["en"].startswith(ABROAD) else LANGUAGES
        assert links["x-default"] == next(links[one] for one in readers if one in links), address
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
    placeholder = PLACEHOLDERS["brevo"] or ""  # the guide for editors names it
    markers = re.compile(r"0f3c|\{\{|\{%|\{#|Undefined|object at 0x|None</|&lt;span|&amp;amp;")
    for file in built_site.rglob("*.html"):
        found = markers.search(file.read_text(encoding="utf-8").replace(placeholder, ""))
        assert found is None, f"{file}: {found}"


def test_every_page_has_one_heading_a_title_and_a_description(pages: list[Page]) -> None:
    for path, soup in pages:
        assert len(soup.find_all("h1")) == 1, path
        assert soup.title is not None
        title = soup.title.get_text()
        assert title.strip(), path
        crumbs = [crumb.get_text() for crumb in soup.select(".crumbs li")]
        assert len(crumbs) < 3 or crumbs[1] in title, "a name is told from the same name in another section"
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
        names = [crumb.get_text(strip=True) for crumb in trail]
        own = ", ".join(names[-2:]) if FURTHER.search(path) else names[-1]
        assert own == heading.get_text(strip=True), path
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
    member = ecosystem.of(Member)["thl"]
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
        assert [link for link in links if not link.startswith(("/", "#", "mailto:"))] == []


def test_a_county_shows_its_pilot_and_the_pilot_its_county(page: Callable[[str], str]) -> None:
    county = BeautifulSoup(page("alueet/keski-suomi/"), "html.parser")
    pilot = BeautifulSoup(page("kokeilut/keski-suomi-ai-assistentti/"), "html.parser")
    assert county.select('main a[href="../../kokeilut/keski-suomi-ai-assistentti/"]')
    assert pilot.select('main a[href="../../alueet/keski-suomi/"]')


def test_text_in_another_language_is_marked_and_said(page: Callable[[str], str]) -> None:
    soup = BeautifulSoup(page("sv/publikationer/motivaatiotutkimus-2025/"), "html.parser")
    assert soup.h1 is not None
    assert soup.h1["lang"] == "fi"


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
        assert len(sections) == 9
        assert any(section.startswith(finding) for section in sections), sections
        assert soup.select("#attention li")

"""The small pages for frames of other sites: whole without script, told where they come from, and found by nobody."""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from addresses import EMBEDDED, page_path, record_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.charts.chart import chart_frame_path
from ecosystem.pages.embedding import EMBED, embed_path
from ecosystem.site.pages.charts import all_charts
from rendering import all_but_written, site_of, words, write_pages
from workbench import SMALL, DataFolder
from yaml_files import yaml_text

SITE = "https://www.sotetekoaly.fi/"
SOURCES: dict[Language, str] = {
    "fi": "SOTE-tekoälyn ekosysteemi",
    "sv": "AI-ekosystemet inom social- och hälsovården",
    "en": "SOTE AI Ecosystem",
}


def read(folder: Path, name: str, language: Language) -> BeautifulSoup:
    return BeautifulSoup((folder / embed_path(name, language) / "index.html").read_text(encoding="utf-8"), "html5lib")


def rendered(data: Path, folder: Path, today: datetime.date = datetime.date(2026, 11, 22)) -> Path:
    pages = all_but_written(site_of(data, today))
    write_pages((page for path, page in pages.items() if path.startswith(EMBED)), folder)
    return folder


def test_other_sites_keep_the_pages_that_they_frame() -> None:
    site = site_of(SMALL.data)
    framed = {path for path in all_but_written(site) if path.startswith(EMBED)}
    charts = {chart_frame_path(one, name) for one in site.editions.values() for name in all_charts(one)}
    # the small data offers data on no named market, and clinical work in the EU and so in Sweden
    parts = ("offering-data-access", "offering-clinical", "offering-in-eu", "offering-in-se")
    names = (*EMBEDDED, *parts)
    assert framed == {embed_path(name, language) for name in names for language in LANGUAGES} | charts


def test_a_part_of_the_offering_holds_what_the_filter_of_the_catalogue_would_show(tmp_path: Path) -> None:
    folder = rendered(SMALL.data, tmp_path)
    shown = {
        name: [words(item, "a") for item in read(folder, name, "en").select("main li")]
        for name in ("offering", "offering-clinical", "offering-data-access", "offering-in-se")
    }
    # an entry that names no market is meant for all of them
    assert shown == {
        "offering": ["Product", "Service"],
        "offering-clinical": ["Product"],
        "offering-data-access": ["Service"],
        "offering-in-se": ["Product", "Service"],
    }
    source = read(folder, "offering-in-se", "en").select_one("footer a")
    assert source is not None and str(source["href"]).endswith("en/offering/?market=SE#list")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EMBEDDED)
def test_a_page_for_frames_is_whole_and_says_where_it_comes_from(
    built_site: Path, name: str, language: Language
) -> None:
    page = read(built_site, name, language)
    assert page.html is not None and page.html["lang"] == language
    assert words(page, "title").endswith(SOURCES[language])
    assert len(words(page, "h1")) > 5
    assert page.find("script") is None
    assert page.find("meta", attrs={"name": "robots", "content": "noindex"})
    assert SOURCES[language] in words(page, "footer")
    assert "CC BY 4.0" in words(page, "footer")
    source = page.select_one("footer a")
    assert source is not None
    home = "index" if name == "figures" else name
    assert urljoin(SITE + embed_path(name, language), str(source["href"])) == SITE + page_path(home, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_leave_the_frame_and_lead_somewhere(built_site: Path, language: Language) -> None:
    for name in EMBEDDED:
        page = read(built_site, name, language)
        for link in page.select("a"):
            assert (link["target"], link["rel"]) == ("_blank", ["noopener"])
        for thing in page.select("a[href], link[href]"):
            address = urlsplit(urljoin(SITE + embed_path(name, language), str(thing["href"])))
            if address.netloc == urlsplit(SITE).netloc:
                path = address.path.removeprefix("/")
                assert (
                    built_site / path / "index.html" if path.endswith("/") or not path else built_site / path
                ).exists()


def test_search_engines_and_the_sitemap_leave_them_out(built_site: Path) -> None:
    assert "embed/" not in (built_site / "sitemap.xml").read_text(encoding="utf-8")


def test_all_members_are_listed_by_name_with_their_pages(tmp_path: Path) -> None:
    page = read(rendered(SMALL.data, tmp_path), "members", "sv")
    assert "2 organisationer" in words(page, "main p")
    shown = [(link.get_text(), str(link["href"])) for link in page.select("main li a")]
    assert shown == [
        (name, f"../../../{record_path('members', member, 'sv')}")
        for name, member in (("Exempel Ab", "esimerkki-oy"), ("Åland rf", "aland-ry"))
    ]


def write_events(data: DataFolder, events: Sequence[Mapping[str, object]]) -> None:
    """Write *events* in place of all others, and no international meeting, which could name one of those."""
    data.write("events.yaml", yaml_text(list(events)))
    data.write("meetings.yaml", "[]\n")


def test_coming_meetings_stand_in_order_and_say_when_they_are_called_off(data_folder: DataFolder) -> None:
    common = {"host": "ecosystem", "updated": "2026-11-01"}
    events = [
        {
            "id": name,
            "name": dict.fromkeys(LANGUAGES, name),
            "summary": dict.fromkeys(LANGUAGES, "…"),
            **more,
            **common,
            "sources": [{"url": "https://example.org/"}],
        }
        for name, more in (
            ("ohi", {"date": "2026-11-21"}),
            ("perutaan", {"date": "2026-12-24", "state": "cancelled"}),
            ("tanaan", {"date": "2026-11-22"}),
        )
    ]
    write_events(data_folder, events)
    page = read(rendered(data_folder.path, data_folder.path.parent / "site"), "events", "en")
    shown = [" ".join(item.get_text().split()) for item in page.select("main li")]
    assert shown == ["tanaan 22 November 2026", "perutaan 24 December 2026 Cancelled"]


def test_a_page_without_anything_to_show_says_so(data_folder: DataFolder) -> None:
    write_events(data_folder, [])
    page = read(rendered(data_folder.path, data_folder.path.parent / "site"), "events", "en")
    assert words(page, "main p") == "No dates for upcoming events are known."

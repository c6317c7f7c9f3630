"""What readers see of sent newsletters: pages, list, sitemap and feeds."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag
from lxml import etree

from addresses import newsletter_path, page_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.addresses import file_of
from ecosystem.pages.sitemap import render_sitemap
from ecosystem.site.newsletter.archive import read_archive
from ecosystem.site.site import Site
from rendering import all_but_written, render, write_pages
from sites.newsletters.issues import FINNISH
from subscriptions import HOST, feed_files, make_site, news_item
from workbench import ROOT

SWEDISH = """\
date: 2026-11-30
language: sv
title: Nyhetsbrev
introduction: Kort.
"""
ENGLISH_ONLY = """\
date: 2026-10-15
language: en
title: Newsletter of October
introduction: Short.
"""
TO_COME = """\
date: 2026-12-02
language: fi
title: Huominen
introduction: Odottaa.
"""


#: The pages below which the issues stand.
LISTS = tuple(page_path("newsletter", language) for language in LANGUAGES)


def site_of(folder: Path, files: Mapping[str, str]) -> Site:
    (folder / "newsletters").mkdir(parents=True)
    for name, text in files.items():
        (folder / "newsletters" / name).write_text(text, encoding="utf-8")
    issues, problems = read_archive(folder)
    assert problems == []
    return make_site(folder, {"news": [news_item("uutinen", "2026-11-01")], "events": []}, newsletters=issues)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    files = {
        "2026-11-30.fi.yaml": FINNISH,
        "2026-11-30.sv.yaml": SWEDISH,
        "2026-10-15.en.yaml": ENGLISH_ONLY,
        "2026-12-02.fi.yaml": TO_COME,
    }
    return site_of(tmp_path_factory.mktemp("data"), files)


@pytest.fixture(scope="module")
def built(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    issues = (page for path, page in all_but_written(site).items() if path.startswith(LISTS))
    write_pages(issues, folder)
    return folder


def issue_page(built: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((built / file_of(path)).read_bytes(), "html5lib")


def list_page(site: Site, language: Language) -> BeautifulSoup:
    return BeautifulSoup(render(site, "newsletter", language), "html5lib")


def hreflangs(soup: BeautifulSoup) -> dict[str, str]:
    return {str(one["hreflang"]): str(one["href"]) for one in soup.find_all("link", hreflang=True)}


def test_an_issue_is_a_page_in_the_languages_in_which_it_was_sent(built: Path) -> None:
    pages = {file.parent.relative_to(built).as_posix() for file in built.rglob("index.html")}
    issues = {page for page in pages if page.count("-") == 2}
    assert issues == {"uutiskirje/2026-11-30", "sv/nyhetsbrev/2026-11-30", "en/newsletter/2026-10-15"}


def test_what_is_in_the_file_is_text_and_never_markup(built: Path) -> None:
    soup = issue_page(built, "uutiskirje/2026-11-30/")
    main_part = soup.main
    assert main_part is not None
    assert [one.get_text() for one in main_part.find_all(["h1", "h2", "h3"])] == [
        "Uutiskirje & <b>merkit</b>",
        "Uutiset",
        "Otsikko <script>alert(1)</script>",
        "In English (englanniksi)",
    ]
    assert main_part.find("script") is None
    text = " ".join(main_part.get_text().split())
    assert "Ensimmäinen {{ 7 * 7 }}." in text
    assert "Lähetetty 30. marraskuuta 2026. Korjattu 1. joulukuuta 2026" in text
    assert [one.get_text() for one in main_part.find_all("em")] == ["korostus"]


def test_words_of_another_language_are_marked(built: Path) -> None:
    soup = issue_page(built, "uutiskirje/2026-11-30/")
    marked = [(one.name, one.get_text()) for one in soup.select("main [lang=en]")]
    assert marked == [("a", "In English"), ("p", "Only so.")]
    assert "Tämä teksti on vain englanniksi." in soup.get_text()


def test_alternates_name_only_what_exists_and_the_switch_leads_on(built: Path) -> None:
    base = f"https://{HOST}/"
    finnish = issue_page(built, "uutiskirje/2026-11-30/")
    pair = {"fi": f"{base}uutiskirje/2026-11-30/", "sv": f"{base}sv/nyhetsbrev/2026-11-30/"}
    assert hreflangs(finnish) == pair | {"x-default": pair["fi"]}
    assert hreflangs(issue_page(built, "sv/nyhetsbrev/2026-11-30/")) == pair | {"x-default": pair["fi"]}
    own = f"{base}en/newsletter/2026-10-15/"
    assert hreflangs(issue_page(built, "en/newsletter/2026-10-15/")) == {"en": own, "x-default": own}
    switch = {str(one["hreflang"]): str(one["href"]) for one in finnish.select(".languages a")}
    assert switch == {
        "fi": "../../uutiskirje/2026-11-30/",
        "sv": "../../sv/nyhetsbrev/2026-11-30/",
        "en": "../../en/newsletter/",
    }


def test_the_list_shows_every_issue_and_marks_those_in_another_language(site: Site) -> None:
    links = list_page(site, "sv").select("main .card a")
    assert [(one.get_text(), str(one["href"]), one.get("lang")) for one in links] == [
        ("Nyhetsbrev", "../../sv/nyhetsbrev/2026-11-30/", None),
        ("Newsletter of October", "../../en/newsletter/2026-10-15/", "en"),
    ]
    assert "(på engelska)" in list_page(site, "sv").get_text()
    assert "Uutiskirje & <b>merkit</b>" in [one.get_text() for one in list_page(site, "en").select("main a[lang=fi]")]


def test_the_sitemap_has_every_issue_with_its_own_alternates(site: Site) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = etree.fromstring(
        render_sitemap(all_but_written(site).values(), site.settings.site_url, site.content.addresses)
    )
    found = {
        url.findtext("s:loc", namespaces=names): (
            url.findtext("s:lastmod", namespaces=names),
            [link.get("hreflang") for link in url.findall("x:link", names)],
        )
        for url in root.findall("s:url", names)
    }
    assert found[f"https://{HOST}/uutiskirje/2026-11-30/"] == ("2026-12-01", ["fi", "sv", "x-default"])
    assert found[f"https://{HOST}/en/newsletter/2026-10-15/"] == ("2026-10-15", ["en", "x-default"])
    assert f"https://{HOST}/uutiskirje/2026-12-02/" not in found


def test_an_issue_is_an_item_of_the_feeds_of_its_language(site: Site) -> None:
    files = feed_files(site)
    for name in ("all", "newsletter"):
        newest = json.loads(files[f"feeds/fi/{name}.json"])["items"][0]
        assert newest["id"] == f"tag:{HOST},2024:fi/newsletter/2026-11-30"
        assert newest["url"] == f"https://{HOST}/uutiskirje/2026-11-30/"
        assert newest["title"] == "Uutiskirje & <b>merkit</b>"
        assert newest["date_modified"] == "2026-12-01T12:00:00+02:00"
        assert "<em>korostus</em>" in newest["content_html"]
        assert "<script" not in newest["content_html"]
    in_full = json.loads(files["feeds/fi/newsletter.json"])["items"][0]["content_html"]
    assert all(words in in_full for words in ("Otsikko &lt;script", "klo 8.30, Oulu", "Only so."))
    assert not any("newsletter/" in files[f"feeds/fi/{name}.json"].decode() for name in ("news", "pilots"))
    grammar = etree.RelaxNG(etree.parse(ROOT / "tests" / "schemas" / "atom.rng"))
    assert grammar.validate(etree.fromstring(files["feeds/fi/newsletter.atom"])), grammar.error_log
    for path in ("feeds/fi/newsletter.atom", "feeds/fi/newsletter.rss"):
        parsed = feedparser.parse(files[path])
        assert not parsed.bozo
        assert parsed.entries[0].link == f"https://{HOST}/uutiskirje/2026-11-30/"


def test_a_site_without_issues_says_so(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    said = {language: list_page(site, language).select_one("main .empty") for language in LANGUAGES}
    assert {language: isinstance(one, Tag) and one.get_text() for language, one in said.items()} == {
        "fi": "Tällä sivustolla ei ole vielä yhtään uutiskirjettä.",
        "sv": "På den här webbplatsen finns ännu inga nyhetsbrev.",
        "en": "There are no newsletters on this site yet.",
    }


def test_addresses() -> None:
    day = datetime.date(2026, 12, 1)
    paths = [newsletter_path(day, language) for language in LANGUAGES]
    assert paths == ["uutiskirje/2026-12-01/", "sv/nyhetsbrev/2026-12-01/", "en/newsletter/2026-12-01/"]
    assert page_path("newsletter", "sv") == "sv/nyhetsbrev/"


def test_a_digest_fills_a_month_in_which_no_issue_was_sent_in_the_language(site: Site, built: Path) -> None:
    files = feed_files(site)
    told = {
        language: [item["id"] for item in json.loads(files[f"feeds/{language}/newsletter.json"])["items"]]
        for language in LANGUAGES
    }
    names = {language: [one.rpartition("/")[2] for one in ids] for language, ids in told.items()}
    assert names == {"fi": ["2026-11-30"], "sv": ["2026-11-30"], "en": ["2026-11", "2026-10-15"]}
    assert "newsletter/2026-11" not in files["feeds/en/all.json"].decode()
    links = {str(one["href"]): one.get_text() for one in list_page(site, "en").select("#digests ~ ul a")}
    assert links == {"../../en/newsletter/2026-11/": "November 2026"}
    assert list_page(site, "fi").select("#digests") == []
    assert not (built / "uutiskirje" / "2026-11").exists()


def test_a_digest_is_marked_as_what_it_is(site: Site, built: Path) -> None:
    page = issue_page(built, "en/newsletter/2026-11/")
    content = page.main
    assert content is not None
    note = "This is a monthly digest, made automatically from the data of this site. It was not sent as a newsletter."
    assert note in content.get_text()
    assert [one.get_text() for one in content.find_all("h3")].count("Uutinen") == 1
    assert page.select('meta[name="robots"][content="noindex"]')
    item = json.loads(feed_files(site)["feeds/en/newsletter.json"])["items"][0]
    assert note in item["content_html"] and "Uutinen" in item["content_html"]
    assert (item["date_published"], item["tags"]) == ("2026-12-01T12:00:00+02:00", ["Monthly digest"])
    listed = render_sitemap(all_but_written(site).values(), site.settings.site_url, site.content.addresses).decode()
    assert "newsletter/2026-11/" not in listed

"""The archive of sent newsletters: how an issue gets there, what the check says of it, and what readers see of it."""

import datetime
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import feedparser
import jsonschema
import pytest
from bs4 import BeautifulSoup, Tag
from lxml import etree

from ecosystem.addresses import file_of, newsletter_path, page_path
from ecosystem.cli import main
from ecosystem.feeds import render_feeds
from ecosystem.languages import LANGUAGES, Language
from ecosystem.newsletter.archive import read_archive
from ecosystem.render.newsletter_pages import write_newsletter_pages
from ecosystem.render.outputs import OUTPUTS
from ecosystem.render.site import HandWrittenPage, Site
from ecosystem.render.sitemap import render_sitemap
from ecosystem.source.nodes import read_nodes
from subscriptions import HOST, NOW, event, make_site, news_item, write_data
from workbench import ROOT, DataFolder

INTRODUCTION = "Hyvä lukija, **tervetuloa**.\n\n## Tästä & muusta\n\n- [sivut](https://example.org/)\n  - alakohta\n"
FILE = "newsletters/2026-12-01.fi.yaml"

FINNISH = """\
date: 2026-11-30
language: fi
title: Uutiskirje & <b>merkit</b>
corrected: 2026-12-01
introduction: |-
  Johdanto, jossa on *korostus* ja [linkki](https://example.org/).
sections:
  - heading: Uutiset
    stories:
      - title: Otsikko <script>alert(1)</script>
        date: 2026-11-20
        url: https://example.org/uutinen
        text: >-
          Ensimmäinen {{ 7 * 7 }}.

          Toinen kappale.
      - title: In English
        title_language: en
        date: 2026-11-21
        hours:
          start: 08:30
        url: https://example.org/english
        text: Only so.
        text_language: en
"""
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
    write_newsletter_pages(site, folder)
    return folder


def issue_page(built: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((built / file_of(path)).read_bytes(), "html5lib")


def list_page(site: Site, language: Language) -> BeautifulSoup:
    page = HandWrittenPage(
        name="newsletter",
        language=language,
        title="Otsikko",
        description="Kuvaus",
        updated=site.settings.today,
        html="",
    )
    return BeautifulSoup(site.render_page(page), "html5lib")


def hreflangs(soup: BeautifulSoup) -> dict[str, str]:
    return {str(one["hreflang"]): str(one["href"]) for one in soup.find_all("link", hreflang=True)}


def test_a_build_writes_the_pages() -> None:
    assert write_newsletter_pages in OUTPUTS


def test_an_issue_is_a_page_in_the_languages_in_which_it_was_sent(built: Path) -> None:
    pages = {file.parent.relative_to(built).as_posix() for file in built.rglob("index.html")}
    assert pages == {"uutiskirje/2026-11-30", "sv/nyhetsbrev/2026-11-30", "en/newsletter/2026-10-15"}


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


def test_the_sitemap_has_every_issue_with_its_own_alternates(site: Site, built: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = etree.fromstring(render_sitemap(site.sitemap.values(), site.settings.site_url))
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
    files = dict(render_feeds(site.editions, site.environments))
    for name in ("all", "news"):
        newest = json.loads(files[f"feeds/fi/{name}.json"])["items"][0]
        assert newest["id"] == f"tag:{HOST},2024:fi/newsletter/2026-11-30"
        assert newest["url"] == f"https://{HOST}/uutiskirje/2026-11-30/"
        assert newest["title"] == "Uutiskirje & <b>merkit</b>"
        assert newest["date_modified"] == "2026-12-01T00:00:00+02:00"
        assert "<em>korostus</em>" in newest["content_html"]
        assert "<script" not in newest["content_html"]
    english = [item["id"] for item in json.loads(files["feeds/en/news.json"])["items"]]
    assert english == [f"tag:{HOST},2024:en/news/uutinen", f"tag:{HOST},2024:en/newsletter/2026-10-15"]
    assert "newsletter" not in files["feeds/fi/pilots.json"].decode()
    grammar = etree.RelaxNG(etree.parse(ROOT / "tests" / "schemas" / "atom.rng"))
    assert grammar.validate(etree.fromstring(files["feeds/fi/news.atom"])), grammar.error_log
    for path in ("feeds/fi/news.atom", "feeds/fi/news.rss"):
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


# What the command writes.


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    news = [news_item("uusi", "2026-11-20", 'Uusi: "uutinen" #1', summary=dict.fromkeys(LANGUAGES, "A\n\n- b: c"))]
    meeting = event("kokous", date="2026-12-14", hours={"start": "08:30", "end": "09:15"}, announced="2026-09-01")
    write_data(tmp_path / "data", {"news": news, "events": [meeting]})
    monkeypatch.setenv("ECOSYSTEM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    return tmp_path


def archive(folder: Path, *more: str) -> int:
    (folder / "intro.md").write_text(INTRODUCTION, encoding="utf-8")
    options = ["--since", "2026-11-01", "--introduction", str(folder / "intro.md"), "--output", str(folder / "out")]
    return main(["newsletter", *options, "--archive", *more])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_archives_what_it_writes(
    data: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    assert archive(data, "--language", language) == 0
    path = data / "data" / "newsletters" / f"2026-12-01.{language}.yaml"
    assert str(path) in capsys.readouterr().out
    (issue,), problems = read_archive(data / "data")
    assert problems == []
    assert issue.introduction == INTRODUCTION.strip()
    told = [(story.title, story.text) for section in issue.sections for story in section.stories]
    assert ('Uusi: "uutinen" #1', "A\n\n- b: c") in told
    last = issue.sections[-1].stories[-1]
    assert last.hours is not None and f"{last.hours.start:%H:%M}–{last.hours.end:%H:%M}" == "08:30–09:15"
    assert main(["check", "--strict"]) == 0, capsys.readouterr().out


def test_the_file_is_one_that_an_editor_can_read(data: Path) -> None:
    assert archive(data) == 0
    text = (data / "data" / FILE).read_text(encoding="utf-8")
    assert text.startswith("date: 2026-12-01\nlanguage: fi\ntitle: ")
    assert "introduction: |-\n  Hyvä lukija, **tervetuloa**.\n\n  ## Tästä & muusta\n\n  - [sivut]" in text
    assert "    stories:\n      - title: " in text
    assert "          start: 08:30\n          end: 09:15\n" in text


def test_what_was_sent_stays_when_the_data_changes(data: Path) -> None:
    assert archive(data) == 0
    before = (data / "data" / FILE).read_bytes()
    write_data(data / "data", {"news": [], "events": []})
    (issue,), problems = read_archive(data / "data")
    assert problems == []
    assert any(story.title == 'Uusi: "uutinen" #1' for section in issue.sections for story in section.stories)
    assert (data / "data" / FILE).read_bytes() == before


def test_a_sent_issue_is_not_overwritten_unasked(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert archive(data) == 0
    shutil.rmtree(data / "out")
    (data / "data" / FILE).write_text(FINNISH, encoding="utf-8")
    assert archive(data) == 1
    assert f"{FILE} is archived already" in capsys.readouterr().err
    assert (data / "data" / FILE).read_text(encoding="utf-8") == FINNISH
    assert not (data / "out").exists()
    assert archive(data, "--overwrite") == 0
    assert "Hyvä lukija" in (data / "data" / FILE).read_text(encoding="utf-8")
    assert [path.name for path in (data / "data" / "newsletters").iterdir()] == ["2026-12-01.fi.yaml"]


def test_an_issue_of_a_site_without_public_address_is_not_archived(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "http://localhost:8000/")
    assert archive(data) == 1
    assert "the archive cannot hold this issue: url 'http://localhost:8000/" in capsys.readouterr().err
    assert not (data / "data" / "newsletters").exists()


# What the check says.

GOOD = """\
date: 2026-12-01
language: fi
title: Uutiskirje
introduction: |

  Hyvä lukija.

  Katso [sivut](https://example.org/).
sections:
  - heading: Uutiset
    stories:
      - title: Uutinen
        date: 2026-11-20
        url: https://example.org/
"""


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ("title: Uutiskirje", "titel: Uutiskirje", "3:1: error: unknown field titel. Did you mean title?"),
        ("title: Uutiskirje\n", "title: Uutiskirje\nmore: x\n", "4:1: error: unknown field more"),
        ("date: 2026-12-01", "date: 1.12.2026", '1:7: error: date "1.12.2026" is not a date'),
        ("date: 2026-12-01", "date: 2026-12-02", "1:7: error: the day 2026-12-02 is not that of the file's name"),
        ("language: fi\n", "", "1:1: error: language is missing here; add a line"),
        ("language: fi", "language: de", '2:11: error: language "de" is not one of fi, sv, en'),
        ("language: fi", "language: sv", "2:11: error: the language sv is not that of the file's name (fi)"),
        ("title: Uutiskirje\n", "title: Uutiskirje\ncorrected: 2026-11-30\n", "4:12: error: the day of correction"),
        ("https://example.org/).", "javascript:x).", '8:17: error: the link to "javascript:x" must begin with'),
        ("  Hyvä lukija.", "  <div>Hyvä lukija.", '6:3: error: "<div>" is HTML'),
        (
            "url: https://example.org/\n",
            "url: http://x/\n",
            '14:14: error: sections[1].stories[1].url "http:',
        ),
        ("      - title: Uutinen", "      - titel: Uutinen", "12:9: error: unknown field titel. Did you mean title?"),
        ("title: Uutiskirje", "title: Uutis: kirje", "3:13: error: there is a colon and a space inside a text"),
        ("title: Uutiskirje", "title: Uutis\tkirje", "3:13: error: a tab"),
        (GOOD[GOOD.index("introduction") :], "", "1:1: error: the newsletter has neither an introduction nor"),
        (GOOD, "- id: x\n", "1:1: error: the file must begin with the fields of a newsletter"),
    ],
)
def test_a_mistake_is_a_message_with_its_place(data_folder: DataFolder, old: str, new: str, answer: str) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    assert old in GOOD
    data_folder.write(FILE, GOOD.replace(old, new, 1))
    result = data_folder.run("check")
    first, *rest = result.stdout.splitlines()
    assert result.returncode == 1
    assert f"{FILE}:{answer}" in first
    assert len(rest) == 1, "one mistake is one finding, then the summary"


def test_a_good_file_has_nothing_to_say(data_folder: DataFolder) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    data_folder.write(FILE, GOOD)
    result = data_folder.run("check")
    assert (result.returncode, len(result.stdout.splitlines())) == (0, 1), result.stdout


def test_a_fault_in_a_folded_introduction_is_found_at_its_beginning(data_folder: DataFolder) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    data_folder.write(FILE, GOOD.replace("introduction: |", "introduction: >").replace("Katso", "<b>Katso"))
    result = data_folder.run("check")
    assert f'{FILE}:4:15: error: "<b>" is HTML' in result.stdout


@pytest.mark.parametrize("name", ["joulukuu.yaml", "2026-12-01.yaml", "2026-12-01.de.yaml", "2026-12-01.fi.yml"])
def test_a_file_of_another_name_is_a_finding(data_folder: DataFolder, name: str) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    data_folder.write(f"newsletters/{name}", GOOD)
    result = data_folder.run("check")
    assert result.returncode == 1
    assert f"newsletters/{name}:1:1: error: {name} is not the name of a newsletter" in result.stdout


def test_code_editors_know_the_fields() -> None:
    schema = json.loads((ROOT / "data" / "schema" / "newsletters.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for path in (ROOT / "tests" / "data" / "newsletters").glob("*.yaml"):
        document, _, _ = read_nodes(path.read_text(encoding="utf-8"), path.name)
        plain = json.loads(json.dumps(document))
        jsonschema.validate(plain, schema)
        for wrong in ({"date": "1.12.2026"}, {"language": "de"}, {"titel": "A"}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(plain | wrong, schema)

"""A preview of a change: it opens from disk and begins with the pages that are other, before and after."""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ecosystem.editing.changes.word_changes import Fate, Piece, word_changes
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import read_settings
from ecosystem.site.review import base
from ecosystem.site.review.base import site_as_it_was
from ecosystem.site.review.changed_pages import changed_pages
from ecosystem.site.review.from_disk import write_site_for_disk
from ecosystem.site.review.overview import OVERVIEW, WIDTHS, picture_of, write_overview
from workbench import FULL, SMALL, run_ecosystem

SITE = "https://www.sotetekoaly.fi/"

PAGE = """<!doctype html>
<html lang="{language}"><head><title>{title}</title>
<link rel="alternate" hreflang="fi" href="{fi}"><link rel="stylesheet" href="{root}assets/site.0123456789.css"></head>
<body><header><a href="{root}">{around}</a></header><main><h1>{title}</h1>{text}</main></body></html>
"""


def page(
    path: str, title: str, text: str, language: str = "fi", fi: str = "", *, around: str = "Alku"
) -> tuple[str, str]:
    root = "../" * path.count("/") or "./"
    return path, PAGE.format(
        language=language,
        title=title,
        text=text,
        root=root,
        around=around,
        fi=SITE + (fi or path.removesuffix("index.html")),
    )


def write(folder: Path, *pages: tuple[str, str]) -> Path:
    for path, text in (*pages, ("assets/site.0123456789.css", "body{}")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return write(
        tmp_path / "before",
        page("index.html", "Alku", '<p><a href="jasenet/">Jäsenet</a> <a href="tietoa/">Tietoa</a></p>'),
        page("jasenet/index.html", "Jäsenet", "<ul><li>Oy tekee työtä hyvin ja nopeasti joka päivä</li></ul>"),
        page("sv/medlemmar/index.html", "Medlemmar", '<p>Ab <a href="../../tietoa/">arbetar</a></p>', "sv", "jasenet/"),
        page("tietoa/index.html", "Tietoa", "<p>Sama</p>"),
        page("vanha/index.html", "Vanha", "<p>Poistuu</p>"),
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(
        tmp_path / "site",
        page("index.html", "Alku", '<p><a href="jasenet/">Jäsenet</a> <a href="tietoa/">Tietoa</a></p>'),
        page("jasenet/index.html", "Jäsenet", "<ul><li>Oy tekee työtä oikein hyvin ja nopeasti joka päivä</li></ul>"),
        page("sv/medlemmar/index.html", "Medlemmar", '<p>Ab <a href="../../tietoa/">jobbar</a></p>', "sv", "jasenet/"),
        page("tietoa/index.html", "Tietoa", "<p>Sama</p>", around="Etusivu"),
        page("uusi/index.html", "Uusi", "<p>Tulee</p>"),
    )


def test_the_words_that_changed_are_told_from_those_that_stayed() -> None:
    assert word_changes("Oy tekee työtä", "Oy tekee hyvää työtä") == [
        Piece(Fate.KEPT, "Oy tekee"),
        Piece(Fate.NEW, "hyvää"),
        Piece(Fate.KEPT, "työtä"),
    ]
    numbers = " ".join(map(str, range(40)))
    changed = word_changes(numbers, f"{numbers} end")
    assert changed == [Piece(Fate.KEPT, "… 34 35 36 37 38 39"), Piece(Fate.NEW, "end")]


def test_every_link_of_a_preview_leads_to_a_file(site: Path, before: Path, tmp_path: Path) -> None:
    target = tmp_path / "preview"
    write_site_for_disk(site, before, target)
    links = [
        (document, str(link[attribute]))
        for document in target.rglob("*.html")
        for attribute in ("href", "src")
        for link in BeautifulSoup(document.read_text(encoding="utf-8"), "html.parser").select(f"[{attribute}]")
    ]
    lost = [
        (document, link)
        for document, link in links
        if not link.startswith("https:") and not (document.parent / link).is_file()
    ]
    assert (len(links) > 10, lost) == (True, [])


def test_a_page_as_it_was_leads_to_others_as_they_were_where_these_are_other_now(
    site: Path, before: Path, tmp_path: Path
) -> None:
    target = tmp_path / "preview"
    write_site_for_disk(site, before, target)
    old = BeautifulSoup((target / "before/sv/medlemmar/index.html").read_text(encoding="utf-8"), "html.parser")
    assert [link["href"] for link in old.select("a")] == ["../../../index.html", "../../../before/tietoa/index.html"]
    assert not (target / "before/index.html").exists()


def test_pages_are_told_with_their_languages_together_and_what_is_around_them_does_not_count(
    site: Path, before: Path
) -> None:
    groups = changed_pages(site, before, SITE)
    told = {pages[0].title: [(page.path, page.is_new, page.is_gone) for page in pages] for pages in groups}
    assert told == {
        "Jäsenet": [("jasenet/index.html", False, False), ("sv/medlemmar/index.html", False, False)],
        "Uusi": [("uusi/index.html", True, False)],
        "Vanha": [("vanha/index.html", False, True)],
    }
    (passage,) = next(page for pages in groups for page in pages if page.path == "jasenet/index.html").passages
    assert [piece.text for piece in passage if piece.fate is Fate.NEW] == ["oikein"]


def test_the_overview_shows_words_links_and_pictures_in_three_languages(
    site: Path, before: Path, tmp_path: Path
) -> None:
    target = tmp_path / "preview"
    write_site_for_disk(site, before, target)
    write_overview(target, changed_pages(site, before, SITE), read_settings({**FULL.variables}), LANGUAGES, "main")
    overview = BeautifulSoup((target / OVERVIEW).read_text(encoding="utf-8"), "html.parser")
    assert [one["lang"] for one in overview.select("main > details")] == ["fi", "sv", "en"]
    assert "main" in overview.select("main > details p")[0].text
    assert [one.text for one in overview.select("ins")] == ["oikein", "jobbar"]
    assert [one.text for one in overview.select("del")] == ["arbetar"]
    links = [str(link["href"]) for link in overview.select("article a")]
    assert {"jasenet/index.html", "before/jasenet/index.html", "before/vanha/index.html"} <= set(links)
    assert [link for link in links if not (target / link).is_file()] == []
    pictures = [one["data"] for one in overview.select("object")]
    assert {picture_of("jasenet/index.html", width, before=was) for width in WIDTHS for was in (True, False)} <= set(
        pictures
    )
    assert picture_of("uusi/index.html", WIDTHS[0], before=True) not in pictures


def test_where_nothing_can_be_compared_the_overview_says_so(site: Path, tmp_path: Path) -> None:
    write_site_for_disk(site, None, tmp_path / "preview")
    write_overview(tmp_path / "preview", None, read_settings({**FULL.variables}), LANGUAGES, "main")
    overview = BeautifulSoup((tmp_path / "preview" / OVERVIEW).read_text(encoding="utf-8"), "html.parser")
    assert "could not be built from the earlier version" in overview.select("details[lang=en] p")[0].text
    assert overview.select("article") == []


def test_the_site_as_it_was_is_made_of_the_content_of_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "members.yaml").write_text("then", encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
        subprocess.run([*git, *arguments], check=True)
    (tmp_path / "data" / "members.yaml").write_text("now", encoding="utf-8")
    read: list[str] = []

    def build(_engine: str, _target: Path, variables: Mapping[str, str]) -> None:
        read.append((Path(variables["ECOSYSTEM_DATA"]) / "members.yaml").read_text(encoding="utf-8"))
        assert "ECOSYSTEM_DOCS" not in variables, "these are kept elsewhere, and are as they are now"

    monkeypatch.setattr(base, "build_site", build)
    settings = replace(read_settings({**FULL.variables}), data=tmp_path / "data", cache=tmp_path / ".cache")
    site_as_it_was("HEAD", settings, "mkdocs")
    assert read == ["then"]


def test_a_folder_of_somebody_else_and_an_unknown_version_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    done = run_ecosystem("preview", "--against", "main", "--to", str(tmp_path), ECOSYSTEM_DATA=str(SMALL.data))
    assert (done.returncode, "is not a preview" in done.stderr) == (1, True)
    done = run_ecosystem("preview", "--against", "no-such", "--to", str(tmp_path / "new"))
    assert (done.returncode, "git knows no version no-such" in done.stderr) == (1, True)

"""Where the repository is known each page leads to where it is edited, and records to their form and line."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from ecosystem.editing.changes.describe import read_editors_words
from ecosystem.editing.forms.form import FormWords, outline_text
from ecosystem.editing.forms.request_form import Requests
from ecosystem.editing.forms.requests import outline_of
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.record_pages import record_pages
from ecosystem.records.load import load
from ecosystem.site.addresses import EDITING
from ecosystem.site.pages.editing import editing_page, lines_of
from ecosystem.site.site import Site
from ecosystem.words.wording import read_words
from rendering import make_site, read_ecosystem, render
from workbench import FULL, SMALL
from yaml_files import read_yaml

REPOSITORY = "https://github.com/example/site"


@pytest.fixture(scope="module")
def site() -> Site:
    data, _ = load(SMALL.data, KINDS)
    known = make_site(read_ecosystem(SMALL.data), ECOSYSTEM_DATA=str(SMALL.data), REPOSITORY_URL=REPOSITORY)
    return replace(known, lines=lines_of(data))


def edit_link(document: str, words: str) -> str:
    (link,) = [one for one in BeautifulSoup(document, "html.parser").select("footer a") if one.text == words]
    return str(link["href"])


def test_a_hand_written_page_leads_to_its_file(site: Site) -> None:
    assert (
        edit_link(render(site, "about", "sv"), "Redigera den här sidan") == f"{REPOSITORY}/edit/main/docs/sv/about.md"
    )
    assert (FULL.docs / "sv" / "about.md").is_file()


def test_a_record_leads_to_its_row_with_its_form_and_its_line(site: Site) -> None:
    renderer = site.renderers["en"]
    member = next(iter(record_pages(renderer, KINDS["members"])))
    path, _, anchor = edit_link(member.document(), "Edit this page").partition("#")
    assert path.endswith(EDITING["en"])
    assert renderer.edit_links is not None
    page = BeautifulSoup(editing_page(renderer, renderer.edit_links, site.lines).document(), "html.parser")
    row = page.find(id=anchor)
    assert row is not None
    form, source = (str(link["href"]) for link in row.find_all("a"))
    file, _, line = urlsplit(source).path.rpartition("/")[2], *urlsplit(source).fragment.partition("L")[1:]
    lines = (SMALL.data / file).read_text(encoding="utf-8").splitlines()
    assert lines[int(line) - 1] == f"- id: {anchor.removeprefix('members-')}"
    asked = parse_qs(urlsplit(form).query)
    assert asked["template"] == ["member.yml"]
    assert asked["record"][0].endswith(f"({anchor.removeprefix('members-')})")
    assert page.find("meta", attrs={"name": "robots", "content": "noindex"})


def test_the_record_that_a_form_is_opened_for_is_one_of_its_choices(tmp_path: Path) -> None:
    site = make_site(read_ecosystem(), REPOSITORY_URL=REPOSITORY)
    links = site.renderers["fi"].edit_links
    assert links is not None
    data, _ = load(site.settings.data, KINDS)
    page = BeautifulSoup(editing_page(site.renderers["fi"], links, lines_of(data)).document(), "html.parser")
    asked = [parse_qs(urlsplit(str(link["href"])).query) for link in page.select('a[href*="template=member.yml"]')]
    strings = site.settings.strings
    words = {
        one: FormWords(read_words(strings / "forms" / f"{one}.yaml"), read_editors_words(strings, one))
        for one in LANGUAGES
    }
    role = KINDS["members"].role(Requests)
    assert role is not None
    outline = outline_of(role.forms[0], KINDS["members"].model, words, site.ecosystem)
    (tmp_path / "form.yml").write_text(outline_text(outline, words, site.ecosystem), encoding="utf-8")
    form = read_yaml(tmp_path / "form.yml")
    (choices,) = [part["attributes"]["options"] for part in form["body"] if part.get("id") == "record"]
    assert sorted(one["record"][0] for one in asked) == sorted(choices)


def test_nothing_leads_to_a_repository_that_is_not_known() -> None:
    site = make_site(read_ecosystem(SMALL.data), ECOSYSTEM_DATA=str(SMALL.data))
    for language in LANGUAGES:
        assert REPOSITORY not in render(site, "about", language)
        assert EDITING[language] not in render(site, "about", language)

"""A publication keeps its own title; what it means stands beside it in brackets, and machines get the title alone."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from rendering import render_all, site_of, words
from workbench import DataFolder

TITLE = "  title:\n    fi: Suunnitelma\n"
TRANSLATED = "  translated_title:\n    sv: Planen för alla\n    en: The plan for all\n"


def render(folder: DataFolder, target: Path, more: str = "") -> Mapping[str, str]:
    folder.replace("publications.yaml", TITLE, TITLE + TRANSLATED + more)
    return render_all(site_of(folder.path), target)


def said(page: str) -> dict[str, object]:
    """Return what *page* says to machines of its publication."""
    found = BeautifulSoup(page, "html5lib").select("script[type='application/ld+json']")
    things = [one for script in found for one in json.loads(script.string or "[]")]
    return next(one for one in things if one["@type"] != "BreadcrumbList")


def test_the_meaning_of_a_title_stands_in_brackets_in_lists_and_on_the_page(
    data_folder: DataFolder, tmp_path: Path
) -> None:
    pages = render(data_folder, tmp_path)
    card = BeautifulSoup(pages["sv/publikationer/"], "html5lib").select_one("#publications a")
    assert card is not None and card.get_text() == "Suunnitelma (Planen för alla)"
    assert [one["lang"] for one in card.select("[lang]")] == ["fi"]
    page = BeautifulSoup(pages["en/publications/suunnitelma/"], "html5lib")
    assert (words(page, "h1"), words(page, "h1 + .quiet")) == ("Suunnitelma", "(The plan for all)")
    own = BeautifulSoup(pages["julkaisut/suunnitelma/"], "html5lib")
    assert words(own, "h1") == "Suunnitelma" and not own.select("h1 + .quiet")


def test_the_index_and_sources_give_it_too(data_folder: DataFolder, tmp_path: Path) -> None:
    pages = render(data_folder, tmp_path)
    assert "(The plan for all)" in pages["en/a-z/"]
    assert "(Planen för alla)" in pages["sv/medlemmar/aland-ry/"]


def test_machines_get_the_original_title(data_folder: DataFolder, tmp_path: Path) -> None:
    data = said(render(data_folder, tmp_path)["en/publications/suunnitelma/"])
    assert (data["@type"], data["name"]) == ("CreativeWork", "Suunnitelma")
    assert data["alternateName"] == ["Planen för alla", "The plan for all"]
    assert (data["inLanguage"], data["datePublished"]) == (["fi"], "2025-03-07")


@pytest.mark.parametrize(("kind", "type_"), [("article", "ScholarlyArticle"), ("press-release", "CreativeWork")])
def test_an_article_is_scholarly_and_a_press_release_is_not(
    data_folder: DataFolder, tmp_path: Path, kind: str, type_: str
) -> None:
    data_folder.replace("publications.yaml", "  kind: plan\n", f"  kind: {kind}\n")
    assert said(render(data_folder, tmp_path)["en/publications/suunnitelma/"])["@type"] == type_


def test_a_description_is_no_title(data_folder: DataFolder, tmp_path: Path) -> None:
    pages = render(data_folder, tmp_path, "  title_known: false\n")
    assert "name" not in said(pages["en/publications/suunnitelma/"])
    assert "the title is not known" in pages["en/publications/suunnitelma/"]

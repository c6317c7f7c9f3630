"""The glossary says in three languages what a term is, and which of its forms are only proposed."""

import json
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.glossary.model import Term
from ecosystem.pages.sitemap import render_sitemap
from rendering import all_but_written, render_all, site_of, words, written
from workbench import FULL

SECTIONS = {"fi": "sanasto/", "sv": "sv/ordlista/", "en": "en/glossary/"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return render_all(site_of(FULL.data), tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_listed_once_in_the_reader_s_alphabet(language: str, pages: Mapping[str, str]) -> None:
    site = site_of(FULL.data)
    page = BeautifulSoup(pages[SECTIONS[language]], "html5lib")
    assert len(page.select("table.glossary tbody tr")) == len(site.ecosystem.of(Term)) > 50
    for table in page.select("table.glossary"):
        names = [name.get_text().split(",")[0] for name in table.select("tbody th > a, tbody th > .row-alone")]
        assert names == sorted(names, key=site.editions[language].formats.sort_key)  # type: ignore[index]


def test_a_form_in_another_language_is_marked_as_that_language(pages: Mapping[str, str]) -> None:
    page = BeautifulSoup(pages["en/glossary/"], "html5lib")
    row = next(row for row in page.select("table.glossary tbody tr") if words(row, "th") == "AI Morning")
    assert [(cell["lang"], cell.get_text()) for cell in row.select("td > [lang]")] == [
        ("fi", "AI-aamu"),
        ("sv", "AI-morgon"),
    ]
    assert "(proposed)" in row.select("td")[1].get_text() and "(proposed)" not in row.select("td")[0].get_text()


def test_the_page_of_a_term_shows_its_status_and_definition(pages: Mapping[str, str]) -> None:
    page = BeautifulSoup(pages["sv/ordlista/ai-aamu/"], "html5lib")
    assert words(page, "h1") == "AI-morgon"
    assert words(page, ".lead").startswith("Ekosystemets webbinarium på finska")
    assert [tag.get_text() for tag in page.select("dl.facts .tag")] == ["officiell", "förslag", "officiell"]
    said = [json.loads(script.string or "") for script in page.select("script[type='application/ld+json']")]
    kinds = [entry["@type"] for block in said for entry in (block if isinstance(block, list) else [block])]
    assert "DefinedTerm" in kinds


def test_a_term_without_definition_is_a_row_to_which_its_address_leads() -> None:
    site = site_of(FULL.data)
    pages = all_but_written(site)
    sitemap = render_sitemap(pages.values(), site.content.site_url, site.content.addresses).decode()
    for language, section in SECTIONS.items():
        assert site.editions[language].record_path("glossary", "verkosto") == f"{section}#row-verkosto"  # type: ignore[index]
        page = BeautifulSoup(pages[f"{section}verkosto/"].document(), "html.parser")
        way = page.select_one("main p a")
        assert way is not None and str(way["href"]).endswith(f"{section}#row-verkosto")
        assert f"{section}verkosto/" not in sitemap
        shown = BeautifulSoup(written(site, "glossary", language).document(), "html5lib")  # type: ignore[arg-type]
        row = shown.find(id="row-verkosto")
        assert row is not None and row.select("th a") == []

"""The national story: the page, the paper and the slides say the same, each claim with its day and its source."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pptx import Presentation
from pypdf import PdfReader

from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.national_story.files.publication import render_story
from ecosystem.site.site import Site
from rendering import site_of, written
from workbench import SMALL

#: What the chapter of the small data says in English, wherever it is told.
SAID = (
    "What the chapter holds.",
    "The register covers the whole country.",
    "The keeper decides",
    "7 euros",
    "A safe room",
    "Data to use",
    "Nimetty Oy",
)


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of(SMALL.data)


@pytest.fixture(scope="module")
def files(site: Site) -> Mapping[str, bytes]:
    return dict(render_story(site.editions, site.papers))


def slides(files: Mapping[str, bytes], language: str = "en") -> Any:
    return Presentation(io.BytesIO(files[f"downloads/finland-ai-health-{language}.pptx"]))


def words_of(slide: Any) -> str:
    """Return all words of *slide*."""
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    texts += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(texts)


def test_the_page_tells_each_claim_with_its_day_and_source(site: Site) -> None:
    page = BeautifulSoup(written(site, "finland", "en").document(), "html.parser")
    text = " ".join(page.get_text(" ").split())
    for said in SAID:
        assert said in text
    claim = page.select_one(".claim")
    assert claim is not None
    assert "May 2025" in claim.get_text()
    assert claim.select_one('a[href="https://www.example.org/register"]') is not None


def test_the_page_leads_to_both_files(site: Site) -> None:
    page = BeautifulSoup(written(site, "finland", "sv").document(), "html.parser")
    found = [str(link["href"]).rpartition("/")[2] for link in page.select("#files a")]
    assert found == ["finland-ai-health-sv.pdf", "finland-ai-health-sv.pptx"]


def test_the_paper_says_the_same_and_names_finland(files: Mapping[str, bytes]) -> None:
    paper = PdfReader(io.BytesIO(files["downloads/finland-ai-health-en.pdf"]))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    for said in (*SAID, "As of May 2025", "On the register, The keeper"):
        assert said in text
    assert paper.metadata is not None
    assert "Finland" in str(paper.metadata.title)
    assert "SOTE is the Finnish abbreviation" in str(paper.metadata.subject)
    assert "Finland" in str(paper.metadata.get("/Keywords"))


def test_the_slides_say_the_same(files: Mapping[str, bytes]) -> None:
    text = "\n".join(words_of(slide) for slide in slides(files).slides)
    for said in SAID:
        assert said in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_title_notes_and_its_number(files: Mapping[str, bytes], language: str) -> None:
    deck = slides(files, language)
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        assert slide.notes_slide.notes_text_frame.text
        assert any("Slide Number" in shape.name for shape in slide.placeholders)
    assert len({layout.name for layout in deck.slide_layouts}) == 3


def test_every_table_is_described_and_every_word_has_its_language(files: Mapping[str, bytes]) -> None:
    for slide in slides(files, "sv").slides:
        for shape in slide.shapes:
            if shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
                assert shape.table.first_row
        languages = {run.get("lang") for run in slide._element.iter("{*}rPr")}
        assert languages <= {"fi-FI", "sv-FI"}
        assert "sv-FI" in languages


def test_the_notes_hold_the_sources(files: Mapping[str, bytes]) -> None:
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides(files).slides)
    assert "(As of May 2025. Source: On the register, The keeper, https://www.example.org/register)" in notes


def test_the_same_story_gives_the_same_bytes(site: Site, files: Mapping[str, bytes]) -> None:
    assert dict(render_story(site.editions, site.papers)) == files

"""A PDF whose objects are packed is smaller, and the same document to who reads it."""

import io

import page as pdf_checker
import pytest
from pypdf import PdfReader

from ecosystem.pages.drawing.drawing import Drawing
from ecosystem.publishing.object_streams import with_object_streams
from workbench import ROOT

SOURCE = """
#set document(title: "Paper")
#set text(font: "Source Sans Pro", lang: "en")
#outline(title: none)
#for number in range(60) [
  = Heading #number
  #link("https://example.org/")[endobj and endstream]
]
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    sources = tmp_path_factory.mktemp("sources") / "documents"
    sources.mkdir()
    (sources / "paper.typ").write_text(SOURCE, encoding="utf-8")
    return Drawing(sources, ROOT / "fonts").typeset("paper.typ", {})


def test_a_packed_paper_is_smaller_and_says_the_same(plain: bytes) -> None:
    packed = with_object_streams(plain)
    assert len(packed) < len(plain) / 2
    before, after = (PdfReader(io.BytesIO(one), strict=True) for one in (plain, packed))
    assert [one.extract_text() for one in after.pages] == [one.extract_text() for one in before.pages]
    assert "endobj and endstream" in after.pages[-1].extract_text()
    assert after.metadata == before.metadata
    assert len(after.outline) == len(before.outline) == 60
    report = pdf_checker.validate_pdf_bytes(packed, profile=pdf_checker.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_the_same_paper_gives_the_same_bytes(plain: bytes) -> None:
    assert with_object_streams(plain) == with_object_streams(plain)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nno table", b"not a paper at all\nstartxref\n3\n%%EOF"])
def test_what_is_no_such_paper_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no PDF"):
        with_object_streams(content)

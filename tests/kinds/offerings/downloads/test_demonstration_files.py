"""Every file of made-up data says so in each of its parts."""

import csv
import io
import json
import re

import openpyxl
import pytest
from pptx import Presentation

from ecosystem.ground.languages import as_language
from ecosystem.site.site import Site
from kinds.offerings.downloads.files import (
    NOTICES,
    catalogue_pdf,
    pdf,
    said,
    squeezed,
)

pytestmark = pytest.mark.slow


def texts_of(path: str, content: bytes) -> list[str]:
    """Return the parts of a file that each must say that it is a demonstration: pages, rows, entries."""
    if path.endswith(".pdf"):
        return [one.extract_text() for one in pdf(content).pages]
    if path.endswith(".pptx"):
        return [
            " ".join(shape.text_frame.text for shape in slide.placeholders)
            for slide in Presentation(io.BytesIO(content)).slides
        ]
    if path.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        rows = [str(row[-1]) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
        return [str(sheet.oddHeader.center.text) for sheet in book.worksheets if sheet.oddHeader] + rows
    if path.endswith(".json"):
        document = json.loads(content)
        return [document["notice"], *(entry["notice"] for entry in document["entries"])]
    table = content.decode("utf-8-sig")
    separator = ";" if ";" in table.partition("\n")[0] else ","
    return [", ".join(row) for row in list(csv.reader(io.StringIO(table), delimiter=separator))[1:]]


def test_every_file_of_a_demonstration_says_what_it_is(demo: Site, full: Site) -> None:
    words = "-words.json"  # only the catalogue's own search reads them, and shows none
    for path, content in ((path, content) for path, content in demo.content.shelf.files.items() if words not in path):
        language = as_language(re.split(r"[-.]", path)[-2])
        assert all(squeezed(NOTICES[language]) in squeezed(text) for text in texts_of(path, content)), path
    assert "DEMO" not in said(catalogue_pdf(full, "en"))

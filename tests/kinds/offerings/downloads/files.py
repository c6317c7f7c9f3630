"""The files of the offering catalogue, as the programs that open them read them."""

import csv
import io
import json
import re
from functools import cache
from typing import Any

import openpyxl
from pypdf import PdfReader
from pypdf.generic import Destination

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.model import Offering
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.site.site import Site
from ecosystem.words.wording import read_words
from workbench import ROOT

CATALOGUE = "downloads/sote-ai-offering-{}.{}"
WORDS = {language: read_words(ROOT / "strings" / f"{language}.yaml") for language in LANGUAGES}
NOTICES = {language: words["demo.notice"] for language, words in WORDS.items()}
RUNNING = [
    f"{demo}{words['site.name']}: {words['catalogue.title']}" for words in WORDS.values() for demo in ("DEMO: ", "")
]
FORMULAS = ("=HYPERLINK(1)", "+1", "-2+3", "@SUM(1)")
MARKUP = ("#panic()", "$x$ *b* \\ `c` <a> @b", "[[", "]]>", "</script>", "a" * 190, "\\u{41}")
OTHER_LETTERS = tuple(
    f"Before {text}" for text in ("東京病院", "😀👩\u200d⚕️ hello", "שלום עולם", "ไทย", "\u3000\U0001fae8 x", "\ue000")
)


@cache
def pdf(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


@cache
def said(reader: PdfReader) -> str:
    """Return the text of a paper without what stands above and below each page, and without what lines break."""
    pages = [squeezed(one.extract_text()) for one in reader.pages]
    repeated = "|".join(map(re.escape, [*map(squeezed, NOTICES.values()), *map(squeezed, RUNNING)]))
    return "".join(re.sub(f"({repeated})(\\d+/\\d+)?", "", page) for page in pages)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def catalogue_pdf(site: Site, language: Language) -> PdfReader:
    return pdf(site.content.shelf.files[CATALOGUE.format(language, "pdf")])


def one_pagers(site: Site) -> dict[str, bytes]:
    return {path: paper for path, paper in site.content.shelf.files.items() if "/organisations/" in path}


def table(site: Site, language: Language) -> list[dict[str, str]]:
    text = site.content.shelf.files[CATALOGUE.format(language, "csv")].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter="," if language == "en" else ";"))


def workbook(site: Site, language: Language) -> Any:
    return openpyxl.load_workbook(io.BytesIO(site.content.shelf.files[CATALOGUE.format(language, "xlsx")]))


def sheet_rows(site: Site, language: Language) -> list[dict[str, Any]]:
    rows = list(workbook(site, language).worksheets[0].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def data(site: Site, language: Language) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.content.shelf.files[CATALOGUE.format(language, "json")])
    return found


def with_offering(site: Site, **changes: Any) -> Ecosystem:
    """Return the data of *site* with its first offering changed."""
    offerings = dict(site.ecosystem.of(Offering))
    name, first = next(iter(offerings.items()))
    offerings[name] = Offering.model_validate(first.model_dump() | changes)
    return site.ecosystem.with_records(offerings=offerings)


def in_all(text: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, text)


def bookmarks(reader: PdfReader) -> list[Destination]:
    """Return all bookmarks of a paper."""

    def flat(found: Any) -> list[Destination]:
        return [found] if isinstance(found, Destination) else [one for part in found for one in flat(part)]

    return flat(reader.outline)

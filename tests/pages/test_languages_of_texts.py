"""Every text on a page that is not in the page's language says so: a screen reader changes its voice at `lang`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring
from pydantic import BaseModel

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.records.texts import Text
from workbench import Content

#: Shorter texts are names and abbreviations that several languages share.
SHORTEST = 13

#: Elements whose text is not read out.
SILENT = {"script", "style", "title"}


def texts(part: BaseModel) -> Iterator[Text]:
    """Yield all texts of *part* and of the parts in it."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Text):
                yield item
            elif isinstance(item, BaseModel):
                yield from texts(item)


def wordings(content: Content) -> dict[str, set[Language]]:
    """Return the paragraphs of all texts of the data, each with the languages in which it is written so."""
    ecosystem, problems = check(content.data, KINDS)
    assert ecosystem is not None, problems
    known: dict[str, set[Language]] = {}
    for records in ecosystem.collections().values():
        for record in records.values():
            for text in texts(record):
                for language, wording in text.wordings().items():
                    for paragraph in wording.split("\n\n"):
                        known.setdefault(" ".join(paragraph.split()), set()).add(language)
    return {wording: languages for wording, languages in known.items() if len(wording) >= SHORTEST}


def spoken(element: HtmlElement, marked: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text in *element* with the language in which it is marked."""
    language = element.get("lang", marked)
    if element.tag in SILENT or not isinstance(element.tag, str):
        return
    yield element.text or "", language
    for child in element:
        yield from spoken(child, language)
        yield child.tail or "", language


def unmarked(page: HtmlElement, known: dict[str, set[Language]]) -> list[str]:
    """Return the texts of *page* that the data has in other languages only than the one in which they are marked."""
    found = []
    for text, marked in spoken(page):
        words = " ".join(text.split())
        if words in known and marked not in known[words]:
            found.append(f"{words!r} is marked {marked!r}, not {sorted(known[words])}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_in_another_language_is_marked(built_site: Path, content: Content, language: Language) -> None:
    known = wordings(content)
    found: list[str] = []
    seen = 0
    for path in sorted(built_site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if f'<html lang="{language}"' not in text[:200]:
            continue
        seen += 1
        found += [f"{path.relative_to(built_site)}: {line}" for line in unmarked(document_fromstring(text), known)]
    assert seen > 100
    assert found == []


def test_planted_unmarked_text_is_seen() -> None:
    known: dict[str, set[Language]] = {"Tämä on suomea vain.": {"fi"}}
    text = "Tämä on suomea vain."
    page = document_fromstring(f"<html lang=en><p>{text}</p><p lang=fi>{text}</p><p><b>A</b>{text}</p></html>")
    assert len(unmarked(page, known)) == 2

"""Every text on a page that is not in the page's language says so: a screen reader changes its voice at `lang`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from pydantic import BaseModel

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.records.texts import Text
from workbench import Content

#: Shorter texts are names and abbreviations that several languages share.
SHORTEST = 12

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


def unmarked(page: BeautifulSoup, known: dict[str, set[Language]]) -> list[str]:
    """Return the texts of *page* that the data has in other languages only than the one in which they are marked."""
    found = []
    for node in page.find_all(string=True):
        if node.parent is None or node.parent.name in SILENT:
            continue
        words = " ".join(node.split())
        around = node.find_parent(lang=True)
        marked = str(around["lang"]) if isinstance(around, Tag) else ""
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
        page = BeautifulSoup(text, "lxml")
        seen += 1
        found += [f"{path.relative_to(built_site)}: {line}" for line in unmarked(page, known)]
    assert seen > 100
    assert found == []


def test_planted_unmarked_text_is_seen() -> None:
    known: dict[str, set[Language]] = {"Tämä on suomea vain.": {"fi"}}
    page = BeautifulSoup("<html lang=en><p>Tämä on suomea vain.</p><p lang=fi>Tämä on suomea vain.</p></html>", "lxml")
    assert len(unmarked(page, known)) == 1

"""The texts that people read, each with its place and language: of records, and of the pages that people write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.problems import Place, Problem, Severity
from ecosystem.records.load import LoadedData
from ecosystem.records.texts import Text

#: Names of organisations and titles of works are as their owners write them.
NAMES: Final = frozenset({"name", "identifier", "short_name", "original_name", "nickname"})

#: What is said of a source is as the source says it.
SOURCES: Final = "sources"

#: Words of another language than their page: `*AI-aamu*{ lang=fi }`, `[Kuopio Health](…){ lang=en }`.
_FOREIGN: Final = re.compile(r"(?:\*[^*]+\*|\[[^]]+\]\([^)]+\))\{ lang=\w+ \}")

#: What a reader does not see of Markdown: code, addresses of links, attributes, tags.
_UNSEEN: Final = re.compile(
    r"```.*?```|`[^`]*`|(?<=\])\([^)]*\)|\{[^}]*\}\w*|</?\w[^>]*>|<!--.*?-->|&\w+;|https?://\S*|mailto:|\S+@\S+",
    re.DOTALL,
)

#: What stands for something unseen.
GAP: Final = "\N{OBJECT REPLACEMENT CHARACTER}"

_HEAD: Final = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_HEAD_TEXT: Final = re.compile(r"(?:title|description): +(.+)")
_BLOCK: Final = re.compile(r"(?:^.*\S.*\n?)+", re.MULTILINE)
_CODE: Final = re.compile(r"```.*?```|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    """A text of one language, where it stands, and what it is a part of: a record or a page."""

    place: Place
    language: Language
    text: str
    whole: str

    @cached_property
    def seen(self) -> str:
        """The text as its readers see it, with a mark for code and for words that it says are foreign."""
        return _UNSEEN.sub(GAP, _FOREIGN.sub(GAP, self.text)) if _MARKED.search(self.text) else self.text

    def warn(self, code: str, **details: str) -> Problem:
        """Return the warning *code* about the passage."""
        return Problem(self.place, code, {"language": self.language, **details}, Severity.WARNING)


#: Without one of these there is nothing in a text that its readers do not see.
_MARKED: Final = re.compile(r"[`{<&@*\]]|://|mailto:")


def passages_of_records(data: LoadedData) -> Iterator[Passage]:
    """Yield the texts of all records of *data*, but for names and what sources say."""
    for loaded in data.values():
        for entry in loaded.entries:
            for path, text in texts(entry.record):
                for language, wording in text.wordings().items():
                    place = entry.place(*path, language)
                    yield Passage(place, language, wording, f"{entry.file}: {entry.record.id}")


def texts(part: BaseModel, path: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], Text]]:
    """Yield each text in *part* that is our own, with where it stands."""
    for field in type(part).model_fields:
        if field == SOURCES:
            continue
        value: Any = getattr(part, field)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, field) if index is None else (*path, field, index)
            if isinstance(item, Text):
                if field not in NAMES:
                    yield here, item
            elif isinstance(item, BaseModel):
                yield from texts(item, here)


def passages_of_pages(folder: Path) -> Iterator[Passage]:
    """Yield the titles, descriptions and blocks of the pages that people write, below *folder*."""
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.md")):
            yield from passages_of_page(path.read_text(encoding="utf-8"), path.as_posix(), language)


def passages_of_page(text: str, file: str, language: Language) -> Iterator[Passage]:
    """Yield the title, the description and the blocks of the page *text*."""
    text = text.replace("\r\n", "\n")
    head = _HEAD.match(text)
    start = head.end() if head else 0
    for number, line in enumerate(text[:start].split("\n"), 1):
        if found := _HEAD_TEXT.fullmatch(line):
            yield Passage(Place(file, number), language, found[1].strip(" '\""), f"{file}:{number}")
    body = _CODE.sub(lambda code: re.sub(r"[^\n]+", GAP, code[0]), text[start:])
    first = text.count("\n", 0, start) + 1
    for block in _BLOCK.finditer(body):
        yield Passage(Place(file, first + body.count("\n", 0, block.start())), language, block[0], file)

"""The hand-written pages: Markdown files with a head that names title, description and date.

Every page exists in every language under one file name; that and each head is checked before a build.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.nodes import MapNode, read_nodes
from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.ground.suggestion import nearest
from ecosystem.ground.text import read_text
from ecosystem.pages.addresses import NOT_FOUND, Addresses
from ecosystem.records.absence import absences
from ecosystem.records.reading import read_part
from ecosystem.records.values import Day, Line

_HEAD: Final = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)

#: The accessibility statement says that it is reviewed at least once a year.
STATEMENT: Final = "accessibility"
REVIEWED_EVERY: Final = datetime.timedelta(days=365)


class Head(BaseModel):
    """What stands between the two lines of dashes at the top of a page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line = Field(description="The page's heading.")
    description: Annotated[Line, Field(description="The page in a sentence, for search engines.")]
    updated: Day = Field(description="When the text last changed.")


@dataclass(frozen=True, kw_only=True)
class Document:
    """A hand-written page, as far as its head tells."""

    name: str
    language: Language
    title: str
    description: str
    updated: datetime.date
    updated_at: Place


def read_documents(folder: Path, addresses: Addresses) -> tuple[dict[tuple[Language, str], Document], list[Problem]]:
    """Read the heads of all pages of *addresses* below *folder*; return them by language and name, and all problems."""
    names = (*addresses.pages, NOT_FOUND)
    documents: dict[tuple[Language, str], Document] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.md")):
            if path.stem not in names:
                suggestion = nearest(path.stem, names)
                details = {"name": quote(path.stem)} | ({"suggestion": suggestion} if suggestion else {})
                problems.append(Problem(Place(path.as_posix()), "page_unknown", details))
        for name in names:
            document = _read_document(folder / language / f"{name}.md", name, language, problems)
            if document is not None:
                documents[language, name] = document
    return documents, problems


def _read_document(path: Path, name: str, language: Language, problems: list[Problem]) -> Document | None:
    file = _shown(path)
    text, findings = read_text(path, file)
    problems += findings
    if text is None:
        return None
    problems += (_absence(file, text, match.start(), match.group()) for match in absences(text, language))
    head = _HEAD.match(text.replace("\r\n", "\n"))
    if head is None:
        problems.append(Problem(Place(file), "head_missing"))
        return None
    document, found = _read_head(head[1], file, name, language)
    problems += found
    return document


def _absence(file: str, text: str, start: int, words: str) -> Problem:
    place = Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    return Problem(place, "absence_on_page", {"value": quote(words)}, Severity.WARNING)


@lru_cache(maxsize=512)
def _read_head(head: str, file: str, name: str, language: Language) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the page with *head* and what is wrong with that. A preview reads most heads again as they were."""
    node, problems, _ = read_nodes("\n" + head, file)
    if not isinstance(node, MapNode):
        return None, (*problems, Problem(Place(file), "head_missing"))
    values, findings = read_part(node, Head, file)
    problems += findings
    if values is None:
        return None, tuple(problems)
    document = Document(
        name=name,
        language=language,
        title=values.title,
        description=values.description,
        updated=values.updated,
        updated_at=Place(file, *node.values_at["updated"]),
    )
    return document, tuple(problems)


def overdue_statements(documents: Iterable[Document], today: datetime.date) -> Iterator[Problem]:
    """Yield a warning for each accessibility statement that should have been reviewed by *today*."""
    for document in documents:
        if document.name == STATEMENT and today - document.updated > REVIEWED_EVERY:
            details = {"date": document.updated.isoformat()}
            yield Problem(document.updated_at, "statement_overdue", details, Severity.WARNING)


def _shown(path: Path) -> str:
    """Return *path* as an editor would type it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()

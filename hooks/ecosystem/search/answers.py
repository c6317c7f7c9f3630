"""What editors answer to questions that people type: `data/answers.yaml`, phrasings in three languages to a page.

An answer says nothing of its own: it leads to a page, or to a section of it, and shows what stands there. It is read
and checked with the data; whether its section is there is seen when the page has been made.
"""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.problems import Problem
from ecosystem.ground.suggestion import nearest
from ecosystem.pages.addresses import Addresses
from ecosystem.records.load import LoadedData, load_collection
from ecosystem.records.reading import Entry
from ecosystem.records.record import Part, Record
from ecosystem.records.rules import ids_are_unique
from ecosystem.records.values import EachOnce, Few, Line
from ecosystem.search.small_words import SMALL_WORDS
from ecosystem.search.words import folded, text_of, title_of

FILE: Final = "answers.yaml"
#: Begins the words of a phrasing that had small ones too.
_QUESTION: Final = "?"
#: Where what is shown of them stands below the folder of the index.
_FOLDER: Final = "answers"

#: The language by whose headings a section is named; in the others it is the heading in the same place.
_NAMED_IN: Final[Language] = "en"
_HEADING: Final = re.compile(r'<h([2-4])\b(?:[^>]*?\bid="([^"]*)")?[^>]*>(.*?)</h\1>', re.DOTALL)
_MAIN: Final = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_DESCRIPTION: Final = re.compile(r'<meta name="description" content="([^"]*)"')
_PARAGRAPH: Final = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
_PERMALINK: Final = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
#: A longer paragraph is cut after the sentence that reaches so far.
_LONGEST: Final = 220
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s")

#: Stands between the title of a page and that of its part.
_PART: Final = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "

Phrasings = Annotated[tuple[Line, ...], EachOnce, Few, Field(min_length=1)]


class Questions(Part):
    """What people type, in each language."""

    fi: Phrasings = Field(description="In Finnish.")
    sv: Phrasings = Field(description="In Swedish.")
    en: Phrasings = Field(description="In English.")


class Answer(Record):
    """Where the answer to some questions stands."""

    questions: Questions = Field(description="What people type, in each language: whole questions and single words.")
    page: Line | None = Field(None, description="The page, named as its file in docs/.")
    record: Line | None = Field(None, description="The record, as collection/id, in place of a page.")
    section: Line | None = Field(None, description="The id of a heading of the English page.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "Answer":
        if (self.page is None) == (self.record is None):
            raise PydanticCustomError("answer_target", "neither a page nor a record, or both")
        return self


class NoSuchSectionError(EcosystemError):
    """Answers lead to sections that their pages do not have."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("answers lead to sections that are not there")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer as the engine has it: the words of each question, the page and section it leads to, and their text.

    `phrasings` are as the editors wrote them.
    """

    id: str
    phrasings: tuple[str, ...]
    asked: list[str]
    path: str
    kind: str
    title: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, with their places in the file."""

    entries: tuple[Entry, ...] = ()

    def told(self) -> str:
        """Return what tells these answers from others."""
        return repr([entry.record for entry in self.entries])

    def shown(
        self, document_of: Callable[[str], str], addresses: Addresses, kinds: Mapping[str, str]
    ) -> dict[Language, list[ShownAnswer]]:
        """Return what the engine shows of each answer, by language.

        *document_of* reads the page at a path; *kinds* are those of all pages, by path.

        Raises:
            NoSuchSectionError: a section is not on its page.
        """
        found: dict[Language, list[ShownAnswer]] = {language: [] for language in LANGUAGES}
        problems: list[Problem] = []
        for entry in self.entries:
            paths = _paths(entry.record, addresses)
            if not all(path in kinds for path in paths.values()):
                continue  # of another edition, or not published yet
            section = entry.record.section
            documents = {path: document_of(path) for path in paths.values()}
            number = _place(documents[paths[_NAMED_IN]], section) if section else None
            for language, path in paths.items():
                shown = _shown(documents[path], number)
                if shown is None or (section and number is None):
                    details = {"value": section or "", "page": path}
                    problems.append(Problem(entry.place("section"), "answer_section_unknown", details))
                    break
                phrasings = getattr(entry.record.questions, language)
                asked = _asked(phrasings, language)
                found[language].append(ShownAnswer(entry.record.id, phrasings, asked, path, kinds[path], **shown))
        if problems:
            raise NoSuchSectionError(problems)
        return found


def write_answers(language: Language, answers: Iterable[ShownAnswer], folder: Path) -> list[dict[str, Any]]:
    """Return by what the engine knows each of *answers*; write what it shows of one below the *folder* of the index.

    All that is shown is much; a search needs that of the few answers that it has.
    """
    (folder / _FOLDER).mkdir(parents=True, exist_ok=True)
    told = []
    for answer in answers:
        shown = json.dumps({"title": answer.title, "text": answer.text}, ensure_ascii=False)
        (folder / _FOLDER / f"{language}-{answer.id}.json").write_text(shown, encoding="utf-8")
        told.append({name: getattr(answer, name) for name in ("id", "asked", "path", "kind", "anchor")})
    return told


#: Of a site whose editors answer nothing.
NO_ANSWERS: Final = Answers()


def read_answers(folder: Path, addresses: Addresses, data: LoadedData) -> tuple[Answers, list[Problem]]:
    """Read the answers of the data *folder*; a folder without the file has none."""
    path = folder / FILE
    if not path.exists():
        return NO_ANSWERS, []
    loaded, problems = load_collection(path, Answer)
    problems += ids_are_unique({FILE: loaded})
    problems += _check(loaded.entries, addresses, data)
    return Answers(loaded.entries), problems


def _check(entries: Sequence[Entry], addresses: Addresses, data: LoadedData) -> Iterator[Problem]:
    """Yield what is wrong with the order of ids, which no command mends here, and the pages that answers lead to."""
    pages = sorted(addresses.pages)
    for earlier, later in pairwise(entries):
        if later.record.id < earlier.record.id:
            yield Problem(later.place("id"), "not_sorted", {"id": later.record.id, "before": earlier.record.id})
    for entry in entries:
        answer = entry.record
        if answer.page is not None and answer.page not in pages:
            yield _unknown(entry, "page", answer.page, "docs/", pages)
        if answer.record is not None:
            collection, _, record_id = answer.record.partition("/")
            if collection not in data:
                yield _unknown(entry, "record", answer.record, "data/", [f"{name}/{record_id}" for name in data])
            elif data[collection].complete and all(one.record.id != record_id for one in data[collection].entries):
                known = [f"{collection}/{one.record.id}" for one in data[collection].entries]
                yield _unknown(entry, "record", answer.record, data[collection].file, known)


def _unknown(entry: Entry, field: str, value: str, file: str, known: list[str]) -> Problem:
    details = {"field": field, "value": value, "file": file}
    if suggestion := nearest(value, known):
        details["suggestion"] = suggestion
    return Problem(entry.place(field), "reference_unknown", details)


def _paths(answer: Answer, addresses: Addresses) -> Mapping[Language, str]:
    if answer.page is not None:
        return addresses.alternates(answer.page)
    collection, _, record_id = (answer.record or "").partition("/")
    return addresses.record_alternates(collection, record_id)


def _asked(phrasings: Iterable[str], language: Language) -> list[str]:
    """Return the words of each of *phrasings* as the engine compares them, those of no two alike.

    Small words are left out; a sign at the beginning tells that there were some, as in a question.
    """
    small = frozenset(SMALL_WORDS[language])
    found = []
    for phrasing in phrasings:
        words = [folded(word) for word in re.findall(r"\w+", phrasing)]
        telling = [word for word in words if word not in small] or words
        found.append(" ".join(telling if len(telling) == len(words) else [_QUESTION, *telling]))
    return list(dict.fromkeys(found))


def _headings(document: str) -> tuple[str, list[re.Match[str]]]:
    main = _MAIN.search(document)
    content = main[1] if main else ""
    return content, list(_HEADING.finditer(content))


def _place(document: str, section: str) -> int | None:
    """Return the place among the headings of *document* of the one with the id *section*."""
    return next((number for number, one in enumerate(_headings(document)[1]) if one[2] == section), None)


def _shown(document: str, number: int | None) -> dict[str, str] | None:
    """Return the title, anchor and text of the section with that *number*, of the whole page if there is none.

    None stands for a page that has no such section.
    """
    content, headings = _headings(document)
    title = title_of(content)
    if number is None:
        described = _DESCRIPTION.search(document)
        return {"title": title, "anchor": "", "text": html.unescape(described[1]) if described else ""}
    if number >= len(headings) or not headings[number][2]:
        return None
    heading = headings[number]
    end = headings[number + 1].start() if number + 1 < len(headings) else len(content)
    paragraph = _PARAGRAPH.search(content, heading.end(), end)
    named = " ".join(text_of(_PERMALINK.sub("", heading[3])).split())
    return {
        "title": f"{title}{_PART}{named}",
        "anchor": heading[2],
        "text": _cut(" ".join(text_of(paragraph[2]).split())) if paragraph else "",
    }


def _cut(text: str) -> str:
    """Return the first sentences of *text*, as many as there is room for, but one at least."""
    sentences = _SENTENCE_END.split(text)
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + len(sentence) > _LONGEST:
            break
        kept += f" {sentence}"
    return kept

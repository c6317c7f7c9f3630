"""Names that stand in a language in which what they name is called otherwise.

A reader of Finnish expects Helsingin yliopisto, not University of Helsinki. Kinds that know what something is
officially called say so, and every name in the data is looked up in what they know: by equality alone, so that a
warning is right.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from pydantic import BaseModel

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.records.kind import Kinds
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import model_at
from ecosystem.records.record import Record
from ecosystem.records.texts import Text

Path: TypeAlias = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class KnowsNames:
    """The role of a kind whose records say what something is officially called: its name by language."""

    names: Callable[[Any], Mapping[Language, str]] = lambda record: record.heading.wordings()


@dataclass(frozen=True, slots=True)
class _Known:
    """The official names of what a record is about."""

    record: Record
    names: Mapping[Language, str]


def names_in_other_languages(data: LoadedData, kinds: Kinds) -> Iterator[Problem]:
    """Yield a warning for each name that readers get in another language than theirs though theirs has one."""
    known = dict(_known(data, kinds))
    for loaded in data.values():
        for entry in loaded.entries:
            for path, text in translated_texts(entry.record):
                for language, name, right in _wrong(text, entry.record, known):
                    at = (*path, language) if getattr(text, language) else path
                    details = {"name": quote(name), "language": language, "right": quote(right)}
                    yield Problem(entry.place(*at), "name_of_another_language", details, Severity.WARNING)


def _known(data: LoadedData, kinds: Kinds) -> Iterator[tuple[str, _Known]]:
    for kind, role in kinds.playing(KnowsNames):
        for entry in data[kind.name].entries:
            names = role.names(entry.record)
            for name in names.values():
                # One small word may mean something else in another language: organisation, export.
                if not name.islower() or " " in name:
                    yield name, _Known(entry.record, names)


def _wrong(text: Text, record: Record, known: Mapping[str, _Known]) -> Iterator[tuple[Language, str, str]]:
    """Yield the languages in which readers of *text* get a known name of another one, that name, and the right one."""
    if not any(name in known for name in text.wordings().values()):
        return
    for language in LANGUAGES:
        shown = text.in_language(language).text
        found = known.get(shown)
        if found is None or found.record is record:
            continue
        right = found.names.get(language)
        if right is not None and right != shown:
            yield language, shown, right


def translated_texts(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Yield each text in *part* that somebody translates, with where it stands."""
    for field in _fields(type(part)):
        value = getattr(part, field)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, field) if index is None else (*path, field, index)
            if isinstance(item, Text):
                yield here, item
            elif isinstance(item, BaseModel):
                yield from translated_texts(item, here)


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of *model* that hold texts or parts, without those that nobody translates."""
    own: frozenset[str] = getattr(model, "untranslated", frozenset())
    return tuple(name for name in model.model_fields if name not in own and model_at(model, (name,)) is not None)

"""What a list can be filtered by: facets, their options with counts, and each record's codes.

Options are numbered through all facets of a list. A record's codes are the numbers of its options: that short, they
can stand in every card of a long list, and the script of the filter bar needs no other data.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.edition import Edition

ValuesOf: TypeAlias = Callable[[Any], Iterable[str]]


class HasId(Protocol):
    """What can be told from others by its id."""

    @property
    def id(self) -> str:
        """The id."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that records can be filtered by: its name in addresses, its label, and its values with theirs."""

    name: str
    label: str
    values_of: ValuesOf
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet: as in the address, as shown, and how many records have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """An aspect with the options that occur."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of a list, and the codes of its records by id."""

    facets: tuple[Facet, ...]
    codes: Mapping[str, str]


def facets_of(records: Sequence[HasId], aspects: Iterable[Aspect]) -> Facets:
    """Return how *records* can be filtered; an aspect that none or all of them have alike narrows nothing: left out."""
    facets: list[Facet] = []
    numbers: dict[str, list[int]] = {record.id: [] for record in records}
    first = 0
    for aspect in aspects:
        values = {record.id: frozenset(aspect.values_of(record)) for record in records}
        counts = Counter(value for own in values.values() for value in own)
        options = tuple(Option(value, label, counts[value]) for value, label in aspect.labels.items() if counts[value])
        if not options or (len(options) == 1 and options[0].count == len(records)):
            continue
        number_of = {option.value: first + place for place, option in enumerate(options)}
        for record in records:
            numbers[record.id] += sorted(number_of[value] for value in values[record.id])
        facets.append(Facet(aspect.name, aspect.label, options))
        first += len(options)
    return Facets(tuple(facets), {record: " ".join(map(str, own)) for record, own in numbers.items()})


def by_year(edition: Edition, records: Iterable[Any], year_of: Callable[[Any], int | None]) -> Aspect:
    """Return the years of *records*, the latest first; *year_of* a record without a day is None."""
    years = sorted({year for record in records if (year := year_of(record)) is not None}, reverse=True)

    def values_of(record: Any) -> Iterable[str]:
        year = year_of(record)
        return [] if year is None else [str(year)]

    return Aspect("year", edition.interface.say("field.year"), values_of, {str(year): str(year) for year in years})


def by_language(edition: Edition) -> Aspect:
    """Return the languages of records that have `languages`."""
    say = edition.interface.say
    labels: dict[str, str] = {language: say(f"language.{language}") for language in LANGUAGES}
    return Aspect("language", say("field.languages"), lambda record: record.languages, labels)


def choices(edition: Edition, values: Iterable[StrEnum]) -> Mapping[str, str]:
    """Return the labels of the *values* of a choice."""
    return {value.value: edition.interface.choice(value) for value in values}

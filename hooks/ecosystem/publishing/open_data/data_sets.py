"""All open data of the site as portals list it: data sets, each with its files.

A collection is a data set; so are a feed, a calendar that goes on, and what kinds publish besides. What exists in three
languages is three files of one set.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.listing import CalendarView, calendars
from ecosystem.publishing.feeds.listing import FORMAT_NAMES, Feed, feeds
from ecosystem.publishing.open_data.collections import OpenCollection

#: What stands between the keywords in the words of the interface.
_BETWEEN_KEYWORDS: Final = "; "


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of a data set: what its format is called, and its language when it has one alone.

    `schema` is the path of the JSON Schema to which it conforms; `served` tells that the interface serves it.
    """

    path: str
    format: str
    language: Language | None = None
    schema: str | None = None
    served: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A data set: what it is called and holds in each language, where one reads of it, and its files."""

    name: str
    titles: Mapping[Language, str]
    descriptions: Mapping[Language, str]
    keywords: Mapping[Language, Sequence[str]]
    pages: Mapping[Language, str]
    updated: datetime.date | None
    files: Sequence[DataFile]


@dataclass(frozen=True, slots=True)
class MoreDataSets:
    """The role of a kind with data sets besides its collection."""

    sets: Callable[[Mapping[Language, Edition]], Sequence[DataSet]]


def keywords(edition: Edition) -> tuple[str, ...]:
    """Return the words under which all data of the site is found."""
    return tuple(edition.interface.say("open_data.keywords").split(_BETWEEN_KEYWORDS))


def collection_sets(
    editions: Mapping[Language, Edition], collections: Sequence[OpenCollection], pages: Mapping[Language, str]
) -> tuple[DataSet, ...]:
    """Return the data set of each collection; *pages* explain them all."""
    sets = []
    for one in collections:
        titles = {language: editions[language].interface.say(f"collection.{one.name}") for language in LANGUAGES}
        about = {language: editions[language].interface.say(f"open_data.about.{one.name}") for language in LANGUAGES}
        files = (
            DataFile(one.json_path, "JSON", schema=one.schema_path, served=True),
            DataFile(one.csv_path, "CSV", served=True),
        )
        sets.append(
            DataSet(
                name=one.name,
                titles=titles,
                descriptions=about,
                keywords=keywords_for(editions, titles),
                pages=pages,
                updated=one.updated,
                files=files,
            )
        )
    return tuple(sets)


def subscription_sets(editions: Mapping[Language, Edition]) -> tuple[DataSet, ...]:
    """Return the data set of each feed, and of each calendar that goes on."""
    sets: list[DataSet] = []
    of_feeds = {language: feeds(editions[language]) for language in LANGUAGES}
    for number, feed in enumerate(of_feeds[DEFAULT_LANGUAGE]):
        same = {language: of_feeds[language][number] for language in LANGUAGES}
        files = tuple(
            DataFile(path, FORMAT_NAMES[suffix], language)
            for language, one in same.items()
            for suffix, path in one.files.items()
        )
        labels = {language: editions[language].interface.say(f"feed.{feed.name}") for language in LANGUAGES}
        titles = _titles(editions, "open_data.feed", labels)
        sets.append(_subscription(editions, f"feed-{feed.name}", titles, same, files))
    of_calendars = {language: calendars(editions[language]) for language in LANGUAGES}
    for number, calendar in enumerate(of_calendars[DEFAULT_LANGUAGE]):
        if calendar.lasting:
            alike = {language: of_calendars[language][number] for language in LANGUAGES}
            files = tuple(DataFile(one.path, "iCalendar", language) for language, one in alike.items())
            titles = _titles(editions, "open_data.calendar", {language: one.label for language, one in alike.items()})
            sets.append(_subscription(editions, f"calendar-{calendar.name}", titles, alike, files))
    return tuple(sets)


def _titles(editions: Mapping[Language, Edition], wording: str, labels: Mapping[Language, str]) -> dict[Language, str]:
    """Return what the feed or calendar called *labels* is called as a data set."""
    return {language: editions[language].interface.say(wording, title=label) for language, label in labels.items()}


def _subscription(
    editions: Mapping[Language, Edition],
    name: str,
    titles: Mapping[Language, str],
    same: Mapping[Language, Feed | CalendarView],
    files: tuple[DataFile, ...],
) -> DataSet:
    """Return the data set of a feed or calendar, *same* in each language."""
    return DataSet(
        name=name,
        titles=titles,
        descriptions={language: one.description for language, one in same.items()},
        keywords=keywords_for(editions, titles),
        pages={language: one.page for language, one in same.items()},
        updated=None,
        files=files,
    )


def keywords_for(
    editions: Mapping[Language, Edition], titles: Mapping[Language, str]
) -> dict[Language, tuple[str, ...]]:
    """Return the words under which a data set with these *titles* is found."""
    return {language: (*keywords(editions[language]), titles[language]) for language in LANGUAGES}

"""The rules that hold between records: each a small generator of problems, none prints or stops.

A rule sees what could be loaded. Where a file could not be read whole, rules stay silent about what may
stand in its unread part.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.addresses import ALL_EVENTS, FIGURE_ANCHORS, GROUP_PREFIX, MEETING_PREFIX, PLAN_ANCHORS
from ecosystem.check.meetings import MEETING_RULES
from ecosystem.check.offerings import (
    certificates_have_a_class,
    device_classes_fit,
    references_have_consent,
    standards_are_told_apart,
)
from ecosystem.check.references import references
from ecosystem.load import LoadedData
from ecosystem.load.records import Entry
from ecosystem.model.action_plan import ActionPlan
from ecosystem.model.event import Event
from ecosystem.model.publication import Publication
from ecosystem.pictures import FOLDER as PICTURES
from ecosystem.pictures import PictureError, read_picture
from ecosystem.problems import Problem, Severity, quote
from ecosystem.suggestion import nearest

Rule: TypeAlias = Callable[[LoadedData], Iterator[Problem]]


def ids_are_unique(data: LoadedData) -> Iterator[Problem]:
    """An id names one record of its collection."""
    for loaded in data.values():
        first: dict[str, Entry] = {}
        for entry in loaded.entries:
            seen = first.setdefault(entry.record.id, entry)
            if seen is not entry:
                line = str(seen.place("id").line)
                yield Problem(entry.place("id"), "id_twice", {"id": entry.record.id, "first_line": line})


def records_are_sorted(data: LoadedData) -> Iterator[Problem]:
    """Records stand in the order of their ids, so that two editors' additions do not meet at the end of a file."""
    for loaded in data.values():
        for earlier, later in zip(loaded.entries, loaded.entries[1:], strict=False):
            if later.record.id < earlier.record.id:
                details = {"id": later.record.id, "before": earlier.record.id}
                yield Problem(later.place("id"), "not_sorted", details)


def references_exist(data: LoadedData) -> Iterator[Problem]:
    """What a record names exists."""
    known = {name: [entry.record.id for entry in loaded.entries] for name, loaded in data.items()}
    known_sets = {name: frozenset(ids) for name, ids in known.items()}
    for loaded in data.values():
        for entry in loaded.entries:
            for path, collection, target in references(entry.record):
                if target in known_sets[collection] or not data[collection].complete:
                    continue
                details = {"field": str(path[-1] if isinstance(path[-1], str) else path[-2]), "value": target}
                details["file"] = data[collection].file
                if suggestion := nearest(target, known[collection]):
                    details["suggestion"] = suggestion
                yield Problem(entry.place(*path), "reference_unknown", details)


def nothing_refers_to_itself(data: LoadedData) -> Iterator[Problem]:
    """A record does not name itself, except a document that is its own source."""
    for name, loaded in data.items():
        for entry in loaded.entries:
            for path, collection, target in references(entry.record):
                if collection == name and target == entry.record.id and "sources" not in path:
                    yield Problem(entry.place(*path), "reference_to_itself", {"value": target})


def plan_ids_are_unique(data: LoadedData) -> Iterator[Problem]:
    """An id names one focus area, part, measure, metric or indicator of its plan: it is an anchor of the page."""
    for entry in data["action_plan"].entries:
        plan: ActionPlan = entry.record
        paths: dict[str, tuple[str | int, ...]] = {}
        for path, name in _plan_ids(plan):
            if name in PLAN_ANCHORS:
                yield Problem(entry.place(*path), "id_of_the_page", {"id": name})
            if name in paths:
                line = str(entry.place(*paths[name]).line)
                yield Problem(entry.place(*path), "id_twice", {"id": name, "first_line": line})
            paths.setdefault(name, path)


def _plan_ids(plan: ActionPlan) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for a, area in enumerate(plan.focus_areas):
        yield ("focus_areas", a, "id"), area.id
        for p, part in enumerate(area.parts):
            yield ("focus_areas", a, "parts", p, "id"), part.id
            for m, measure in enumerate(part.measures):
                yield ("focus_areas", a, "parts", p, "measures", m, "id"), measure.id
    for m, metric in enumerate(plan.metrics):
        yield ("metrics", m, "id"), metric.id
        for i, indicator in enumerate(metric.indicators):
            yield ("metrics", m, "indicators", i, "id"), indicator.id


def figure_ids_are_unique(data: LoadedData) -> Iterator[Problem]:
    """An id names one figure of its publication."""
    for entry in data["publications"].entries:
        publication: Publication = entry.record
        first: dict[str, int] = {}
        for index, figure in enumerate(publication.figures):
            if figure.id in FIGURE_ANCHORS:
                yield Problem(entry.place("figures", index, "id"), "id_of_the_page", {"id": figure.id})
            if first.setdefault(figure.id, index) != index:
                line = str(entry.place("figures", first[figure.id], "id").line)
                place = entry.place("figures", index, "id")
                yield Problem(place, "id_twice", {"id": figure.id, "first_line": line})


def sessions_are_in_order(data: LoadedData) -> Iterator[Problem]:
    """The sessions of a series stand in the order of their days, each day once."""
    for entry in data["events"].entries:
        event: Event = entry.record
        for index, (earlier, later) in enumerate(zip(event.sessions, event.sessions[1:], strict=False)):
            if later.date <= earlier.date:
                place = entry.place("sessions", index + 1, "date")
                yield Problem(place, "sessions_order", {"value": str(later.date), "before": str(earlier.date)})


def programmes_have_room_for_their_pilots(data: LoadedData) -> Iterator[Problem]:
    """No more pilots are listed than the programme has."""
    pilots = [entry.record.programme for entry in data["pilots"].entries]
    for entry in data["pilot_programmes"].entries:
        listed = pilots.count(entry.record.id)
        if listed > entry.record.pilots_in_all:
            details = {"value": str(entry.record.pilots_in_all), "listed": str(listed)}
            yield Problem(entry.place("pilots_in_all"), "more_pilots_than_in_all", details)


def members_are_listed_once(data: LoadedData) -> Iterator[Problem]:
    """Two members with one name are probably one organisation entered twice."""
    first: dict[str, Entry] = {}
    for entry in data["members"].entries:
        name = entry.record.name.fi.casefold()
        if name in first:
            line = str(first[name].place("name").line)
            details = {"name": quote(entry.record.name.fi), "first_line": line}
            yield Problem(entry.place("name"), "member_name_twice", details, Severity.WARNING)
        first.setdefault(name, entry)


def members_come_after_the_beginning(data: LoadedData) -> Iterator[Problem]:
    """Nobody joined before the ecosystem was there, so an earlier year is a slip."""
    for entry in data["members"].entries:
        since = entry.record.since
        if since is not None and since.year < FOUNDED:
            details = {"value": str(since), "founded": str(FOUNDED)}
            yield Problem(entry.place("since"), "member_before_founding", details)


def events_leave_names_of_calendars(data: LoadedData) -> Iterator[Problem]:
    """An event's id names its calendar, so it is not that of all events, of a working group or of a meeting."""
    for entry in data["events"].entries:
        if entry.record.id == ALL_EVENTS or entry.record.id.startswith((GROUP_PREFIX, MEETING_PREFIX)):
            yield Problem(entry.place("id"), "event_id_reserved", {"id": entry.record.id})


def pictures_can_be_shown(data: LoadedData) -> Iterator[Problem]:
    """The picture of a news item is there, and is what its name says."""
    for entry in data["news"].entries:
        if entry.record.image is not None:
            name = entry.record.image.file
            try:
                read_picture(Path(entry.file).parent / PICTURES, name)
            except PictureError as error:
                place = entry.place("image", "file")
                yield Problem(place, error.code, {"value": quote(name), **error.details})


#: The ecosystem was founded in summer 2024 (its action plan of 2025).
FOUNDED: Final = 2024

RULES: Final[tuple[Rule, ...]] = (
    ids_are_unique,
    records_are_sorted,
    references_exist,
    nothing_refers_to_itself,
    plan_ids_are_unique,
    figure_ids_are_unique,
    sessions_are_in_order,
    programmes_have_room_for_their_pilots,
    members_are_listed_once,
    members_come_after_the_beginning,
    events_leave_names_of_calendars,
    *MEETING_RULES,
    device_classes_fit,
    certificates_have_a_class,
    references_have_consent,
    standards_are_told_apart,
    pictures_can_be_shown,
)

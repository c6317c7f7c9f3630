"""The rules of pilot programmes."""

from collections.abc import Iterator

from ecosystem.ground.problems import Problem
from ecosystem.records.load import LoadedData


def programmes_have_room_for_their_pilots(data: LoadedData) -> Iterator[Problem]:
    """No more pilots are listed than the programme has."""
    pilots = [entry.record.programme for entry in data["pilots"].entries]
    for entry in data["pilot_programmes"].entries:
        listed = pilots.count(entry.record.id)
        if listed > entry.record.pilots_in_all:
            details = {"value": str(entry.record.pilots_in_all), "listed": str(listed)}
            yield Problem(entry.place("pilots_in_all"), "more_pilots_than_in_all", details)

"""What of events needs an editor's attention."""

import datetime
from collections.abc import Iterator

from ecosystem.editing.attention import Finding, Situation, name_of
from ecosystem.kinds.events.model import Event, EventState


def events_without_recording(situation: Situation) -> Iterator[Finding]:
    """Events and sessions that took place and have no recording."""
    for entry in situation.data["events"].entries:
        event: Event = entry.record
        for path, date in _without_recording(event):
            if date < situation.today:
                said = situation.words.say("report.recording", date=str(date))
                yield entry.place(*path), f"{name_of(entry, situation.words)}: {said}"


def _without_recording(event: Event) -> Iterator[tuple[tuple[str | int, ...], datetime.date]]:
    if event.date is not None and event.recording is None and event.state is not EventState.CANCELLED:
        yield ("date",), event.end_date or event.date
    for index, session in enumerate(event.sessions):
        if session.recording is None and session.state is not EventState.CANCELLED:
            yield ("sessions", index, "date"), session.end_date or session.date

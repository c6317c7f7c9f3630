"""The forms by which an event is announced, and a session of a series is moved, cancelled or added."""

from collections.abc import Iterator, Mapping
from typing import Final

from ecosystem.editing.drafts import in_languages
from ecosystem.editing.forms.request_form import RequestForm, Requests, Target
from ecosystem.editing.forms.requests import put_in
from ecosystem.editing.yaml_text import Plain
from ecosystem.kinds.events.model import Event, Session
from ecosystem.records.ecosystem import Ecosystem

_ADD: Final = "add"
_MOVE: Final = "move"
_CANCEL: Final = "cancel"


def _series(ecosystem: Ecosystem) -> Iterator[Target]:
    for event in ecosystem.collection("events").values():
        if isinstance(event, Event) and event.is_series:
            yield Target(event.id, event.name)


def _with_session(answers: Mapping[str, Plain], record: Mapping[str, Plain], _: str) -> Mapping[str, Plain]:
    """Return the sessions of *record* with the one that *answers* tell of."""
    known = [dict(session) for session in record.get("sessions", ()) if isinstance(session, Mapping)]
    day, action = str(answers.get("date", "")), answers.get("action")
    session = next((one for one in known if day in (one.get("date"), one.get("instead_of"))), None)
    if session is None:
        session = {"date": day}
        known.append(session)
    if action == _CANCEL:
        session["state"] = "cancelled"
    elif action == _MOVE:
        session |= {"date": answers.get("new_date", ""), "instead_of": session.get("instead_of", day), "state": "moved"}
    for field, value in answers.items():
        if field.partition(".")[0] in _SAID:
            put_in(session, field, value)
    return {"sessions": sorted(known, key=lambda one: str(one["date"]))}


_SAID: Final = frozenset({"hours", "title", "place", "registration"})

EVENT_REQUESTS: Final = Requests(
    (
        RequestForm(
            name="event",
            fields=(
                *in_languages("name", "summary"),
                *("date", "end_date", "hours.start", "hours.end", "host", "organisers", "form"),
                *in_languages("place"),
                *("url", "registration"),
            ),
            required=(*in_languages("name", "summary"), "date", "host"),
        ),
        RequestForm(
            name="session",
            targets=_series,
            part=Session,
            fields=(
                *("action", "date", "new_date", "hours.start", "hours.end"),
                *in_languages("title", "place"),
                "registration",
            ),
            choices={"action": (_MOVE, _CANCEL, _ADD)},
            required=("action", "date"),
            change=_with_session,
        ),
    )
)

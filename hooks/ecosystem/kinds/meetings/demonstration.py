"""The meeting of the demonstration: a delegation of made-up organisations, whose pack stands on the site."""

from collections.abc import Mapping, Sequence
from typing import Final

from ecosystem.editing.demonstration import Fields, Made, Words, provenance, text
from ecosystem.editing.yaml_text import Plain
from ecosystem.kinds.meetings.model import AgendaState, MeetingKind, MeetingStatus
from ecosystem.kinds.members.demonstration import Organisation, organisations
from ecosystem.kinds.offerings.model import Counterpart

_ID: Final = "keksitty-tapaaminen"
_DAY: Final = "2027-05-10"
#: As many organisations as travel.
_TRAVELLERS: Final = 6


def demonstration_records(made: Made) -> list[Fields]:
    """Return the record of the one meeting."""
    return [meeting_fields(made.words, organisations(made), made.records["offerings"])]


def meeting_fields(
    words: Words, organisations: Sequence[Organisation], offered: Sequence[Mapping[str, Plain]]
) -> Fields:
    """Return the record of the meeting, to which the first members bring what they have *offered*."""
    travellers = [one for one in organisations if one.is_member][:_TRAVELLERS]
    participants: list[Plain] = [
        {
            "organisation": {"member": one.id},
            "offerings": [str(fields["id"]) for fields in offered if fields["provider"] == {"member": one.id}],
        }
        for one in travellers
    ]
    talks = _point(words, "meeting.talks", "10:00", "16:00")
    talks["who"] = [{"member": one.id} for one in travellers]
    fields: Fields = {
        "id": _ID,
        "name": text(words, "meeting.name"),
        "kind": MeetingKind.OUTGOING.value,
        "status": MeetingStatus.PLANNED.value,
        "summary": text(words, "meeting.summary"),
        "place": text(words, "meeting.place"),
        "start": _DAY,
        "host": {"name": text(words, "reference.customer", number=1)},
        "participants": participants,
        "wanted": [
            {
                "who": {"member": one.id},
                "counterparts": [Counterpart.CUSTOMERS.value],
                "purpose": text(words, "meeting.purpose"),
            }
            for one in travellers[:2]
        ],
        "agenda_state": AgendaState.DRAFT.value,
        "agenda": [{"date": _DAY, "points": [_point(words, "meeting.welcome", "09:00", "10:00"), talks]}],
        "publish_pack": "true",
    }
    return fields | provenance()


def _point(words: Words, key: str, start: str, end: str) -> Fields:
    return {"hours": {"start": start, "end": end}, "title": text(words, key)}

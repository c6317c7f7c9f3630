"""Whom to reach in a delegation: the persons whom participants send, and the meeting's own contact, each once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecosystem.ground.spreadsheet import csv_bytes
from ecosystem.kinds.actors import actor_name
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.parts import Contact
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Phrase


@dataclass(frozen=True, slots=True)
class Reached:
    """A person and the organisation for which the person can be reached."""

    person: Contact
    organisation: Phrase


def contacts(edition: Edition, meeting: InternationalMeeting) -> tuple[Reached, ...]:
    """Return the contacts of *meeting*: its own first, then participant by participant."""
    found: dict[tuple[str, str | None], Reached] = {}
    for one in _all(edition, meeting):
        found.setdefault((one.person.name, one.person.email), one)
    return tuple(found.values())


def contacts_csv(edition: Edition, listed: Sequence[Reached]) -> bytes:
    """Return *listed* as a table; a cell that a spreadsheet would run as a formula is guarded."""
    say = edition.interface.say
    heading = [
        say("delegation.name"),
        say("delegation.role"),
        say("delegation.organisation"),
        say("delegation.email"),
        say("delegation.phone"),
        say("contact.as_of"),
    ]
    rows = [
        [
            one.person.name,
            one.person.role.in_language(edition.language).text,
            one.organisation.text,
            one.person.email or "",
            one.person.phone or "",
            one.person.as_of.isoformat(),
        ]
        for one in listed
    ]
    return csv_bytes([heading, *rows])


def _all(edition: Edition, meeting: InternationalMeeting) -> Iterator[Reached]:
    if meeting.contact is not None:
        yield Reached(meeting.contact, _employer(edition, meeting.contact))
    for participant in meeting.participants:
        for person in participant.persons:
            yield Reached(person, actor_name(edition, participant.organisation))


def _employer(edition: Edition, person: Contact) -> Phrase:
    """Return the member that *person* works for; without one, whom the person speaks for here: the ecosystem."""
    if person.organisation is None:
        return Phrase(edition.interface.say("site.name"), edition.language)
    return edition.ecosystem.of(Member)[person.organisation].heading.in_language(edition.language)

"""What the paper of a delegation says: the values of `overrides/documents/delegation.typ`."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from ecosystem.kinds.actors import actor_name, actor_names
from ecosystem.kinds.meetings.model import AgendaDay, AgendaState, Attendee, InternationalMeeting, Participant, Wanted
from ecosystem.kinds.meetings.one_to_ones import Pair, Slot, timetable
from ecosystem.kinds.meetings.pack.contacts import Reached
from ecosystem.kinds.meetings.view import country_name, meeting_standing, zone_name
from ecosystem.kinds.offerings.model import Offering
from ecosystem.pages.edition import Edition
from ecosystem.publishing.papers import Papers, paper_phrase, paper_text
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.texts import Phrase

SOURCE: Final = "delegation.typ"

Values: TypeAlias = dict[str, Any]


def render_paper(
    edition: Edition, papers: Papers, meeting: InternationalMeeting, contacts: Sequence[Reached], *, announced: bool
) -> bytes:
    """Return the paper of *meeting* as an accessible PDF."""
    values = papers.with_marks(
        describe(edition, meeting, contacts, announced=announced), edition.interface.say("catalogue.letters")
    )
    return papers.make(SOURCE, values, f"the paper of the meeting {meeting.id}")


def describe(
    edition: Edition, meeting: InternationalMeeting, contacts: Sequence[Reached], *, announced: bool
) -> Values:
    """Return all that the paper of *meeting* says; one that is not *announced* has no page."""
    say = edition.interface.say
    draft = meeting.agenda_state is AgendaState.DRAFT
    changed = meeting.updated
    one_to_ones = timetable(meeting, partial(actor_names, edition))
    return {
        "language": edition.language,
        "site": say("site.name"),
        "demo": say("demo.notice") if edition.demo else None,
        "title": paper_text(edition, meeting.name),
        "summary": paper_text(edition, meeting.summary),
        "address": edition.address("meetings", meeting.id) if announced else None,
        "secret": None if announced else say("delegation.not_announced"),
        "updated": [changed.year, changed.month, changed.day],
        "facts": _facts(edition, meeting),
        "draft": edition.interface.choice(meeting.agenda_state) if draft else None,
        "days": [_day(edition, day) for day in meeting.agenda],
        "participants": [_participant(edition, one) for one in meeting.participants],
        "wanted": [_wanted(edition, one) for one in meeting.wanted],
        "slots": [_slot(edition, slot) for slot in one_to_ones.slots],
        "unplaced": [_pair(edition, pair) for pair in one_to_ones.unplaced],
        "contacts": [_contact(edition, one) for one in contacts],
        "words": {
            "agenda": say("meeting.agenda"),
            "times": f"{say('meeting.times')} {zone_name(edition, meeting)}.",
            "time": say("delegation.time"),
            "what": say("delegation.what"),
            "who": say("delegation.who"),
            "participants": say("meeting.participants"),
            "wanted": say("meeting.wanted"),
            "wants": say("meeting.wants"),
            "slots": say("delegation.one_to_ones"),
            "unplaced": say("delegation.unplaced"),
            "contacts": say("delegation.contacts"),
        },
    }


def _facts(edition: Edition, meeting: InternationalMeeting) -> list[Values]:
    say = edition.interface.say
    own = edition.language
    days: list[PartialDate] = [meeting.start] + ([meeting.last_date] if meeting.last_date != meeting.start else [])
    when = " – ".join(edition.formats.partial_date(day) for day in days)
    places = [meeting.place.in_language(own)] if meeting.place else []
    named = [place.text for place in places] + list(filter(None, [country_name(edition, meeting)]))
    where = Phrase(", ".join(named), places[0].language if places else own)
    standing = meeting_standing(meeting, edition.today)
    status = say(standing.lapsed) if standing.lapsed else edition.interface.choice(standing.value)
    facts = [
        (say("field.kind"), Phrase(edition.interface.choice(meeting.kind), own)),
        (say("field.when"), Phrase(when, own)),
        (say("field.place"), where if named else None),
        (say("field.status"), Phrase(status, own)),
        (say("meeting.host"), actor_name(edition, meeting.host) if meeting.host else None),
    ]
    return [{"label": label, "value": paper_phrase(value)} for label, value in facts if value]


def _day(edition: Edition, day: AgendaDay) -> Values:
    return {
        "date": edition.formats.date(day.date),
        "title": paper_text(edition, day.title),
        "points": [
            {
                "time": "–".join(
                    edition.formats.time(time) for time in (point.hours.start, point.hours.end) if time is not None
                ),
                "title": paper_text(edition, point.title),
                "place": paper_text(edition, point.place),
                "who": [paper_phrase(actor_name(edition, actor)) for actor in point.who],
            }
            for point in day.points
        ],
    }


def _participant(edition: Edition, one: Participant) -> Values:
    offerings = [edition.ecosystem.of(Offering)[offering] for offering in one.offerings]
    return {
        "name": paper_phrase(actor_name(edition, one.organisation)),
        "role": paper_text(edition, one.organisation.role),
        "offerings": [
            {
                "name": paper_text(edition, offering.name),
                "summary": paper_text(edition, offering.summary),
                "address": edition.address("offerings", offering.id),
            }
            for offering in edition.by_name(offerings)
        ],
    }


def _wanted(edition: Edition, one: Wanted) -> Values:
    kinds = [edition.interface.choice(kind) for kind in one.counterparts]
    return {
        "who": paper_phrase(actor_name(edition, one.who)),
        "purpose": paper_text(edition, one.purpose),
        "whom": ", ".join([*kinds, *one.organisations]),
    }


def _slot(edition: Edition, slot: Slot) -> Values:
    return {
        "time": f"{edition.formats.date(slot.day)} {edition.formats.time(slot.start)}–{edition.formats.time(slot.end)}",
        "pairs": [_pair(edition, pair) for pair in slot.pairs],
    }


def _pair(edition: Edition, pair: Pair) -> Values:
    return {
        "who": paper_phrase(actor_name(edition, pair.who)),
        "whom": paper_phrase(actor_name(edition, pair.whom)),
    }


def _contact(edition: Edition, one: Reached) -> Values:
    agreed = isinstance(one.person, Attendee) and one.person.consent
    ground = edition.interface.say("delegation.agreed" if agreed else "contact.as_of")
    return {
        "name": one.person.name,
        "role": paper_text(edition, one.person.role),
        "organisation": paper_phrase(one.organisation),
        "email": one.person.email,
        "phone": one.person.phone,
        "as_of": f"{ground} {edition.formats.date(one.person.as_of)}",
    }

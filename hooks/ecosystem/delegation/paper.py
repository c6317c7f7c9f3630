"""What the paper of a delegation says: the values of `overrides/documents/delegation.typ`, as JSON."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from ecosystem.delegation.contacts import Reached
from ecosystem.files import replace_bytes
from ecosystem.model.meeting import AgendaDay, AgendaState, InternationalMeeting, Participant, Wanted
from ecosystem.model.texts import Phrase, Text
from ecosystem.model.values import PartialDate
from ecosystem.render.drawing import Drawing, DrawingError
from ecosystem.views.edition import Edition
from ecosystem.views.international_meetings import actor_name, country_name, meeting_standing, zone_name

SOURCE: Final = "delegation.typ"

Values: TypeAlias = dict[str, Any]


def render_paper(
    edition: Edition, drawing: Drawing, meeting: InternationalMeeting, contacts: Sequence[Reached], cache: Path
) -> bytes:
    """Return the paper of *meeting* as an accessible PDF; raise `DrawingError` when the fonts lack a letter of it.

    A paper that was made before stands in the folder *cache*, under a name made of all that decides what it is.
    """
    document = describe(edition, meeting, contacts)
    lacking = sorted({letter for letter in document if letter.isprintable() and not drawing.can_draw(letter)})
    if lacking:
        named = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
        raise DrawingError(f"the fonts in fonts/ lack {named}, which the paper of the meeting {meeting.id} needs")
    kept = cache / f"{hashlib.sha256(drawing.source(SOURCE) + document.encode()).hexdigest()[:32]}.pdf"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        replace_bytes(kept, drawing.typeset(SOURCE, {"document": document}))
    return kept.read_bytes()


def describe(edition: Edition, meeting: InternationalMeeting, contacts: Sequence[Reached]) -> str:
    """Return all that the paper of *meeting* says, as JSON."""
    say = edition.interface.say
    draft = meeting.agenda_state is AgendaState.DRAFT
    changed = meeting.updated
    values = {
        "language": edition.language,
        "site": say("site.name"),
        "title": _text(edition, meeting.name),
        "summary": _text(edition, meeting.summary),
        "address": edition.address("meetings", meeting.id),
        "updated": [changed.year, changed.month, changed.day],
        "facts": _facts(edition, meeting),
        "draft": edition.interface.choice(meeting.agenda_state) if draft else None,
        "days": [_day(edition, day) for day in meeting.agenda],
        "participants": [_participant(edition, one) for one in meeting.participants],
        "wanted": [_wanted(edition, one) for one in meeting.wanted],
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
            "contacts": say("delegation.contacts"),
            "as_of": say("contact.as_of"),
        },
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


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
    return [{"label": label, "value": _phrase(value)} for label, value in facts if value]


def _day(edition: Edition, day: AgendaDay) -> Values:
    return {
        "date": edition.formats.date(day.date),
        "title": _text(edition, day.title),
        "points": [
            {
                "time": "–".join(
                    edition.formats.time(time) for time in (point.hours.start, point.hours.end) if time is not None
                ),
                "title": _text(edition, point.title),
                "place": _text(edition, point.place),
                "who": [_phrase(actor_name(edition, actor)) for actor in point.who],
            }
            for point in day.points
        ],
    }


def _participant(edition: Edition, one: Participant) -> Values:
    offerings = [edition.ecosystem.offerings[offering] for offering in one.offerings]
    return {
        "name": _phrase(actor_name(edition, one.organisation)),
        "role": _text(edition, one.organisation.role),
        "offerings": [
            {
                "name": _text(edition, offering.name),
                "summary": _text(edition, offering.summary),
                "address": edition.address("offerings", offering.id),
            }
            for offering in edition.by_name(offerings)
        ],
    }


def _wanted(edition: Edition, one: Wanted) -> Values:
    kinds = [edition.interface.choice(kind) for kind in one.counterparts]
    return {
        "who": _phrase(actor_name(edition, one.who)),
        "purpose": _text(edition, one.purpose),
        "whom": ", ".join([*kinds, *one.organisations]),
    }


def _contact(edition: Edition, one: Reached) -> Values:
    return {
        "name": one.person.name,
        "role": _text(edition, one.person.role),
        "organisation": _phrase(one.organisation),
        "email": one.person.email,
        "phone": one.person.phone,
        "as_of": edition.formats.date(one.person.as_of),
    }


def _text(edition: Edition, text: Text | None) -> Values | None:
    return _phrase(text.in_language(edition.language)) if text else None


def _phrase(phrase: Phrase) -> Values:
    return {"text": " ".join(phrase.text.split()), "language": phrase.language}

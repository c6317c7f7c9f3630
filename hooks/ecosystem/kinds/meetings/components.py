"""An international meeting as VEVENT components: one for its days as a whole, one for each point of its agenda.

The UID of a point is made of its day and the time at which it starts, of which there is mostly one: when several
start together they are numbered. A point that moves is therefore another one; calendars that subscribe drop the old.
"""

import datetime
from collections.abc import Iterator

from icalendar import Event as Component
from icalendar import vText, vUri

from ecosystem.ground.settings import HELSINKI
from ecosystem.kinds.actors import actor_name
from ecosystem.kinds.events.components import SEQUENCE_START
from ecosystem.kinds.meetings.model import AgendaItem, AgendaState, InternationalMeeting, MeetingStatus
from ecosystem.kinds.meetings.view import agenda_instants, country_name
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Phrase, Text


def meeting_components(
    edition: Edition, meeting: InternationalMeeting, *, announced: bool = True
) -> Iterator[Component]:
    """Yield the components of *meeting*, whose days are known: all of it first, then its agenda by time.

    One that is not *announced* has no page that they could name.
    """
    page = edition.address("meetings", meeting.id) if announced else None
    whole = _component(edition, meeting, "", Phrase(edition.title(meeting), edition.language), page)
    summary = " ".join(meeting.summary.in_language(edition.language).text.split())
    whole.add("description", _text(Phrase("\n\n".join(filter(None, [summary, page])), edition.language)))
    if place := _place(edition, meeting):
        whole.add("location", _text(place))
    whole.add("dtstart", meeting.start.first_day)
    whole.add("dtend", meeting.last_date.last_day + datetime.timedelta(days=1))
    whole.add("transp", "TRANSPARENT")  # what takes whole days does not make its reader busy
    yield whole
    for day in meeting.agenda:
        starts: list[datetime.time] = []
        for number, item in enumerate(day.points):
            start, end = agenda_instants(meeting, day, number)
            same = starts.count(item.hours.start)
            starts.append(item.hours.start)
            name = f"-{day.date}-{item.hours.start:%H%M}" + (f"-{same + 1}" if same else "")
            component = _component(edition, meeting, name, item.title.in_language(edition.language), page)
            component.add("description", _text(_explanation(edition, meeting, item, page)))
            if place := _place(edition, meeting, item.place):
                component.add("location", _text(place))
            component.add("dtstart", start.astimezone(datetime.UTC))
            if end > start:
                component.add("dtend", end.astimezone(datetime.UTC))
            busy = meeting.status is not MeetingStatus.CANCELLED
            component.add("transp", "OPAQUE" if busy else "TRANSPARENT")
            yield component


def _component(
    edition: Edition, meeting: InternationalMeeting, name: str, title: Phrase, page: str | None
) -> Component:
    changed = datetime.datetime.combine(meeting.updated, datetime.time(), HELSINKI).astimezone(datetime.UTC)
    cancelled = meeting.status is MeetingStatus.CANCELLED
    if cancelled:  # seen also where a program ignores STATUS
        title = Phrase(f"{edition.interface.choice(meeting.status)}: {title.text}", title.language)
    component = Component()
    component.add("uid", f"meeting-{meeting.id}{name}@{edition.content.operator.authority}")
    component.add("dtstamp", changed)
    component.add("last-modified", changed)
    component.add("sequence", max(0, (meeting.updated - SEQUENCE_START).days))
    component.add("summary", _text(title))
    if page:
        component.add("url", vUri(page))
    component.add(
        "categories", list(filter(None, [edition.interface.choice(meeting.kind), country_name(edition, meeting)]))
    )
    tentative = bool(name) and meeting.agenda_state is AgendaState.DRAFT
    component.add("status", "CANCELLED" if cancelled else "TENTATIVE" if tentative else "CONFIRMED")
    component.add("class", "PUBLIC" if page else "CONFIDENTIAL")
    return component


def _explanation(edition: Edition, meeting: InternationalMeeting, item: AgendaItem, page: str | None) -> Phrase:
    who = "; ".join(actor_name(edition, actor).text for actor in item.who)
    lines = [edition.title(meeting), who, page]
    return Phrase("\n".join(filter(None, lines)), edition.language)


def _place(edition: Edition, meeting: InternationalMeeting, within: Text | None = None) -> Phrase | None:
    named = [place.in_language(edition.language) for place in (within, meeting.place) if place]
    parts = [phrase.text for phrase in named] + list(filter(None, [country_name(edition, meeting)]))
    return Phrase(", ".join(parts), named[0].language if named else edition.language) if parts else None


def _text(phrase: Phrase) -> vText:
    """Return *phrase* marked with its language."""
    value = vText(phrase.text)
    value.params["LANGUAGE"] = phrase.language
    return value

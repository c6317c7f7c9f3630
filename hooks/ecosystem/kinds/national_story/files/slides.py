"""The national story as slides: a few points on each, and all of their words with sources in the notes."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from ecosystem.kinds.national_story.addresses import FINLAND
from ecosystem.kinds.national_story.files.telling import Linked, Told, ToldChapter, ToldRoute, contact_of, told_story
from ecosystem.pages.edition import Edition
from ecosystem.publishing.decks import Deck, Point, Sheet
from ecosystem.publishing.papers import Papers
from ecosystem.records.texts import Phrase

#: The template of the slides, beside the sources of the papers.
TEMPLATE: Final = "deck.pptx"

#: So many letters of text fit a slide, and so many rows of a table.
_MOST_LETTERS: Final = 620
_MOST_ROWS: Final = 9

Thing = TypeVar("Thing")


def render_slides(edition: Edition, papers: Papers, changed: datetime.date) -> bytes:
    """Return the story as a deck, *changed* being the day of what it says."""
    say = edition.interface.say
    title, address = say("story.title"), edition.site_url + edition.path(FINLAND)
    foot = say("demo.notice") if edition.demo else f"{say('site.name')}, {edition.formats.date(changed)}"
    deck = Deck(papers.path(TEMPLATE), edition.language, foot)
    deck.opening(title, [say("story.subject")], [say("story.notes"), address])
    for chapter in told_story(edition):
        _add(deck, edition, chapter)
    words, url = contact_of(edition)
    last = [(words, url), (f"{say('story.page')}: {address}", address), (say("frame.licence"), None)]
    deck.points(say("story.more"), [Point(Phrase(text, edition.language), to) for text, to in last], [address])
    return deck.content(
        title=title,
        subject=say("story.subject"),
        keywords=say("story.keywords"),
        author=say("site.name"),
        changed=changed,
    )


def _add(deck: Deck, edition: Edition, chapter: ToldChapter) -> None:
    title = chapter.title.text
    told = [Told(chapter.summary, "", ()), *chapter.claims] if chapter.claims else []
    for part in _parts(told, _MOST_LETTERS, lambda one: len(one.phrase.text)):
        deck.points(title, [Point(one.phrase) for one in part], [_note(edition, one) for one in part])
    for route in chapter.routes:
        deck.table(route.name.text, _route_sheet(edition, route), [_origin(edition, route.date, route.sources)])
    _add_moments(deck, edition, chapter)
    _add_trials(deck, edition, chapter)
    if chapter.meet:
        deck.table(title, _meeting_sheet(edition, chapter), [chapter.summary.text])


def _add_trials(deck: Deck, edition: Edition, chapter: ToldChapter) -> None:
    """Add a table of those of which no result is known, and a slide for each of the others."""
    say, title = edition.interface.say, chapter.title.text
    header = (say("story.trial"), say("story.organiser"), say("story.stage"))
    for part in _parts([one for one in chapter.trials if one.result is None], _MOST_ROWS, lambda _: 1):
        rows = [(_point(one.name), Point(one.where), Point(Phrase(one.stage, edition.language))) for one in part]
        notes = [f"{one.name.phrase.text}: {one.summary.text}" for one in part]
        deck.table(title, Sheet(chapter.summary.text, header, rows, (6, 4, 3)), notes)
    for one in chapter.trials:
        if one.result is not None:
            stands = Point(Phrase(f"{one.where.text}: {one.stage}", one.where.language), one.name.url)
            points = [stands, Point(one.summary), Point(one.result)]
            deck.points(one.name.phrase.text, points, [one.name.url or title])


def _add_moments(deck: Deck, edition: Edition, chapter: ToldChapter) -> None:
    say, title = edition.interface.say, chapter.title.text
    header = (say("story.date"), say("story.law"), say("story.milestone"))
    for part in _parts(chapter.moments, _MOST_ROWS, lambda _: 1):
        rows = [
            (
                Point(Phrase(one.date, edition.language)),
                _point(one.law),
                Point(Phrase(f"{one.title.text} ({one.remark})" if one.remark else one.title.text, one.title.language)),
            )
            for one in part
        ]
        notes = [f"{one.date}: {one.law.phrase.text}, {one.title.text}" for one in part]
        deck.table(title, Sheet(chapter.summary.text, header, rows, (2, 4, 6)), notes)


def _route_sheet(edition: Edition, route: ToldRoute) -> Sheet:
    say = edition.interface.say
    rows = [(Point(Phrase(label, edition.language)), Point(phrase)) for label, phrase in route.facts]
    return Sheet(route.name.text, (say("story.question"), say("story.answer")), rows, (2, 8))


def _meeting_sheet(edition: Edition, chapter: ToldChapter) -> Sheet:
    say = edition.interface.say
    rows = [
        (Point(need), Point(Phrase(", ".join(one.phrase.text for one in organisations), edition.language)))
        for need, organisations in chapter.meet
    ]
    return Sheet(chapter.summary.text, (say("story.need"), say("story.whom")), rows, (3, 8))


def _point(linked: Linked) -> Point:
    return Point(linked.phrase, linked.url)


def _note(edition: Edition, told: Told) -> str:
    return f"{told.phrase.text} {_origin(edition, told.date, told.sources)}".strip()


def _origin(edition: Edition, date: str, sources: Sequence[Linked]) -> str:
    """Return when something was true and where it stands: ``(As of 2025. Source: Kanta, https://…)``."""
    if not sources:
        return ""
    named = "; ".join(f"{one.phrase.text}, {one.url}" for one in sources)
    return f"({date}. {edition.interface.say('sources.label')}: {named})"


def _parts(things: Sequence[Thing], most: int, measure: Callable[[Thing], int]) -> Iterator[list[Thing]]:
    """Yield *things* in their order in as few parts as *most* allows, about as large as each other."""
    whole = sum(map(measure, things))
    share = whole / max(1, -(-whole // most))
    part: list[Thing] = []
    filled, due = 0, share
    for thing in things:
        if part and filled + measure(thing) / 2 > due:
            yield part
            part, due = [], due + share
        part.append(thing)
        filled += measure(thing)
    if part:
        yield part

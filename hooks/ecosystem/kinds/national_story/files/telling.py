"""What the files of the national story say, in the reader's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecosystem.kinds.actors import actor_address, actor_name
from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.national_story.model import Chapter, Claim, DataRoute, WhomToMeet
from ecosystem.kinds.national_story.view import ShownChapter, story
from ecosystem.kinds.parts import Source
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.texts import Phrase, Text


@dataclass(frozen=True, slots=True)
class Linked:
    """Words with the address to which they lead, where they have one."""

    phrase: Phrase
    url: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is said, when it was true and where it stands."""

    phrase: Phrase
    date: str
    sources: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class ToldRoute:
    """A way to data: its name, and what is said of it under each label."""

    name: Phrase
    facts: tuple[tuple[str, Phrase], ...]
    date: str
    sources: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A pilot or a case: what it is called, whose it is, where it stands, what it is and what came of it."""

    name: Linked
    where: Phrase
    stage: str
    summary: Phrase
    result: Phrase | None


@dataclass(frozen=True, slots=True)
class ToldMoment:
    """A milestone: when, of which law, what, and whether it is still to come."""

    date: str
    law: Linked
    title: Phrase
    remark: str | None


@dataclass(frozen=True, slots=True)
class ToldChapter:
    """A chapter in words."""

    title: Phrase
    summary: Phrase
    claims: tuple[Told, ...]
    routes: tuple[ToldRoute, ...]
    moments: tuple[ToldMoment, ...]
    trials: tuple[Trial, ...]
    meet: tuple[tuple[Phrase, tuple[Linked, ...]], ...]


def told_story(edition: Edition) -> Sequence[ToldChapter]:
    """Return the whole story in the words of *edition*."""
    return [_chapter(edition, one) for one in story(edition)]


def contact_of(edition: Edition) -> tuple[str, str]:
    """Return where to write, with the address: the operator's own, else the page of contacts. Files name no person."""
    say, email = edition.interface.say, edition.content.operator.contact_email
    if email:
        return f"{say('contact.write_to')} {email}", f"mailto:{email}"
    page = edition.site_url + edition.path("contact")
    return f"{edition.page_title('contact')}: {page}", page


def _chapter(edition: Edition, shown: ShownChapter) -> ToldChapter:
    chapter: Chapter = shown.record
    return ToldChapter(
        title=_said(edition, chapter.name),
        summary=_said(edition, chapter.summary),
        claims=tuple(_claim(edition, one) for one in chapter.claims),
        routes=tuple(_route(edition, one) for one in chapter.routes),
        moments=tuple(_moments(edition, shown)),
        trials=tuple(_trials(edition, shown)),
        meet=tuple(_meeting(edition, one) for one in chapter.meet),
    )


def _said(edition: Edition, text: Text) -> Phrase:
    phrase = text.in_language(edition.language)
    return Phrase(" ".join(phrase.text.split()), phrase.language)


def _claim(edition: Edition, claim: Claim) -> Told:
    return Told(_said(edition, claim.text), _as_of(edition, claim.date), _sources(edition, claim.sources))


def _route(edition: Edition, route: DataRoute) -> ToldRoute:
    facts = (
        ("story.purpose", route.purpose),
        ("story.decision", route.decision),
        ("story.fee", route.fee),
        ("story.time", route.time),
        ("story.environment", route.environment),
    )
    return ToldRoute(
        _said(edition, route.name),
        tuple((edition.interface.say(label), _said(edition, text)) for label, text in facts),
        _as_of(edition, route.date),
        _sources(edition, route.sources),
    )


def _as_of(edition: Edition, date: PartialDate) -> str:
    return f"{edition.interface.say('story.as_of')} {edition.formats.partial_date(date)}"


def _moments(edition: Edition, shown: ShownChapter) -> Iterator[ToldMoment]:
    for moment in shown.moments:
        may_change = moment.is_to_come and moment.law.later_unknown
        yield ToldMoment(
            edition.formats.partial_date(moment.milestone.date),
            Linked(_said(edition, moment.law.heading), edition.address("laws", moment.law.id)),
            _said(edition, moment.milestone.title),
            edition.interface.say("laws.may_have_changed") if may_change else None,
        )


def _trials(edition: Edition, shown: ShownChapter) -> Iterator[Trial]:
    say, formats = edition.interface.say, edition.formats
    for pilot in shown.pilots:
        standing = shown.standings[pilot.id]
        known = f"{edition.interface.choice(standing.value)}, {formats.date(pilot.status_date)}"
        yield _trial(edition, "pilots", pilot, pilot.organiser, say(standing.lapsed) if standing.lapsed else known)
    for case in shown.cases:
        known = edition.interface.choice(case.stage)
        if case.stage_date:
            known += f", {formats.partial_date(case.stage_date)}"
        yield _trial(edition, "cases", case, case.region, known)


def _trial(edition: Edition, collection: str, record: Pilot | Case, region: str, stage: str) -> Trial:
    return Trial(
        Linked(_said(edition, record.heading), edition.address(collection, record.id)),
        _said(edition, edition.ecosystem.of(Region)[region].heading),
        stage,
        _said(edition, record.summary),
        _said(edition, record.results) if record.results else None,
    )


def _meeting(edition: Edition, one: WhomToMeet) -> tuple[Phrase, tuple[Linked, ...]]:
    organisations = tuple(
        Linked(actor_name(edition, actor), actor_address(edition, actor)) for actor in one.organisations
    )
    return _said(edition, one.need), organisations


def _sources(edition: Edition, sources: Sequence[Source]) -> tuple[Linked, ...]:
    return tuple(_source(edition, source) for source in sources)


def _source(edition: Edition, source: Source) -> Linked:
    """Return a source as a publication and its page, or as a page's publisher and title, leading to it."""
    if source.document is not None:
        publication = edition.ecosystem.of(Publication)[source.document]
        phrase = _said(edition, publication.heading)
        text = f"{phrase.text}: {source.page}" if source.page else phrase.text
        return Linked(Phrase(text, phrase.language), edition.address("publications", publication.id))
    called = [_said(edition, text) for text in (source.title, source.publisher) if text]
    if not called:
        return Linked(Phrase(source.url or "", edition.language), source.url)
    return Linked(Phrase(", ".join(phrase.text for phrase in called), called[0].language), source.url)

"""The national story as its page, paper and slides show it: the chapters in order, with what they name."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.laws.model import Law
from ecosystem.kinds.laws.timeline import Moment, moments
from ecosystem.kinds.national_story.model import Chapter
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.kinds.pilots.standing import pilot_standing
from ecosystem.kinds.standing import Standing
from ecosystem.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class ShownChapter:
    """A chapter with the milestones of its laws, oldest first, and its pilots and cases in its own order."""

    record: Chapter
    moments: tuple[Moment, ...]
    pilots: tuple[Pilot, ...]
    cases: tuple[Case, ...]
    #: Where each pilot stands today, by its id.
    standings: Mapping[str, Standing]


def chapters(edition: Edition) -> Sequence[Chapter]:
    """Return all chapters in the order of their places."""
    return sorted(edition.ecosystem.of(Chapter).values(), key=lambda one: one.place)


def shown_chapter(edition: Edition, chapter: Chapter) -> ShownChapter:
    """Return *chapter* with what it names."""
    laws, pilots, cases = edition.ecosystem.of(Law), edition.ecosystem.of(Pilot), edition.ecosystem.of(Case)
    return ShownChapter(
        chapter,
        moments(edition, [laws[name] for name in chapter.laws]),
        tuple(pilots[name] for name in chapter.pilots),
        tuple(cases[name] for name in chapter.cases),
        {name: pilot_standing(pilots[name], edition.today) for name in chapter.pilots},
    )


def story(edition: Edition) -> Sequence[ShownChapter]:
    """Return the whole story."""
    return [shown_chapter(edition, chapter) for chapter in chapters(edition)]


def last_change(edition: Edition) -> datetime.date | None:
    """Return when anything that the story shows last changed; None while there is no story."""
    shown = [(one.record, *(moment.law for moment in one.moments), *one.pilots, *one.cases) for one in story(edition)]
    return max((record.updated for records in shown for record in records), default=None)

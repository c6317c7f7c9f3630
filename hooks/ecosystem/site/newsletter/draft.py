"""A draft of an issue, for an editor to choose from: what is new since the last issue, and the events to come."""

import datetime
from typing import Final

from jinja2 import Environment

from ecosystem.pages.edition import Edition
from ecosystem.site.newsletter.issue import Issue, Section
from ecosystem.site.newsletter.listing import own_issues
from ecosystem.site.newsletter.stories import Stories

#: For so many days back the first issue of all tells.
FIRST_COVERS: Final = datetime.timedelta(days=31)

#: So many characters of the preheader are seen beside the subject.
LONGEST_PREHEADER: Final = 110

_BETWEEN: Final = " · "


def last_issue(edition: Edition, day: datetime.date) -> Issue | None:
    """Return the last issue that was sent before *day* to the readers of *edition*."""
    return next((issue for issue in own_issues(edition) if issue.date < day), None)


def first_day(edition: Edition, day: datetime.date) -> datetime.date:
    """Return from which day on an issue of *day* tells: that of the last issue."""
    last = last_issue(edition, day)
    return last.date if last else day - FIRST_COVERS


def draft_issue(edition: Edition, environment: Environment, since: datetime.date, day: datetime.date) -> Issue | None:
    """Return the draft of the issue that is sent on *day* and tells what is new from *since* on; None without that."""
    last = last_issue(edition, day)
    told = {story.url for section in last.sections for story in section.stories} if last else set()
    sections = tuple(Stories(edition, environment).since(since, day, told))
    if not sections:
        return None
    say = edition.interface.say
    return Issue.model_construct(
        date=day,
        language=edition.language,
        title=say("newsletter.title", site=say("site.name"), date=edition.formats.date(day)),
        preheader=_preheader(sections),
        sections=sections,
    )


def _preheader(sections: tuple[Section, ...]) -> str:
    """Return the first headline and those others that can be seen beside it."""
    shown, *others = [" ".join(story.title.split()) for section in sections for story in section.stories]
    for title in others:
        if len(shown) + len(_BETWEEN) + len(title) <= LONGEST_PREHEADER:
            shown += _BETWEEN + title
    return shown

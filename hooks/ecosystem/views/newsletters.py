"""The sent issues of the newsletter: the list of them, and what the page and the feed item of one show."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ecosystem.addresses import newsletter_path
from ecosystem.languages import LANGUAGES, Language
from ecosystem.model.sent_issue import SentIssue
from ecosystem.model.texts import FALLBACKS
from ecosystem.newsletter.introduction import Introduction, make_introduction
from ecosystem.views.edition import Edition

#: The issues by day, the newest first, and by language.
Newsletters: TypeAlias = Mapping[datetime.date, Mapping[Language, SentIssue]]


@dataclass(frozen=True, slots=True)
class ListedIssue:
    """An issue in a list: in the reader's language, or in the next best one that it was sent in."""

    issue: SentIssue
    path: str


def published_issues(issues: Iterable[SentIssue], today: datetime.date) -> Newsletters:
    """Return the *issues* that the public may see on the day *today*: one with a later day waits for it."""
    days: dict[datetime.date, dict[Language, SentIssue]] = {}
    for issue in sorted(issues, key=lambda one: (one.date, -LANGUAGES.index(one.language)), reverse=True):
        if issue.date <= today:
            days.setdefault(issue.date, {})[issue.language] = issue
    return days


def listed_issues(edition: Edition) -> tuple[ListedIssue, ...]:
    """Return every issue once, the newest first."""
    wanted = (edition.language, *FALLBACKS[edition.language])
    chosen = [
        next(by_language[language] for language in wanted if language in by_language)
        for by_language in edition.newsletters.values()
    ]
    return tuple(ListedIssue(issue, newsletter_path(issue.date, issue.language)) for issue in chosen)


def own_issues(edition: Edition) -> tuple[SentIssue, ...]:
    """Return the issues that were sent in the reader's language, the newest first."""
    return tuple(
        by_language[edition.language] for by_language in edition.newsletters.values() if edition.language in by_language
    )


def issue_alternates(edition: Edition, issue: SentIssue) -> dict[Language, str]:
    """Return the paths of *issue* in the languages in which it was sent."""
    sent = edition.newsletters[issue.date]
    return {language: newsletter_path(issue.date, language) for language in LANGUAGES if language in sent}


def issue_introduction(issue: SentIssue) -> Introduction | None:
    """Return the introduction of *issue*, cleaned."""
    return make_introduction(issue.introduction) if issue.introduction else None


def last_touched(issue: SentIssue) -> datetime.date:
    """Return the day on which *issue* was sent, or mended after that."""
    return issue.corrected or issue.date

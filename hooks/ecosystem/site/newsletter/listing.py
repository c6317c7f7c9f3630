"""The sent issues of the newsletter: the list of them, and what the page and the feed item of one show."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.addresses import Addresses
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import FALLBACKS
from ecosystem.site.addresses import NEWSLETTER
from ecosystem.site.newsletter.introduction import Introduction, make_introduction
from ecosystem.site.newsletter.issue import Issue

#: The issues by day, the newest first, and by language.
Newsletters: TypeAlias = Mapping[datetime.date, Mapping[Language, Issue]]


@dataclass(frozen=True, slots=True)
class ListedIssue:
    """An issue in a list: in the reader's language, or in the next best one that it was sent in."""

    issue: Issue
    path: str


def newsletter_path(addresses: Addresses, day: datetime.date, language: Language) -> str:
    """Return the path of the newsletter that was sent on *day* in *language*: `sv/nyhetsbrev/2026-12-01/`."""
    return addresses.below(NEWSLETTER, day.isoformat(), language)


def issues_of(edition: Edition) -> Newsletters:
    """Return the issues that the public may see."""
    return cast(Newsletters, edition.content.newsletters)


def all_issues(edition: Edition) -> tuple[Issue, ...]:
    """Return every issue in every language in which it was sent, the newest first."""
    return tuple(issue for by_language in issues_of(edition).values() for issue in by_language.values())


def days_of_change(edition: Edition) -> Iterator[datetime.date]:
    """Yield the day on which each issue was sent, or mended after that."""
    return map(last_touched, all_issues(edition))


def published_issues(issues: Iterable[Issue], today: datetime.date) -> Newsletters:
    """Return the *issues* that the public may see on the day *today*: one with a later day waits for it."""
    days: dict[datetime.date, dict[Language, Issue]] = {}
    for issue in sorted(issues, key=lambda one: (one.date, -LANGUAGES.index(one.language)), reverse=True):
        if issue.date <= today:
            days.setdefault(issue.date, {})[issue.language] = issue
    return days


def listed_issues(edition: Edition) -> tuple[ListedIssue, ...]:
    """Return every issue once, the newest first."""
    wanted = (edition.language, *FALLBACKS[edition.language])
    chosen = [
        next(by_language[language] for language in wanted if language in by_language)
        for by_language in issues_of(edition).values()
    ]
    return tuple(
        ListedIssue(issue, newsletter_path(edition.content.addresses, issue.date, issue.language)) for issue in chosen
    )


def own_issues(edition: Edition) -> tuple[Issue, ...]:
    """Return the issues that were sent in the reader's language, the newest first."""
    return tuple(
        by_language[edition.language] for by_language in issues_of(edition).values() if edition.language in by_language
    )


def issue_alternates(edition: Edition, issue: Issue) -> dict[Language, str]:
    """Return the paths of *issue* in the languages in which it was sent."""
    sent = issues_of(edition)[issue.date]
    return {
        language: newsletter_path(edition.content.addresses, issue.date, language)
        for language in LANGUAGES
        if language in sent
    }


def issue_introduction(issue: Issue) -> Introduction | None:
    """Return the introduction of *issue*, cleaned."""
    return make_introduction(issue.introduction) if issue.introduction else None


def last_touched(issue: Issue) -> datetime.date:
    """Return the day on which *issue* was sent, or mended after that."""
    return issue.corrected or issue.date

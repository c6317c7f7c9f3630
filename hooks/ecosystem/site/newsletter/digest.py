"""What each month brought, made from the data: it stands in for the newsletter where no issue was sent.

Nobody has written or sent a digest, and it is worded anew from the data as they are, so it is marked as what it is.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.uses import once
from ecosystem.kinds.news.model import NewsItem
from ecosystem.pages.addresses import Addresses
from ecosystem.pages.edition import Content, Edition
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.feeds.items import FeedItem
from ecosystem.site.addresses import NEWSLETTER
from ecosystem.site.newsletter.issue import Section
from ecosystem.site.newsletter.stories import Stories, told_items

_MORE_THAN_A_MONTH: Final = datetime.timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Digest:
    """What the month that begins on the day `month` brought: its heading, its address, and in which languages it is."""

    month: datetime.date
    title: str
    path: str
    alternates: dict[Language, str]

    @property
    def name(self) -> str:
        """What tells it from others for good, in addresses and feeds: `2026-11`."""
        return f"{self.month:%Y-%m}"

    @property
    def made(self) -> datetime.date:
        """The day from which on there is nothing to add: the first of the next month."""
        return (self.month + _MORE_THAN_A_MONTH).replace(day=1)


@once
def digests(edition: Edition) -> tuple[Digest, ...]:
    """Return the digests of *edition*, the newest first: of all months without an issue in its language."""
    return tuple(_digests(edition))


def _digests(edition: Edition) -> Iterator[Digest]:
    content = edition.content
    for month in _items_by_month(content):
        alternates = {
            language: _path(content.addresses, month, language)
            for language in LANGUAGES
            if not _has_issue(content, month, language)
        }
        if edition.language in alternates:
            title = edition.interface.say("newsletter.digest", month=edition.formats.month_and_year(month))
            yield Digest(month, title, alternates[edition.language], alternates)


def _path(addresses: Addresses, month: datetime.date, language: Language) -> str:
    """Return the path of the digest of *month*: `sv/nyhetsbrev/2026-11/`."""
    return addresses.below(NEWSLETTER, f"{month:%Y-%m}", language)


def digest_sections(renderer: Renderer, digest: Digest) -> tuple[Section, ...]:
    """Return what *digest* tells."""
    edition = renderer.edition
    return tuple(Stories(edition, renderer.environment).of(_items_by_month(edition.content)[digest.month]))


@once
def _items_by_month(content: Content) -> dict[datetime.date, list[FeedItem]]:
    """Return what was told in each month that is over, the newest first, since that of the oldest news."""
    first = min((item.date for item in content.ecosystem.of(NewsItem).values()), default=datetime.date.max)
    months: dict[datetime.date, list[FeedItem]] = {}
    for item in told_items(content):
        month = item.published.replace(day=1)
        if first.replace(day=1) <= month < content.today.replace(day=1):
            months.setdefault(month, []).append(item)
    return months


def _has_issue(content: Content, month: datetime.date, language: Language) -> bool:
    """Tell whether an issue was sent in *month* in *language*."""
    return any(day.replace(day=1) == month and language in sent for day, sent in content.newsletters.items())

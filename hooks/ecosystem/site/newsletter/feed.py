"""The feed of the newsletter: each issue whole, in the language in which it was sent, and the digests between them.

Issues also stand in the feed of everything. Digests do not: what they tell stands there already.
"""

import datetime
from collections.abc import Sequence
from typing import Final

from ecosystem.pages.links import place
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.feeds.entries import Entry, moment, tag_uri
from ecosystem.publishing.feeds.publication import MoreEntries
from ecosystem.site.addresses import NEWSLETTER
from ecosystem.site.newsletter.digest import Digest, digest_sections, digests
from ecosystem.site.newsletter.introduction import Introduction
from ecosystem.site.newsletter.issue import Issue, Section
from ecosystem.site.newsletter.listing import issue_introduction, last_touched, newsletter_path, own_issues


def newsletter_entries(renderer: Renderer, most: int) -> list[Entry]:
    """Return the *most* newest issues in the language of *renderer*, the newest first."""
    return [_of_issue(renderer, issue) for issue in own_issues(renderer.edition)[:most]]


def digest_entries(renderer: Renderer, most: int) -> list[Entry]:
    """Return the *most* newest digests, the newest first."""
    return [_of_digest(renderer, digest) for digest in digests(renderer.edition)[:most]]


NEWSLETTER_ENTRIES: Final = (
    MoreEntries((None, NEWSLETTER), newsletter_entries),
    MoreEntries((NEWSLETTER,), digest_entries),
)


def _of_issue(renderer: Renderer, issue: Issue) -> Entry:
    edition = renderer.edition
    return _entry(
        renderer,
        name=str(issue.date),
        path=newsletter_path(edition.content.addresses, issue.date, edition.language),
        title=issue.title,
        published=issue.date,
        updated=min(last_touched(issue), max(edition.today, issue.date)),
        category=edition.interface.say("newsletter.kind"),
        sections=issue.sections,
        introduction=issue_introduction(issue),
    )


def _of_digest(renderer: Renderer, digest: Digest) -> Entry:
    say = renderer.edition.interface.say
    return _entry(
        renderer,
        name=digest.name,
        path=digest.path,
        title=digest.title,
        published=digest.made,
        updated=digest.made,
        category=say("newsletter.digest.kind"),
        sections=digest_sections(renderer, digest),
        note=say("newsletter.digest.made"),
    )


def _entry(
    renderer: Renderer,
    *,
    name: str,
    path: str,
    title: str,
    published: datetime.date,
    updated: datetime.date,
    category: str,
    sections: Sequence[Section],
    introduction: Introduction | None = None,
    note: str | None = None,
) -> Entry:
    edition = renderer.edition
    template = renderer.environment.get_template("feeds/newsletter.html")
    html = template.render(sections=sections, introduction=introduction, note=note, path=path)
    return Entry(
        id=tag_uri(edition, f"{NEWSLETTER}/{name}"),
        address=edition.site_url + path,
        title=title,
        title_language=edition.language,
        html=place(html, edition.site_url).strip(),
        language=edition.language,
        published=moment(published),
        updated=moment(updated),
        categories=(category,),
    )

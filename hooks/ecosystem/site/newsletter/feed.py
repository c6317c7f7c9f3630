"""Sent newsletters as items of the feeds: they belong to the news, in the language in which they were sent."""

from typing import Final

from ecosystem.pages.links import place
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.feeds.entries import Entry, moment, tag_uri
from ecosystem.publishing.feeds.publication import MoreEntries
from ecosystem.site.addresses import NEWSLETTER
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.newsletter.listing import issue_introduction, last_touched, newsletter_path, own_issues

_TOPIC: Final = "news"


def newsletter_entries(renderer: Renderer, most: int) -> list[Entry]:
    """Return the *most* newest issues in the language of *renderer*, the newest first."""
    return [_entry(renderer, issue) for issue in own_issues(renderer.edition)[:most]]


NEWSLETTER_ENTRIES: Final = MoreEntries(_TOPIC, newsletter_entries)


def _entry(renderer: Renderer, issue: Issue) -> Entry:
    edition = renderer.edition
    path = newsletter_path(edition.content.addresses, issue.date, edition.language)
    template = renderer.environment.get_template("feeds/newsletter.html")
    html = template.render(issue=issue, introduction=issue_introduction(issue), path=path)
    say = edition.interface.say
    return Entry(
        id=tag_uri(edition, f"{NEWSLETTER}/{issue.date}"),
        address=edition.site_url + path,
        title=issue.title,
        title_language=edition.language,
        html=place(html, edition.site_url).strip(),
        language=edition.language,
        published=moment(issue.date),
        updated=moment(min(last_touched(issue), max(edition.today, issue.date))),
        categories=(say(f"feed.{_TOPIC}"), say("newsletter.kind")),
    )

"""Sent newsletters as items of the feeds: they belong to the news, in the language in which they were sent."""

from jinja2 import Environment

from ecosystem.addresses import NEWSLETTER, newsletter_path
from ecosystem.feeds.entries import Entry, moment, tag_uri
from ecosystem.model.sent_issue import SentIssue
from ecosystem.render.links import place
from ecosystem.views.edition import Edition
from ecosystem.views.newsletters import issue_introduction, last_touched, own_issues


def newsletter_entries(edition: Edition, environment: Environment, most: int) -> list[Entry]:
    """Return the *most* newest issues in the language of *edition*, the newest first."""
    return [_entry(edition, environment, issue) for issue in own_issues(edition)[:most]]


def _entry(edition: Edition, environment: Environment, issue: SentIssue) -> Entry:
    path = newsletter_path(issue.date, edition.language)
    template = environment.get_template("feeds/newsletter.html")
    html = template.render(issue=issue, introduction=issue_introduction(issue), path=path)
    say = edition.interface.say
    return Entry(
        id=tag_uri(edition.site_url, f"{edition.language}/{NEWSLETTER}/{issue.date}"),
        address=edition.site_url + path,
        title=issue.title,
        title_language=edition.language,
        html=place(html, edition.site_url).strip(),
        language=edition.language,
        published=moment(issue.date),
        updated=moment(min(last_touched(issue), max(edition.today, issue.date))),
        newest=moment(issue.date),
        categories=(say("feed.news"), say("newsletter.kind")),
    )

"""The pages of the newsletter: one for each issue and language in which it was sent, and one for each digest.

A digest says again what other pages say, so neither the search nor the sitemap leads to it: the list of issues does.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.pages.listed_pages import ListedPage, ListsPages
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.site.addresses import NEWSLETTER
from ecosystem.site.newsletter.digest import digest_sections, digests
from ecosystem.site.newsletter.listing import (
    issue_alternates,
    issue_introduction,
    last_touched,
    listed_issues,
    newsletter_path,
    own_issues,
)

_OPEN_GRAPH_KIND: Final = "article"


def issue_entries(edition: Edition) -> Iterator[ListedPage]:
    """Yield the sent newsletters as lists of pages name them, the newest first."""
    for listed in listed_issues(edition):
        yield ListedPage(listed.issue.title, listed.issue.language, listed.path, NEWSLETTER)


def newsletter_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of every issue and of every digest."""
    edition = renderer.edition
    for place, issue in enumerate(own_issues(edition)):
        path = newsletter_path(edition.content.addresses, issue.date, edition.language)
        alternates = issue_alternates(edition, issue)
        yield Page(path, edition.language, last_touched(issue), alternates, partial(_document, renderer, place))
    for place, digest in enumerate(digests(edition)):
        document = partial(_digest_document, renderer, place)
        yield Page(digest.path, edition.language, digest.made, digest.alternates, document, listed=False)


NEWSLETTER_PAGES: Final = ListsPages(NEWSLETTER, "search.newsletters", issue_entries, newsletter_pages)


def _document(renderer: Renderer, place: int) -> str:
    edition = renderer.edition
    issue = own_issues(edition)[place]
    path = newsletter_path(edition.content.addresses, issue.date, edition.language)
    alternates = issue_alternates(edition, issue)
    crumbs = (*crumbs_to(edition, NEWSLETTER), Crumb(issue.title, path, edition.language))
    frame = Frame(
        here=path,
        title=issue.title,
        title_language=edition.language,
        description=edition.interface.say("newsletter.issue", date=edition.formats.date(issue.date)),
        section=NEWSLETTER,
        crumbs=crumbs,
        alternates=alternates,
        kind=_OPEN_GRAPH_KIND,
        structured_data=[renderer.crumb_data(crumbs)],
        # To a language in which the issue was not sent the switch leads to the list, which shows it all the same.
        languages=language_links({**edition.content.addresses.alternates(NEWSLETTER), **alternates}),
    )
    introduction = issue_introduction(issue)
    return renderer.show("pages/newsletter-issue.html", frame, issue=issue, introduction=introduction)


def _digest_document(renderer: Renderer, place: int) -> str:
    edition = renderer.edition
    digest = digests(edition)[place]
    crumbs = (*crumbs_to(edition, NEWSLETTER), Crumb(digest.title, digest.path, edition.language))
    frame = Frame(
        here=digest.path,
        title=digest.title,
        title_language=edition.language,
        description=edition.interface.say(
            "newsletter.digest.about", month=edition.formats.month_and_year(digest.month)
        ),
        section=NEWSLETTER,
        crumbs=crumbs,
        alternates=digest.alternates,
        kind=_OPEN_GRAPH_KIND,
        indexed=False,
        structured_data=[renderer.crumb_data(crumbs)],
        languages=language_links({**edition.content.addresses.alternates(NEWSLETTER), **digest.alternates}),
    )
    return renderer.show("pages/newsletter-digest.html", frame, sections=digest_sections(renderer, digest))

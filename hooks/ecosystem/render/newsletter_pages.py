"""The pages of sent newsletters: one for each issue and language in which it was sent."""

from pathlib import Path
from typing import Final

from ecosystem.addresses import NEWSLETTER, file_of, newsletter_path, page_alternates
from ecosystem.languages import Language
from ecosystem.model.sent_issue import SentIssue
from ecosystem.render.site import Site
from ecosystem.render.sitemap import SitemapEntry
from ecosystem.views.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.views.newsletters import issue_alternates, issue_introduction, last_touched, own_issues

_OPEN_GRAPH_KIND: Final = "article"


def write_newsletter_pages(site: Site, folder: Path) -> None:
    """Write the page of every issue below *folder*."""
    for language, edition in site.editions.items():
        for issue in own_issues(edition):
            file = folder / file_of(newsletter_path(issue.date, language))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_page(site, issue, language), encoding="utf-8")


def _page(site: Site, issue: SentIssue, language: Language) -> str:
    edition = site.editions[language]
    path = newsletter_path(issue.date, language)
    alternates = issue_alternates(edition, issue)
    parents = crumbs_to(edition, NEWSLETTER, site.page_titles[language][NEWSLETTER])
    crumbs = (*parents, Crumb(issue.title, path, language))
    frame = Frame(
        here=path,
        title=issue.title,
        title_language=language,
        description=edition.interface.say("newsletter.issue", date=edition.formats.date(issue.date)),
        section=NEWSLETTER,
        crumbs=crumbs,
        alternates=alternates,
        kind=_OPEN_GRAPH_KIND,
        structured_data=[site.crumb_data(crumbs)],
        # To a language in which the issue was not sent the switch leads to the list, which shows it all the same.
        languages=language_links({**page_alternates(NEWSLETTER), **alternates}),
    )
    site.sitemap[path] = SitemapEntry(path, last_touched(issue), alternates)
    introduction = issue_introduction(issue)
    return site.render_template("pages/newsletter-issue.html", frame, language, issue=issue, introduction=introduction)

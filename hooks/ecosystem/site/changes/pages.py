"""The pages of the history of the data: one with the newest days, and one for each month."""

import datetime
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.pages.listed_pages import ListedPage, ListsPages
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.site.addresses import CHANGES
from ecosystem.site.changes.days import DayOfChanges, days_of_changes, months
from ecosystem.site.changes.wording import Lines, lines_of

#: The first page shows whole days until so many lines stand on it.
_ENOUGH_LINES: Final = 60


def changes(edition: Edition) -> Mapping[str, Any]:
    """Return what the page of the history shows: the newest days, at least one, and the way to each month."""
    newest: list[tuple[DayOfChanges, tuple[Lines, ...]]] = []
    for one in days_of_changes(edition.content):
        if sum(len(some.lines) for _, lines in newest for some in lines) >= _ENOUGH_LINES:
            break
        newest.append((one, lines_of(edition, one)))
    return {"days": newest, "months": _ways(edition)}


def newest_day(edition: Edition) -> Iterator[datetime.date]:
    """Yield the last day on which the data changed."""
    yield from (one.day for one in days_of_changes(edition.content)[:1])


def month_entries(edition: Edition) -> Iterator[ListedPage]:
    """Yield the pages of the months as lists of pages name them, the newest first."""
    for path, _, name in _ways(edition):
        yield ListedPage(edition.interface.say("changes.in", month=name), edition.language, path, CHANGES)


def month_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of each month in which something changed."""
    edition = renderer.edition
    for month, days in months(edition.content).items():
        alternates = {one: edition.content.addresses.below(CHANGES, month, one) for one in LANGUAGES}
        document = partial(_document, renderer, month)
        yield Page(alternates[edition.language], edition.language, days[0].day, alternates, document)


CHANGES_PAGES: Final = ListsPages(CHANGES, "changes.months", month_entries, month_pages)


def _ways(edition: Edition) -> list[tuple[str, str, str]]:
    """Return the path of the page of each month, the month, and what it is called."""
    return [(edition.path_below(CHANGES, month), month, _name(edition, month)) for month in months(edition.content)]


def _name(edition: Edition, month: str) -> str:
    return edition.formats.month_and_year(datetime.date.fromisoformat(f"{month}-01"))


def _document(renderer: Renderer, month: str) -> str:
    edition = renderer.edition
    alternates = {one: edition.content.addresses.below(CHANGES, month, one) for one in LANGUAGES}
    days = [(one, lines_of(edition, one)) for one in months(edition.content)[month]]
    path, name = alternates[edition.language], _name(edition, month)
    title = edition.interface.say("changes.in", month=name)
    crumbs = (*crumbs_to(edition, CHANGES), Crumb(name, path, edition.language))
    frame = Frame(
        here=path,
        title=title,
        title_language=edition.language,
        description=edition.interface.say("changes.description", month=name),
        section=CHANGES,
        crumbs=crumbs,
        alternates=alternates,
        structured_data=[renderer.crumb_data(crumbs)],
        languages=language_links(alternates),
    )
    return renderer.show("pages/changes-month.html", frame, days=days)

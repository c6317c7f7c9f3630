"""The history of the data as a feed of its own: an item for each day on which something changed.

The id of a day's item is that of all that had happened on it: what comes after a reader has seen the day is another.
"""

from itertools import takewhile
from typing import Final

from ecosystem.pages.links import place
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.feeds.entries import Entry, moment, tag_uri
from ecosystem.publishing.feeds.publication import LEAST_ITEMS, PERIOD, MoreEntries
from ecosystem.site.addresses import CHANGES
from ecosystem.site.changes.days import DayOfChanges, days_of_changes
from ecosystem.site.changes.wording import lines_of


def changes_entries(renderer: Renderer, most: int) -> list[Entry]:
    """Return the newest days of changes, at most so many as a feed shows."""
    edition = renderer.edition
    days = days_of_changes(edition.content)
    recent = sum(1 for _ in takewhile(lambda one: one.day >= edition.today - PERIOD, days))
    return [_entry(renderer, one) for one in days[: min(max(recent, LEAST_ITEMS), most)]]


CHANGES_ENTRIES: Final = MoreEntries((CHANGES,), changes_entries)


def _entry(renderer: Renderer, one: DayOfChanges) -> Entry:
    edition = renderer.edition
    path = f"{edition.path_below(CHANGES, one.month)}#{one.day}"
    template = renderer.environment.get_template("feeds/changes.html")
    html = template.render(lines=lines_of(edition, one), path=path)
    say = edition.interface.say
    return Entry(
        id=tag_uri(edition, f"{CHANGES}/{one.day}/{one.digest}"),
        address=edition.site_url + path,
        title=say("changes.of_day", day=edition.formats.date(one.day)),
        title_language=edition.language,
        html=place(html, edition.site_url).strip(),
        language=edition.language,
        published=moment(one.day),
        updated=moment(one.day),
        categories=(say(f"feed.{CHANGES}"),),
    )

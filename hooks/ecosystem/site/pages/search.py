"""The search page: the kinds of page that its results are grouped and narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.pages.edition import Edition
from ecosystem.search.copies import PAGE_KIND
from ecosystem.site.pages.a_z import letter_links
from ecosystem.site.pages.parents import parents

#: A query is cut after so many characters: more would only slow the search down.
LONGEST_QUERY: Final = 200


@dataclass(frozen=True, slots=True)
class SearchedKind:
    """A kind of page: its name in addresses, what one of it is called, and many."""

    value: str
    one: str
    many: str


def search(edition: Edition) -> Mapping[str, Any]:
    """Return the kinds of page, the longest query, and the ways to the letters of the index."""
    say = edition.interface.say
    many = {name: say(f"collection.{name}") for name in edition.ecosystem.kinds}
    many |= {parent.page: say(parent.called) for parent in parents(edition)}
    many[PAGE_KIND] = say("search.pages")
    return {
        "kinds": [SearchedKind(value, say(f"kind.{value}"), name) for value, name in many.items()],
        "longest_query": LONGEST_QUERY,
        "letters": letter_links(edition),
    }

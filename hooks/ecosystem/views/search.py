"""The search page: the kinds of page that its results are grouped and narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ecosystem.addresses import NEWSLETTER, PROVIDERS, SECTIONS
from ecosystem.views.edition import Edition
from ecosystem.views.site_index import PAGE, letter_links

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
    many: dict[str, str] = {collection: say(f"collection.{collection}") for collection in SECTIONS}
    many |= {
        PROVIDERS: say("offerings.providers"),
        NEWSLETTER: say("search.newsletters"),
        PAGE: say("search.pages"),
    }
    return {
        "kinds": [SearchedKind(value, say(f"kind.{value}"), name) for value, name in many.items()],
        "longest_query": LONGEST_QUERY,
        "letters": letter_links(edition),
    }

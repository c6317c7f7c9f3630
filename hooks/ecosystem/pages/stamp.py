"""Write many pages that differ in a few places: render one, cut it at the places, and fill them for each page.

The frame of a page (navigation, header, footer) is most of its cost and the same for all records of a
collection; only what differs is rendered once for each.
"""

import re
from collections.abc import Iterable, Mapping


class Stamp:
    """A document cut at its tokens."""

    def __init__(self, document: str, tokens: Iterable[str]) -> None:
        self._tokens = frozenset(tokens)
        pattern = "|".join(re.escape(token) for token in sorted(self._tokens, key=len, reverse=True))
        self._parts = re.split(f"({pattern})", document)
        missing = self._tokens.difference(self._parts)
        if missing:
            raise ValueError(f"the document lacks the tokens {sorted(missing)}")

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the document with each token replaced by its value, which is used as it is."""
        return "".join([values[part] if part in self._tokens else part for part in self._parts])

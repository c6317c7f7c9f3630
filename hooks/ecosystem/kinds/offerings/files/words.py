"""The words of every entry in all languages, for the filter bar of the catalogue: what a list item shows is less.

The file is an object of ids, each with the words of its entry: texts, names of choices and countries, codes.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from ecosystem.kinds.offerings.catalogue import Catalogue

#: Details in which nobody looks for an offering: whom to write to, where facts stand, and the checks of the entry.
_NOT_SEARCHED: Final = frozenset(
    {"contact", "sources", "verified_on", "verification", "declared", "updated", "address"}
)
_WORD: Final = re.compile(r"[^\s,;()]+")


def render_words(catalogues: Iterable[Catalogue]) -> bytes:
    """Return the words of the entries of *catalogues*, each once, as JSON."""
    words: dict[str, set[str]] = defaultdict(set)
    for whole in catalogues:
        for entry in whole.entries:
            for key, items in entry.details.items():
                if key not in _NOT_SEARCHED:
                    said = " ".join(f"{item.text} {item.code or ''}" for item in items)
                    words[entry.id].update(_WORD.findall(said.casefold()))
    document = {entry: " ".join(sorted(found)) for entry, found in sorted(words.items())}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()

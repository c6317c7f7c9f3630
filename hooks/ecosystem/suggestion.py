"""Near misses: what an editor probably meant."""

from collections.abc import Collection
from typing import Final

from rapidfuzz import fuzz, process

#: Below this likeness (0-100) a suggestion would be a guess.
LEAST_LIKENESS: Final = 70


def nearest(word: str, known: Collection[str], least: int = LEAST_LIKENESS) -> str | None:
    """Return the one of *known* that is most like *word*, if any is like enough."""
    found = process.extractOne(word[:100].casefold(), known, scorer=fuzz.ratio, score_cutoff=least)
    return None if found is None else str(found[0])

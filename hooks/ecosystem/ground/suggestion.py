"""Near misses: what an editor probably meant."""

from collections.abc import Collection
from typing import Final

#: Below this likeness (0-100) a suggestion would be a guess.
LEAST_LIKENESS: Final = 70

#: So many letters of a name are enough to tell which is meant, if no other begins so.
SHORTEST_START: Final = 3


def nearest(word: str, known: Collection[str], least: int = LEAST_LIKENESS) -> str | None:
    """Return the one of *known* that is most like *word*, if any is like enough, or the only one that it begins."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most data has nothing to suggest for

    start = word[:100].casefold()
    found = process.extractOne(start, known, scorer=fuzz.ratio, score_cutoff=least, processor=str.casefold)
    if found is not None:
        return str(found[0])
    longer = [name for name in known if name.casefold().startswith(start)] if len(start) >= SHORTEST_START else []
    return longer[0] if len(longer) == 1 else None

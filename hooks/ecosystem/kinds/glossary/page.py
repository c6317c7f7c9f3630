"""What the page of the glossary shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ecosystem.kinds.glossary.model import Term, TermGroup
from ecosystem.pages.addresses import row_anchor
from ecosystem.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Row:
    """A term in the table of its group; one that is not explained has no page but an anchor here."""

    term: Term
    anchor: str | None


def is_unexplained(term: Term) -> bool:
    """Tell whether there is nothing to say of *term* but what it is called."""
    return term.definition is None


def glossary(edition: Edition) -> Mapping[str, Any]:
    """Return all terms by group, in the reader's alphabetical order."""
    terms = edition.by_name(edition.ecosystem.of(Term).values())
    rows = [Row(term, row_anchor(term.id) if is_unexplained(term) else None) for term in terms]
    return {
        "groups": [(group, listed) for group in TermGroup if (listed := [r for r in rows if r.term.group is group])]
    }

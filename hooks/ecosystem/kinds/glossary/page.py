"""What the page of the glossary shows."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.glossary.model import Term, TermGroup
from ecosystem.pages.edition import Edition


def glossary(edition: Edition) -> Mapping[str, Any]:
    """Return all terms by group, in the reader's alphabetical order."""
    terms = edition.by_name(edition.ecosystem.of(Term).values())
    return {"groups": [(group, listed) for group in TermGroup if (listed := [t for t in terms if t.group is group])]}

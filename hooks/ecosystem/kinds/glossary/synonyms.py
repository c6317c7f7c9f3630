"""What else the glossary's terms are called, for the search."""

from collections.abc import Mapping, Sequence

from ecosystem.ground.languages import Language
from ecosystem.kinds.glossary.model import Term


def wordings(term: Term) -> Mapping[Language, Sequence[str]]:
    """Return the wordings of *term* in each language."""
    return {language: (word, *term.other_forms(language)) for language, word in term.term.wordings().items()}

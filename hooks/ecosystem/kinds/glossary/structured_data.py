"""Terms for machines."""

from ecosystem.kinds.glossary.model import Term
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd, thing


def term_data(edition: Edition, term: Term, address: str) -> JsonLd:
    """Return a term of the glossary."""
    data = thing("DefinedTerm", address) | {
        "name": edition.title(term),
        "inDefinedTermSet": edition.site_url + edition.path("glossary"),
    }
    if term.definition is not None:
        data["description"] = term.definition.in_language(edition.language).text
    return data

"""What the kind `glossary` declares of itself."""

from typing import Final

from ecosystem.kinds.glossary.model import Term, official_names
from ecosystem.kinds.glossary.page import glossary, is_unexplained
from ecosystem.kinds.glossary.structured_data import term_data
from ecosystem.kinds.glossary.synonyms import wordings
from ecosystem.pages.addresses import RowsOfList
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.term_links import ExplainsTerms
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.records.kind import Kind
from ecosystem.records.names import KnowsNames
from ecosystem.search.synonyms import Synonyms

KIND: Final = Kind(
    name="glossary",
    model=Term,
    place=130,
    page="glossary",
    addresses={"fi": "sanasto", "sv": "ordlista", "en": "glossary"},
    roles=(
        RecordPage(structured_data=term_data),
        RowsOfList(is_unexplained),
        Shows({"glossary": PageView(values=glossary)}),
        ExplainsTerms(lambda term: term.definition is not None and term.linked),
        Synonyms(wordings),
        KnowsNames(official_names),
    ),
)

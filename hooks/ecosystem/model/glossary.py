"""The glossary: what the field's terms are in the three languages, and which of them are official."""

from enum import StrEnum

from pydantic import Field

from ecosystem.model.record import Part, Record
from ecosystem.model.texts import Prose, SomeTitle, Text, Title


class TermGroup(StrEnum):
    """The field that a term belongs to."""

    ECOSYSTEM = "ecosystem"
    ADMINISTRATION = "administration"
    CARE = "care"
    AI = "ai"


class TermStatus(StrEnum):
    """Whether a term is the body's own or in an authority's use, or a translation still to be checked."""

    OFFICIAL = "official"
    PROPOSED = "proposed"


class TermStatuses(Part):
    """The status of a term in each language."""

    fi: TermStatus = Field(description="In Finnish.")
    sv: TermStatus = Field(description="In Swedish.")
    en: TermStatus = Field(description="In English.")


class Term(Record):
    """A term in the three languages."""

    term: Title = Field(description="The term in each language.")
    also: SomeTitle | None = Field(None, description="Other forms in use.")
    group: TermGroup = Field(description="The field that it belongs to.")
    status: TermStatuses = Field(description="Official or proposed, by language.")
    definition: Prose | None = Field(None, description="What it means, where a source says so.")

    @property
    def heading(self) -> Text:
        """What the record is called."""
        return self.term

    @property
    def in_short(self) -> Text | None:
        """The definition."""
        return self.definition

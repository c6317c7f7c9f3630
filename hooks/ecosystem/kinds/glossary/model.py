"""The glossary: what the field's terms are in the three languages, and which of them are official."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.parts import SourcedRecord
from ecosystem.records.record import Part
from ecosystem.records.texts import Prose, SomeTitle, Text, Title
from ecosystem.records.values import Flag


class TermGroup(StrEnum):
    """The field that a term belongs to."""

    ECOSYSTEM = "ecosystem"
    ADMINISTRATION = "administration"
    CARE = "care"
    AI = "ai"
    LAW = "law"
    RESEARCH = "research"


class TermStatus(StrEnum):
    """Whether a term is the body's own or in an authority's use, or a translation still to be checked."""

    OFFICIAL = "official"
    PROPOSED = "proposed"


class TermStatuses(Part):
    """The status of a term in each language."""

    fi: TermStatus = Field(description="In Finnish.")
    sv: TermStatus = Field(description="In Swedish.")
    en: TermStatus = Field(description="In English.")


class Term(SourcedRecord):
    """A term in the three languages."""

    #: Another form of a term need have no like in other languages.
    untranslated: ClassVar[frozenset[str]] = frozenset({"also"})

    term: Title = Field(description="The term in each language.")
    also: SomeTitle | None = Field(None, description="Other forms in use.")
    group: TermGroup = Field(description="The field that it belongs to.")
    status: TermStatuses = Field(description="Official or proposed, by language.")
    definition: Prose | None = Field(None, description="What it means, in our own words.")
    linked: Flag = Field(True, description="false when texts use the word in another sense too, so nothing links here.")

    @property
    def heading(self) -> Text:
        """What the record is called."""
        return self.term

    @property
    def in_short(self) -> Text | None:
        """The definition."""
        return self.definition

    @property
    def other_names(self) -> tuple[str, ...]:
        """Its other forms in all languages."""
        return tuple(form for language in LANGUAGES for form in self.other_forms(language))

    def other_forms(self, language: Language) -> tuple[str, ...]:
        """Return the other forms of the term in *language*."""
        listed = self.also.wordings().get(language, "") if self.also else ""
        return tuple(form.strip() for form in listed.split(",") if form.strip())


def official_names(term: Term) -> Mapping[Language, str]:
    """Return *term* in the languages in which it is official."""
    return {
        language: wording
        for language, wording in term.term.wordings().items()
        if getattr(term.status, language) is TermStatus.OFFICIAL
    }

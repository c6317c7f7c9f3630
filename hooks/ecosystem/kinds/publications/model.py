"""Publications: reports, studies and plans of the ecosystem and about it."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ecosystem.kinds.parts import Figure, Section, SourcedRecord
from ecosystem.kinds.references import MemberId, NetworkId
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Languages
from ecosystem.records.texts import OriginalTitle, Prose, SomeTitle, Text, Title
from ecosystem.records.values import EachOnce, Few, Flag, Url


class PublicationKind(StrEnum):
    """What kind of document it is."""

    ARTICLE = "article"
    PRESS_RELEASE = "press-release"
    DEFINITION = "definition"
    GUIDELINES = "guidelines"
    OPERATING_MODEL = "operating-model"
    PLAN = "plan"
    REPORT = "report"
    REVIEW = "review"
    STUDY = "study"
    VISION = "vision"


class PublicationScope(StrEnum):
    """Whose publication it is, seen from the ecosystem."""

    ECOSYSTEM = "ecosystem"
    ABOUT_ECOSYSTEM = "about-ecosystem"
    BACKGROUND = "background"


class Publication(SourcedRecord):
    """A document that one can read or that other entries rest on."""

    #: A title stays as it is; what it means stands beside it.
    untranslated: ClassVar[frozenset[str]] = frozenset({"title", "translated_title"})

    title: SomeTitle = Field(description="The title in the languages in which the publication itself has one.")
    translated_title: SomeTitle | None = Field(
        None, description="What the title means, in the other languages; shown in brackets after the title."
    )
    title_known: Flag = Field(True, description="false when no title is known and `title` only describes it.")
    short_title: Title | None = Field(None, description="What it is called where it is only mentioned.")
    kind: PublicationKind = Field(description="What kind of document it is.")
    scope: PublicationScope = Field(description="Of the ecosystem, about it, or background.")
    summary: Prose = Field(description="What it says, in a few sentences.")
    date: PartialDate | None = Field(None, description="When it came out.")
    publisher: SomeTitle | None = Field(None, description="Who published it.")
    publisher_member: MemberId | None = Field(None, description="The member that published it.")
    series: SomeTitle | None = Field(None, description="The journal or series, with its number.")
    languages: Languages = Field((), description="The languages in which it can be read.")
    url: Url | None = Field(None, description="Where to read it.")
    findings: Annotated[tuple[Title, ...], Few] = Field((), description="Its main findings.")
    sections: Annotated[tuple[Section, ...], Few] = Field((), description="Its content, part by part.")
    figures: Annotated[tuple[Figure, ...], Few] = Field((), description="Its numbers.")
    recommendations: Annotated[tuple[Section, ...], Few] = Field((), description="What it recommends.")
    networks: Annotated[tuple[NetworkId, ...], EachOnce, Few] = Field((), description="Networks it describes.")

    @property
    def heading(self) -> Text:
        """What the record is called: the title, and what it means where that is not in it."""
        return OriginalTitle.model_construct(
            None, fi=self.title.fi, sv=self.title.sv, en=self.title.en, translation=self.translated_title
        )

    @property
    def other_names(self) -> tuple[str, ...]:
        """What the title means, in all languages."""
        return tuple(self.translated_title.wordings().values()) if self.translated_title else ()

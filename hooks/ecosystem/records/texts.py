"""Text in the site's languages.

`Title` and `Prose` must exist in all three. `SomeTitle` and `SomeProse` must exist in at least one: a page
then shows the language that exists and marks it, and the report of missing translations names it.
"""

from typing import ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.records.values import Line, Paragraphs


class Phrase(NamedTuple):
    """A text and the language that it is in."""

    text: str
    language: Language


class Text(BaseModel):
    """What all texts share: finding the wording for a reader."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    #: The message that shows what a text looks like in a file.
    expected: ClassVar[str] = "translations_expected"

    def wordings(self) -> dict[Language, str]:
        """Return the text by language, for the languages in which it exists."""
        return {language: text for language in LANGUAGES if (text := getattr(self, language)) is not None}

    def in_language(self, language: Language) -> Phrase:
        """Return the text in *language*, else in the next best one that exists."""
        # Asked several times for every link, so the own language is tried before anything else is looked at.
        text: str | None = getattr(self, language)
        if text is not None:
            return Phrase(text, language)
        for candidate in FALLBACKS[language]:
            if (text := getattr(self, candidate)) is not None:
                return Phrase(text, candidate)
        raise AssertionError("a text without words passes no validation")


#: Whose wording a reader gets when the own language is missing, best first.
FALLBACKS: dict[Language, tuple[Language, ...]] = {
    "fi": ("en", "sv"),
    "sv": ("fi", "en"),
    "en": ("fi", "sv"),
}


class Title(Text):
    """One line in each of the three languages."""

    fi: Line = Field(description="In Finnish.")
    sv: Line = Field(description="In Swedish.")
    en: Line = Field(description="In English.")


class Prose(Text):
    """Paragraphs in each of the three languages."""

    fi: Paragraphs = Field(description="In Finnish.")
    sv: Paragraphs = Field(description="In Swedish.")
    en: Paragraphs = Field(description="In English.")


class _Some(Text):
    @model_validator(mode="after")
    def _not_empty(self) -> "_Some":
        if not self.wordings():
            raise PydanticCustomError("no_language", "no language is given")
        return self


class SomeTitle(_Some):
    """One line in at least one of the three languages."""

    fi: Line | None = Field(None, description="In Finnish.")
    sv: Line | None = Field(None, description="In Swedish.")
    en: Line | None = Field(None, description="In English.")


class SomeProse(_Some):
    """Paragraphs in at least one of the three languages."""

    fi: Paragraphs | None = Field(None, description="In Finnish.")
    sv: Paragraphs | None = Field(None, description="In Swedish.")
    en: Paragraphs | None = Field(None, description="In English.")

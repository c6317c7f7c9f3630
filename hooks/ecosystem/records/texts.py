"""Text in the site's languages.

`Title` and `Prose` must exist in all three. `SomeTitle` and `SomeProse` must exist in at least one: a page
then shows the language that exists and marks it, and the report of missing translations names it. A `ShortName`
is one word for all languages, or has one in some: where a language has none, nothing else stands for it.
"""

from typing import Any, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.records.values import LONGEST_LINE, Line, Paragraphs, line_of


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

    def gloss(self, _language: Language) -> str | None:
        """Return what the text means in *language*, where it is kept in its own and a translation stands beside it."""
        return None


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


class OriginalTitle(SomeTitle):
    """A title in the languages that the thing itself has, and what it means in the others."""

    translation: SomeTitle | None = Field(None, description="Our translation, by language.")

    def gloss(self, language: Language) -> str | None:
        """Return our translation into *language*, for a reader who gets the title in another one."""
        if self.translation is None or self.in_language(language).language == language:
            return None
        meaning: str | None = getattr(self.translation, language)
        return meaning


class SomeProse(_Some):
    """Paragraphs in at least one of the three languages."""

    fi: Paragraphs | None = Field(None, description="In Finnish.")
    sv: Paragraphs | None = Field(None, description="In Swedish.")
    en: Paragraphs | None = Field(None, description="In English.")


class ShortName(_Some):
    """What something is called for short, in the languages in which it has a short name; one text is for all.

    An abbreviation of one language has no place in a text of another, so no language stands in for another here.
    """

    fi: Line | None = Field(None, description="In Finnish.")
    sv: Line | None = Field(None, description="In Swedish.")
    en: Line | None = Field(None, description="In English.")

    @model_validator(mode="before")
    @classmethod
    def _one_for_all(cls, value: Any) -> Any:
        return dict.fromkeys(LANGUAGES, line_of(value)) if isinstance(value, str) else value

    @property
    def common(self) -> str:
        """The one that is used where only one can be: the Finnish one, else the next best."""
        return self.in_language("fi").text

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        by_language = handler.resolve_ref_schema(handler(schema))
        one = {"type": ["string", "number"], "minLength": 1, "maxLength": LONGEST_LINE, "examples": ["THL"]}
        return {"anyOf": [one, by_language]}

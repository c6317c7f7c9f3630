"""The three languages of the site, in the order in which they are shown.

Finnish is the default: it lives at the root of the site, the others under their own code.
"""

from typing import Final, Literal, TypeAlias

Language: TypeAlias = Literal["fi", "sv", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("fi", "sv", "en")
DEFAULT_LANGUAGE: Final[Language] = "fi"

#: What each language calls itself; a language's name is never translated in a switcher.
NATIVE_NAMES: Final[dict[Language, str]] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def as_language(code: str) -> Language:
    """Return *code* as a language of the site; raise `ValueError` for any other."""
    for language in LANGUAGES:
        if code == language:
            return language
    raise ValueError(f"not a language of the site: {code!r}")

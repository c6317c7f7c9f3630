"""The three languages of the site, in the order in which they are shown.

Finnish is the default: it lives at the root of the site, the others under their own code.
"""

import re
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Language: TypeAlias = Literal["fi", "sv", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("fi", "sv", "en")
DEFAULT_LANGUAGE: Final[Language] = "fi"

#: What each language calls itself; a language's name is never translated in a switcher.
NATIVE_NAMES: Final[dict[Language, str]] = {"fi": "Suomi", "sv": "Svenska", "en": "English"}

#: A locale is a language, perhaps followed by a country, an encoding and a variant: sv_FI.UTF-8@euro.
_LOCALE_END: Final = re.compile(r"[_.@-]")


def as_language(code: str) -> Language:
    """Return *code* as a language of the site; raise `ValueError` for any other."""
    for language in LANGUAGES:
        if code == language:
            return language
    raise ValueError(f"not a language of the site: {code!r}")


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """Return the language that *environment* asks for, as programs are told it on Unix; else English.

    `LANGUAGE` is a list by preference (`fi_FI:sv`), which `make check LANGUAGE=fi` hands on too. After it,
    the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
    """
    asked = environment.get("LANGUAGE", "").split(":")
    asked.append(next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), ""))
    for locale in asked:
        for language in LANGUAGES:
            if _LOCALE_END.split(locale.casefold())[0] == language:
                return language
    return "en"

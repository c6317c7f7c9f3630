"""Dates, numbers and alphabetical order as each language writes them.

A site names the same records, days and figures on thousands of pages, so what was worked out is kept, up to a limit.
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton, get_timezone_name
from babel.numbers import format_decimal

from ecosystem.ground.languages import Language
from ecosystem.records.partial_date import PartialDate
from ecosystem.words.interface import LOCALES

_DIGITS = re.compile(r"(\d+)")

#: So many answers of a kind are kept: more than the names of 10,000 members in three languages.
_KEPT: Final = 1 << 16

_LOCALES: Final = {language: Locale.parse(code) for language, code in LOCALES.items()}

#: The letters that follow z in Finnish and Swedish, in their order, and the foreign letters sorted as them.
_NORDIC: Final = {"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3", "ü": "y"}


@dataclass(frozen=True, slots=True)
class Formats:
    """How *language* writes dates and numbers and sorts names."""

    language: Language

    def date(self, day: datetime.date) -> str:
        """Return *day* with the month in words: 7. maaliskuuta 2025."""
        return _date(day, self.language)

    def partial_date(self, date: PartialDate) -> str:
        """Return *date* as far as it is known: 7 March 2025, March 2025 or 2025."""
        if date.day is not None:
            return self.date(date.first_day)
        if date.month is not None:
            return _month(date.first_day, self.language)
        return str(date.year)

    def month(self, day: datetime.date) -> str:
        """Return the name of the month of *day*, as it stands alone: maaliskuu."""
        return str(_LOCALES[self.language].months["stand-alone"]["wide"][day.month])

    def month_and_year(self, day: datetime.date) -> str:
        """Return the month of *day* with its year: toukokuu 2027."""
        return _month(day, self.language)

    def zone(self, zone: datetime.tzinfo) -> str:
        """Return what the language calls the time zone *zone*: Central European Time."""
        return get_timezone_name(zone, locale=_LOCALES[self.language])

    def short_month(self, day: datetime.date) -> str:
        """Return the name of the month of *day*, shortened, without a full stop: maalis."""
        return str(_LOCALES[self.language].months["stand-alone"]["abbreviated"][day.month]).rstrip(".")

    def time(self, time: datetime.time) -> str:
        """Return *time* as the language writes a clock time: 8.30 in Finnish and Swedish, 8:30 in English."""
        return f"{time.hour}{':' if self.language == 'en' else '.'}{time.minute:02}"

    def number(self, number: Decimal | int | float) -> str:
        """Return *number* with the language's separators: 1 200 or 1,200."""
        return _number(number, self.language)

    def size(self, number: int) -> str:
        """Return a size of *number* bytes: 24 kB or 2.9 MB, a thousand to a step."""
        if number < 999_500:
            return f"{self.number(max(1, round(number / 1000)))}\u00a0kB"
        return f"{self.number(round(number / 1_000_000, 1))}\u00a0MB"

    def country(self, code: str) -> str:
        """Return the name of the country with the ISO 3166-1 code *code*: FI gives Finland."""
        return str(_LOCALES[self.language].territories[code])

    def language_name(self, code: str) -> str:
        """Return the name of the language with the ISO 639-1 code *code*: sv gives Swedish."""
        return str(_LOCALES[self.language].languages[code])

    def sort_key(self, name: str) -> tuple[str, ...]:
        """Return the key that sorts *name* in the language's alphabet, numbers by their size."""
        return _sort_key(name, self.language)


@lru_cache(_KEPT)
def _date(day: datetime.date, language: Language) -> str:
    return format_date(day, "long", locale=_LOCALES[language])


@lru_cache(_KEPT)
def _month(first_day: datetime.date, language: Language) -> str:
    return format_skeleton("yMMMM", first_day, locale=_LOCALES[language])


@lru_cache(_KEPT, typed=True)
def _number(number: Decimal | int | float, language: Language) -> str:
    return str(format_decimal(number, locale=_LOCALES[language]))


@lru_cache(_KEPT)
def _sort_key(name: str, language: Language) -> tuple[str, ...]:
    plain = name.casefold()
    if not plain.isascii():
        letters = _base_letter if language == "en" else _nordic_letter
        plain = "".join(letters(letter) for letter in unicodedata.normalize("NFC", plain))
    parts = _DIGITS.split(plain)
    return tuple(part.zfill(12) if part.isdigit() else part for part in parts)


@cache
def _nordic_letter(letter: str) -> str:
    return _NORDIC.get(letter) or _base_letter(letter)


@cache
def _base_letter(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))

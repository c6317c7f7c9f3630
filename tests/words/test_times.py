"""Periods, rhythms and hours are said as people say them, in each language."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

import pytest

from ecosystem.ground.languages import Language
from ecosystem.kinds.parts import Interval, Weekday
from ecosystem.records.partial_date import PartialDate
from ecosystem.words.formats import Formats
from ecosystem.words.interface import read_interfaces
from ecosystem.words.times import Times
from workbench import ROOT

WORDS = read_interfaces(ROOT / "strings")


@dataclass(frozen=True)
class Every:
    every: int
    interval: StrEnum = Interval.WEEK


@dataclass(frozen=True)
class Clock:
    start: datetime.time
    end: datetime.time | None = None


def times(language: Language) -> Times:
    return Times(WORDS[language], Formats(language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "fi",
            ("joka keskiviikko", "joka toinen keskiviikko", "3 viikon välein, keskiviikkoisin", "joka toinen viikko"),
        ),
        ("sv", ("varje onsdag", "varannan onsdag", "med 3 veckors mellanrum, på onsdagar", "varannan vecka")),
        ("en", ("every Wednesday", "every other Wednesday", "every 3 weeks, on Wednesdays", "every other week")),
    ],
)
def test_how_often_and_on_which_day(language: Language, said: tuple[str, ...]) -> None:
    one = times(language)
    by_day = [one.rhythm(Every(number), Weekday.WEDNESDAY) for number in (1, 2, 3)]
    assert (*by_day, one.rhythm(Every(2))) == said


@pytest.mark.parametrize(
    ("language", "since", "until"),
    [
        (
            "fi",
            ("7. maaliskuuta 2019 alkaen", "maaliskuusta 2019 alkaen", "vuodesta 2019 alkaen"),
            ("31. joulukuuta 2025 asti", "joulukuuhun 2025 asti", "vuoden 2025 loppuun asti"),
        ),
        (
            "sv",
            ("från den 7 mars 2019", "från mars 2019", "från 2019"),
            ("till och med den 31 december 2025", "till och med december 2025", "till slutet av 2025"),
        ),
        (
            "en",
            ("from 7 March 2019", "from March 2019", "from 2019"),
            ("until 31 December 2025", "until December 2025", "until the end of 2025"),
        ),
    ],
)
def test_an_end_is_no_deadline(language: Language, since: tuple[str, ...], until: tuple[str, ...]) -> None:
    one = times(language)
    starts, ends = ("2019-03-07", "2019-03", "2019"), ("2025-12-31", "2025-12", "2025")
    assert tuple(one.since(PartialDate.parse(start)) for start in starts) == since
    assert tuple(one.until(PartialDate.parse(end)) for end in ends) == until
    deadlines = {
        "fi": "viimeistään 31. joulukuuta 2025",
        "sv": "senast den 31 december 2025",
        "en": "by 31 December 2025",
    }
    assert one.by(datetime.date(2025, 12, 31)) == deadlines[language]


def test_a_period_to_the_end_of_its_year() -> None:
    start = PartialDate.parse("2025-01")
    assert times("fi").to_end_of_year(start) == "tammikuusta 2025 vuoden 2025 loppuun"
    assert times("sv").to_end_of_year(start) == "från januari 2025 till slutet av 2025"
    assert times("en").to_end_of_year(start) == "January 2025 to the end of 2025"


@pytest.mark.parametrize(("language", "said"), [("fi", "klo 8.30–9.30"), ("sv", "kl. 8.30–9.30"), ("en", "8:30–9:30")])
def test_hours(language: Language, said: str) -> None:
    assert times(language).hours(Clock(datetime.time(8, 30), datetime.time(9, 30))) == said

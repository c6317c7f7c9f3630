"""Dates, numbers and alphabetical order in each language."""

import datetime
from decimal import Decimal

import pytest

from ecosystem.ground.languages import Language
from ecosystem.records.partial_date import PartialDate
from ecosystem.words.formats import Formats

DAY = datetime.date(2025, 3, 7)


@pytest.mark.parametrize(
    ("language", "written"), [("fi", "7. maaliskuuta 2025"), ("sv", "7 mars 2025"), ("en", "7 March 2025")]
)
def test_a_day(language: Language, written: str) -> None:
    assert Formats(language).date(DAY) == written


@pytest.mark.parametrize(
    ("text", "written"), [("2025", "2025"), ("2025-03", "maaliskuu 2025"), ("2025-03-07", "7. maaliskuuta 2025")]
)
def test_a_date_is_written_as_far_as_it_is_known(text: str, written: str) -> None:
    assert Formats("fi").partial_date(PartialDate.parse(text)) == written


@pytest.mark.parametrize(("language", "written"), [("fi", "8.30"), ("sv", "8.30"), ("en", "8:30")])
def test_a_time(language: Language, written: str) -> None:
    assert Formats(language).time(datetime.time(8, 30)) == written


@pytest.mark.parametrize(("language", "written"), [("fi", "1\u00a0200"), ("sv", "1\u00a0200"), ("en", "1,200")])
def test_a_large_number(language: Language, written: str) -> None:
    assert Formats(language).number(1200) == written


def test_decimals_have_the_comma_of_the_language() -> None:
    assert (Formats("fi").number(Decimal("2.58")), Formats("en").number(Decimal("2.58"))) == ("2,58", "2.58")


NAMES = ["Örebro", "Zeppelin", "Åbo", "Ähtäri", "Etelä 10", "Etelä 9", "Aalto", "élan", "Übung", "Yrjö", "aurinko"]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        (
            "fi",
            ["Aalto", "aurinko", "élan", "Etelä 9", "Etelä 10", "Yrjö", "Übung", "Zeppelin", "Åbo", "Ähtäri", "Örebro"],
        ),
        (
            "sv",
            ["Aalto", "aurinko", "élan", "Etelä 9", "Etelä 10", "Yrjö", "Übung", "Zeppelin", "Åbo", "Ähtäri", "Örebro"],
        ),
        (
            "en",
            ["Aalto", "Åbo", "Ähtäri", "aurinko", "élan", "Etelä 9", "Etelä 10", "Örebro", "Übung", "Yrjö", "Zeppelin"],
        ),
    ],
)
def test_names_stand_in_the_alphabet_of_the_language(language: Language, order: list[str]) -> None:
    key = Formats(language).sort_key
    assert sorted(NAMES, key=key) == sorted(order, key=key)
    assert [name for name in sorted(NAMES, key=key) if name not in ("Yrjö", "Übung")] == [
        name for name in order if name not in ("Yrjö", "Übung")
    ]

"""Periods, rhythms and hours as each language says them, from strings that were written whole."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ecosystem.records.partial_date import PartialDate
from ecosystem.words.formats import Formats
from ecosystem.words.interface import Interface


class Rhythm(Protocol):
    """How often something happens: every so many weeks or months."""

    @property
    def every(self) -> int:
        """After how many of them it happens again."""

    @property
    def interval(self) -> StrEnum:
        """Weeks or months."""


class Hours(Protocol):
    """From when, and as far as it is known until when."""

    @property
    def start(self) -> datetime.time:
        """When it begins."""

    @property
    def end(self) -> datetime.time | None:
        """When it ends."""


class Period(Protocol):
    """Two ends, of which at least one is known."""

    @property
    def start(self) -> PartialDate | None:
        """The first day, month or year."""

    @property
    def end(self) -> PartialDate | None:
        """The last day, month or year."""


@dataclass(frozen=True, slots=True)
class Times:
    """The phrases of one language."""

    interface: Interface
    formats: Formats

    def since(self, date: PartialDate) -> str:
        """Return from when on: maaliskuusta 2019 alkaen."""
        return self._said("since", date)

    def until(self, date: PartialDate) -> str:
        """Return the end of a period: till och med den 31 december 2025."""
        return self._said("until", date)

    def by(self, day: datetime.date) -> str:
        """Return a deadline: by 31 December 2025."""
        return self.interface.say("period.by", date=self.formats.date(day))

    def to_end_of_year(self, start: PartialDate) -> str:
        """Return the period from *start* to the end of its year."""
        return self._said("to_end_of", start)

    def rhythm(self, rhythm: Rhythm, weekday: StrEnum | None = None) -> str:
        """Return how often something happens, and on which *weekday*: joka toinen keskiviikko."""
        say, unit = self.interface.say, rhythm.interval.value
        often = say(f"rhythm.{unit}.two") if rhythm.every == 2 else self.interface.count(f"rhythm.{unit}", rhythm.every)
        if weekday is None:
            return often
        if unit == "week" and rhythm.every <= 2:
            each = "rhythm.each" if rhythm.every == 1 else "rhythm.second"
            return say(each, day=say(f"rhythm.day.{weekday.value}"))
        return say("rhythm.nth", rhythm=often, days=say(f"rhythm.on.{weekday.value}"))

    def hours(self, hours: Hours) -> str:
        """Return *hours*: kl. 8.30–9.30."""
        start = self.formats.time(hours.start)
        if hours.end is None:
            return self.interface.say("hours.from", start=start)
        return self.interface.say("hours.from_to", start=start, end=self.end(hours.end))

    def moment(self, time: datetime.time) -> str:
        """Return a time of day after a day: klo 12.00."""
        return self.interface.say("hours.from", start=self.formats.time(time))

    def end(self, time: datetime.time) -> str:
        """Return a time at which something ends: midnight is that at the end of the day."""
        return self.formats.time(time).replace("0", "24", 1) if time == datetime.time() else self.formats.time(time)

    def _said(self, phrase: str, date: PartialDate) -> str:
        if date.day is not None:
            values = {"date": self.formats.date(date.first_day), "year": str(date.year)}
            return self.interface.say(f"period.{phrase}.day", **values)
        if date.month is not None:
            month = self.formats.month(date.first_day)
            return self.interface.say(f"period.{phrase}.month", month=month, year=str(date.year))
        return self.interface.say(f"period.{phrase}.year", year=str(date.year))

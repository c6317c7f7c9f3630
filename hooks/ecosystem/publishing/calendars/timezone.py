"""The time zone of all meetings, as RFC 5545 wants it in each file.

Written by hand: `add_missing_timezones` of icalendar 7 writes a zone by which ical.js shows every summer
event an hour off. May go when the zones that it writes read the same in both.
"""

import datetime
from typing import Final

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from ecosystem.ground.settings import HELSINKI

#: The last Sundays of March and October, since the European Union agreed on them for both.
_SINCE: Final = 1997
_WINTER: Final = datetime.timedelta(hours=2)
_SUMMER: Final = datetime.timedelta(hours=3)


def helsinki() -> Timezone:
    """Return Europe/Helsinki: two rules, each for every year."""
    zone = Timezone()
    zone.add("tzid", HELSINKI.key)
    zone.add("x-lic-location", HELSINKI.key)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    summer.add("tzname", "EEST")
    summer.add("tzoffsetfrom", _WINTER)
    summer.add("tzoffsetto", _SUMMER)
    summer.add("dtstart", datetime.datetime(_SINCE, 3, 30, 3))  # local time by definition
    summer.add("rrule", vRecur(freq="YEARLY", bymonth=3, byday="-1SU"))
    winter.add("tzname", "EET")
    winter.add("tzoffsetfrom", _SUMMER)
    winter.add("tzoffsetto", _WINTER)
    winter.add("dtstart", datetime.datetime(_SINCE, 10, 26, 4))  # local time by definition
    winter.add("rrule", vRecur(freq="YEARLY", bymonth=10, byday="-1SU"))
    zone.add_component(summer)
    zone.add_component(winter)
    return zone

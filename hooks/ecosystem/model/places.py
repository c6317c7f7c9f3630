"""Countries and time zones, as the Unicode CLDR and the tz database know them."""

from functools import cache
from typing import Annotated, Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

#: What the tz database gives to zones that belong to no country.
_NO_COUNTRY = "001"


@cache
def zones_of_countries() -> dict[str, tuple[str, ...]]:
    """Return the time zones of each country that has one, by its code of two letters (ISO 3166-1)."""
    zones: dict[str, list[str]] = {}
    for zone, country in get_global("zone_territories").items():
        if country != _NO_COUNTRY:
            zones.setdefault(country, []).append(zone)
    return {country: tuple(sorted(names)) for country, names in sorted(zones.items())}


def _country(value: Any) -> str:
    if not isinstance(value, str) or value not in zones_of_countries():
        raise PydanticCustomError("country_unknown", "not the code of a country")
    return value


def _time_zone(value: Any) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    try:
        return ZoneInfo(value if isinstance(value, str) and "/" in value else "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("time_zone_unknown", "not a time zone") from None


def _text(**shape: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **shape})


CountryCode: TypeAlias = Annotated[str, BeforeValidator(_country), _text(pattern="^[A-Z]{2}$", examples=["DE"])]
"""A country, by its code of two letters: DE."""

TimeZone: TypeAlias = Annotated[ZoneInfo, BeforeValidator(_time_zone), _text(examples=["Europe/Berlin"])]
"""A time zone by its name in the tz database: Europe/Berlin."""

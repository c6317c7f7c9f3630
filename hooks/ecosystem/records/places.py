"""Countries, languages and time zones by their international names; readers' words for them come from Unicode."""

from functools import cache
from typing import Annotated, Any, Final, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ecosystem.records.values import text_of

#: ISO 3166-1 alpha-2, and the code that the standard reserves for the European Union.
_COUNTRIES: Final = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET EU FI FJ FK FM
FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT
JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN
MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT
PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL
TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES: Final = frozenset(_COUNTRIES.split())

#: The countries of the European Union.
_EU_MEMBERS: Final = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU_MEMBERS: Final = frozenset(_EU_MEMBERS.split())

#: ISO 639-1.
_LANGUAGE_CODES: Final = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja
jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq
sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
LANGUAGE_CODES: Final = frozenset(_LANGUAGE_CODES.split())


def _country(value: Any) -> str:
    code = text_of(value)
    if code not in COUNTRIES:
        raise PydanticCustomError("country_unknown", "not the code of a country")
    return code


def _language(value: Any) -> str:
    code = text_of(value)
    if code not in LANGUAGE_CODES:
        raise PydanticCustomError("language_code_unknown", "not the code of a language")
    return code


def _time_zone(value: Any) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    name = text_of(value)
    try:
        return ZoneInfo(name if "/" in name else "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("time_zone_unknown", "not a time zone") from None


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """Return the names of the time zones of *country*; none for a code that is no single country."""
    return tuple(sorted(zone for zone, place in get_global("zone_territories").items() if place == country))


Country: TypeAlias = Annotated[
    str, BeforeValidator(_country), WithJsonSchema({"type": "string", "enum": sorted(COUNTRIES)})
]
"""The two letters of a country (ISO 3166-1), or EU."""

LanguageCode: TypeAlias = Annotated[
    str, BeforeValidator(_language), WithJsonSchema({"type": "string", "enum": sorted(LANGUAGE_CODES)})
]
"""The two letters of a language (ISO 639-1)."""

TimeZone: TypeAlias = Annotated[
    ZoneInfo, BeforeValidator(_time_zone), WithJsonSchema({"type": "string", "examples": ["Europe/Berlin"]})
]
"""A time zone by its name in the tz database: Europe/Berlin."""

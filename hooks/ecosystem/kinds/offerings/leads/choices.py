"""From what one chooses in the template of leads: states and the like from words, the rest from the site's data."""

from collections.abc import Mapping, Sequence
from typing import Final

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.leads.template import BASES, SECRECY, STATES
from ecosystem.kinds.offerings.model import Offering
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.places import COUNTRIES
from ecosystem.words.formats import Formats
from ecosystem.words.interface import Interface

#: Reserved by the standard for the European Union, which is no country.
_NO_COUNTRY: Final = "EU"


def choices(words: Interface, formats: Formats, ecosystem: Ecosystem) -> Mapping[str, Sequence[str]]:
    """Return the lists by name; what has an id in the data carries it, so that two of one name can be told apart."""
    offerings = [(record.heading, record.id) for record in ecosystem.of(Offering).values()]
    members = [(record.heading, record.id) for record in ecosystem.of(Member).values()]
    countries = [(formats.country(code), code) for code in COUNTRIES if code != _NO_COUNTRY]
    return {
        "states": [words.say(f"state.{state.key}") for state in STATES],
        "countries": _named(formats, countries),
        "offerings": _named(formats, [(name.in_language(words.language).text, key) for name, key in offerings]),
        "members": _named(formats, [(name.in_language(words.language).text, key) for name, key in members]),
        "bases": [words.say(f"basis.{basis}") for basis in BASES],
        "secrecy": [words.say(f"secrecy.{one}") for one in SECRECY],
    }


def _named(formats: Formats, pairs: Sequence[tuple[str, str]]) -> list[str]:
    return [f"{name} ({key})" for name, key in sorted(pairs, key=lambda pair: (formats.sort_key(pair[0]), pair[1]))]

"""Which entries have which values: for the sheet of the workbook by which one filters, and for the index on paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ecosystem.kinds.offerings.catalogue import Catalogue, Entry
from ecosystem.kinds.offerings.catalogue_fields import DETAILS
from ecosystem.kinds.offerings.listing import found_in
from ecosystem.kinds.offerings.quality import StandardName
from ecosystem.kinds.organisations.parts import CertificationName
from ecosystem.pages.edition import Edition

#: The details of which an entry may have several values; who filters by one value filters here.
_SEVERAL: Final = (
    *("use_cases", "users", "care_settings", "specialties", "icd_chapters", "modalities", "languages", "markets"),
    *("hosting", "price_models", "standards", "certifications", "meetings"),
)
#: Values whose words in an entry say more, such as a version or a last day.
_NAMES: Final[Mapping[str, type[StrEnum]]] = {"standards": StandardName, "certifications": CertificationName}

MARK: Final = "x"


@dataclass(frozen=True, slots=True)
class Group:
    """A detail in words, and its values that some entry has: their codes and words."""

    key: str
    label: str
    values: tuple[tuple[str, str], ...]


def groups(edition: Edition, whole: Catalogue) -> tuple[Group, ...]:
    """Return the values that entries of the catalogue have, detail by detail, by their words."""
    listed = (
        Group(detail.key, edition.interface.say(detail.label), _values(edition, whole, detail.key))
        for detail in DETAILS
        if detail.key in _SEVERAL
    )
    return tuple(group for group in listed if group.values)


def marks(entry: Entry, found: Sequence[Group]) -> Iterator[str]:
    """Yield for each value of the groups *found* a mark if *entry* has it, else nothing."""
    for group in found:
        values = [code for code, _ in group.values]
        has = frozenset(_codes(entry, group.key, values))
        yield from (MARK if code in has else "" for code in values)


def holders(whole: Catalogue, group: Group) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Yield each value of *group* in words, with the entries that have it."""
    marked = [(entry, tuple(marks(entry, [group]))) for entry in whole.entries]
    for place, (_, words) in enumerate(group.values):
        yield words, tuple(entry for entry, row in marked if row[place])


def _codes(entry: Entry, key: str, values: Sequence[str]) -> Iterator[str]:
    """Yield the values of *entry*: none that has ended, and each country of a union or of all that it is meant for."""
    codes = [item.code for item in entry.details[key] if item.code and not item.has_ended]
    yield from found_in(values, codes) if key == "markets" else codes


def _values(edition: Edition, whole: Catalogue, key: str) -> tuple[tuple[str, str], ...]:
    items = (item for entry in whole.entries for item in entry.details[key])
    words = {item.code: item.text for item in items if item.code}
    if key in _NAMES:
        words = {code: edition.interface.choice(_NAMES[key](code)) for code in words}
    return tuple(sorted(words.items(), key=lambda pair: edition.formats.sort_key(pair[1])))

"""The organisations of the demonstration; most of them are members."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ecosystem.editing.demonstration import ADDRESS, Fields, Made, Texts, Words, provenance, text
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.members.model import Asset, MemberKind, Motive

#: As many names as `strings/demonstration/` has, and the forms in which each of them occurs.
_NAMES: Final = 25
_FORMS: Final = (MemberKind.COMPANY, MemberKind.RESEARCH_EDUCATION, MemberKind.ASSOCIATION, MemberKind.OTHER)
#: Every so many organisations one is no member: the catalogue is open to others too.
_STRANGERS: Final = 10


@dataclass(frozen=True, slots=True)
class Organisation:
    """A made-up organisation: its number from 0, and its short and full names in each language."""

    number: int
    kind: MemberKind
    short: Texts
    name: Texts

    @property
    def id(self) -> str:
        """Its id as a member."""
        return f"keksitty-{self.number + 1:03}"

    @property
    def is_member(self) -> bool:
        """Whether it is on the list of members."""
        return self.number % _STRANGERS != _STRANGERS - 1


def organisations(made: Made) -> list[Organisation]:
    """Return all organisations of the demonstration."""
    return [make_organisation(made.words, number) for number in range(made.organisations)]


def demonstration_records(made: Made) -> list[Fields]:
    """Return the records of those organisations that are members."""
    return [member_fields(made.words, one, made.ids["regions"]) for one in organisations(made) if one.is_member]


def make_organisation(words: Words, number: int) -> Organisation:
    """Return the organisation *number*, counted from 0."""
    kind = _FORMS[number % len(_FORMS)]
    turn, name = divmod(number // len(_FORMS), _NAMES)
    again = f" {turn + 1}" if turn else ""
    short: Texts = {language: words[language].say(f"name.{name:02}") + again for language in LANGUAGES}
    full: Texts = {
        language: words[language].say(f"organisation.{kind}", name=short[language]) for language in LANGUAGES
    }
    return Organisation(number, kind, short, full)


def member_fields(words: Words, one: Organisation, regions: Sequence[str]) -> Fields:
    """Return the record of the member *one*; *regions* are the ids to choose from."""
    number = one.number
    assets, motives = tuple(Asset), tuple(Motive)
    fields: Fields = {
        "id": one.id,
        "name": one.name,
        "short_name": one.short,
        "kind": one.kind.value,
        "url": f"{ADDRESS}/{one.id}",
        "since": f"2025-{number % 12 + 1:02}",
        "summary": text(words, "organisation.summary"),
        "role": text(words, "organisation.role"),
        "interests": [motives[number % len(motives)].value],
        "looks_for": [assets[number % len(assets)].value],
        "offers": [assets[(number + 4) % len(assets)].value],
    }
    if number % 3:
        fields["region"] = regions[number % len(regions)]
    return fields | provenance()

"""The organisations of the demonstration, and the words that all of its records are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.edit.yaml_text import Plain
from ecosystem.interface import Interface
from ecosystem.languages import LANGUAGES, Language
from ecosystem.model.member import Asset, MemberKind, Motive
from ecosystem.wording import read_words

Words: TypeAlias = Mapping[Language, Interface]
Fields: TypeAlias = dict[str, Plain]
Texts: TypeAlias = dict[str, str]

ADDRESS: Final = "https://example.org"
CHANGED: Final = "2026-11-20"

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


def read_demonstration_words(strings: Path) -> Words:
    """Return the words of the demonstration in each language, from the folder *strings*."""
    folder = strings / "demonstration"
    return {language: Interface(language, read_words(folder / f"{language}.yaml")) for language in LANGUAGES}


def text(words: Words, key: str, **values: object) -> Texts:
    """Return the text *key* in each language."""
    return {language: words[language].say(key, **values) for language in LANGUAGES}


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
        "short_name": one.short["fi"],
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
    return fields | provenance(one.id)


def provenance(path: str) -> Fields:
    """Return the last fields of every record."""
    return {"updated": CHANGED, "sources": [{"url": f"{ADDRESS}/{path}"}]}

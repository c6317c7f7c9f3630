"""Data of any size with all kinds in proportion: the data of the project beside made-up members and copies of the rest.

One *unit* is `MEMBERS_OF_A_UNIT` members and everything else that `data/` holds once. A size of 1,000 members is four
units: four times the pilots, events, news, publications, networks and so on, and the offerings of four times as many
organisations. Regions alone stay as many as the country has. `python -m benchmarks.data FOLDER MEMBERS` writes it.
"""

import copy
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from benchmarks.project import ecosystem

Record: TypeAlias = dict[str, Any]

#: About as many members as the action plan says that the ecosystem has.
MEMBERS_OF_A_UNIT: Final = 250
#: Organisations of the offering catalogue in a unit, of which nine tenths are members too.
ORGANISATIONS_OF_A_UNIT: Final = 10

#: Kinds of which each unit has its own copy. Members and offerings are made up; regions are as many as there are.
COPIED: Final = (
    "pilots",
    "cases",
    "pilot_programmes",
    "workgroups",
    "events",
    "news",
    "action_plan",
    "publications",
    "networks",
    "operating_models",
    "laws",
    "questions",
    "figures",
    "glossary",
    "meetings",
)
KINDS: Final = ("members", "regions", "offerings", "organisations", "national_story", *COPIED)

#: Fields that name a record of a copied kind, so that a copy names the copy of its own unit.
REFERENCES: Final[Mapping[str, str]] = {
    "document": "publications",
    "events": "events",
    "laws": "laws",
    "network": "networks",
    "networks": "networks",
    "news": "news",
    "parent": "workgroups",
    "pilots": "pilots",
    "programme": "pilot_programmes",
    "programmes": "pilot_programmes",
    "publication": "publications",
    "publications": "publications",
    "related": "networks",
    "workgroups": "workgroups",
    "works_with": "workgroups",
}
#: Fields by which a record is called: a copy has its own.
NAMES: Final = ("name", "title", "term", "also", "short_name", "question")

#: Beginnings of the members' names; with them the index from A to Z has many letters.
BEGINNINGS: Final = (
    *("Aurora", "Birka", "Cirrus", "Delta", "Eira", "Fjord", "Granit", "Havu", "Iiris", "Järvi", "Koivu", "Lumi"),
    *("Meri", "Norr", "Onni", "Pohja", "Quint", "Routa", "Suvi", "Tuuli", "Unda", "Virta", "Wasa", "Xylo", "Yrtti"),
    *("Zeta", "Åbo", "Äyri", "Öja"),
)
MEMBER_KINDS: Final = ("company", "association", "public-care", "research-education", "state-agency", "other")
ASSETS: Final = ("challenges", "data", "expertise", "funding", "partners", "test-settings", "tools")
MOTIVES: Final = ("knowledge-synergy", "resource-allocation", "legitimacy", "regulation", "societal-impact")
LANGUAGES: Final = ("fi", "sv", "en")


def units(members: int) -> int:
    """Return of how many units data with so many *members* consists: at least one."""
    return max(1, round(members / MEMBERS_OF_A_UNIT))


def write_data(folder: Path, members: int) -> Path:
    """Write a data folder with *members* members, or a few more, at *folder*, which must not be there; return it.

    The same number gives the same bytes. What the demonstration of the project makes up and what `data/` holds may
    be more members than are asked for.
    """
    count = units(members)
    ecosystem("demo", "--organisations", str(count * ORGANISATIONS_OF_A_UNIT), "--data", str(folder))
    kinds = {kind: read_kind(folder, kind) for kind in KINDS}
    ids = {kind: frozenset(record["id"] for record in records) for kind, records in kinds.items()}
    for kind in COPIED:
        copies = [_copy(record, unit, ids) for unit in range(2, count + 1) for record in kinds[kind]]
        if copies:
            write_kind(folder, kind, [*kinds[kind], *copies])
    missing = members - len(kinds["members"])
    texts = [record["summary"] for record in kinds["networks"]]
    regions = [record["id"] for record in kinds["regions"]]
    made = [_member(number, texts, regions) for number in range(missing)]
    write_kind(folder, "members", [*kinds["members"], *made])
    return folder


def read_kind(folder: Path, kind: str) -> list[Record]:
    """Return the records of *kind* in the data folder, all values as text."""
    text = (folder / f"{kind}.yaml").read_text(encoding="utf-8")
    return list(yaml.load(text, _Text) or [])  # noqa: S506 - makes nothing but texts, lists and mappings


def write_kind(folder: Path, kind: str, records: Sequence[Record]) -> None:
    """Write *records* as the file of *kind*, sorted by id as the data files are."""
    ordered = sorted(records, key=lambda record: record["id"])
    text = yaml.dump(ordered, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    (folder / f"{kind}.yaml").write_text(text, encoding="utf-8")


class _Text(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads all scalars as text, as the project does: `NO` is no truth value and `12:30` no number."""

    yaml_implicit_resolvers: Mapping[str, Any] = {}


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes no anchors: records that share a text are written out."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _copy(record: Record, unit: int, ids: Mapping[str, frozenset[str]]) -> Record:
    """Return the *record* of another *unit*: with an id and a name of its own, and references into its unit."""
    made: Record = _moved(copy.deepcopy(record), unit, ids)
    is_year = record["id"].isdigit()
    made["id"] = _year_before(record["id"], unit, ids["action_plan"]) if is_year else f"{record['id']}-{unit}"
    for field in NAMES:
        if field in made:
            made[field] = _renamed(made[field], unit)
    return made


def _moved(value: Any, unit: int, ids: Mapping[str, frozenset[str]], kind: str | None = None) -> Any:
    """Return *value* with the references in it led to *unit*; *kind* is the one that its field refers to."""
    if isinstance(value, dict):
        return {field: _moved(inner, unit, ids, REFERENCES.get(field)) for field, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, unit, ids, kind) for inner in value]
    return f"{value}-{unit}" if kind and value in ids[kind] else value


def _year_before(year: str, unit: int, years: Iterable[str]) -> str:
    """Return the year of a plan of another *unit*: before all *years* of the first, so that the plan in force stays."""
    there = sorted(map(int, years))
    return str(int(year) - (unit - 1) * (there[-1] - there[0] + 1))


def _renamed(value: Any, unit: int) -> Any:
    """Return a name, or names in languages, with the number of the *unit* behind them; a period stays as it is."""
    if isinstance(value, dict):
        return {key: _renamed(inner, unit) if key in LANGUAGES else inner for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, unit) for inner in value]
    return f"{value} {unit}"


def _member(number: int, texts: Sequence[Record], regions: Sequence[str]) -> Record:
    """Return a made-up member; its summary is made of two of the *texts*, other ones for each of its neighbours."""
    name = f"{BEGINNINGS[number % len(BEGINNINGS)]} {number}"
    summaries = list(_in_all_languages(texts))
    one, other = summaries[number % len(summaries)], summaries[(number * 7 + 3) % len(summaries)]
    return {
        "id": f"mitta-{number:05}",
        "name": {"fi": f"{name} (keksitty)", "sv": f"{name} (påhittad)", "en": f"{name} (made up)"},
        "kind": MEMBER_KINDS[number % len(MEMBER_KINDS)],
        "region": regions[number % len(regions)],
        "url": f"https://example.org/{number}",
        "since": f"{2024 + number % 3}-{number % 9 + 1:02}",
        "summary": {language: f"{one[language]}\n\n{other[language]}" for language in LANGUAGES},
        "interests": list(MOTIVES[number % 3 : number % 3 + 2]),
        "looks_for": [ASSETS[number % len(ASSETS)]],
        "offers": [ASSETS[(number * 5 + 3) % len(ASSETS)]],
        "updated": f"2026-{number % 10 + 1:02}-{number % 28 + 1:02}",
        "sources": [{"url": "https://example.org/"}],
    }


def _in_all_languages(texts: Sequence[Record]) -> Iterator[Record]:
    return (text for text in texts if all(language in text for language in LANGUAGES))


if __name__ == "__main__":
    write_data(Path(sys.argv[1]), int(sys.argv[2]))

"""A clearly fictional data set, for `make demo`, tests and measurements: each kind makes up its own records.

Every name, in every language, says that it is made up; every address is below example.org. The same number of
organisations gives the same bytes. Nothing is written to `data/`, and a site of it says on every page what it is.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.editing.record_text import CollectionText
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.pictures import FOLDER
from ecosystem.records.kind import Kinds
from ecosystem.records.load import SUFFIX
from ecosystem.records.record import field_order
from ecosystem.words.interface import Interface
from ecosystem.words.wording import read_words

ORGANISATIONS: Final = 100

Words: TypeAlias = Mapping[Language, Interface]
Fields: TypeAlias = dict[str, Plain]
Texts: TypeAlias = dict[str, str]

ADDRESS: Final = "https://example.org"
#: A front page, which needs no title.
SOURCE: Final[Fields] = {"url": f"{ADDRESS}/"}
CHANGED: Final = "2026-11-20"


@dataclass(frozen=True, slots=True)
class Made:
    """What a kind makes up its records from: words, how many organisations there are, and what stands already.

    `ids` are those of the records that the demonstration is based on, by collection; `records` what kinds of an earlier
    place have made up.
    """

    words: Words
    organisations: int
    ids: Mapping[str, Sequence[str]]
    records: dict[str, Sequence[Fields]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The role of a kind with made-up records: who comes first, and whether they stand `alone`, without any others."""

    place: int
    records: Callable[[Made], Sequence[Fields]]
    alone: bool = False


def write_demonstration(
    folder: Path, base: Path, strings: Path, kinds: Kinds, organisations: int = ORGANISATIONS
) -> None:
    """Write a data folder with so many made-up *organisations* at *folder*, in place of what stood there.

    Records of kinds that make up none, and those that made-up ones stand beside, come from the data folder *base*.
    """
    ids = {name: [record.id for record in _collection(base, name).records] for name in kinds}
    made = Made(_read_words(strings), organisations, ids)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in kinds:
        shutil.copyfile(base / f"{name}{SUFFIX}", folder / f"{name}{SUFFIX}")
    if (base / FOLDER).is_dir():
        shutil.copytree(base / FOLDER, folder / FOLDER)
    for kind, role in sorted(kinds.playing(Demonstration), key=lambda pair: pair[1].place):
        path = folder / f"{kind.name}{SUFFIX}"
        made.records[kind.name] = role.records(made)
        if role.alone:
            path.write_text("[]\n", encoding="utf-8")
        collection = _collection(folder, kind.name)
        text = collection.with_changes({}, made.records[kind.name], field_order(kind.model))
        path.write_text(text, encoding="utf-8")


def text(words: Words, key: str, **values: object) -> Texts:
    """Return the text *key* in each language."""
    return {language: words[language].say(key, **values) for language in LANGUAGES}


def provenance() -> Fields:
    """Return the last fields of every record."""
    return {"updated": CHANGED, "sources": [SOURCE]}


def _read_words(strings: Path) -> Words:
    folder = strings / "demonstration"
    return {language: Interface(language, read_words(folder / f"{language}.yaml")) for language in LANGUAGES}


def _collection(folder: Path, name: str) -> CollectionText:
    path = folder / f"{name}{SUFFIX}"
    return CollectionText(path.read_text(encoding="utf-8"), path.as_posix())

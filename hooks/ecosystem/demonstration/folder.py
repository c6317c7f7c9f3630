"""Write the demonstration as a data folder, beside the collections of another one that its records refer to."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ecosystem.demonstration.meeting import meeting_fields
from ecosystem.demonstration.offerings import offerings_of
from ecosystem.demonstration.organisations import Fields, make_organisation, member_fields, read_demonstration_words
from ecosystem.edit.record_text import CollectionText
from ecosystem.load import SUFFIX
from ecosystem.model import COLLECTIONS
from ecosystem.model.record import CollectionName, field_order
from ecosystem.pictures import FOLDER

ORGANISATIONS: Final = 100


def write_demonstration(folder: Path, base: Path, strings: Path, organisations: int = ORGANISATIONS) -> None:
    """Write a data folder with so many made-up *organisations* at *folder*, in place of what stood there.

    Members, regions, events and all else come from the data folder *base*; its offerings and its meetings do not.
    """
    words = read_demonstration_words(strings)
    made = [make_organisation(words, number) for number in range(organisations)]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COLLECTIONS:
        shutil.copyfile(base / f"{name}{SUFFIX}", folder / f"{name}{SUFFIX}")
    if (base / FOLDER).is_dir():
        shutil.copytree(base / FOLDER, folder / FOLDER)
    regions = [record.id for record in _collection(base, "regions").records]
    offered = [fields for one in made for fields in offerings_of(words, one, regions)]
    _write(folder, "offerings", offered)
    _write(folder, "meetings", [meeting_fields(words, made, offered)])
    _add(folder, "members", [member_fields(words, one, regions) for one in made if one.is_member])


def _write(folder: Path, name: CollectionName, records: Sequence[Fields]) -> None:
    (folder / f"{name}{SUFFIX}").write_text("[]\n", encoding="utf-8")
    _add(folder, name, records)


def _add(folder: Path, name: CollectionName, records: Sequence[Fields]) -> None:
    text = _collection(folder, name).with_changes({}, records, field_order(COLLECTIONS[name]))
    (folder / f"{name}{SUFFIX}").write_text(text, encoding="utf-8")


def _collection(folder: Path, name: CollectionName) -> CollectionText:
    path = folder / f"{name}{SUFFIX}"
    return CollectionText(path.read_text(encoding="utf-8"), path.as_posix())

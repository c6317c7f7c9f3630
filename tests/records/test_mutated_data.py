"""Damaged data files end in messages, never in a traceback."""

import random
import shutil
from pathlib import Path

import pytest

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Problem
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from ecosystem.words.messages import read_messages
from workbench import ROOT, SMALL

MESSAGES = {language: read_messages(ROOT / "strings", language) for language in LANGUAGES}
COLLECTIONS = sorted((SMALL.data).glob("*.yaml"))
SNIPPETS: tuple[str, ...] = (
    "\t",
    "- ",
    "[",
    "{",
    '"',
    "'",
    ": ",
    "#",
    "&a ",
    "*a",
    "!x ",
    "|",
    ">-",
    "<<: ",
    "---\n",
    "%",
    "\x00",
    "\r",
)
SNIPPETS += (
    "\u2028",
    "\u202e",
    "é",
    "\U0010ffff",
    "null",
    "~",
    "2025",
    "[]",
    "{}",
    "<<<<<<< a\n",
    "- id: x\n",
    "\ufeff",
)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return *data* damaged in one to three ways, as a slip of the hand or a broken transfer would."""
    for _ in range(chance.randint(1, 3)):
        lines = data.split(b"\n")
        at = chance.randrange(len(lines))
        match chance.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                lines[at] = b" " * chance.randint(0, 9) + lines[at].lstrip()
            case 3:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case 4:
                lines[at] = chance.choice(lines).lstrip()
            case 5:
                place = chance.randint(0, len(lines[at]))
                lines[at] = lines[at][:place] + chance.choice(SNIPPETS).encode() + lines[at][place:]
            case 6:
                lines[at] = lines[at].partition(b":")[0] + b": " + chance.choice(SNIPPETS).encode()
            case _:
                place = chance.randrange(max(len(data), 1))
                data = data[:place] + bytes([chance.randrange(256)]) + data[place + chance.randint(0, 3) :]
                continue
        data = b"\n".join(lines)
    return data


def problems_of_mutation(seed: int, folder: Path) -> list[Problem]:
    """Check *folder* with one file damaged as *seed* says, put the file back, and return the problems."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    file = folder / chance.choice(COLLECTIONS).name
    sound = file.read_bytes()
    file.write_bytes(mutate(sound, chance))
    try:
        return load_and_check(folder, KINDS)[1]
    finally:
        file.write_bytes(sound)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(SMALL.data, tmp_path_factory.mktemp("mutated") / "data")


@pytest.mark.parametrize("first", range(0, 300, 50))
def test_a_damaged_file_ends_in_messages(folder: Path, first: int) -> None:
    found = 0
    for seed in range(first, first + 50):
        for problem in problems_of_mutation(seed, folder):
            found += 1
            for messages in MESSAGES.values():
                messages.words[problem.code].format(**problem.details)  # each value that the message names is there
                assert "\n" not in messages.line(problem)
    assert found > 50

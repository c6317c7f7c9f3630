"""`fix`: write the suggestions of the check that are certain, and show what changed."""

import argparse
import difflib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ecosystem.cli.options import add_language
from ecosystem.editing.changes.describe import read_editors_words
from ecosystem.editing.fixing import certain, fixed
from ecosystem.editing.named_choices import with_meant
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Problem
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check

NAME: Final = "fix"
HELP: Final = "write the suggestions of `check` that are certain into the data, and show what changed"

#: A field that is mended may hold a value to be mended, and that an item of another file.
MOST_ROUNDS: Final = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The language of what is said."""
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Mend what is certain, again while a mended file shows more, and print the difference of each file."""
    words = [read_editors_words(settings.strings, language) for language in LANGUAGES]

    def check() -> Sequence[Problem]:
        return with_meant(load_and_check(settings.data, KINDS)[1], words)

    before = {path: path.read_text(encoding="utf-8", errors="replace") for path in sorted(settings.data.glob("*.yaml"))}
    for _ in range(MOST_ROUNDS):
        if not fixed(certain(check()), check):
            break
    for path, old in before.items():
        sys.stdout.write(_difference(path, old))
    return 0


def _difference(path: Path, old: str) -> str:
    new = path.read_text(encoding="utf-8", errors="replace")
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), path.as_posix(), path.as_posix(), n=1, lineterm="")
    return "".join(f"{line}\n" for line in lines)

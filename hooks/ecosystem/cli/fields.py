"""`fields`: write the lists of all fields of the data for editors, in three languages."""

import argparse
import sys
from typing import Final

from ecosystem.editing.changes.describe import read_editors_words
from ecosystem.editing.field_list import field_list
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.kinds.registry import KINDS

NAME: Final = "fields"
HELP: Final = "write the lists of all fields of the data, FIELDS.fi.md and its sisters"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to compare instead of writing."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a list is not up to date")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the lists that have changed, and name them; with `--check`, 1 if there are any."""
    stale = False
    for language in LANGUAGES:
        path = ROOT / f"FIELDS.{language}.md"
        text = field_list(KINDS, read_editors_words(settings.strings, language))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale = True
            sys.stdout.write(f"{path.name}\n")
            if not options.check:
                path.write_text(text, encoding="utf-8")
    return 1 if stale and options.check else 0

"""`history`: write the file by which copies without the history of git know when each thing appeared in the data."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_text
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.history.reading import read_history
from ecosystem.records.history.storing import FILE, history_text
from ecosystem.words.messages import read_messages

NAME: Final = "history"
HELP: Final = "write the history of the data into a file, for archives and copies without git"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("--to", type=Path, metavar="FILE", help=f"another file than {FILE} beside the data")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the file, and name it; raise where the history is not known."""
    history, problems = read_history(settings.data, KINDS, settings.cache)
    if not history.head:
        messages = read_messages(settings.strings, settings.language)
        raise EcosystemError("\n".join(map(messages.line, problems)))
    path = options.to or settings.data / FILE
    replace_text(path, history_text(history))
    sys.stdout.write(f"{path}\n")
    return 0

"""`fmt`: put the data files into their one canonical form."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.cli.options import add_language
from ecosystem.editing.layout.canonical import LayoutError, canonical
from ecosystem.ground.files import replace_text
from ecosystem.ground.nodes import SeqNode, read_nodes
from ecosystem.ground.problems import Place, Problem, has_errors
from ecosystem.ground.settings import Settings
from ecosystem.ground.text import read_text
from ecosystem.kinds.registry import KINDS
from ecosystem.records.load import SUFFIX, without_garbage_collection
from ecosystem.records.record import Record
from ecosystem.words.messages import read_messages

NAME: Final = "fmt"
HELP: Final = "put the data files into their one canonical form"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to compare instead of writing."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is in another form")
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Rewrite the files that are in another form, and name them; those with mistakes of syntax stay as they are."""
    messages = read_messages(settings.strings, options.language or settings.language)
    changed = failed = False
    for name, model in KINDS.models.items():
        path = settings.data / f"{name}{SUFFIX}"
        with without_garbage_collection():
            formatted, problems = _format(path, model)
        for problem in problems:
            sys.stdout.write(messages.line(problem) + "\n")
        failed |= formatted is None
        if formatted is not None and formatted.encode() != path.read_bytes():
            changed = True
            sys.stdout.write(f"{path}\n")
            if not options.check:
                replace_text(path, formatted)
    return 1 if failed or (changed and options.check) else 0


def _format(path: Path, model: type[Record]) -> tuple[str | None, list[Problem]]:
    """Return the canonical form of the file at *path*, or None and what is wrong with it."""
    file = path.as_posix()
    text, problems = read_text(path, file)
    if text is None or has_errors(problems):
        return None, problems
    document, problems, _ = read_nodes(text, file)
    if has_errors(problems):
        return None, problems
    if document is None:
        return None, [Problem(Place(file), "empty_file")]
    if not isinstance(document, SeqNode):
        return None, [Problem(Place(file), "list_of_records_expected")]
    try:
        return canonical(text, document, model, file), []
    except LayoutError:
        return None, [Problem(Place(file), "form_would_lose")]

"""`fmt`: put the data files into their one canonical form."""

import argparse
import datetime
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ecosystem.cli.options import add_against, add_language, base_version, words_for
from ecosystem.editing.dates_of_update import with_new_dates
from ecosystem.editing.layout.canonical import LayoutError, canonical
from ecosystem.ground.files import replace_text
from ecosystem.ground.nodes import MapNode, SeqNode, read_nodes
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
    add_against(parser, "write today into `updated` of entries that have changed since without it")
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Rewrite the files that are in another form, and name them; those with mistakes of syntax stay as they are."""
    messages = read_messages(settings.strings, options.language or settings.language)
    old = base_version(options.against, settings, words_for(options, settings)) if options.against is not None else None
    changed = failed = False
    for name, model in KINDS.models.items():
        path = settings.data / f"{name}{SUFFIX}"
        with without_garbage_collection():
            formatted, problems = _format(path, model, old[name] if old else None, settings.today)
        for problem in problems:
            sys.stdout.write(messages.line(problem) + "\n")
        failed |= formatted is None
        if formatted is not None and formatted.encode() != path.read_bytes():
            changed = True
            sys.stdout.write(f"{path}\n")
            if not options.check:
                replace_text(path, formatted)
    return 1 if failed or (changed and options.check) else 0


def _format(
    path: Path, model: type[Record], old: Mapping[str, MapNode] | None, today: datetime.date
) -> tuple[str | None, list[Problem]]:
    """Return the canonical form of the file at *path*, or None and what is wrong with it.

    Records that are other than in the *old* version, if there is one, get the date *today*.
    """
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
    if old is not None and (dated := with_new_dates(text, document, old, model, today)) != text:
        text, document = dated, read_nodes(dated, file)[0]
        if not isinstance(document, SeqNode):
            raise AssertionError("only dates were written into a list")
    try:
        return canonical(text, document, model, file), []
    except LayoutError:
        return None, [Problem(Place(file), "form_would_lose")]

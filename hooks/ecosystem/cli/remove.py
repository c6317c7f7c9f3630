"""`remove`: take a record out, unless others still name it."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.cli.options import add_language, words_for
from ecosystem.editing.renaming import NoSuchRecordError, mentions, removed
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_text
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check

NAME: Final = "remove"
HELP: Final = "take a record out of its file; says what still names it, and then leaves it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The collection and the id."""
    parser.add_argument("collection", choices=list(KINDS), help="the collection, such as members")
    parser.add_argument("id", metavar="ID", help="the id of the record")
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Take the record out, or name the places that refer to it and return 1."""
    words = words_for(options, settings)
    data, _ = load_and_check(settings.data, KINDS)
    try:
        text = removed(data, options.collection, options.id)
    except NoSuchRecordError as error:
        raise EcosystemError(words.say("rename.unknown", id=str(error))) from None
    named = list(mentions(data, options.collection, options.id))
    for mention in named:
        sys.stdout.write(f"{mention.place}: {words.say('remove.named', record=mention.record)}\n")
    if named:
        return 1
    path = Path(data[options.collection].file)
    replace_text(path, text)
    sys.stdout.write(f"{path}\n")
    return 0

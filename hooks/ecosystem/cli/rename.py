"""`rename`: give a record another id, everywhere."""

import argparse
import sys
from typing import Final

from ecosystem.cli.options import add_language, words_for
from ecosystem.editing.renaming import IdInUseError, NoSuchRecordError, renamed
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_text
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from ecosystem.records.values import ID, LONGEST_ID

NAME: Final = "rename"
HELP: Final = "give a record another id, in its file and wherever it is named; its old address leads to the new one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The collection, the id and the new one."""
    parser.add_argument("collection", choices=list(KINDS), help="the collection, such as members")
    parser.add_argument("old", metavar="OLD", help="the id as it is")
    parser.add_argument("new", metavar="NEW", help="the id as it is to be")
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the new id everywhere, and name the files."""
    words = words_for(options, settings)
    if not ID.fullmatch(options.new) or len(options.new) > LONGEST_ID:
        raise EcosystemError(words.say("rename.no_id", id=options.new))
    data, _ = load_and_check(settings.data, KINDS)
    try:
        texts = renamed(data, options.collection, options.old, options.new)
    except NoSuchRecordError as error:
        raise EcosystemError(words.say("rename.unknown", id=str(error))) from None
    except IdInUseError as error:
        raise EcosystemError(words.say("new.exists", id=str(error))) from None
    for path, text in texts.items():
        replace_text(path, text)
        sys.stdout.write(f"{path}\n")
    return 0

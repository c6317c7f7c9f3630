"""`diff`: say in plain language what changed between two versions of the data."""

import argparse
import sys
from typing import Final

from ecosystem.cli.options import add_language, base_version, words_for
from ecosystem.editing.changes.describe import REPORT_FORMATS, describe
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.history.find import find_changes
from ecosystem.records.history.versions import UnreadableVersionError, read_folder

NAME: Final = "diff"
HELP: Final = "say in plain language what changed since another version of the data"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The version to compare with, and how to say it."""
    parser.add_argument("base", metavar="BASE", help="a git revision, such as main or HEAD~1, or a folder with data")
    add_language(parser)
    parser.add_argument("--format", choices=sorted(REPORT_FORMATS), default="text", help="the format (default: text)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print what changed from BASE to the data as it is now."""
    words = words_for(options, settings)
    base = base_version(options.base, settings, words)
    try:
        changes = list(find_changes(base, read_folder(settings.data, KINDS), KINDS))
    except UnreadableVersionError as error:
        raise EcosystemError(words.say("diff.unreadable", file=str(error))) from None
    write = REPORT_FORMATS[options.format]
    sys.stdout.write(write(words.say("diff.title"), describe(changes, words), words.say("diff.nothing")))
    return 0

"""`addresses`: see that no address of an earlier release of the site is lost."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.cli.options import add_language
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.site.release.addresses import lost_addresses, read_paths
from ecosystem.words.messages import read_messages

NAME: Final = "addresses"
HELP: Final = "see that no address of an earlier release of the site is lost"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two sites, and the language of the messages."""
    parser.add_argument(
        "--against", type=Path, required=True, metavar="RELEASE", help="the earlier site: a folder, or its archive"
    )
    parser.add_argument(
        "--site", type=Path, default=ROOT / "site", metavar="SITE", help="another site than that in site/"
    )
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every address that is lost; 1 if any is."""
    messages = read_messages(settings.strings, options.language or settings.language)
    problems = list(lost_addresses(read_paths(options.against), read_paths(options.site)))
    for problem in problems:
        sys.stdout.write(messages.line(problem) + "\n")
    return int(bool(problems))

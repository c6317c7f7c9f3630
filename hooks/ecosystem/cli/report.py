"""`report`: list what needs an editor's attention although it is no mistake."""

import argparse
import sys
from typing import Final

from ecosystem.cli.options import add_language, words_for
from ecosystem.editing.attention import report
from ecosystem.editing.changes.describe import REPORT_FORMATS
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from ecosystem.site.preparation import situation

NAME: Final = "report"
HELP: Final = "list missing translations, overdue reviews, events without a recording and dead references"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The language and the format."""
    add_language(parser)
    parser.add_argument("--format", choices=sorted(REPORT_FORMATS), default="text", help="the format (default: text)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the report; that there is something to do is no failure."""
    words = words_for(options, settings)
    data, problems = load_and_check(settings.data, KINDS)
    found = report(situation(settings, data, problems, words.language))
    write = REPORT_FORMATS[options.format]
    sys.stdout.write(write(words.say("report.title"), found, words.say("report.nothing")))
    return 0

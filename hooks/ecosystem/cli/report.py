"""`report`: list what needs an editor's attention although it is no mistake."""

import argparse
import sys
from typing import Final

from ecosystem.attention import Situation, report
from ecosystem.changes.describe import REPORT_FORMATS
from ecosystem.check import load_and_check
from ecosystem.cli.options import add_language, words_for
from ecosystem.messages import read_messages
from ecosystem.settings import Settings

NAME: Final = "report"
HELP: Final = "list missing translations, overdue reviews, events without a recording and dead references"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The language and the format."""
    add_language(parser)
    parser.add_argument("--format", choices=sorted(REPORT_FORMATS), default="text", help="the format (default: text)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the report; that there is something to do is no failure."""
    words = words_for(options, settings)
    data, problems = load_and_check(settings.data)
    situation = Situation(
        data=data,
        problems=problems,
        messages=read_messages(settings.strings, words.language),
        words=words,
        today=settings.today,
        site_url=settings.site_url,
    )
    write = REPORT_FORMATS[options.format]
    sys.stdout.write(write(words.say("report.title"), report(situation), words.say("report.nothing")))
    return 0

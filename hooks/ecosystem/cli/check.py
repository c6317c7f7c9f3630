"""`check`: print every problem of the data and of the pages; build nothing."""

import argparse
import sys
from dataclasses import replace
from typing import Final

from ecosystem.cli.options import add_against, add_language, version_for
from ecosystem.editing.dates_of_update import stale_dates
from ecosystem.editing.findings import FORMATS, Findings
from ecosystem.ground.problems import Severity, has_errors, in_reading_order
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.documents import read_documents
from ecosystem.pages.site_operator import read_operator
from ecosystem.records.check import load_and_check, warnings_of_time
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.newsletter.archive import read_archive
from ecosystem.site.preparation import problems_of_answers
from ecosystem.words.messages import read_messages

NAME: Final = "check"
HELP: Final = "check the data and the pages; build nothing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The language and the format of the messages, and whether warnings count as errors."""
    add_language(parser)
    add_against(parser, "warn of entries that have changed since, but whose `updated` has not")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="the format (default: text)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every problem; 1 if any of them is an error."""
    data, problems = load_and_check(settings.data, KINDS)
    findings = read_documents(settings.documents, ADDRESSES)[1]
    findings += read_archive(settings.data)[1]
    findings += problems_of_answers(settings, data)
    findings += read_operator(settings.operator).problems
    findings += warnings_of_time(data, KINDS, settings.today)
    if options.against is not None:
        findings += stale_dates(version_for(options.against, options, settings), data, KINDS, settings.today)
    problems = in_reading_order([*problems, *findings])
    if options.strict:
        problems = [replace(problem, severity=Severity.ERROR) for problem in problems]
    language = options.language or settings.language
    report = Findings(
        problems=problems,
        messages=read_messages(settings.strings, language),
        language=language,
        folder=str(settings.data),
        records=sum(len(loaded.entries) for loaded in data.values()),
    )
    sys.stdout.write(FORMATS[options.format](report))
    return 1 if has_errors(problems) else 0

"""`check`: print every problem of the data and of the pages, and what a proofreader would mark; build nothing."""

import argparse
import sys
from dataclasses import replace
from typing import Final

from ecosystem.cli.options import add_language, base_version
from ecosystem.editing.changes.losses import losses
from ecosystem.editing.findings import FORMATS, Findings
from ecosystem.editing.proofreading.proofread import proofread
from ecosystem.ground.problems import Severity, has_errors, in_reading_order
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.documents import read_documents
from ecosystem.pages.site_operator import read_operator
from ecosystem.records.check import load_and_check
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.newsletter.archive import read_archive
from ecosystem.words.messages import read_messages

NAME: Final = "check"
HELP: Final = "check the data and the pages; build nothing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The language and the format of the messages, and whether warnings count as errors."""
    add_language(parser)
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument(
        "--against", dest="base", metavar="BASE", help="say too what was lost since a git revision or folder"
    )
    parser.add_argument("--spelling", action="store_true", help="look up every word too (takes seconds; see `words`)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="the format (default: text)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every problem; 1 if any of them is an error."""
    data, problems = load_and_check(settings.data, KINDS)
    pages, findings = read_documents(settings.documents, ADDRESSES)
    findings += read_archive(settings.data)[1]
    findings += read_operator(settings.operator).problems
    findings += proofread(data, settings.data, settings.documents, pages, spelling=options.spelling)
    if options.base:
        findings += losses(base_version(options, settings), data, settings.today.isoformat())
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

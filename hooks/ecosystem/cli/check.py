"""`check`: print every problem of the data and of the pages, and what a proofreader would mark; build nothing."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from ecosystem.cli.options import add_against, base_version
from ecosystem.editing.changes.describe import read_editors_words
from ecosystem.editing.changes.losses import losses
from ecosystem.editing.dates_of_update import stale_dates
from ecosystem.editing.findings import FORMATS, Findings, as_markdown
from ecosystem.editing.named_choices import with_meant
from ecosystem.editing.proofreading.proofread import proofread
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Severity, has_errors, in_reading_order
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.documents import read_documents
from ecosystem.pages.page_references import broken_links
from ecosystem.pages.site_operator import read_operator
from ecosystem.records.check import load_and_check, warnings_of_time
from ecosystem.records.cited import sources_have_titles
from ecosystem.records.present import past_is_told_as_past
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.newsletter.archive import read_archive
from ecosystem.site.preparation import problems_of_answers
from ecosystem.site.prose_figures import wrong_figures
from ecosystem.words.messages import read_messages

NAME: Final = "check"
HELP: Final = "check the data and the pages; build nothing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The language and the format of the messages, and whether warnings count as errors."""
    parser.add_argument(
        "--language",
        action="append",
        choices=LANGUAGES,
        help="the language of the messages (default: the locale's); once more for others on GitHub and in the summary",
    )
    add_against(parser, "warn of what a change has lost, and of changed entries whose `updated` was forgotten")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--spelling", action="store_true", help="look up every word too (takes seconds; see `words`)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="the format (default: text)")
    parser.add_argument("--summary", metavar="FILE", help="add tables of the findings, in Markdown, to FILE")


def are_together(settings: Settings) -> bool:
    """Tell whether the pages are those of the data: others, such as a demonstration's, name records of their own."""
    return settings.documents.absolute().parent == settings.data.absolute().parent


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every problem; 1 if any of them is an error."""
    language, *others = dict.fromkeys(options.language or [settings.language])
    data, problems = load_and_check(settings.data, KINDS)
    pages, findings = read_documents(settings.documents, ADDRESSES)
    findings += broken_links(settings.documents, data if are_together(settings) else None)
    findings += read_archive(settings.data)[1]
    findings += problems_of_answers(settings, data)
    findings += read_operator(settings.operator).problems
    findings += warnings_of_time(data, KINDS, settings.today)
    findings += past_is_told_as_past(data, settings.today)
    findings += sources_have_titles(data)
    findings += proofread(data, settings.data, settings.documents, pages, spelling=options.spelling)
    if not has_errors(problems):
        findings += wrong_figures(data, settings.documents)
    if options.against is not None:
        base = base_version(options.against, settings, read_editors_words(settings.strings, language))
        findings += losses(base, data)
        findings += stale_dates(base, data, KINDS, settings.today)
    problems = in_reading_order([*problems, *findings])
    problems = with_meant(problems, (read_editors_words(settings.strings, one) for one in LANGUAGES))
    if options.strict:
        problems = [replace(problem, severity=Severity.ERROR) for problem in problems]
    report = Findings(
        problems=problems,
        messages=read_messages(settings.strings, language),
        language=language,
        others={other: read_messages(settings.strings, other) for other in others},
        folder=str(settings.data),
        records=sum(len(loaded.entries) for loaded in data.values()),
    )
    if options.summary:
        with Path(options.summary).open("a", encoding="utf-8") as summary:
            summary.write(as_markdown(report))
    sys.stdout.write(FORMATS[options.format](report))
    return 1 if has_errors(problems) else 0

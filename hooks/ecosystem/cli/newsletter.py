"""`newsletter`: write an issue of the newsletter from the data, ready for the sender's service."""

import argparse
import datetime
import re
import sys
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES
from ecosystem.ground.problems import has_errors, in_reading_order
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.edition import Edition
from ecosystem.records.check import check
from ecosystem.site.newsletter.archive import issue_file, write_issue
from ecosystem.site.newsletter.draft import render_issue
from ecosystem.site.newsletter.introduction import Introduction, read_introduction
from ecosystem.site.newsletter.issue import Issue, freeze, make_issue
from ecosystem.site.newsletter.sent_issue import SentIssue
from ecosystem.site.preparation import site_for_a_command
from ecosystem.words.messages import read_messages

NAME: Final = "newsletter"
HELP: Final = "write an issue of the newsletter: HTML, plain text and an e-mail draft"

DEFAULT_FOLDER: Final = Path("newsletter")
DEFAULT_PLACEHOLDER: Final = "{{unsubscribe}}"


class NewsletterError(EcosystemError):
    """The issue cannot be made; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the issue covers, its language, and where its parts come from and go."""
    parser.add_argument("--since", type=_day, required=True, metavar="DATE", help="the first day that it covers")
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help="its language (default: fi)")
    parser.add_argument("--introduction", type=Path, metavar="FILE.md", help="the editor's introduction, in Markdown")
    parser.add_argument(
        "--unsubscribe",
        default=DEFAULT_PLACEHOLDER,
        metavar="TEXT",
        help="what your sending service replaces with the address for unsubscribing (default: {{unsubscribe}})",
    )
    parser.add_argument(
        "--archive",
        action="store_true",
        help="also keep the issue in the archive, data/newsletters/: a page of the site",
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="write over the issue of this day that the archive has already"
    )
    parser.add_argument(
        "--output", type=Path, default=DEFAULT_FOLDER, metavar="DIR", help="where to write (default: newsletter)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the three files of the issue and name them; 1 when the data or the introduction is wrong."""
    ecosystem, problems = check(settings.data, KINDS)
    introduction = None
    if options.introduction is not None:
        introduction, findings = read_introduction(options.introduction)
        problems = in_reading_order([*problems, *findings])
    messages = read_messages(settings.strings, "en")
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")
    if ecosystem is None or has_errors(problems):
        return 1
    site = site_for_a_command(settings, ecosystem)
    edition = site.editions[options.language]
    issue = make_issue(edition, options.since)
    if not issue.stories and introduction is None:
        raise NewsletterError(f"nothing is new from {options.since} to {edition.today}, and there is no introduction")
    sent = _freeze(edition, issue, introduction, options.overwrite, settings) if options.archive else None
    files = render_issue(
        edition, site.renderers[options.language].environment, issue, introduction, options.unsubscribe
    )
    options.output.mkdir(parents=True, exist_ok=True)
    for suffix, content in files.items():
        path = options.output / f"{edition.today}-{options.language}.{suffix}"
        path.write_bytes(content)
        sys.stdout.write(f"{path}\n")
    if sent is not None:
        sys.stdout.write(f"{write_issue(settings.data, sent)}\n")
    return 0


def _freeze(
    edition: Edition, issue: Issue, introduction: Introduction | None, overwrite: bool, settings: Settings
) -> SentIssue:
    """Return *issue* as the archive keeps it, before anything is written; raise if the archive cannot take it."""
    try:
        sent = freeze(edition, issue, introduction)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise NewsletterError(
            f"the archive cannot hold this issue: {where} {first['input']!r}: {first['msg']}"
        ) from error
    path = issue_file(settings.data, sent)
    if path.exists() and not overwrite:
        raise NewsletterError(f"{path} is archived already; mend that file, or write it anew with --overwrite")
    return sent


def _day(text: str) -> datetime.date:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            pass
    raise argparse.ArgumentTypeError(f"write a day such as 2026-10-01, not {text!r}")

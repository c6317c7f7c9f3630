"""`newsletter`: write drafts of the next issue into the data (`draft`), and make mails of issues (`render`)."""

import argparse
import datetime
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from ecosystem.cli.wording import messages_in
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_text
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.problems import Problem, has_errors, in_reading_order
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.site.newsletter.archive import FOLDER, draft_text, issue_file, read_archive, read_issue
from ecosystem.site.newsletter.draft import draft_issue, first_day
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.newsletter.mail import mail_files
from ecosystem.site.preparation import site_for_a_command
from ecosystem.site.site import Site
from ecosystem.words.messages import Messages

NAME: Final = "newsletter"
HELP: Final = "write drafts of the next newsletter into the data, and make mails of them"

DEFAULT_FOLDER: Final = Path("newsletter")


class NewsletterError(EcosystemError):
    """There is nothing to make; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two steps, and what each may be told."""
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    draft = steps.add_parser("draft", help=f"write a draft for each language into data/{FOLDER}/")
    draft.add_argument("--date", type=_day, metavar="DATE", help="the day of sending (default: today)")
    draft.add_argument("--since", type=_day, metavar="DATE", help="from when on it tells (default: the last issue)")
    draft.add_argument(
        "--language", action="append", choices=LANGUAGES, help="a language of the newsletter (default: all three)"
    )
    draft.add_argument("--overwrite", action="store_true", help="write over files of this day")
    render = steps.add_parser("render", help="make mails and a preview of issues, as their files say")
    render.add_argument(
        "issues",
        nargs="*",
        metavar="ISSUE",
        help="an issue such as 2026-12-01.fi, or its file (default: all of the last day)",
    )
    render.add_argument(
        "--unsubscribe", metavar="TEXT", help="what a service of your own replaces with the address for unsubscribing"
    )
    render.add_argument(
        "--output", type=Path, default=DEFAULT_FOLDER, metavar="DIR", help="where to write (default: newsletter)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Take the step and name the files that it wrote; 1 when data or an issue is wrong."""
    messages = messages_in(settings.language, settings)
    ecosystem, problems = check(settings.data, KINDS)
    issues, findings = read_archive(settings.data)
    problems = in_reading_order([*problems, *findings])
    _say(problems, messages)
    if ecosystem is None or has_errors(problems):
        return 1
    site = site_for_a_command(settings, ecosystem, issues)
    if options.step == "draft":
        return _draft(options, settings, site, messages)
    for issue in _chosen(options.issues, issues, messages):
        renderer = site.renderers[issue.language]
        folder = options.output / f"{issue.date}.{issue.language}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in mail_files(renderer.edition, renderer.environment, issue, options.unsubscribe):
            (folder / name).write_bytes(content)
        sys.stdout.write(f"{folder / 'preview.html'}\n")
    return 0


def _draft(options: argparse.Namespace, settings: Settings, site: Site, messages: Messages) -> int:
    day = options.date or settings.today
    texts = dict(_drafts(options, settings, site, day, messages))
    problems = [problem for path, text in texts.items() for problem in read_issue(text, path.as_posix())[1]]
    _say(problems, messages)
    if has_errors(problems):
        return 1
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_text(path, text)
        sys.stdout.write(f"{path}\n")
    return 0


def _drafts(
    options: argparse.Namespace, settings: Settings, site: Site, day: datetime.date, messages: Messages
) -> Iterator[tuple[Path, str]]:
    """Yield the file of each draft and its content; raise when there is nothing to tell, or a draft already."""
    for language in dict.fromkeys(options.language or LANGUAGES):
        path = issue_file(settings.data, day, language)
        if path.exists() and not options.overwrite:
            raise NewsletterError(messages.words["newsletter_exists"].format(file=path))
        renderer = site.renderers[language]
        since = options.since or first_day(renderer.edition, day)
        issue = draft_issue(renderer.edition, renderer.environment, since, day)
        if issue is None:
            raise NewsletterError(messages.words["newsletter_nothing"].format(since=since, day=day))
        yield path, draft_text(issue, *_guide(language, settings))


def _guide(language: Language, settings: Settings) -> tuple[str, str]:
    """Return what a draft says to its editor, and an introduction as an example: in the language of the issue."""
    words = messages_in(language, settings).words
    return words["newsletter_guide"], words["newsletter_introduction"]


def _chosen(names: Iterable[str], issues: Iterable[Issue], messages: Messages) -> Iterator[Issue]:
    """Yield the issues that *names* name; without any, those of the last day."""
    known = {f"{issue.date}.{issue.language}": issue for issue in issues}
    last = max((issue.date for issue in known.values()), default=None)
    wanted = [Path(name).name.removesuffix(".yaml") for name in names]
    for name in wanted or [name for name, issue in known.items() if issue.date == last] or [""]:
        if name not in known:
            all_known = ", ".join(sorted(known))
            raise NewsletterError(messages.words["newsletter_unknown"].format(name=name, known=all_known))
        yield known[name]


def _say(problems: Iterable[Problem], messages: Messages) -> None:
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")


def _day(text: str) -> datetime.date:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            pass
    raise argparse.ArgumentTypeError(f"write a day such as 2026-10-01, not {text!r}")

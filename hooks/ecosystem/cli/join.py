"""`join`: turn an approved application into a new entry: of the members, or of another kind that has a form."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from ecosystem.cli.wording import messages_in
from ecosystem.editing.forms.form import Form
from ecosystem.editing.forms.issue_form import read_form
from ecosystem.editing.forms.joining import Application, plan_entry
from ecosystem.editing.replacement import replace_file
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES, NATIVE_NAMES
from ecosystem.ground.problems import has_errors, in_reading_order
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.kind import Kind
from ecosystem.records.load import SUFFIX

NAME: Final = "join"
HELP: Final = "turn an application (the text of an issue, or the event that carries it) into an entry of its file"

LARGEST_FILE: Final = 2_000_000


class ApplicationError(EcosystemError):
    """The file holds no application; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file and what an editor may decide."""
    parser.add_argument("file", type=Path, help="the issue's text as Markdown, or GitHub's event as JSON")
    forms = [kind.name for kind, _ in KINDS.playing(Form)]
    parser.add_argument("--kind", choices=forms, default="members", help="what the form asks for (default: members)")
    parser.add_argument("--updated", metavar="DATE", help="the day of the entry, such as 2025-03-07 (default: today)")
    parser.add_argument("--id", dest="record_id", metavar="ID", help="the id of the entry (default: made of the name)")
    parser.add_argument(
        "--source", metavar="URL", help="where the facts stand (default: the issue, else the organisation's home page)"
    )
    parser.add_argument(
        "--language", action="append", choices=LANGUAGES, help="a language of the answer (default: the locale's)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the entry, or print what is wrong with the application and write nothing."""
    body, address = read_application(options.file)
    kind = KINDS[options.kind]
    collection = settings.data / f"{kind.name}{SUFFIX}"
    application = Application(
        body=body,
        file=str(options.file),
        updated=options.updated or settings.today.isoformat(),
        source=options.source or address,
        record_id=options.record_id,
    )
    text, record_id, problems = plan_entry(collection, kind, KINDS, read_form(form_of(kind)), application)
    refused = has_errors(problems)
    if not refused:
        replace_file(collection, text)
    for language in dict.fromkeys(options.language or [settings.language]):
        words = messages_in(language, settings)
        lines = [f"- {words.text(problem)}" for problem in in_reading_order(problems)]
        lines.append(words.words["join_again"] if refused else words.words["join_added"].format(id=record_id))
        sys.stdout.write("\n".join([NATIVE_NAMES[language], *lines, ""]) + "\n")
    return int(refused)


def form_of(kind: Kind) -> Path:
    """Return the issue form by which records of *kind* are asked for."""
    form = kind.role(Form)
    if form is None:
        raise ApplicationError(f"there is no form for {kind.name}")
    return ROOT / form.path


def read_application(path: Path) -> tuple[str, str | None]:
    """Return the text of the application in *path*, and the address of its issue if the file is an event."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ApplicationError(f"{path} is too large for an application")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ApplicationError(f"{path} cannot be read: {error}") from None
    if not text.lstrip().startswith("{"):
        return text, None
    try:
        event: Any = json.loads(text)
        body, address = event["issue"]["body"], event["issue"].get("html_url")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        raise ApplicationError(f"{path} is not the event of an issue") from None
    if not isinstance(body, str):
        raise ApplicationError(f"{path}: the issue has no text")
    return body, address if isinstance(address, str) else None


def application_form(path: Path, names: Sequence[str]) -> str | None:
    """Return the one of the forms *names* whose label the issue in the event *path* has; None if it has none."""
    try:
        labels = json.loads(path.read_text(encoding="utf-8-sig"))["issue"]["labels"]
        return next((label["name"] for label in labels if label["name"] in names), None)
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return None

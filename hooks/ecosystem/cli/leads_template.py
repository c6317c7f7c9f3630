"""`leads-template`: write the workbook in which sales leads are kept. It goes to whoever keeps them, never in here."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_bytes
from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import Settings
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.leads.choices import choices
from ecosystem.kinds.offerings.leads.workbook import LeadsWorkbook
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.words.formats import Formats
from ecosystem.words.interface import Interface
from ecosystem.words.messages import read_messages
from ecosystem.words.wording import read_words

NAME: Final = "leads-template"
HELP: Final = "write the template in which sales leads are kept (XLSX); leads never belong to this repository"
DEFAULT_FILE: Final = Path("leads.xlsx")


class LeadsTemplateError(EcosystemError):
    """The template cannot be written; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the language and where to."""
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help="its language (default: fi)")
    parser.add_argument("--to", type=Path, default=DEFAULT_FILE, metavar="FILE.xlsx", help="default: leads.xlsx")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the template and name it; a file that exists may hold leads, so it is never overwritten."""
    ecosystem, problems = check(settings.data, KINDS)
    messages = read_messages(settings.strings, "en")
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")
    if ecosystem is None or has_errors(problems):
        return 1
    if options.to.suffix.lower() != ".xlsx":
        raise LeadsTemplateError(f"{options.to} is no name of a workbook; let it end in .xlsx")
    if options.to.resolve().is_relative_to(settings.data.resolve()):
        raise LeadsTemplateError(f"{options.to} would stand among the public data; choose a protected place")
    if options.to.exists():
        raise LeadsTemplateError(f"{options.to} exists and may hold leads; choose another name")
    words = Interface(options.language, read_words(settings.strings / "leads" / f"{options.language}.yaml"))
    formats = Formats(options.language)
    records = [*ecosystem.of(Offering).values(), *ecosystem.of(Member).values()]
    newest = max((record.updated for record in records), default=settings.today)
    workbook = LeadsWorkbook(words, choices(words, formats, ecosystem))
    try:
        replace_bytes(options.to, workbook.render(formats.date(newest)))
    except OSError as error:
        raise LeadsTemplateError(f"{options.to} cannot be written: {error.strerror}") from None
    sys.stdout.write(f"{options.to}\n")
    return 0

"""`delegation`: write the pack of an international meeting, to print, to forward and to take along."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_bytes
from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import Settings
from ecosystem.ground.suggestion import nearest
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.meetings.pack.pack import pack_archive, render_pack
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.site.preparation import site_for_a_command
from ecosystem.words.messages import read_messages

NAME: Final = "delegation"
HELP: Final = "write the pack of an international meeting: PDF and ZIP"
DEFAULT_FOLDER: Final = Path("delegation")


class DelegationError(EcosystemError):
    """The pack cannot be made; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add which meeting, in which language, and where to."""
    parser.add_argument("meeting", metavar="ID", help="the id of the meeting in meetings.yaml")
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help="its language (default: fi)")
    parser.add_argument(
        "--to", type=Path, default=DEFAULT_FOLDER, metavar="FOLDER", help="where to write (default: delegation)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write both files of the pack and name them; 1 when the data is wrong. Nothing is written before all is made."""
    ecosystem, problems = check(settings.data, KINDS)
    messages = read_messages(settings.strings, "en")
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")
    if ecosystem is None or has_errors(problems):
        return 1
    meetings = ecosystem.of(InternationalMeeting)
    meeting = meetings.get(options.meeting)
    if meeting is None:
        suggestion = nearest(options.meeting, list(meetings))
        hint = f"; did you mean {suggestion}?" if suggestion else ""
        raise DelegationError(f"no meeting in {settings.data / 'meetings.yaml'} has the id {options.meeting}{hint}")
    site = site_for_a_command(settings, ecosystem)
    edition = site.editions[options.language]
    files = render_pack(edition, site.papers, meeting)
    paper_name, paper = next(iter(files.items()))
    archive = pack_archive(meeting, files)
    try:
        options.to.mkdir(parents=True, exist_ok=True)
        for name, content in ((paper_name, paper), (str(Path(paper_name).with_suffix(".zip")), archive)):
            replace_bytes(options.to / name, content)
            sys.stdout.write(f"{options.to / name}\n")
    except OSError as error:
        raise DelegationError(f"{options.to} cannot be written to: {error.strerror}") from None
    return 0

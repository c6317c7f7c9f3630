"""`delegation`: write the pack of an international meeting, to print, to forward and to take along."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_bytes
from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES
from ecosystem.ground.problems import Problem, has_errors
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.ground.suggestion import nearest
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.meetings.pack.pack import pack_archive, render_pack
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check, check_beside
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.load import SUFFIX, load_collection
from ecosystem.site.preparation import site_for_a_command
from ecosystem.words.messages import read_messages

NAME: Final = "delegation"
HELP: Final = "write the pack of an international meeting, also of one that is not announced: PDF and ZIP"
DEFAULT_FOLDER: Final = Path("delegation")
_MEETINGS: Final = "meetings"


class DelegationError(EcosystemError):
    """The pack cannot be made; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add which meeting, in which language, and where to."""
    parser.add_argument(
        "meeting", metavar="ID|FILE", help="the id of the meeting in meetings.yaml, or a private file of the same form"
    )
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help="its language (default: fi)")
    parser.add_argument(
        "--to", type=Path, default=DEFAULT_FOLDER, metavar="FOLDER", help="where to write (default: delegation)"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write both files of the pack and name them; 1 when the data is wrong. Nothing is written before all is made."""
    private = Path(options.meeting) if options.meeting.endswith(SUFFIX) else None
    if private:
        ecosystem, problems = _with_private_file(settings, private)
    else:
        ecosystem, problems = check(settings.data, KINDS)
    messages = read_messages(settings.strings, "en")
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")
    if ecosystem is None or has_errors(problems):
        return 1
    site = site_for_a_command(settings, ecosystem)
    edition = site.editions[options.language]
    chosen = _of_file(private, ecosystem) if private else [_by_id(settings, ecosystem, options.meeting)]
    made = [(meeting, render_pack(edition, site.papers, meeting, announced=private is None)) for meeting in chosen]
    try:
        options.to.mkdir(parents=True, exist_ok=True)
        for meeting, files in made:
            paper_name, paper = next(iter(files.items()))
            archive = pack_archive(meeting, files)
            for name, content in ((paper_name, paper), (str(Path(paper_name).with_suffix(".zip")), archive)):
                replace_bytes(options.to / name, content)
                sys.stdout.write(f"{options.to / name}\n")
    except OSError as error:
        raise DelegationError(f"{options.to} cannot be written to: {error.strerror}") from None
    return 0


def _with_private_file(settings: Settings, path: Path) -> tuple[Ecosystem | None, list[Problem]]:
    """Return the data with the meetings of the file at *path*, which nobody publishes by mistake."""
    if not path.is_file():
        raise DelegationError(f"there is no file {path}")
    if path.resolve().is_relative_to(ROOT):
        raise DelegationError(f"{path} stands in the repository, which is public; keep a private file elsewhere")
    return check_beside(settings.data, KINDS, _MEETINGS, path)


def _of_file(path: Path, ecosystem: Ecosystem) -> list[InternationalMeeting]:
    listed, _ = load_collection(path, InternationalMeeting)
    return [ecosystem.of(InternationalMeeting)[entry.record.id] for entry in listed.entries]


def _by_id(settings: Settings, ecosystem: Ecosystem, wanted: str) -> InternationalMeeting:
    meetings = ecosystem.of(InternationalMeeting)
    if wanted in meetings:
        return meetings[wanted]
    suggestion = nearest(wanted, list(meetings))
    hint = f"; did you mean {suggestion}?" if suggestion else ""
    raise DelegationError(f"no meeting in {settings.data / 'meetings.yaml'} has the id {wanted}{hint}")

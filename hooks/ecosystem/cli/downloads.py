"""`downloads`: write the files of downloads without building the site, to send or to measure."""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_bytes
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.shelf import OnShelf
from ecosystem.publishing.papers import Papers
from ecosystem.records.check import check
from ecosystem.site.preparation import site_for_a_command
from ecosystem.words.messages import read_messages

NAME: Final = "downloads"
HELP: Final = (
    "write the files of downloads: the offering catalogue, a page about each organisation, and Finland’s story"
)
DEFAULT_FOLDER: Final = Path("downloads")


class DownloadsError(EcosystemError):
    """The files cannot be written; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where to, and whether to make everything anew."""
    parser.add_argument(
        "--to", type=Path, default=DEFAULT_FOLDER, metavar="FOLDER", help="where to write (default: downloads)"
    )
    parser.add_argument("--anew", action="store_true", help="use no paper that was made before")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write all files in all languages; 1 when the data is wrong. Nothing is written before all is made."""
    ecosystem, problems = check(settings.data, KINDS)
    messages = read_messages(settings.strings, settings.language)
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")
    if ecosystem is None or has_errors(problems):
        return 1
    site = site_for_a_command(settings, ecosystem)
    with tempfile.TemporaryDirectory() as cache:
        papers = Papers(settings.templates / "documents", settings.fonts, Path(cache)) if options.anew else site.papers
        roles = [role for _, role in KINDS.playing(OnShelf)]
        files = {path: content for role in roles for path, content in role.files(site.editions, papers)}
    try:
        for path, content in files.items():
            target = options.to / Path(path).relative_to("downloads")
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_bytes(target, content)
    except OSError as error:
        raise DownloadsError(f"{options.to} cannot be written to: {error.strerror}") from None
    sys.stdout.write(f"{options.to}: {len(files)}\n")
    return 0

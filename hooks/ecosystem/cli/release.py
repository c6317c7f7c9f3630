"""`release`: the site as an archive, with checksums, the list of its parts and notes on what it was made from."""

import argparse
import os
import sys
from pathlib import Path
from typing import Final

from ecosystem.ground.settings import ROOT, Settings
from ecosystem.site.build import build_site
from ecosystem.site.engine import ENGINES
from ecosystem.site.release.publication import make_release, with_release_time

NAME: Final = "release"
HELP: Final = "make a release: the site as an archive, checksums, the list of its parts, notes on its making"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and by which engine."""
    parser.add_argument(
        "--to", type=Path, default=ROOT / "release", metavar="FOLDER", help="another folder than release/"
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="the program that turns Markdown to HTML")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Make the release of the last commit's time, or of `SOURCE_DATE_EPOCH`; name its files."""
    settings = with_release_time(settings, os.environ.get("SOURCE_DATE_EPOCH"))

    def build(folder: Path, epoch: str) -> None:
        build_site(options.engine, folder, {"SOURCE_DATE_EPOCH": epoch})

    for name in make_release(settings, options.to.absolute(), build):
        sys.stdout.write(f"{options.to / name}\n")
    return 0

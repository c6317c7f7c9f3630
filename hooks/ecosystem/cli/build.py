"""`build`: build the site into `site/`, replacing the last one when all is well."""

import argparse
from pathlib import Path
from typing import Final

from ecosystem.ground.settings import ROOT, Settings
from ecosystem.site.build import build_site
from ecosystem.site.engine import ENGINES

NAME: Final = "build"
HELP: Final = "build the site into site/, replacing the last one when all is well"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where to, and by which engine."""
    parser.add_argument("--to", type=Path, default=ROOT / "site", metavar="FOLDER", help="another folder than site/")
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="the program that turns Markdown to HTML")


def run(options: argparse.Namespace, _settings: Settings) -> int:
    """Build the site; when that fails, the last site stays as it was."""
    build_site(options.engine, options.to.absolute())
    return 0

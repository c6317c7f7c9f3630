"""`build`: build the site into `site/`, replacing the last one when all is well."""

import argparse
from typing import Final

from ecosystem.settings import Settings
from ecosystem.site_build import build_site

NAME: Final = "build"
HELP: Final = "build the site into site/, replacing the last one when all is well"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments of its own."""


def run(_options: argparse.Namespace, _settings: Settings) -> int:
    """Build the site; when that fails, the last site stays as it was."""
    build_site()
    return 0

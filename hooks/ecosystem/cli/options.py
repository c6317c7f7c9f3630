"""Options that several commands share."""

import argparse

from ecosystem.languages import LANGUAGES


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add `--language`; without it the environment's locale decides."""
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the messages (default: the locale's)")

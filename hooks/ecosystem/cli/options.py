"""Options that several commands share, and what they stand for."""

import argparse

from ecosystem.editing.changes.describe import Words, read_editors_words
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import Settings


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add `--language`; without it the environment's locale decides."""
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the messages (default: the locale's)")


def words_for(options: argparse.Namespace, settings: Settings) -> Words:
    """Return the words for editors in the language that was asked for."""
    return read_editors_words(settings.strings, options.language or settings.language)

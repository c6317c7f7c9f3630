"""What the commands say besides findings, in the language that the editor asks for."""

import argparse
from pathlib import Path

from ecosystem.languages import LANGUAGES, Language
from ecosystem.messages import Messages
from ecosystem.wording import read_words


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let the editor choose the language of what the command says."""
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the messages (%(default)s)")


def command_messages(strings: Path, language: Language) -> Messages:
    """Return what the commands say in *language*, from the folder *strings*."""
    return Messages(read_words(strings / "commands" / f"{language}.yaml"))

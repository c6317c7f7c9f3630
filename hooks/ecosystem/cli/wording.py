"""What the commands that take in tables and applications say, in the editor's language."""

import argparse
from dataclasses import replace

from ecosystem.ground.languages import Language
from ecosystem.ground.settings import Settings
from ecosystem.words.messages import Messages, read_messages
from ecosystem.words.wording import read_words


def command_messages(options: argparse.Namespace, settings: Settings) -> Messages:
    """Return the commands' own words and the messages of the checks, in the language that was asked for."""
    return messages_in(options.language or settings.language, settings)


def messages_in(language: Language, settings: Settings) -> Messages:
    """Return the same in *language*."""
    own = read_words(settings.strings / "commands" / f"{language}.yaml")
    messages = read_messages(settings.strings, language)
    return replace(messages, words={**messages.words, **own})

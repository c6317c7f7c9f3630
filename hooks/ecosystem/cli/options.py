"""Options that several commands share, and what they stand for."""

import argparse

from ecosystem.editing.changes.describe import Words, read_editors_words
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.history.versions import NoSuchVersionError, UnreadableVersionError, Version, read_version


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add `--language`; without it the environment's locale decides."""
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the messages (default: the locale's)")


def add_against(parser: argparse.ArgumentParser, what: str) -> None:
    """Add `--against`, an earlier version of the data; *what* says what is done with it."""
    parser.add_argument("--against", metavar="BASE", help=f"a git revision such as main, or a folder with data: {what}")


def words_for(options: argparse.Namespace, settings: Settings) -> Words:
    """Return the words for editors in the language that was asked for."""
    return read_editors_words(settings.strings, options.language or settings.language)


def base_version(base: str, settings: Settings, words: Words) -> Version:
    """Return the version of the data that *base* names, a git revision or a folder."""
    try:
        return read_version(base, settings.data, KINDS)
    except NoSuchVersionError:
        raise EcosystemError(words.say("diff.no_base", base=repr(base))) from None
    except UnreadableVersionError as error:
        raise EcosystemError(words.say("diff.unreadable", file=str(error))) from None

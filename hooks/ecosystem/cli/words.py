"""`words`: list the words that no dictionary, list or name has; accept those that are right."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from ecosystem.cli.options import add_language
from ecosystem.editing.proofreading.accepted_words import LISTS, SHARED, accept, read_accepted_words
from ecosystem.editing.proofreading.passages import Passage
from ecosystem.editing.proofreading.proofread import all_passages
from ecosystem.editing.proofreading.unknown_words import unknown_words
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from ecosystem.words.messages import read_messages

NAME: Final = "words"
HELP: Final = "list the words that no dictionary, list or name has, or accept them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to accept words, which, and into which list."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="these words alone (default: all that are unknown)")
    parser.add_argument("--accept", action="store_true", help="add the words to the lists in data/words/")
    parser.add_argument("--list", choices=LISTS, help=f"the list (default: the word's language, or {SHARED} for names)")
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print each unknown word with its place, or accept it and print the list that it is now in."""
    data, _ = load_and_check(settings.data, KINDS)
    found = list(
        unknown_words(all_passages(data, settings.documents), read_accepted_words(settings.data, data)),
    )
    if options.words:
        found = [(passage, word) for passage, word in found if word in options.words]
    if options.accept:
        chosen = sorted(set(_with_lists(found, options.list)))
        accept(settings.data, chosen)
        sys.stdout.write("".join(f"{name}: {word}\n" for name, word in chosen))
    else:
        messages = read_messages(settings.strings, options.language or settings.language)
        lines = (messages.line(passage.warn("word_unknown", word=word)) for passage, word in found)
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _with_lists(found: Iterable[tuple[Passage, str]], wanted: str | None) -> Iterator[tuple[str, str]]:
    """Yield each word with its list: what begins with a capital letter is taken for a name."""
    for passage, word in found:
        yield wanted or (SHARED if word[0].isupper() else passage.language), word

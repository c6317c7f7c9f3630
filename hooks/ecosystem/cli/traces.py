"""`traces`: every place where a name or another word still stands, for whoever removes a person for good."""

import argparse
import sys
from typing import Final

from ecosystem.cli.options import add_language, words_for
from ecosystem.editing.traces import traces_of
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.settings import Settings

NAME: Final = "traces"
HELP: Final = "say where a person's name or address still stands: files, archives, the history of git"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is looked for."""
    parser.add_argument("words", metavar="WORDS", help='a name, an e-mail address or a phone number, such as "Name"')
    add_language(parser)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print each place; return 1 where there is one."""
    words = words_for(options, settings)
    if not options.words.strip():
        raise EcosystemError(words.say("traces.no_words"))
    found = traces_of(options.words, settings.guides)
    lines = [*found.places, *(words.say("traces.commit", commit=commit) for commit in found.commits)]
    if not lines:
        lines.append(words.say("traces.none"))
    if found.unread:
        lines.append(words.say("traces.unread", number=str(found.unread)))
    lines.append(words.say("traces.elsewhere"))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1 if found.places or found.commits else 0

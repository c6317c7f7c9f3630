"""`new`: begin a member, a pilot, an event or a news item; asks for what is missing when a person is there."""

import argparse
import sys
from collections.abc import Mapping
from typing import Final

from ecosystem.changes.describe import Words, choice_of
from ecosystem.cli.options import add_language, words_for
from ecosystem.drafts import KINDS, CollectionUnreadableError, IdTakenError, Kind, draft, insert
from ecosystem.errors import EcosystemError
from ecosystem.load import SUFFIX
from ecosystem.load.corrections import correction
from ecosystem.load.records import model_at
from ecosystem.messages import read_messages
from ecosystem.model import COLLECTIONS
from ecosystem.problems import has_errors
from ecosystem.settings import Settings

NAME: Final = "new"
HELP: Final = "add a member, a pilot, an event or a news item at its place in its file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A kind of record, and an option for each of its fields: `--name-fi`, `--kind`."""
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for name, kind in KINDS.items():
        own = kinds.add_parser(name, help=f"add to {kind.collection}{SUFFIX}")
        add_language(own)
        for field in kind.fields:
            own.add_argument(_option(field), dest=f"field {field}", metavar="VALUE", help=_help(kind, field))
        own.add_argument(
            "--source",
            action="append",
            default=[],
            metavar="SOURCE",
            help="an address or the id of a publication; may be given more than once",
        )
        own.set_defaults(begun=kind)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Add the record if the data is as good with it as before; say what is wrong otherwise."""
    words = words_for(options, settings)
    kind: Kind = options.begun
    values = {field: value for field in kind.fields if (value := getattr(options, f"field {field}"))}
    sources = list(options.source)
    if sys.stdin.isatty():
        try:
            _ask(kind, values, sources, words)
        except (EOFError, KeyboardInterrupt):
            raise EcosystemError(words.say("new.refused")) from None
    missing = [_option(field) for field in kind.required if field not in values]
    missing += [] if sources else ["--source"]
    if missing:
        raise EcosystemError(words.say("new.missing", options=", ".join(missing)))
    try:
        line, problems = insert(kind, draft(kind, values, sources, str(settings.today)), settings.data)
    except IdTakenError as error:
        raise EcosystemError(words.say("new.exists", id=str(error))) from None
    except CollectionUnreadableError as error:
        raise EcosystemError(words.say("new.unreadable", file=str(error))) from None
    messages = read_messages(settings.strings, words.language)
    for problem in problems:
        sys.stdout.write(messages.line(problem) + "\n")
    if has_errors(problems):
        sys.stdout.write(words.say("new.refused") + "\n")
        return 1
    place = f"{settings.data / (kind.collection + SUFFIX)}:{line}"
    sys.stdout.write(words.say("new.written", place=place) + "\n")
    return 0


def _ask(kind: Kind, values: dict[str, str], sources: list[str], words: Words) -> None:
    """Ask for what is missing: first what is required, then the rest, which may stay empty."""
    for field in sorted(set(kind.fields) - values.keys(), key=_asking_order(kind).__getitem__):
        answer = ""
        while not answer:
            proposal = _proposal(kind, values) if field == "id" else None
            answer = input(_question(kind, field, words, proposal)).strip() or proposal or ""
            if field not in kind.required:
                break
        values[field] = answer
    while not sources:
        sources += filter(None, [input(words.say("new.source") + ": ").strip()])


def _asking_order(kind: Kind) -> Mapping[str, int]:
    """The id is asked after the names, from which one can be proposed."""
    names = [field for field in kind.required if field.partition(".")[0] in ("name", "title")]
    return {field: place for place, field in enumerate(dict.fromkeys((*names, *kind.fields)))}


def _proposal(kind: Kind, values: Mapping[str, str]) -> str | None:
    return correction("id_shape", values.get("name.fi") or values.get("title.fi") or "")


def _question(kind: Kind, field: str, words: Words, proposal: str | None) -> str:
    *around, last = field.split(".")
    model = model_at(COLLECTIONS[kind.collection], tuple(around))
    choice = choice_of(model, last) if model is not None else None
    hints = [words.say("new.choices", choices=", ".join(choice))] if choice else []
    hints += [] if field in kind.required else [words.say("new.optional")]
    hints += [proposal] if proposal else []
    name = ", ".join(words.field(step) for step in (*around, last))
    return f"{name} ({'; '.join(hints)}): " if hints else f"{name}: "


def _option(field: str) -> str:
    return "--" + field.replace(".", "-").replace("_", "-")


def _help(kind: Kind, field: str) -> str:
    *around, last = field.split(".")
    model = model_at(COLLECTIONS[kind.collection], tuple(around))
    described = (model.model_fields[last].description or "") if model is not None else ""
    choice = choice_of(model, last) if model is not None else None
    several = " Several with commas between them." if field in kind.lists else ""
    return described + several + (f" One of {', '.join(choice)}." if choice else "")

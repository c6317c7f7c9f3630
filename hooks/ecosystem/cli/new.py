"""`new`: begin a record; asks for what is missing when a person is there."""

import argparse
import sys
from collections.abc import Mapping
from typing import Final

from ecosystem.cli.options import add_language, words_for
from ecosystem.editing.changes.describe import Words, choice_of
from ecosystem.editing.drafts import CollectionUnreadableError, Draft, IdTakenError, draft, insert
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.corrections import correction
from ecosystem.records.kind import Kind
from ecosystem.records.load import SUFFIX
from ecosystem.records.reading import model_at
from ecosystem.words.messages import read_messages

NAME: Final = "new"
HELP: Final = "add a record, such as a member or an event, at its place in its file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A kind of record, and an option for each of its fields: `--name-fi`, `--kind`."""
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for kind, asked in KINDS.playing(Draft):
        own = kinds.add_parser(asked.command, help=f"add to {kind.name}{SUFFIX}")
        add_language(own)
        for field in asked.fields:
            own.add_argument(_option(field), dest=f"field {field}", metavar="VALUE", help=_help(kind, asked, field))
        own.add_argument(
            "--source",
            action="append",
            default=[],
            metavar="SOURCE",
            help="an address or the id of a publication; may be given more than once",
        )
        own.set_defaults(begun=(kind, asked))


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Add the record if the data is as good with it as before; say what is wrong otherwise."""
    words = words_for(options, settings)
    kind, asked = options.begun
    values = {field: value for field in asked.fields if (value := getattr(options, f"field {field}"))}
    sources = list(options.source)
    if sys.stdin.isatty():
        try:
            _ask(kind, asked, values, sources, words)
        except (EOFError, KeyboardInterrupt):
            raise EcosystemError(words.say("new.refused")) from None
    missing = [_option(field) for field in asked.required if field not in values]
    missing += [] if sources else ["--source"]
    if missing:
        raise EcosystemError(words.say("new.missing", options=", ".join(missing)))
    try:
        line, problems = insert(kind, draft(asked, values, sources, str(settings.today)), settings.data, KINDS)
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
    place = f"{settings.data / (kind.name + SUFFIX)}:{line}"
    sys.stdout.write(words.say("new.written", place=place) + "\n")
    return 0


def _ask(kind: Kind, asked: Draft, values: dict[str, str], sources: list[str], words: Words) -> None:
    """Ask for what is missing: first what is required, then the rest, which may stay empty."""
    for field in sorted(set(asked.fields) - values.keys(), key=_asking_order(asked).__getitem__):
        answer = ""
        while not answer:
            proposal = _proposal(values) if field == "id" else None
            answer = input(_question(kind, asked, field, words, proposal)).strip() or proposal or ""
            if field not in asked.required:
                break
        values[field] = answer
    while not sources:
        sources += filter(None, [input(words.say("new.source") + ": ").strip()])


def _asking_order(asked: Draft) -> Mapping[str, int]:
    """The id is asked after the names, from which one can be proposed."""
    names = [field for field in asked.required if field.partition(".")[0] in ("name", "title")]
    return {field: place for place, field in enumerate(dict.fromkeys((*names, *asked.fields)))}


def _proposal(values: Mapping[str, str]) -> str | None:
    return correction("id_shape", values.get("name.fi") or values.get("title.fi") or "")


def _question(kind: Kind, asked: Draft, field: str, words: Words, proposal: str | None) -> str:
    *around, last = field.split(".")
    model = model_at(kind.model, tuple(around))
    choice = choice_of(model, last) if model is not None else None
    hints = [words.say("new.choices", choices=", ".join(choice))] if choice else []
    hints += [] if field in asked.required else [words.say("new.optional")]
    hints += [proposal] if proposal else []
    name = ", ".join(words.field(step) for step in (*around, last))
    return f"{name} ({'; '.join(hints)}): " if hints else f"{name}: "


def _option(field: str) -> str:
    return "--" + field.replace(".", "-").replace("_", "-")


def _help(kind: Kind, asked: Draft, field: str) -> str:
    *around, last = field.split(".")
    model = model_at(kind.model, tuple(around))
    described = (model.model_fields[last].description or "") if model is not None else ""
    choice = choice_of(model, last) if model is not None else None
    several = " Several with commas between them." if field in asked.lists else ""
    return described + several + (f" One of {', '.join(choice)}." if choice else "")

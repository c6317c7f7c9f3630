"""`new`: begin a record; asks for what is missing when a person is there."""

import argparse
import shlex
import sys
from collections.abc import Iterable, Mapping
from typing import Final

from ecosystem.cli.options import add_language, words_for
from ecosystem.editing.changes.describe import Words
from ecosystem.editing.drafts import CollectionUnreadableError, Draft, IdTakenError, draft, insert, wrong_in_answer
from ecosystem.editing.named_choices import with_meant
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.choices import choice_of
from ecosystem.records.corrections import correction
from ecosystem.records.kind import Kind
from ecosystem.records.load import SUFFIX, load
from ecosystem.records.reading import model_at
from ecosystem.words.interface import choice_key
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
            _Interview(kind, asked, words, settings).ask(values, sources)
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
        sys.stdout.write(words.say("new.again", command=_command(asked, values, sources)) + "\n")
        return 1
    place = f"{settings.data / (kind.name + SUFFIX)}:{line}"
    sys.stdout.write(words.say("new.written", place=place) + "\n")
    return 0


class _Interview:
    """Asks for what is missing, first what is required, then the rest, which may stay empty.

    An answer that will not do is asked for again at once; those before it stay.
    """

    def __init__(self, kind: Kind, asked: Draft, words: Words, settings: Settings) -> None:
        self._kind, self._asked, self._words = kind, asked, words
        self._data = load(settings.data, KINDS)[0]
        self._messages = read_messages(settings.strings, words.language)

    def ask(self, values: dict[str, str], sources: list[str]) -> None:
        """Add the answers to *values*, by field, and to *sources*."""
        for field in sorted(set(self._asked.fields) - values.keys(), key=_asking_order(self._asked).__getitem__):
            if answer := self._answer(field, _proposal(values) if field == "id" else None):
                values[field] = answer
        while not sources:
            sources += filter(None, [input(self._words.say("new.source") + ": ").strip()])

    def _answer(self, field: str, proposal: str | None) -> str:
        while True:
            answer = self._meant(field, input(self._question(field, proposal)).strip() or proposal or "")
            if not answer:
                if field in self._asked.required:
                    continue
                return ""
            wrong = self._wrong(field, answer)
            if not wrong:
                return answer
            sys.stdout.write("".join(f"{line}\n" for line in wrong))

    def _wrong(self, field: str, answer: str) -> list[str]:
        """Return what is wrong with *answer*, in words."""
        if field == "id" and any(entry.record.id == answer for entry in self._data[self._kind.name].entries):
            return [self._words.say("new.exists", id=answer)]
        problems = wrong_in_answer(self._kind, self._asked, field, answer, self._data)
        return [self._messages.text(problem) for problem in with_meant(problems, [self._words])]

    def _meant(self, field: str, answer: str) -> str:
        """Return *answer* with the values of choices in place of their names."""
        named = {name.casefold(): value for value, name in self._choices(field).items()}
        if not named:
            return answer
        return ", ".join(named.get(one.strip().casefold(), one.strip()) for one in answer.split(","))

    def _choices(self, field: str) -> dict[str, str]:
        """Return the names of the values that *field* may have, if these are counted."""
        *around, last = field.split(".")
        model = model_at(self._kind.model, tuple(around))
        choice = choice_of(model, last) if model is not None else None
        return {one.value: self._words.site.get(choice_key(one), one.value) for one in choice or ()}

    def _question(self, field: str, proposal: str | None) -> str:
        words = self._words
        choices = [value if name == value else f"{value} ({name})" for value, name in self._choices(field).items()]
        hints = [words.say("new.choices", choices=", ".join(choices))] if choices else []
        hints += [] if field in self._asked.required else [words.say("new.optional")]
        hints += [proposal] if proposal else []
        name = ", ".join(words.field(step) for step in field.split("."))
        return f"{name} ({'; '.join(hints)}): " if hints else f"{name}: "


def _asking_order(asked: Draft) -> Mapping[str, int]:
    """The id is asked after the names, from which one can be proposed."""
    names = [field for field in asked.required if field.partition(".")[0] in ("name", "title")]
    return {field: place for place, field in enumerate(dict.fromkeys((*names, *asked.fields)))}


def _proposal(values: Mapping[str, str]) -> str | None:
    return correction("id_shape", values.get("name.fi") or values.get("title.fi") or "")


def _command(asked: Draft, values: Mapping[str, str], sources: Iterable[str]) -> str:
    """Return the command that gives the same answers again, to be corrected."""
    given = [part for field, value in values.items() for part in (_option(field), value)]
    given += [part for source in sources for part in ("--source", source)]
    return shlex.join(["python", "-m", "ecosystem", NAME, asked.command, *given])


def _option(field: str) -> str:
    return "--" + field.replace(".", "-").replace("_", "-")


def _help(kind: Kind, asked: Draft, field: str) -> str:
    *around, last = field.split(".")
    model = model_at(kind.model, tuple(around))
    described = (model.model_fields[last].description or "") if model is not None else ""
    choice = choice_of(model, last) if model is not None else None
    several = " Several with commas between them." if field in asked.lists else ""
    return described + several + (f" One of {', '.join(choice)}." if choice else "")

"""Say changes in a language, as text for a terminal or Markdown for a pull request."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel

from ecosystem.editing.changes.word_changes import Fate, word_changes
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.nodes import MapNode, SeqNode, Value
from ecosystem.ground.problems import LONGEST_QUOTE, printable, quote
from ecosystem.records.choices import choice_of
from ecosystem.records.history.find import FieldChange, RecordChange
from ecosystem.records.reading import model_at
from ecosystem.records.texts import Text
from ecosystem.words.interface import choice_key
from ecosystem.words.wording import read_words

_MARKDOWN: Final = re.compile(r"([\\`*_\[\]#|~])")

#: How the keys begin under which the fields of the data are named.
_FIELD: Final = "field."
#: Fields by which an item of a list is named.
_NAMING: Final = frozenset({"id", "name", "title", "label", "date"})
#: Fields of a new record that its line names, or that tell a reader nothing.
_SAID_ALREADY: Final = frozenset({"id", "name", "title", "question", "term", "updated"})

#: GitHub makes a link of what begins so, though it names no protocol.
_WEB: Final = re.compile(r"\b(www)\.", re.IGNORECASE)

#: In bytes: GitHub shows no summary of more than a mebibyte, and other steps of the job add to it.
LARGEST_REPORT: Final = 900_000


@dataclass(frozen=True, slots=True)
class Words:
    """The words for editors in one language, and the site's own for the values of choices."""

    language: Language
    editing: Mapping[str, str]
    site: Mapping[str, str]

    def say(self, key: str, **values: str) -> str:
        """Return the text called *key* with *values* in it."""
        return self.editing[key].format(**values)

    def field(self, name: str) -> str:
        """Return what the field *name* is called."""
        return self.editing.get(f"field.{name}") or quote(name)

    def value(self, value: Value | None, model: type[BaseModel] | None = None, field: str = "") -> str:
        """Return *value* as one reads it: the name of a choice, a text in this language, or items with commas."""
        if isinstance(value, SeqNode):
            return ", ".join(self.value(item, model, field) for item in value)
        if isinstance(value, MapNode):
            return self.name(value)
        choice = choice_of(model, field) if model is not None else None
        if choice is not None and value in set(choice):
            return self.site.get(choice_key(choice(value)), str(value))
        return quote(value)

    def name(self, node: MapNode) -> str:
        """Return what *node* is called: its name, title or text in this language, else its values."""
        for field in ("name", "title", "question", "term", "label", "document", "url", "date"):
            if field in node:
                inner = node[field]
                return self.name(inner) if isinstance(inner, MapNode) else quote(inner)
        for language in (self.language, *LANGUAGES):
            if language in node:
                return quote(node[language])
        return ", ".join(self.value(inner) for inner in node.values())


def read_editors_words(strings: Path, language: Language) -> Words:
    """Return the words for editors in *language* from the folder *strings*."""
    return Words(
        language, read_words(strings / "editing" / f"{language}.yaml"), read_words(strings / f"{language}.yaml")
    )


def read_names_of_fields(strings: Path, language: Language) -> dict[str, str]:
    """Return what the fields of the data are called in *language*, by their names, from the folder *strings*."""
    words = read_words(strings / "editing" / f"{language}.yaml")
    return {key.removeprefix(_FIELD): text for key, text in words.items() if key.startswith(_FIELD)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report: the record's own, or one below it."""

    text: str
    below: bool = False


#: The headings of a report, each with the lines below it.
Sections: TypeAlias = Sequence[tuple[str, Sequence[Line]]]


def describe(changes: Sequence[RecordChange], words: Words) -> Sections:
    """Return *changes* in words, a section for each collection."""
    grouped = groupby(changes, key=lambda change: change.collection)
    return [
        (words.say(f"collection.{name}"), [line for change in some for line in _describe(change, words)])
        for name, some in grouped
    ]


def as_text(title: str, sections: Sections, nothing: str) -> str:
    """Return a report for a terminal."""
    lines = [title]
    for heading, entries in sections:
        lines += ["", heading, *(f"    {line.text}" if line.below else f"  {line.text}" for line in entries)]
    return "\n".join(lines if sections else [title, "", nothing]) + "\n"


def as_markdown(title: str, sections: Sections, nothing: str) -> str:
    """Return a report as Markdown in which no value of the data can become a link, a tag or a mention."""
    lines = [f"## {escaped(title)}"]
    for heading, entries in sections:
        lines += ["", f"### {escaped(heading)}", ""]
        lines += [f"{'  ' if line.below else ''}- {escaped(line.text)}" for line in entries]
    return _cut("\n".join(lines if sections else [*lines, "", escaped(nothing)]) + "\n")


REPORT_FORMATS: Final[Mapping[str, Callable[[str, Sections, str], str]]] = {"text": as_text, "markdown": as_markdown}


def _describe(change: RecordChange, words: Words) -> Iterator[Line]:
    name = f"{words.name(change.record)} ({words.value(change.record.get('id'))})"
    if change.old is None:
        yield Line(words.say("diff.added", name=name))
        for key, value in change.record.items():
            if key not in _SAID_ALREADY:
                yield Line(f"{words.field(key)}: {_whole(value, words, change.model, key)}", below=True)
    elif change.new is None:
        yield Line(words.say("diff.removed", name=name))
    else:
        moved = [field for field in change.fields if field.path == ("status",) and field.old and field.new]
        for field in moved:
            old, new = words.value(field.old, field.model, "status"), words.value(field.new, field.model, "status")
            yield Line(words.say("diff.moved", name=name, old=old, new=new))
        others = [field for field in change.fields if field not in moved]
        if others and not moved:
            yield Line(words.say("diff.changed", name=name))
        for field in others:
            yield Line(_describe_field(field, words), below=True)


def _describe_field(change: FieldChange, words: Words) -> str:
    field = str(change.path[-1])
    if field == "readings" and change.old is None and isinstance(change.new, MapNode):
        around = change.path[-2]
        name = words.name(around) if isinstance(around, MapNode) else words.field(field)
        value, date = words.value(change.new.get("value")), words.value(change.new.get("date"))
        return words.say("diff.reading", name=name, value=value, date=date)
    name = ", ".join(words.name(step) if isinstance(step, MapNode) else words.field(step) for step in change.path)
    old, new = words.value(change.old, change.model, field), words.value(change.new, change.model, field)
    if change.old is None and change.new is None:
        return words.say("diff.order", field=name)
    if change.old is None:
        return words.say("diff.field_added", field=name, new=new + _details(change, words))
    if change.new is None:
        return words.say("diff.field_removed", field=name, old=old)
    if isinstance(change.old, str) and isinstance(change.new, str) and _is_long(change.old, change.new):
        return f"{name}: {_reworded(change.old, change.new)}"
    return words.say("diff.field_changed", field=name, old=old, new=new)


def _whole(value: Value | None, words: Words, model: type[BaseModel] | None, field: str) -> str:
    """Return all of *value*, a field of *model* in a new record: its texts uncut, of its parts every field."""
    if isinstance(value, SeqNode):
        return "; ".join(_whole(item, words, model, field) for item in value)
    if not isinstance(value, MapNode):
        is_choice = model is not None and choice_of(model, field) is not None
        return words.value(value, model, field) if is_choice else _plain(str(value))
    inner = model_at(model, (field,)) if model is not None else None
    if inner is not None and issubclass(inner, Text):
        language = next((one for one in (words.language, *LANGUAGES) if one in value), None)
        return _plain(str(value[language])) if language else words.value(value)
    return ", ".join(f"{words.field(key)}: {_whole(one, words, inner, key)}" for key, one in value.items())


def _is_long(*texts: str) -> bool:
    return any(len(text) > LONGEST_QUOTE for text in texts)


def _reworded(old: str, new: str) -> str:
    """Return the words that changed in a long text among those around them: `… runs [some → all] of the work …`."""
    said: list[str] = []
    pieces = word_changes(old, new)
    for number, piece in enumerate(pieces):
        follows = pieces[number + 1].fate if number + 1 < len(pieces) else None
        if piece.fate is Fate.GONE:
            said.append(f"[{piece.text} →" if follows is Fate.NEW else f"[{piece.text} → ]")
        elif piece.fate is Fate.NEW:
            replaces = number > 0 and pieces[number - 1].fate is Fate.GONE
            said.append(f"{piece.text}]" if replaces else f"[ → {piece.text}]")
        else:
            said.append(piece.text)
    return printable(" ".join(said))


def _plain(text: str) -> str:
    return printable(" ".join(text.split()))


def _details(change: FieldChange, words: Words) -> str:
    """Return what the new item of *change* says besides its name, such as that it was cancelled, in brackets."""
    model = model_at(change.model, (str(change.path[-1]),))
    if not isinstance(change.new, MapNode) or model is None or issubclass(model, Text) or "url" in change.new:
        return ""
    said = [
        f"{words.field(field)}: {words.value(value, model, field)}"
        for field, value in change.new.items()
        if field not in _NAMING and field not in LANGUAGES
    ]
    return f" ({'; '.join(said)})" if said else ""


def _cut(report: str) -> str:
    """Return *report*, or as many of its first lines as fit and how many are left out."""
    size = 0
    lines = report.splitlines(keepends=True)
    for number, line in enumerate(lines):
        size += len(line.encode())
        if size > LARGEST_REPORT:
            return "".join([*lines[:number], f"\n… (+{len(lines) - number})\n"])
    return report


def escaped(text: str) -> str:
    """Return *text* as Markdown in which it is text alone: no link, no tag, no mention."""
    plain = _MARKDOWN.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
    return _WEB.sub(r"\1&#46;", plain.replace("@", "&#64;").replace("://", "&#58;//"))

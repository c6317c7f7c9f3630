"""A list of all fields of the data for who edits it, in each language: what each is called, and what is written."""

from collections.abc import Iterator
from typing import Any, Final, get_origin

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from ecosystem.editing.changes.describe import Words
from ecosystem.ground.languages import LANGUAGES
from ecosystem.records.choices import choice_of
from ecosystem.records.kind import Kinds
from ecosystem.records.reading import model_at
from ecosystem.records.record import field_order
from ecosystem.records.references import reference_of
from ecosystem.records.texts import Text
from ecosystem.words.interface import choice_key

#: A source within a part is as that of the record, which stands in the list of its kind.
_DEEPEST: Final = 2


def field_list(kinds: Kinds, words: Words) -> str:
    """Return the list in the language of *words*, as a page in Markdown."""
    lines = [f"# {words.say('fields.title')}", "", words.say("fields.introduction"), ""]
    heads = [words.say(head) for head in ("fields.field", "fields.called", "fields.written", "fields.required")]
    for kind in kinds.values():
        lines += [f"## {words.say(f'collection.{kind.name}')} – `data/{kind.name}.yaml`", ""]
        lines += [f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
        lines += [f"| {' | '.join(row)} |" for row in _rows(kind.model, words)]
        lines.append("")
    return "\n".join(lines)


def _rows(model: type[BaseModel], words: Words, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str, str, str]]:
    for name in field_order(model):
        info = model.model_fields[name]
        inner = model_at(model, (name,))
        is_group = inner is not None and not issubclass(inner, Text)
        required = words.say("fields.yes") if info.is_required() else ""
        label = f"`{'.'.join((*path, name))}`"
        yield label, words.field(name), _written(model, name, info, inner, words), required
        if is_group and inner is not None and len(path) < _DEEPEST and name != "sources":
            yield from _rows(inner, words, (*path, name))


def _written(model: type[BaseModel], name: str, info: FieldInfo, inner: type[BaseModel] | None, words: Words) -> str:
    """Return what is written as the value of a field: a choice by its names, an id, or an example."""
    several = f"{words.say('fields.several')}: " if get_origin(info.annotation) is tuple else ""
    if choice := choice_of(model, name):
        named = [f"`{one.value}` ({words.site.get(choice_key(one), one.value)})" for one in choice]
        return several + ", ".join(named).replace("|", "\\|")
    if collection := reference_of(model, name):
        return several + words.say("fields.reference", file=f"`data/{collection}.yaml`")
    if inner is not None:
        texts = ", ".join(f"`{language}:`" for language in LANGUAGES)
        return several + (texts if issubclass(inner, Text) else words.say("fields.group"))
    return several + ", ".join(f"`{example}`" for example in _examples(info))


def _examples(info: FieldInfo) -> list[Any]:
    """Return the examples that the type of the field has."""
    adapter: TypeAdapter[Any] = TypeAdapter(info.rebuild_annotation())
    schema = adapter.json_schema()
    inner = next((one for one in schema.get("anyOf", ()) if "examples" in one), schema)
    examples: list[Any] = inner.get("examples") or inner.get("items", {}).get("examples", [])
    return examples[:2]

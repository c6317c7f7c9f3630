"""Records that hold one text in every text field and one address in every address field, made from the models.

A new field or collection is in them by itself. The same records with harmless words show what a page should look like.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from addresses import COLLECTIONS
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.pictures import Image
from ecosystem.pages.site_operator import Operator
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.record import Record, Reference, field_order
from ecosystem.site.newsletter.issue import Issue
from minimal_records import EXCLUDED, GIVEN, NEEDED, PICTURE, VALUES, known_type
from yaml_files import yaml_text

#: What a field takes, by the function that reads it.
TEXTS = {"line_of": "line", "_prose": "prose"}
ADDRESSES = {"_url": "url", "_email": "email", "_phone": "phone"}

#: What somebody who means harm would write in a line of text; each stands in one record of every collection.
LINES = (
    "<script>window.ran=1</script><img src=x onerror=window.ran=1><svg onload=window.ran=1>\"'><b style=color:red>",
    "{{ 7*7 }}{% include 'frame.html' %}${7*7}#{7*7}<%= 7*7 %> ]]> --> </script></style></title></textarea><!--",
    "[a](javascript:window.ran=1) ![x](https://evil.example/x.png) <https://evil.example/> **b** `c` &lt;i&gt; &#60;u>",
    '=HYPERLINK("https://evil.example/","x") ; ,: \\n BEGIN:VEVENT\\, ATTACH:https://evil.example/ "; x="',
    '+SUM(1)*cmd|\' /C calc\'!A0 #read("/etc/passwd") $x$ _i_ @cite #panic("x") \\u{41} // /* #import "a.typ"',
    "-2+3 stamped-title-0f3c stamped-content-0f3c site-root-0f3c/ {} {0} %s {code} $(id) `id` ::error::x ::add-mask::y",
    "@SUM(1) \u0440\u0430yp\u0430l.example \u0430dmin \U0001d400 漢字 עברית العربية 🎉 İ ß ﬁ Ω"
    " e\u0301 %0d%0aSet-Cookie:a=b &amp;#x27; \\x3cscript\\x3e",
    "W" * 200,
)

#: An address that passes the checks and would break out of what does not escape it.
ADDRESS = "https://example.org/'onmouseover='x'/?a=javascript:window.ran=1&b=$(x)&c=;,:@!*(d)[e]#'-'"

#: Ids of records: years, because that of an action plan is one.
IDS = tuple(str(2020 + number) for number in range(len(LINES)))


#: An introduction to a newsletter, in Markdown, that passes the checks and would do harm where it is not converted,
#: cleaned and escaped as it should be; and one that looks the same.
INTRODUCTION = (
    "{{ 7*7 }}{% include 'frame.html' %} &lt;script&gt;window.ran=1&lt;/script&gt; &#60;img src=x onerror=window.ran=1>"
    ' ]]> =HYPERLINK("https://evil.example/") ::error::x stamped-content-0f3c site-root-0f3c/ \\&lt;b> {} {0} %s '
    "[a](https://example.org/'onmouseover='x'/?a=javascript:window.ran=1 \"t' onclick='x\")"
)
PLAIN_INTRODUCTION = 'Sana [a](https://example.org/a "t")'


@dataclass(frozen=True)
class Words:
    """What the fields of a record hold."""

    line: str
    prose: str
    url: str
    email: str = "info@example.org"
    phone: str = "+358 29 516 3139"
    introduction: str = PLAIN_INTRODUCTION


def _words(lines: tuple[str, ...], url: str, introduction: str) -> tuple[Words, ...]:
    """Return what each record holds: a line of its own, and prose with all that fonts can draw besides."""
    return tuple(Words(line, f"{line}\n\n{' | '.join(lines[:-2])}", url, introduction=introduction) for line in lines)


HOSTILE = _words(LINES, ADDRESS, INTRODUCTION)
HARMLESS = _words(tuple(f"Sana {n}" for n in range(len(LINES))), "https://example.org/a", PLAIN_INTRODUCTION)


def write_records(folder: Path, contents: tuple[Words, ...]) -> Path:
    """Write a data folder with one record for each of *contents* in every collection; return it."""
    (folder / "images").mkdir(parents=True)
    (folder / "newsletters").mkdir()
    (folder / "images" / GIVEN[Image, "file"]).write_bytes(PICTURE)
    for name, model in COLLECTIONS.items():
        records = [fill(model, words, record_id, name) for record_id, words in zip(IDS, contents, strict=True)]
        write_yaml(folder / f"{name}.yaml", records)
    for number, words in enumerate(contents):
        for language in LANGUAGES:
            issue = fill(Issue, words, "", "") | {"date": f"2024-07-0{number + 1}", "language": language}
            write_yaml(folder / "newsletters" / f"{issue['date']}.{language}.yaml", issue)
    return folder


def write_operator(path: Path, words: Words) -> Path:
    """Write who runs the site, with *words* in every field; return the file."""
    write_yaml(path, {"legal_basis": "consent", "log_days": "30"} | fill(Operator, words, "", ""))
    return path


def write_yaml(path: Path, value: Any) -> None:
    """Write *value* with each text on a line of its own."""
    path.write_text(yaml_text(value, width=100_000, style='"'), encoding="utf-8")


def fill(model: type[BaseModel], words: Words, record_id: str, collection: str) -> dict[str, Any]:
    """Return a record or a part with every field that holds a text, an address, a part or a reference."""
    values: dict[str, Any] = {}
    for name in field_order(model):
        field = model.model_fields[name]
        if name in EXCLUDED.get(model, ()):
            continue
        if (model, name) == (Issue, "introduction"):
            values[name] = words.introduction
        elif name == "id":
            values[name] = record_id if issubclass(model, Record) else f"id-{len(values)}-{model.__name__.lower()}"
        elif (model, name) in GIVEN:
            values[name] = GIVEN[model, name]
        else:
            wanted = field.is_required() or name in NEEDED.get(model, ())
            value = _value(field, words, record_id, collection, wanted)
            if value is not None:
                values[name] = value
    return values


def _value(field: FieldInfo, words: Words, record_id: str, collection: str, wanted: bool) -> Any:
    annotation = known_type(field.annotation)
    inner = known_type(get_args(annotation)[0]) if get_origin(annotation) is tuple else annotation
    marks = list(_marks(field.annotation)) + list(field.metadata)
    value: Any = None
    if reference := next((mark for mark in marks if isinstance(mark, Reference)), None):
        value = record_id if reference.collection != collection else None
    elif kind := kind_of(marks):
        value = getattr(words, kind)
    elif isinstance(inner, type) and issubclass(inner, BaseModel):
        value = fill(inner, words, record_id, collection)
    elif wanted:
        value = _plain(inner)
    return [value] if value is not None and get_origin(annotation) is tuple else value


def kind_of(marks: list[Any]) -> str | None:
    """Return what kind of text or address a field with *marks* takes."""
    readers = [mark.func.__name__ for mark in marks if isinstance(mark, BeforeValidator)]
    return next((name for reader in readers if (name := (TEXTS | ADDRESSES).get(reader))), None)


def _plain(annotation: Any) -> str:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return next(iter(annotation)).value
    return "2024" if annotation is PartialDate else VALUES.get(annotation, "1")


def _marks(annotation: Any) -> Iterator[Any]:
    """Yield what is attached to *annotation* and to the types that it is made of."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)


@dataclass(frozen=True)
class Sites:
    """The site of hostile records, that of the same records with harmless words, and the data of both."""

    hostile: Path
    harmless: Path
    data: Path
    harmless_data: Path

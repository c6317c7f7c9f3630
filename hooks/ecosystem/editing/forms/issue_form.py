"""Read what an issue form became: a Markdown text with one heading for each field.

The text is anybody's. A line counts as a heading only if it is one of the form's, and the form's headings must
all be there, once each and in order: who writes one into an answer is refused, not misread.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.nodes import MapNode, SeqNode, Value, read_nodes
from ecosystem.ground.problems import Place, Problem
from ecosystem.ground.text import read_text

LONGEST_BODY: Final = 100_000
NO_ANSWER: Final = "_No response_"
NO_CHOICE: Final = "None"

_OPTION_VALUE: Final = re.compile(r"\(([a-z0-9-]+)\)$")
_CHECKBOX: Final = re.compile(r"- \[([ xX])\] (.+)")


class FormError(EcosystemError):
    """The form itself is broken; a fault of the repository, not of who answers."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A question of the form. *options* are the answers to choose from, by their whole text."""

    id: str
    kind: str
    label: str
    required: bool
    options: Mapping[str, str]


def read_form(path: Path) -> list[FormField]:
    """Return the questions of the issue form at *path*, in order."""
    text, problems = read_text(path, path.as_posix())
    document, findings, _ = read_nodes(text or "", path.as_posix())
    if problems or findings or not isinstance(document, MapNode):
        raise FormError(f"{path} cannot be read as an issue form")
    return [_field(node) for node in _maps(document.get("body", "")) if node.get("type") != "markdown"]


def _field(node: MapNode) -> FormField:
    attributes, rules = node.get("attributes", ""), node.get("validations", "")
    if not isinstance(attributes, MapNode):
        raise FormError("a question of the form has no attributes")
    options = attributes.get("options", "")
    texts = [str(item["label"]) if isinstance(item, MapNode) else str(item) for item in _items(options)]
    return FormField(
        id=str(node.get("id", "")),
        kind=str(node.get("type", "")),
        label=str(attributes.get("label", "")),
        required=isinstance(rules, MapNode) and rules.get("required") == "true",
        options={text: value[1] if (value := _OPTION_VALUE.search(text)) else text for text in texts},
    )


def _items(value: Value) -> list[Value]:
    return list(value) if isinstance(value, SeqNode) else []


def _maps(value: Value) -> Iterator[MapNode]:
    return (item for item in _items(value) if isinstance(item, MapNode))


def read_answers(body: str, form: list[FormField], file: str) -> tuple[dict[str, list[str]], list[Problem]]:
    """Return the answers in *body* by the id of their question, and what is wrong with them.

    An answer is a list: of one text, of the values of the chosen options, or empty.
    """
    if len(body) > LONGEST_BODY:
        return {}, [Problem(Place(file), "form_too_long", {"limit": str(LONGEST_BODY)})]
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places, problems = _find_headings(lines, form, file)
    if problems:
        return {}, problems
    answers: dict[str, list[str]] = {}
    ends = [*places[1:], len(lines)]
    for field, start, end in zip(form, places, ends, strict=True):
        place = Place(file, start + 1)
        answers[field.id], code = _answer(field, lines[start + 1 : end])
        if code:
            problems.append(Problem(place, code, {"label": field.label}))
    return answers, problems


def _find_headings(lines: list[str], form: list[FormField], file: str) -> tuple[list[int], list[Problem]]:
    """Return the line (from 0) of each question, if all are there, once and in order."""
    labels = [field.label for field in form]
    found = [
        (number, line.strip()[4:].strip())
        for number, line in enumerate(lines)
        if line.strip().startswith("### ") and line.strip()[4:].strip() in labels
    ]
    names = [name for _, name in found]
    problems: list[Problem] = []
    for index, (number, name) in enumerate(found):
        if name in names[:index]:
            problems.append(Problem(Place(file, number + 1), "form_heading_twice", {"label": name}))
    problems += [Problem(Place(file), "form_heading_missing", {"label": name}) for name in labels if name not in names]
    if not problems and names != labels:
        wrong = next(index for index, name in enumerate(names) if name != labels[index])
        problems.append(Problem(Place(file, found[wrong][0] + 1), "form_heading_order", {"label": names[wrong]}))
    if not problems and any(line.strip() for line in lines[: found[0][0]]):
        problems.append(Problem(Place(file), "form_text_before", {"label": labels[0]}))
    return [number for number, _ in found], problems


def _answer(field: FormField, lines: list[str]) -> tuple[list[str], str | None]:
    """Return the answer that stands in *lines*, and the code of what is wrong with it."""
    # Spaces that cannot be told apart become one; letters get the form in which the data keeps them.
    text = "\n".join(" ".join(unicodedata.normalize("NFC", line).split()) for line in lines).strip("\n")
    text = re.sub(r"\n{3,}", "\n\n", text)
    if text in ("", NO_ANSWER) or (text == NO_CHOICE and field.kind == "dropdown"):
        return [], "form_answer_missing" if field.required else None
    if field.kind == "checkboxes":
        return _ticked(field, text)
    if field.kind == "dropdown":
        return ([field.options[text]], None) if text in field.options else ([], "form_option_unknown")
    if field.kind == "input" and "\n" in text:
        return [], "form_one_line"
    return [text], None


def _ticked(field: FormField, text: str) -> tuple[list[str], str | None]:
    values: list[str] = []
    for line in filter(None, text.split("\n")):
        box = _CHECKBOX.fullmatch(line)
        if box is None or box[2] not in field.options or field.options[box[2]] in values:
            return [], "form_option_unknown"
        if box[1] != " ":
            values.append(field.options[box[2]])
    return values, None

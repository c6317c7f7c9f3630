"""Write the issue form by which anybody can ask for a record, from what its kind declares.

A form is in all languages at once. Its questions are the fields of the model; the words are those of `strings/forms/`,
and where these have none for a question, what editors call the field.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, get_origin

from pydantic import BaseModel

from ecosystem.editing.changes.describe import Words
from ecosystem.editing.yaml_text import Plain, field_lines
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.records.choices import choice_of
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.kind import Kind
from ecosystem.records.reading import model_at
from ecosystem.records.references import reference_of
from ecosystem.records.texts import Prose, SomeProse
from ecosystem.records.values import Url
from ecosystem.words.interface import choice_key

#: The folder of the repository in which GitHub looks for forms.
FOLDER: Final = Path(".github", "ISSUE_TEMPLATE")

#: The question whose boxes say that who answers may do so, and that the details may be published.
CONSENT: Final = "consent"

#: Questions of no record's field that ask for a text, and for an address.
LONG_QUESTIONS: Final = ("wrong", "right")
ADDRESSES: Final = ("source", "page")

_BETWEEN_LANGUAGES: Final = " · "


@dataclass(frozen=True, kw_only=True)
class Form:
    """The role of a kind whose records anybody can ask for: the name of the form's file and label, and its fields.

    Fields are dotted paths (`name.fi`) in the order in which they are asked for, `required` those that must be
    answered. Each of the `consents` is a box that must be ticked.
    """

    name: str
    fields: Sequence[str]
    required: Sequence[str]
    consents: Sequence[str] = ("publish",)
    #: What nobody is asked: fields with the same value in each entry, and those with the day of the entry.
    given: Mapping[str, str] = field(default_factory=dict)
    dated: Sequence[str] = ()

    @property
    def path(self) -> Path:
        """Where the form stands in the repository."""
        return FOLDER / f"{self.name}.yml"


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of forms in one language: their own, and those for editors."""

    own: Mapping[str, str]
    editors: Words

    def find(self, *keys: str) -> str | None:
        """Return the first of the texts called *keys* that there is."""
        return next((self.own[key] for key in keys if key in self.own), None)

    def question(self, prefix: str, field: str) -> str:
        """Return what is asked for *field* in the form whose words begin with *prefix*."""
        name = ", ".join(map(self.editors.field, field.split(".")))
        return self.find(f"{prefix}.question.{field}", f"question.{field}") or name[:1].upper() + name[1:]


def question_id(field: str) -> str:
    """Return the id of the question for *field*: GitHub allows no dots in it."""
    return field.replace(".", "-")


@dataclass(frozen=True, kw_only=True)
class Outline:
    """What a form consists of: its words' prefix, the model of its fields, its questions, and its own choices."""

    prefix: str
    label: str
    model: type[BaseModel] | None
    questions: Sequence[str]
    required: Sequence[str]
    consents: Sequence[str]
    choices: Mapping[str, Mapping[str, Sequence[str]]]


def form_text(kind: Kind, form: Form, words: Mapping[Language, FormWords], ecosystem: Ecosystem) -> str:
    """Return the *form* of *kind* as the text of its file; choices of other records are those of *ecosystem*."""
    outline = Outline(
        prefix=kind.name,
        label=form.name,
        model=kind.model,
        questions=form.fields,
        required=form.required,
        consents=form.consents,
        choices={},
    )
    return outline_text(outline, words, ecosystem)


def outline_text(outline: Outline, words: Mapping[Language, FormWords], ecosystem: Ecosystem) -> str:
    """Return the form that *outline* describes as the text of its file."""
    return _FormWriter(outline, words, ecosystem).text()


class _FormWriter:
    """A form while it is written."""

    def __init__(self, outline: Outline, words: Mapping[Language, FormWords], ecosystem: Ecosystem) -> None:
        self._outline, self._words, self._ecosystem = outline, words, ecosystem

    def text(self) -> str:
        form: dict[str, Plain] = {
            "name": self._words_of("name") or "",
            "description": self._words_of("about") or "",
            "title": f"{self._words_of('title') or self._words_of('name')}: ",
            "labels": [self._outline.label],
            "body": [self._introduction(), *map(self._question, self._outline.questions), self._consent()],
        }
        return "".join(f"{line}\n" for key, value in form.items() for line in field_lines(key, value, 0))

    def _words_of(self, key: str) -> str | None:
        """Return the text of the kind called *key*, or the one of all kinds, in all languages that have it."""
        found = [words.find(f"{self._outline.prefix}.{key}", key) for words in self._words.values()]
        return _together(filter(None, found)) or None

    def _introduction(self) -> Plain:
        said = [words.find(f"{self._outline.prefix}.introduction") or "" for words in self._words.values()]
        return {"type": "markdown", "attributes": {"value": "\n\n".join(said)}}

    def _question(self, field: str) -> Plain:
        type_, options = self._type(field), self._options(field)
        attributes: dict[str, Plain] = {
            "label": _together(words.question(self._outline.prefix, field) for words in self._words.values())
        }
        if said := self._words_of(f"help.{field}"):
            attributes["description"] = said
        if options:
            attributes["options"] = [{"label": one} for one in options] if type_ == "checkboxes" else options
        elif self._is_address(field):
            attributes["placeholder"] = "https://"
        question: dict[str, Plain] = {"type": type_, "id": question_id(field), "attributes": attributes}
        is_required = field in self._outline.required and type_ != "checkboxes"  # of which GitHub requires none or each
        return question | ({"validations": {"required": "true"}} if is_required else {})

    def _consent(self) -> Plain:
        boxes: list[Plain] = [
            {"label": self._words_of(f"{CONSENT}.{one}") or "", "required": "true"} for one in self._outline.consents
        ]
        return {
            "type": "checkboxes",
            "id": CONSENT,
            "attributes": {"label": self._words_of(CONSENT) or "", "options": boxes},
        }

    def _type(self, field: str) -> str:
        if field in self._outline.choices:
            return "dropdown"
        model, last = self._place_of(field)
        if model is None:
            return "textarea" if field in LONG_QUESTIONS else "input"
        if choice_of(model, last) or reference_of(model, last):
            return "checkboxes" if get_origin(model.model_fields[last].annotation) is tuple else "dropdown"
        return "textarea" if issubclass(model, (Prose, SomeProse)) else "input"

    def _place_of(self, field: str) -> tuple[type[BaseModel] | None, str]:
        """Return the model in which the last step of *field* stands, and that step; None for a question of its own."""
        *around, last = field.split(".")
        model = model_at(self._outline.model, tuple(around)) if self._outline.model else None
        return (model if model is not None and last in model.model_fields else None), last

    def _options(self, field: str) -> list[str]:
        """Return what can be chosen, each with the value that stands for it in the data."""
        model, last = self._place_of(field)
        if field in self._outline.choices:
            return [option_text(own, value) for value, own in self._outline.choices[field].items()]
        if model is not None and (choice := choice_of(model, last)):
            names = {
                one.value: [words.editors.site[choice_key(one)] for words in self._words.values()] for one in choice
            }
        elif model is not None and (collection := reference_of(model, last)):
            records = self._ecosystem.collection(collection).values()
            names = {one.id: [one.heading.in_language(language).text for language in LANGUAGES] for one in records}
        else:
            names = {}
        return [option_text(own, value) for value, own in sorted(names.items())]

    def _is_address(self, field: str) -> bool:
        model, last = self._place_of(field)
        if model is None:
            return last in ADDRESSES
        return model.model_fields[last].rebuild_annotation() in (Url, Url | None)


def option_text(names: Iterable[str], value: str) -> str:
    """Return what stands for *value* among the choices of a question, with its *names* in all languages."""
    return f"{_together(names)} ({value})"


def _together(said: Iterable[str]) -> str:
    """Return what is said in several languages in one line; what is the same in some stands there once."""
    return _BETWEEN_LANGUAGES.join(dict.fromkeys(said))

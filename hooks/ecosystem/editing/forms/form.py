"""Write the issue form by which anybody can ask for a record, from what its kind declares.

A form is in all languages at once. Its questions are the fields of the model; the words are those of `strings/forms/`,
and where these have none for a question, what editors call the field.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, get_origin

from pydantic import BaseModel

from ecosystem.editing.changes.describe import Words, choice_of
from ecosystem.editing.yaml_text import Plain, field_lines
from ecosystem.ground.languages import LANGUAGES, Language
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

    def question(self, kind: Kind, field: str) -> str:
        """Return what is asked for *field*."""
        name = ", ".join(map(self.editors.field, field.split(".")))
        return self.find(f"{kind.name}.question.{field}") or name[:1].upper() + name[1:]


def question_id(field: str) -> str:
    """Return the id of the question for *field*: GitHub allows no dots in it."""
    return field.replace(".", "-")


def form_text(kind: Kind, form: Form, words: Mapping[Language, FormWords], ecosystem: Ecosystem) -> str:
    """Return the *form* of *kind* as the text of its file; choices of other records are those of *ecosystem*."""
    return _FormWriter(kind, form, words, ecosystem).text()


class _FormWriter:
    """A form while it is written."""

    def __init__(self, kind: Kind, form: Form, words: Mapping[Language, FormWords], ecosystem: Ecosystem) -> None:
        self._kind, self._form, self._words, self._ecosystem = kind, form, words, ecosystem

    def text(self) -> str:
        form: dict[str, Plain] = {
            "name": self._words_of("name") or "",
            "description": self._words_of("about") or "",
            "title": f"{self._words_of('title') or self._words_of('name')}: ",
            "labels": [self._form.name],
            "body": [self._introduction(), *map(self._question, self._form.fields), self._consent()],
        }
        return "".join(f"{line}\n" for key, value in form.items() for line in field_lines(key, value, 0))

    def _words_of(self, key: str) -> str | None:
        """Return the text of the kind called *key*, or the one of all kinds, in all languages that have it."""
        found = [words.find(f"{self._kind.name}.{key}", key) for words in self._words.values()]
        return _together(filter(None, found)) or None

    def _introduction(self) -> Plain:
        said = [words.find(f"{self._kind.name}.introduction") or "" for words in self._words.values()]
        return {"type": "markdown", "attributes": {"value": "\n\n".join(said)}}

    def _question(self, field: str) -> Plain:
        type_, options = self._type(field), self._options(field)
        attributes: dict[str, Plain] = {
            "label": _together(words.question(self._kind, field) for words in self._words.values())
        }
        if said := self._words_of(f"help.{field}"):
            attributes["description"] = said
        if options:
            attributes["options"] = [{"label": one} for one in options] if type_ == "checkboxes" else options
        elif self._is_address(field):
            attributes["placeholder"] = "https://"
        question: dict[str, Plain] = {"type": type_, "id": question_id(field), "attributes": attributes}
        return question | ({"validations": {"required": "true"}} if field in self._form.required else {})

    def _consent(self) -> Plain:
        boxes: list[Plain] = [
            {"label": self._words_of(f"{CONSENT}.{one}") or "", "required": "true"} for one in self._form.consents
        ]
        return {
            "type": "checkboxes",
            "id": CONSENT,
            "attributes": {"label": self._words_of(CONSENT) or "", "options": boxes},
        }

    def _type(self, field: str) -> str:
        model, name = self._home(field)
        if choice_of(model, name) or reference_of(model, name):
            return "checkboxes" if get_origin(model.model_fields[name].annotation) is tuple else "dropdown"
        return "textarea" if model in (Prose, SomeProse) else "input"

    def _home(self, field: str) -> tuple[type[BaseModel], str]:
        """Return the model in which *field*, a dotted path, ends, and what it is called there."""
        *around, name = field.split(".")
        return model_at(self._kind.model, tuple(around)) or self._kind.model, name

    def _options(self, field: str) -> list[str]:
        """Return what can be chosen, each with the value that stands for it in the data."""
        model, name = self._home(field)
        if choice := choice_of(model, name):
            names = {
                one.value: [words.editors.site[choice_key(one)] for words in self._words.values()] for one in choice
            }
        elif collection := reference_of(model, name):
            records = self._ecosystem.collection(collection).values()
            names = {one.id: [one.heading.in_language(language).text for language in LANGUAGES] for one in records}
        else:
            names = {}
        return [f"{_together(own)} ({value})" for value, own in sorted(names.items())]

    def _is_address(self, field: str) -> bool:
        model, name = self._home(field)
        info = model.model_fields.get(name)
        return info is not None and info.rebuild_annotation() in (Url, Url | None)


def _together(said: Iterable[str]) -> str:
    """Return what is said in several languages in one line; what is the same in some stands there once."""
    return _BETWEEN_LANGUAGES.join(dict.fromkeys(said))

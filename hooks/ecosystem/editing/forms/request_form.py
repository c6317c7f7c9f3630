"""Forms for what happens every week: something new, a change of what is there, a correction by anybody.

A kind declares its own with the role `Requests`. How the answers become a change stands in `requests.py`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel

from ecosystem.editing.forms.form import FOLDER
from ecosystem.editing.yaml_text import Plain
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.texts import Text

#: The question that asks which record is meant, where a form changes one.
RECORD: Final = "record"
#: The question in which language the answer is wanted, and the one where the facts stand.
ANSWER_LANGUAGE: Final = "answer_language"
SOURCE: Final = "source"

#: Between the id of a record and that of an item in it: no id has two hyphens together.
BETWEEN_IDS: Final = "--"

#: The fields of a record that change (None: emptied), from the answers, the record as it is, and the item's id.
Change: TypeAlias = Callable[[Mapping[str, Plain], Mapping[str, Plain], str], Mapping[str, Plain | None]]


@dataclass(frozen=True, slots=True)
class Target:
    """A record, or an item of one, that can be chosen in a form."""

    id: str
    heading: Text
    item: str = ""

    @property
    def value(self) -> str:
        """What stands for it in the form."""
        return f"{self.id}{BETWEEN_IDS}{self.item}" if self.item else self.id


def all_of(collection: str) -> Callable[[Ecosystem], Iterable[Target]]:
    """Return what chooses among all records of *collection*."""
    return lambda ecosystem: (Target(one.id, one.heading) for one in ecosystem.collection(collection).values())


@dataclass(frozen=True, kw_only=True)
class RequestForm:
    """A form: the name of its file and label, and its fields.

    Without `targets` it asks for a new record; with them it changes what is chosen, as `change` says, else field by
    field. `fields` are dotted paths in the record, or in a `part` of it; those in `choices` are questions of the form
    itself, with the values of their answers.
    """

    name: str
    fields: Sequence[str]
    required: Sequence[str] = ()
    consents: Sequence[str] = ("publish",)
    targets: Callable[[Ecosystem], Iterable[Target]] | None = None
    part: type[BaseModel] | None = None
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    change: Change | None = None
    #: Whether who answers must say where it has been published; if not, the issue is the source where there is none.
    needs_source: bool = True
    #: The field of a new record that the source's address is the answer to besides.
    source_in: str | None = None

    @property
    def path(self) -> Path:
        """Where the form stands in the repository."""
        return FOLDER / f"{self.name}.yml"

    @property
    def questions(self) -> tuple[str, ...]:
        """All that is asked, in order."""
        first = (RECORD,) if self.targets else ()
        return (ANSWER_LANGUAGE, *first, *self.fields, SOURCE)


@dataclass(frozen=True, slots=True)
class Requests:
    """The role of a kind with forms by which its records are asked for or changed."""

    forms: tuple[RequestForm, ...]

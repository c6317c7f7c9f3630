"""What every record has, and what a model says of its fields besides their types."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from ecosystem.ground.languages import Language
from ecosystem.records.texts import Text
from ecosystem.records.values import Day, EachOnce, Few, Id


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks an id as that of a record in another collection; the checks hold that it exists."""

    collection: str


class Part(BaseModel):
    """A group of fields inside a record. Unknown fields are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    #: The message that shows what such a group looks like, for groups that editors write often.
    expected: ClassVar[str] = "fields_expected"
    #: Whoever is one of these is a person: copies of the data leave it out.
    personal: ClassVar[bool] = False
    #: Fields whose text exists in its own language only: no translation of them is missing.
    untranslated: ClassVar[frozenset[str]] = frozenset()


class Record(BaseModel):
    """An entry of a collection. `id` comes first, and `LAST_FIELDS` come last in a file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    #: Fields whose text exists in its own language only: no translation of them is missing.
    untranslated: ClassVar[frozenset[str]] = frozenset()

    id: Id = Field(description="Permanent short name; part of the address of the record's page.")
    formerly: Annotated[tuple[Id, ...], EachOnce, Few] = Field(
        (), description="Ids of entries that this one has taken the place of; their addresses lead here."
    )
    review_by: Day | None = Field(None, description="When an editor should look at the entry again.")
    updated: Day = Field(description="When the entry last changed.")

    @property
    def heading(self) -> Text:
        """What the record is called."""
        heading: Text = getattr(self, "name", None) or getattr(self, "title")  # noqa: B009
        return heading

    @property
    def in_short(self) -> Text | None:
        """The record in a sentence or two, where it has one."""
        return getattr(self, "summary", None)

    @property
    def other_names(self) -> tuple[str, ...]:
        """What the record is called besides its heading, in any language."""
        return ()

    @property
    def home_page(self) -> str | None:
        """The address of its own site or page elsewhere, where it has one."""
        address: Any = getattr(self, "url", None)
        return address if isinstance(address, str) else None


Languages: TypeAlias = Annotated[tuple[Language, ...], EachOnce, Few]

#: The fields that stand last in every record.
LAST_FIELDS: Final = ("known_none", "formerly", "review_by", "updated", "sources")


def field_order(model: type[BaseModel]) -> list[str]:
    """Return the fields of *model* in the order in which they stand in a file."""
    if not issubclass(model, Record):
        return list(model.model_fields)
    last = [name for name in LAST_FIELDS if name in model.model_fields]
    own = [name for name in model.model_fields if name not in ("id", *last)]
    return ["id", *own, *last]

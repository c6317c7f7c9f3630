"""What the template of leads holds: its columns, the states of a lead, and the parts of its instructions."""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Entry(Enum):
    """How a column is filled: freely, with a day, from a list only, from a list or freely, or by a formula."""

    TEXT = "text"
    DAY = "day"
    LIST = "list"
    OPEN_LIST = "open list"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the leads; `width` is in characters, `choices` names the list that it is chosen from."""

    key: str
    width: int
    entry: Entry = Entry.TEXT
    choices: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of a lead; `days` is for how long it should last at most, as advice. Open leads have a next step."""

    key: str
    is_open: bool
    days: int | None = None


COLUMNS: Final = (
    Column(key="id", width=10),
    Column(key="date", width=12, entry=Entry.DAY),
    Column(key="occasion", width=24),
    Column(key="organisation", width=28),
    Column(key="country", width=20, entry=Entry.LIST, choices="countries"),
    Column(key="contact", width=24),
    Column(key="need", width=40),
    Column(key="offering", width=34, entry=Entry.OPEN_LIST, choices="offerings"),
    Column(key="owner", width=28, entry=Entry.OPEN_LIST, choices="members"),
    Column(key="person", width=20),
    Column(key="state", width=14, entry=Entry.LIST, choices="states"),
    Column(key="next", width=30),
    Column(key="due", width=12, entry=Entry.DAY),
    Column(key="outcome", width=30),
    Column(key="basis", width=24, entry=Entry.LIST, choices="bases"),
    Column(key="secrecy", width=24, entry=Entry.LIST, choices="secrecy"),
    Column(key="note", width=26, entry=Entry.FORMULA),
)

STATES: Final = (
    State(key="new", is_open=True, days=14),
    State(key="qualified", is_open=True, days=30),
    State(key="introduced", is_open=True, days=30),
    State(key="negotiation", is_open=True, days=180),
    State(key="won", is_open=False),
    State(key="lost", is_open=False),
    State(key="parked", is_open=False, days=180),
)

BASES: Final = ("consent", "contract", "interest", "public", "none")
SECRECY: Final = ("owner", "group", "members")

INSTRUCTIONS: Final = ("purpose", "use", "handling", "states", "confidential", "personal", "retention", "lists")


def index(key: str) -> int:
    """Return where the column called *key* stands, from 0."""
    return next(number for number, column in enumerate(COLUMNS) if column.key == key)

"""A tile map: where each place's tile stands, how its name is broken into lines, and what it counts.

All lengths are units of the drawing, which grows and shrinks as a whole: a name that fits its tile fits at any width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from ecosystem.pages.charts.lettering import width_of
from ecosystem.pages.charts.steps import Step, step_of, steps_of

TILE_WIDTH: Final = 100
TILE_HEIGHT: Final = 68
GAP: Final = 6

#: The size of a name's letters (`tile-map.css`), and the room that a tile has for a line of them.
LETTERS: Final = 15
ROOM: Final = 90

FIRST_LINE: Final = 20
LINE_HEIGHT: Final = 16


@dataclass(frozen=True, slots=True)
class NameLine:
    """A line of a tile's name; one that is `tight` is drawn exactly as wide as the tile has room."""

    text: str
    y: int
    tight: bool


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted in a place: how much there is in all, what the tile shows of it, and the same as a phrase.

    A place may `take_part` in what is counted though nothing more is known of it.
    """

    total: int
    shown: str
    phrase: str
    takes_part: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the map: its id, the path to which its tile leads, its name, and where it stands, from 1."""

    id: str
    path: str
    name: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A place in the map, what is counted in it, and the place of its step; 0 where there is nothing to count."""

    place: Place
    lines: tuple[NameLine, ...]
    x: int
    y: int
    count: Count
    step: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The tiles of all places, and the steps of their colours."""

    form: ClassVar[str] = "tiles"
    is_table: ClassVar[bool] = False

    tiles: tuple[Tile, ...]
    steps: tuple[Step, ...]

    @property
    def has_part(self) -> bool:
        """Whether a place takes part of which nothing more is known."""
        return any(tile.count.takes_part and not tile.step for tile in self.tiles)

    @property
    def known(self) -> int:
        """The number of places in which there is something to count."""
        return sum(bool(tile.count.total) for tile in self.tiles)


def draw_tiles(counted: Iterable[tuple[Place, Count]]) -> TileMap:
    """Return the map of all places, each with what is *counted* in it."""
    listed: Sequence[tuple[Place, Count]] = tuple(counted)
    steps = steps_of(count.total for _, count in listed)
    return TileMap(
        tuple(
            Tile(
                place,
                tuple(
                    NameLine(line, FIRST_LINE + number * LINE_HEIGHT, width_of(line, LETTERS) > ROOM)
                    for number, line in enumerate(name_lines(place.name))
                ),
                (place.column - 1) * (TILE_WIDTH + GAP),
                (place.row - 1) * (TILE_HEIGHT + GAP),
                count,
                step_of(steps, count.total),
            )
            for place, count in listed
        ),
        steps,
    )


def name_lines(name: str) -> tuple[str, ...]:
    """Break *name* at its first space or after its first hyphen where it is too long for one line of a tile."""
    if width_of(name, LETTERS) <= ROOM:
        return (name,)
    for place, letter in enumerate(name):
        if letter == " ":
            return name[:place], name[place + 1 :]
        if letter == "-":
            return name[: place + 1], name[place + 1 :]
    return (name,)

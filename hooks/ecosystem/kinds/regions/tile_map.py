"""The tile map of Finland: where each region's tile stands, how its name is broken into lines, and what it counts.

All lengths are units of the drawing, which grows and shrinks as a whole: a name that fits its tile fits at any width.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition

TILE_WIDTH: Final = 100
TILE_HEIGHT: Final = 68
GAP: Final = 6

#: Letters that fit in a line of a tile.
LINE: Final = 11

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
    """What is counted in a region: how much there is in all, what the tile shows of it, and the same as a phrase."""

    total: int
    shown: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A region in the map, and what is counted in it."""

    region: Region
    name: str
    lines: tuple[NameLine, ...]
    x: int
    y: int
    count: Count


def tiles(edition: Edition, counted: Callable[[str], Count]) -> tuple[Tile, ...]:
    """Return the tiles of all regions by name, each with what is *counted* in the region with its id."""
    placed = []
    for region in edition.by_name(edition.ecosystem.of(Region).values()):
        name = region.short_title.in_language(edition.language).text
        x = (region.tile.column - 1) * (TILE_WIDTH + GAP)
        y = (region.tile.row - 1) * (TILE_HEIGHT + GAP)
        lines = tuple(
            NameLine(line, FIRST_LINE + place * LINE_HEIGHT, len(line) > LINE)
            for place, line in enumerate(name_lines(name))
        )
        placed.append(Tile(region, name, lines, x, y, counted(region.id)))
    return tuple(placed)


def name_lines(name: str) -> tuple[str, ...]:
    """Break *name* at a space or after a hyphen where it is too long for one line of a tile."""
    if len(name) <= LINE:
        return (name,)
    for place, letter in enumerate(name[: LINE + 1]):
        if letter == " ":
            return name[:place], name[place + 1 :]
        if letter == "-":
            return name[: place + 1], name[place + 1 :]
    return (name,)

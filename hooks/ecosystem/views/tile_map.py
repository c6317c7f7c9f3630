"""The tile map of Finland: where each region's tile stands, how its name is broken into lines, and what it counts.

All lengths are units of the drawing, which grows and shrinks as a whole: a name that fits its tile fits at any width.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ecosystem.model.region import TILE_COLUMNS, TILE_ROWS, Region
from ecosystem.views.edition import Edition

TILE_WIDTH: Final = 100
TILE_HEIGHT: Final = 68
GAP: Final = 6

#: Letters that fit in a line of a tile.
LINE: Final = 11

WIDTH: Final = TILE_COLUMNS * (TILE_WIDTH + GAP) - GAP
HEIGHT: Final = TILE_ROWS * (TILE_HEIGHT + GAP) - GAP


@dataclass(frozen=True, slots=True)
class Tile:
    """A region in the map."""

    region: Region
    name: str
    lines: tuple[str, ...]
    x: int
    y: int
    count: int


def tiles(edition: Edition, counts: Mapping[str, int]) -> tuple[Tile, ...]:
    """Return the tiles of all regions by name, with *counts* by region; a region without one has none."""
    placed = []
    for region in edition.by_name(edition.ecosystem.regions.values()):
        name = region.short_title.in_language(edition.language).text
        x = (region.tile.column - 1) * (TILE_WIDTH + GAP)
        y = (region.tile.row - 1) * (TILE_HEIGHT + GAP)
        placed.append(Tile(region, name, name_lines(name), x, y, counts.get(region.id, 0)))
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

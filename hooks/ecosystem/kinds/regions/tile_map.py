"""The tile map of Finland: where each region's tile stands, how its name is broken into lines, and what it counts.

All lengths are units of the drawing, which grows and shrinks as a whole: a name that fits its tile fits at any width.
Names are measured in the boldest letters that the style sheet draws them in.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from ecosystem.ground.settings import ROOT
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.drawing.fonts import read_widths
from ecosystem.pages.edition import Edition

TILE_WIDTH: Final = 100
TILE_HEIGHT: Final = 68
GAP: Final = 6

#: The size of a name's letters (`tile-map.css`), and the room that a tile has for a line of them.
LETTERS: Final = 15
ROOM: Final = 90

FIRST_LINE: Final = 20
LINE_HEIGHT: Final = 16

#: As many steps as the colours of the map have.
STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class NameLine:
    """A line of a tile's name; one that is `tight` is drawn exactly as wide as the tile has room."""

    text: str
    y: int
    tight: bool


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted in a region: how much there is in all, what the tile shows of it, and the same as a phrase.

    A region may `take_part` in what is counted though nothing more is known of it.
    """

    total: int
    shown: str
    phrase: str
    takes_part: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """Numbers that are drawn in one colour: `place` 1 is the lightest, 4 the darkest."""

    place: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A region in the map, what is counted in it, and the place of its step; 0 where there is nothing to count."""

    region: Region
    name: str
    lines: tuple[NameLine, ...]
    x: int
    y: int
    count: Count
    step: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The tiles of all regions by name, and the steps of their colours."""

    tiles: tuple[Tile, ...]
    steps: tuple[Step, ...]

    @property
    def has_part(self) -> bool:
        """Whether a region takes part of which nothing more is known."""
        return any(tile.count.takes_part and not tile.step for tile in self.tiles)


def tile_map(edition: Edition, counted: Callable[[str], Count]) -> TileMap:
    """Return the map of all regions, each with what is *counted* in the region with its id."""
    regions = edition.by_name(edition.ecosystem.of(Region).values())
    counts = {region.id: counted(region.id) for region in regions}
    steps = steps_of(count.total for count in counts.values())
    tiles = []
    for region in regions:
        name = region.short_title.in_language(edition.language).text
        x = (region.tile.column - 1) * (TILE_WIDTH + GAP)
        y = (region.tile.row - 1) * (TILE_HEIGHT + GAP)
        lines = tuple(
            NameLine(line, FIRST_LINE + place * LINE_HEIGHT, width_of(line) > ROOM)
            for place, line in enumerate(name_lines(name))
        )
        count = counts[region.id]
        own = next((step.place for step in steps if step.first <= count.total <= step.last), 0)
        tiles.append(Tile(region, name, lines, x, y, count, own))
    return TileMap(tuple(tiles), steps)


def steps_of(totals: Iterable[int]) -> tuple[Step, ...]:
    """Return the steps from one to the largest of *totals*, each about twice as far as the one before it.

    A few numbers have a colour each; the largest always has the darkest.
    """
    most = max(totals, default=0)
    lasts = range(1, most + 1) if most <= STEPS else [-(-most // part) for part in (8, 4, 2, 1)]
    firsts = [1, *(last + 1 for last in lasts)]
    lightest = STEPS - len(lasts) + 1
    return tuple(Step(lightest + n, first, last) for n, (first, last) in enumerate(zip(firsts, lasts, strict=False)))


def width_of(line: str) -> float:
    """Return how wide *line* is drawn."""
    widths = _widths()
    return LETTERS * sum(widths.get(ord(letter), 1) for letter in line)


def name_lines(name: str) -> tuple[str, ...]:
    """Break *name* at its first space or after its first hyphen where it is too long for one line of a tile."""
    if width_of(name) <= ROOM:
        return (name,)
    for place, letter in enumerate(name):
        if letter == " ":
            return name[:place], name[place + 1 :]
        if letter == "-":
            return name[: place + 1], name[place + 1 :]
    return (name,)


@cache
def _widths() -> dict[int, float]:
    return dict(read_widths(ROOT / "fonts" / "SourceSansPro-Bold.otf"))

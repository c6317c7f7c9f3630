"""How wide words are drawn, in the letters that the site itself serves."""

from functools import cache

from ecosystem.ground.settings import ROOT
from ecosystem.pages.drawing.fonts import read_widths


def width_of(line: str, size: float) -> float:
    """Return how wide *line* is in letters of *size*, in the boldest that drawings use."""
    widths = _widths()
    return size * sum(widths.get(ord(letter), 1) for letter in line)


@cache
def _widths() -> dict[int, float]:
    return dict(read_widths(ROOT / "fonts" / "SourceSansPro-Bold.otf"))

"""Draw the house from its imports: `python tests/house.py` writes `.github/house.svg`, which ARCHITECTURE.md shows.

Each wing is a row and a column. A dot says how many modules of the row's wing import from the column's; all stand
below the diagonal, for a wing knows only those before it.
"""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from test_architecture import DOMAIN, KNOWN, MODULES, wing_of, wings_in
from workbench import ROOT

PICTURE = ROOT / ".github" / "house.svg"

CELL, LEFT, TOP = 44, 190, 110
SVG = "http://www.w3.org/2000/svg"

#: Readable on light and dark pages alike.
STYLE = """
text { font: 14px sans-serif; fill: #1a1a1a } .number { font-size: 12px; fill: #fff; text-anchor: middle }
.size { fill: #555; font-size: 12px } rect { fill: #fff } .line { stroke: #d5dae1 } circle { fill: #23408f }
"""


def draw() -> str:
    """Return the picture as SVG."""
    wings = list(KNOWN)
    modules = Counter(map(wing_of, (path for path in MODULES if path.parent != DOMAIN)))
    arrows = Counter((wing_of(path), wing) for path in MODULES for wing in wings_in(path.read_text("utf-8")))
    width, height = LEFT + CELL * len(wings) + 20, TOP + CELL * len(wings) + 10
    root = ElementTree.Element("svg", xmlns=SVG, viewBox=f"0 0 {width} {height}", role="img")
    ElementTree.SubElement(root, "title").text = "Which wing imports from which: each from those before it alone"
    ElementTree.SubElement(root, "style").text = STYLE
    ElementTree.SubElement(root, "rect", width=str(width), height=str(height))
    for row, wing in enumerate(wings):
        y = TOP + CELL * row + CELL // 2
        line = {"x1": "10", "x2": str(width - 10), "y1": str(y + CELL // 2), "y2": str(y + CELL // 2)}
        ElementTree.SubElement(root, "line", {"class": "line", **line})
        _text(root, wing, 10, y + 5)
        _text(root, f"{modules[wing]} modules", 100, y + 5, "size")
        x = LEFT + CELL * row + CELL // 2
        turned = _text(root, wing, x + 5, TOP - 10)
        turned.set("transform", f"rotate(-60 {x + 5} {TOP - 10})")
        for column, other in enumerate(wings):
            number = arrows[wing, other]
            if number and other != wing:
                x = LEFT + CELL * column + CELL // 2
                ElementTree.SubElement(root, "circle", cx=str(x), cy=str(y), r=str(min(20, 9 + number // 6)))
                _text(root, str(number), x, y + 4, "number")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _text(root: ElementTree.Element, text: str, x: int, y: int, name: str = "name") -> ElementTree.Element:
    element = ElementTree.SubElement(root, "text", {"class": name, "x": str(x), "y": str(y)})
    element.text = text
    return element


if __name__ == "__main__":
    Path(PICTURE).write_text(draw(), encoding="utf-8")

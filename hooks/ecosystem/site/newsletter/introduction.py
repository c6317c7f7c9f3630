"""The editor's introduction to an issue, from a Markdown file.

Every fault is a problem with its line, before anything is converted: the cleaning afterwards is the lock,
not the message.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from markupsafe import Markup

from ecosystem.ground.problems import Place, Problem, has_errors, quote
from ecosystem.ground.text import read_text

#: What an introduction may hold.
_TAGS: Final = frozenset({"a", "blockquote", "br", "em", "h2", "h3", "hr", "li", "ol", "p", "strong", "ul"})
_SCHEMES: Final = frozenset({"https", "mailto"})

_AUTOLINK: Final = r"(?!https://|mailto:)"

#: What it may not hold, by message code; the last group, else the match, is what the message quotes.
_REFUSED: Final = {
    "introduction_html": re.compile(rf"<{_AUTOLINK}[A-Za-z/!?][^>\n]*>?"),
    "introduction_picture": re.compile(r"!\[[^\]\n]*\](?=[(\[])"),
    "introduction_heading": re.compile(r"^(?:#(?!#).*|=+[ ]*)$", re.MULTILINE),
    "introduction_link": re.compile(
        rf"\]\(\s*<?({_AUTOLINK}[^)\s]+)|^[ ]{{0,3}}\[[^\]\n]+\]:[ \t]*\n?[ \t]*<?({_AUTOLINK}\S+)", re.MULTILINE
    ),
}


@dataclass(frozen=True, slots=True)
class Introduction:
    """The introduction as cleaned HTML, as plain text (Markdown reads well as such), and as its author wrote it."""

    html: Markup
    text: str
    source: str


def read_introduction(path: Path) -> tuple[Introduction | None, list[Problem]]:
    """Read the introduction in *path*; return it (None if it cannot be used) and what is wrong with it."""
    file = path.as_posix()
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    text = text.replace("\r\n", "\n")
    problems += check_introduction(text, file)
    return (None if has_errors(problems) else make_introduction(text)), problems


def make_introduction(markdown_text: str) -> Introduction:
    """Return the introduction that *markdown_text* makes; whatever else it holds is cleaned away."""
    # Most issues have no introduction, and the data is checked without either.
    import markdown  # noqa: PLC0415
    import nh3  # noqa: PLC0415

    html = nh3.clean(
        markdown.markdown(markdown_text, output_format="html"),
        tags=set(_TAGS),
        attributes={"a": {"href"}},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    source = markdown_text.strip()
    return Introduction(Markup(html), unescape(source), source)  # noqa: S704 - cleaned


def check_introduction(text: str, file: str) -> Iterator[Problem]:
    """Yield what is wrong with the Markdown *text*, with places as if it were all of *file*."""
    if not text.strip():
        yield Problem(Place(file), "introduction_empty")
    for code, pattern in _REFUSED.items():
        for match in pattern.finditer(text):
            start = match.start(match.lastindex or 0)
            line = text.count("\n", 0, start) + 1
            column = start - (text.rfind("\n", 0, start) + 1) + 1
            yield Problem(Place(file, line, column), code, {"value": quote(match[match.lastindex or 0])})

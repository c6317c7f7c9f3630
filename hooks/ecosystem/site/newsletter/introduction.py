"""The editor's introduction to an issue, in Markdown.

Every fault is a problem with its line, before anything is converted: the cleaning afterwards is the lock,
not the message.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ecosystem.ground.problems import Place, Problem, quote

#: What an introduction may hold.
_TAGS: Final = frozenset({"a", "blockquote", "br", "em", "h2", "h3", "hr", "li", "ol", "p", "strong", "ul"})
_SCHEMES: Final = frozenset({"https", "mailto"})

#: What stands on lines of its own in plain text.
_BLOCKS: Final = ("blockquote", "h2", "h3", "li", "ol", "p", "ul")
_DASH: Final = "- "

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
    """The introduction as cleaned HTML, and as plain text in which no mark of Markdown is left."""

    html: Markup
    text: str


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
    return Introduction(Markup(html), _plain_text(html))  # noqa: S704 - cleaned


def _plain_text(html: str) -> str:
    """Return *html* for reading as it is: a line for each paragraph, dashes before items, addresses after links."""
    import lxml.html  # noqa: PLC0415

    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for link in root.iter("a"):
        address = link.get("href", "").removeprefix("mailto:")
        link.tail = ("" if address == link.text_content() else f" ({address})") + (link.tail or "")
    for one in root.iter("br", "hr"):
        one.tail = "\n" + (one.tail or "").lstrip()
    for item in root.iter("li"):
        item.text = _DASH + (item.text or "").lstrip()
    for block in root.iter(*_BLOCKS):
        block.tail = ("\n" if block.tag == "li" else "\n\n") + (block.tail or "").lstrip()
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", root.text_content())
    return re.sub(r"\n{3,}", "\n\n", text).strip()


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

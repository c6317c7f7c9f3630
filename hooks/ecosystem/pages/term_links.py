"""Link the glossary's terms where a page first uses them in running text.

Only terms that the glossary explains are linked, in the form in which it gives them: other forms of a Finnish or
Swedish word could belong to another word. Headings, links, lists, tables and text in another language stay as they are.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment
from markupsafe import escape

from ecosystem.ground.languages import Language
from ecosystem.ground.letters import same_words
from ecosystem.ground.uses import note
from ecosystem.pages.edition import Edition
from ecosystem.records.record import Record

_TAG: Final = re.compile(r"(<[^>]*>)")
_PARAGRAPH: Final = re.compile(r"<p[ >].*?</p>", re.DOTALL)
_OPENING: Final = re.compile(r"<([a-z][a-z0-9-]*)")
_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})

#: Elements in whose text no term is linked.
_LEFT_ALONE: Final = frozenset(
    (
        *("a", "button", "code", "dl", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("label", "li", "nav", "pre", "script", "select", "summary", "svg", "table"),
    )
)


@dataclass(frozen=True, slots=True)
class ExplainsTerms:
    """The role of the kind whose records explain terms: whether one has an explanation."""

    is_explained: Callable[[Any], bool]


class TermLinks:
    """The explained terms in one language, each with its link."""

    def __init__(self, terms: Iterable[Record], language: Language, links: Mapping[str, str]) -> None:
        """*links* gives the markup of each term's link by id, with ``{}`` where the words of the page go."""
        by_words = {str(escape(term.heading.in_language(language).text)): term.id for term in terms}
        self._language = language
        #: What tells these links apart from any others.
        self.content = json.dumps([sorted(by_words.items()), sorted(links.items())])
        self._ids = {same_words(words): term_id for words, term_id in by_words.items()}
        self._links = links
        longest_first = sorted(by_words, key=len, reverse=True)
        # In a text of a page a space may have become one that keeps words together.
        alternatives = "|".join(r"\s".join(map(re.escape, words.split())) for words in longest_first)
        # Not after "&": a term may be called "lt".
        self._pattern = re.compile(rf"(?<![\w&-])(?:{alternatives})(?![\w-])", re.IGNORECASE) if by_words else None

    def named(self, title: str) -> str | None:
        """Return the id of the term that a page called *title* is about."""
        note("terms", self._language)
        return self._ids.get(same_words(str(escape(title))))

    def add(self, html: str, without: str | None = None) -> str:
        """Return *html*, a finished part of a page, with its first use of each term linked; *without* names its own."""
        note("terms", self._language)
        pattern = self._pattern
        if pattern is None or not any(pattern.search(paragraph) for paragraph in _PARAGRAPH.findall(html)):
            return html
        return "".join(self._pieces(html, {without} if without else set()))

    def _pieces(self, html: str, linked: set[str]) -> Iterator[str]:
        open_elements: list[tuple[int, int]] = []  # for each: does it count as a paragraph, as one to be left alone?
        paragraphs = left_alone = 0
        for piece in _TAG.split(html):
            if not piece.startswith("<"):
                yield self._linked(piece, linked) if paragraphs and not left_alone else piece
                continue
            yield piece
            if piece.startswith("</"):
                paragraph, alone = open_elements.pop() if open_elements else (0, 0)
                paragraphs, left_alone = paragraphs - paragraph, left_alone - alone
            elif not piece.endswith("/>") and (opening := _OPENING.match(piece)) and opening[1] not in _VOID:
                name = opening[1]
                counts = (int(name == "p"), int(name in _LEFT_ALONE or " lang=" in piece))
                open_elements.append(counts)
                paragraphs, left_alone = paragraphs + counts[0], left_alone + counts[1]

    def _linked(self, text: str, linked: set[str]) -> str:
        def link(match: re.Match[str]) -> str:
            term_id = self._ids.get(same_words(match[0]))
            if term_id is None or term_id in linked:  # None: letters that Python's patterns alone take for each other
                return match[0]
            linked.add(term_id)
            return self._links[term_id].replace("{}", match[0])

        return self._pattern.sub(link, text) if self._pattern else text


def make_term_links(environment: Environment, edition: Edition) -> TermLinks:
    """Return the links of the terms that are explained, made by the component `term_link`."""
    explained = [
        record
        for kind, role in edition.ecosystem.kinds.playing(ExplainsTerms)
        for record in edition.ecosystem.collection(kind.name).values()
        if role.is_explained(record)
    ]
    macro = getattr(environment.get_template("components/term_link.html").module, "term_link")  # noqa: B009
    return TermLinks(explained, edition.language, {term.id: str(macro(term)) for term in explained})

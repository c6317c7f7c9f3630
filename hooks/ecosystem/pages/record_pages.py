"""The page of every record, stamped: the frame is rendered once for each kind and language and cut at tokens.

The frame is most of a page's cost.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from markupsafe import escape

from ecosystem.pages.addresses import is_row
from ecosystem.pages.edition import Edition
from ecosystem.pages.environment import json_ld
from ecosystem.pages.frame import Crumb, FeedLink, Frame, crumbs_to, language_links
from ecosystem.pages.links import place, way_to_root
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.pages.stamp import Stamp
from ecosystem.pages.structured_data import JsonLd, breadcrumb_data
from ecosystem.pages.typography import shortened
from ecosystem.records.kind import Kind
from ecosystem.records.record import Record

#: A description for search engines is cut at a word after this many characters.
LONGEST_DESCRIPTION: Final = 155

#: Stand in the frame where records differ. They pass through escaping and addresses unchanged.
_SLUG: Final = "stamped-slug-0f3c"
_TITLE: Final = "stamped-title-0f3c"
_TITLE_LANGUAGE: Final = "stamped-language-0f3c"
_DESCRIPTION: Final = "stamped-description-0f3c"
_CONTENT: Final = "stamped-content-0f3c"
_DATA: Final = "stamped-data-0f3c"
_LINKS: Final = "stamped-links-0f3c"
_FOLLOWING: Final = "stamped-following-0f3c"
_CARD: Final = "stamped-card-0f3c"
_TOKENS: Final = (_SLUG, _TITLE, _TITLE_LANGUAGE, _DESCRIPTION, _CONTENT, _DATA, _LINKS, _FOLLOWING)


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordPage:
    """The role of a kind whose records' pages show or say more than the record.

    `more` are the values that the template `records/<kind>.html` names besides the record and what belongs to it,
    `scripts` those of the page besides the site's own, `open_graph` the kind's type for networks where links are
    shared, `links` what programs can follow besides what the section has, and `structured_data` what a page says to
    machines of its record, whose address it gets.
    """

    more: Callable[[Edition, Any], Mapping[str, Any]] = lambda *_: {}
    scripts: tuple[str, ...] = ()
    open_graph: str = "website"
    links: Callable[[Edition, Any], Sequence[FeedLink]] = lambda *_: ()
    structured_data: Callable[[Edition, Any, str], JsonLd] | None = None


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record and what its page shows besides it."""

    collection: str
    record: Record
    related: Mapping[str, tuple[Record, ...]]
    more: Mapping[str, Any]


def record_pages(renderer: Renderer, kind: Kind) -> Iterator[Page]:
    """Yield the page of each record of *kind* that has one."""
    addresses, language = renderer.edition.content.addresses, renderer.language
    pages = _RecordPages(renderer, kind)
    for record in renderer.edition.ecosystem.collection(kind.name).values():
        if is_row(kind, record):
            continue
        alternates = addresses.record_alternates(kind.name, record.id)
        yield Page(alternates[language], language, record.updated, alternates, partial(pages.document, record.id))


def record_view(edition: Edition, kind: Kind, record: Record) -> RecordView:
    """Return what the page of *record* shows."""
    related = edition.content.relations.of(kind.name, record.id)
    groups = {name: edition.by_name(records) for name, records in related.items()}
    return RecordView(kind.name, record, groups, _role(kind).more(edition, record))


def description(edition: Edition, record: Record) -> str:
    """Return a record in a sentence, for search engines and previews."""
    lead = record.in_short
    if lead is None:
        return edition.interface.say("record.description", title=edition.title(record))
    return shortened(lead.in_language(edition.language).text, LONGEST_DESCRIPTION)


class _RecordPages:
    """What the pages of all records of a kind have in common."""

    def __init__(self, renderer: Renderer, kind: Kind) -> None:
        self._renderer = renderer
        self._kind = kind
        self._root = way_to_root(renderer.edition.record_path(kind.name, _SLUG))

    def document(self, record_id: str) -> str:
        renderer, edition, kind = self._renderer, self._renderer.edition, self._kind
        record = edition.ecosystem.collection(kind.name)[record_id]
        template = renderer.environment.get_template(f"records/{kind.name}.html")
        view = record_view(edition, kind, record)
        title = edition.title(record)
        links = _role(kind).links(edition, record)
        values = {
            _SLUG: record.id,
            _TITLE: str(escape(title)),
            _TITLE_LANGUAGE: record.heading.in_language(edition.language).language,
            _DESCRIPTION: str(escape(description(edition, record))),
            _CONTENT: renderer.terms.add(template.render(view=view, r=record, **view.more), record.id),
            _DATA: str(json_ld(self._data(record, title))),
            _LINKS: self._links(links),
            _FOLLOWING: renderer.following(kind.page, links),
        }
        if renderer.cards:
            values[_CARD] = renderer.cards.path(renderer.cards.of_record(kind, record))
        stamp = edition.memory.once(("stamp", kind.name), self._stamp)
        return place(stamp.fill(values), self._root)

    def _data(self, record: Record, title: str) -> list[JsonLd]:
        edition, kind = self._renderer.edition, self._kind
        address = edition.address(kind.name, record.id)
        data = [breadcrumb_data([*self._trail(), (title, address)])]
        if describe := _role(kind).structured_data:
            data.append(describe(edition, record, address))
        return data

    def _links(self, links: Sequence[FeedLink]) -> str:
        return self._renderer.environment.get_template("frame_links.html").render(links=links) if links else ""

    def _trail(self) -> list[tuple[str, str]]:
        edition = self._renderer.edition
        crumbs = edition.memory.once(("crumbs", self._kind.page), lambda: crumbs_to(edition, self._kind.page))
        return [(crumb.name, edition.site_url + crumb.path) for crumb in crumbs]

    def _stamp(self) -> Stamp:
        renderer, edition, kind = self._renderer, self._renderer.edition, self._kind
        here = edition.record_path(kind.name, _SLUG)
        alternates = edition.content.addresses.record_alternates(kind.name, _SLUG)
        own = _role(kind)
        frame = Frame(
            here=here,
            title=_TITLE,
            title_language=edition.language,
            description=_DESCRIPTION,
            section=kind.page,
            crumbs=(*crumbs_to(edition, kind.page), Crumb(_TITLE, here, _TITLE_LANGUAGE)),
            alternates=alternates,
            kind=own.open_graph,
            scripts=own.scripts,
            languages=language_links(alternates),
            edit=renderer.edit_links.of_record(kind.name, _SLUG) if renderer.edit_links else "",
        )
        image = renderer.cards.image(_CARD, _TITLE) if renderer.cards else None
        tokens = (*_TOKENS, _CARD) if image else _TOKENS
        return Stamp(renderer.document(frame, _CONTENT, _DATA, image, own_links=_LINKS, following=_FOLLOWING), tokens)


def _role(kind: Kind) -> RecordPage:
    return kind.role(RecordPage) or RecordPage()

"""What stands at the address of a record without a page: the way to the one in its place, or that there is none.

A record that has become a row of its list had a page once, or may have been linked before it gets one.
"""

from collections.abc import Iterator
from functools import partial

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.uses import note
from ecosystem.pages.addresses import Addresses, is_row
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import GoneRecord
from ecosystem.records.kind import Kind
from ecosystem.records.record import Record
from ecosystem.records.texts import Text


def forwards(ecosystem: Ecosystem, addresses: Addresses) -> dict[str, str]:
    """Return the paths that lead to another page, each with the path of that page."""
    return {
        addresses.record(kind.name, former, language): addresses.standing(kind, record, language)
        for kind in ecosystem.kinds.values()
        for record in ecosystem.collection(kind.name).values()
        for former in _forwarded(kind, record)
        for language in LANGUAGES
    }


def departed_pages(renderer: Renderer, kind: Kind) -> Iterator[Page]:
    """Yield the pages that lead to records of *kind*, and those at the addresses of records that have gone."""
    edition = renderer.edition
    addresses, language = edition.content.addresses, edition.language
    records = edition.ecosystem.collection(kind.name).values()
    for record in records:
        for former in _forwarded(kind, record):
            alternates = addresses.record_alternates(kind.name, former)
            document = partial(_forwarding, renderer, kind, former, record.id)
            yield Page(alternates[language], language, record.updated, alternates, document, listed=False)
    for gone in edition.content.history.gone(kind.name, records):
        alternates = addresses.record_alternates(kind.name, gone.id)
        document = partial(_gone, renderer, kind, gone)
        yield Page(alternates[language], language, gone.updated, alternates, document, listed=False)


def _forwarded(kind: Kind, record: Record) -> tuple[str, ...]:
    """Return the ids at whose addresses the way to *record* stands."""
    return (*record.formerly, record.id) if is_row(kind, record) else record.formerly


def _forwarding(renderer: Renderer, kind: Kind, former: str, record_id: str) -> str:
    edition = renderer.edition
    record = edition.ecosystem.collection(kind.name)[record_id]
    path = edition.record_path(kind.name, record_id)
    frame = _frame(edition, kind, former, record.heading, forward=path)
    return renderer.show("pages/forwarding.html", frame, path=path, heading=record.heading)


def _gone(renderer: Renderer, kind: Kind, gone: GoneRecord) -> str:
    note("history")
    edition = renderer.edition
    frame = _frame(edition, kind, gone.id, gone.heading)
    return renderer.show("pages/gone.html", frame, gone=gone, section=kind.page)


def _frame(edition: Edition, kind: Kind, record_id: str, heading: Text, forward: str | None = None) -> Frame:
    here = edition.content.addresses.record(kind.name, record_id, edition.language)
    title = heading.in_language(edition.language)
    alternates = edition.content.addresses.record_alternates(kind.name, record_id)
    say = edition.interface.say
    return Frame(
        here=here,
        title=title.text,
        title_language=title.language,
        description=say("gone.moved" if forward else "gone.description", title=title.text),
        section=kind.page,
        crumbs=(*crumbs_to(edition, kind.page), Crumb(title.text, here, title.language)),
        alternates={},
        indexed=forward is not None,
        languages=language_links(alternates),
        forward=forward,
    )

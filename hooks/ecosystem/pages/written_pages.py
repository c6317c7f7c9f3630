"""The pages that people write, with what they show from the data."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from markupsafe import Markup

from ecosystem.ground.languages import Language
from ecosystem.ground.uses import note
from ecosystem.pages.addresses import HOME, NOT_FOUND
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Frame, crumbs_to, language_links
from ecosystem.pages.links import place, way_to_root
from ecosystem.pages.list_pages import NumberedPage
from ecosystem.pages.page import Page
from ecosystem.pages.prose import typeset
from ecosystem.pages.record_links import link_records
from ecosystem.pages.renderer import Renderer
from ecosystem.pages.structured_data import JsonLd

Values: TypeAlias = Mapping[str, Any]

#: The template of a page that shows its text alone.
_TEXT_ALONE: Final = "text"


@dataclass(frozen=True, kw_only=True)
class HandWrittenPage:
    """A page as its author wrote it, after the engine has turned its Markdown into HTML."""

    name: str
    language: Language
    title: str
    description: str
    updated: datetime.date
    html: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PageView:
    """What a hand-written page shows from the data.

    `values` are those that the template `pages/<page>.html` names, `scripts` those of the page besides the site's own,
    `pages` all pages of a list that may be too long for one and `further` the template of those after the first, and
    `newest` the days on which what it shows changed besides the records of its section. `structured_data` is what the
    page says to machines: of its own address, and besides its breadcrumbs or instead of them, when it has none.
    `template` is another template's name.
    """

    values: Callable[[Edition], Values]
    template: str | None = None
    scripts: tuple[str, ...] = ()
    pages: Callable[[Edition], Sequence[NumberedPage]] | None = None
    further: str = "further"
    newest: Callable[[Edition], Iterable[datetime.date]] = lambda _: ()
    structured_data: Callable[[Edition, str], Sequence[JsonLd]] = lambda *_: ()


@dataclass(frozen=True, slots=True)
class Shows:
    """The role of a kind whose hand-written pages show data: each page with its view."""

    views: Mapping[str, PageView]


Views: TypeAlias = Mapping[str, PageView]


def written_page(renderer: Renderer, views: Views, written: HandWrittenPage) -> Page:
    """Return the page that *written* makes; a page without one of the *views* shows its text alone."""
    edition = renderer.edition
    here = edition.path(written.name)
    view = views.get(written.name)
    not_found = written.name == NOT_FOUND
    alternates = {} if not_found else edition.content.addresses.alternates(written.name)

    def document() -> str:
        note("page", written.language, written.name)
        crumbs = crumbs_to(edition, written.name)
        own_data = view.structured_data(edition, edition.site_url + here) if view else ()
        frame = Frame(
            here=here,
            title=written.title,
            title_language=written.language,
            description=written.description,
            section=written.name,
            crumbs=crumbs,
            alternates=alternates,
            structured_data=[*([renderer.crumb_data(crumbs)] if crumbs else []), *own_data],
            not_found=not_found,
            updated=written.updated,
            languages=language_links(alternates),
            scripts=view.scripts if view else (),
            edit=renderer.edit_links.of_document(written.language, written.name) if renderer.edit_links else "",
        )
        # The page for addresses that do not exist is served for any of them, so its links start from the root.
        root = urlsplit(edition.site_url).path if not_found else way_to_root(here)
        return place(renderer.document(frame, _content(renderer, view, written, frame)), root)

    return Page(here, written.language, _newest(edition, view, written), alternates, document, listed=not not_found)


def _content(renderer: Renderer, view: PageView | None, written: HandWrittenPage, frame: Frame) -> Markup:
    name = (view.template or written.name) if view else _TEXT_ALONE
    template = renderer.environment.get_template(f"pages/{name}.html")
    values = view.values(renderer.edition) if view else {}
    body = Markup(link_records(typeset(written.html), renderer.edition))  # noqa: S704 - by the site's own authors
    shown = template.render(frame=frame, body=body, assets=renderer.assets, home_names=renderer.home_names, **values)
    html = renderer.terms.add(shown, renderer.terms.named(written.title))
    return Markup(html)  # noqa: S704 - autoescaped


def _newest(edition: Edition, view: PageView | None, written: HandWrittenPage) -> datetime.date:
    """Return when the page last changed: its text, or the data that it lists."""
    days = [written.updated, *(view.newest(edition) if view else ())]
    for kind in edition.ecosystem.kinds.values():
        if written.name in (kind.page, HOME):
            days += [record.updated for record in edition.ecosystem.collection(kind.name).values()]
    return max(days)

"""The further pages of lists that are too long for one: `jasenet/sivu/2/`, `hakemisto/sivu/2/`."""

from collections.abc import Iterator
from functools import partial

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.pages.written_pages import PageView, Views


def further_pages(renderer: Renderer, views: Views) -> Iterator[Page]:
    """Yield the second and all further pages of every long list of the *views*."""
    edition = renderer.edition
    for name, view in views.items():
        for place, page in enumerate(view.pages(edition) if view.pages else ()):
            if place == 0:
                continue
            alternates = {other: edition.content.addresses.numbered(name, page.number, other) for other in LANGUAGES}
            document = partial(_document, renderer, name, view, place)
            yield Page(alternates[edition.language], edition.language, page.updated, alternates, document)


def _document(renderer: Renderer, name: str, view: PageView, place: int) -> str:
    edition = renderer.edition
    addresses = edition.content.addresses
    page = (view.pages(edition) if view.pages else ())[place]
    here = addresses.numbered(name, page.number, edition.language)
    say, title = edition.interface.say, edition.titles[name]
    own_name = say("pager.page", number=page.number)
    told = {"site": say("site.name"), "title": title, "pages": len(page.pages)}
    alternates = {other: addresses.numbered(name, page.number, other) for other in LANGUAGES}
    crumbs = (*crumbs_to(edition, name), Crumb(own_name, here, edition.language))
    frame = Frame(
        here=here,
        title=f"{title}, {own_name}",
        title_language=edition.language,
        description=say("pager.description", number=page.number, **told),
        section=name,
        crumbs=crumbs,
        alternates=alternates,
        structured_data=[renderer.crumb_data(crumbs)],
        languages=language_links(alternates),
        edit=renderer.edit_links.of_document(edition.language, name) if renderer.edit_links else "",
    )
    return renderer.show(f"pages/{view.further}.html", frame, page=page, first_page=edition.path(name))

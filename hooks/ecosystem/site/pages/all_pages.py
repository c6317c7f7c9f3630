"""All pages of the site, in the order of their kinds."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from ecosystem.ground.languages import Language
from ecosystem.pages.departed_pages import departed_pages
from ecosystem.pages.further_pages import further_pages
from ecosystem.pages.page import Page
from ecosystem.pages.record_pages import record_pages
from ecosystem.pages.written_pages import HandWrittenPage, written_page
from ecosystem.site.pages import components
from ecosystem.site.pages.charts import chart_pages
from ecosystem.site.pages.editing import editing_page
from ecosystem.site.pages.editors import editors_page
from ecosystem.site.pages.embed_pages import embed_pages
from ecosystem.site.pages.parents import parents
from ecosystem.site.site import Site


def all_pages(site: Site, written: Iterable[HandWrittenPage]) -> list[Page]:
    """Return all pages of *site*; *written* are those that people have written."""
    by_language: dict[Language, list[HandWrittenPage]] = {}
    for page in written:
        by_language.setdefault(page.language, []).append(page)
    return list(chain.from_iterable(_of_language(site, language, by_language[language]) for language in by_language))


def _of_language(site: Site, language: Language, written: Iterable[HandWrittenPage]) -> Iterator[Page]:
    renderer = site.renderers[language]
    for page in written:
        yield written_page(renderer, site.views, page)
    for kind in site.ecosystem.kinds.values():
        yield from record_pages(renderer, kind)
        yield from departed_pages(renderer, kind)
    yield from further_pages(renderer, site.views)
    for parent in parents(renderer.edition):
        yield from parent.pages(renderer)
    if site.attention:
        yield editors_page(renderer, partial(site.attention, language), site.settings.guides)
    if renderer.edit_links and site.lines:
        yield editing_page(renderer, renderer.edit_links, site.lines)
    yield from embed_pages(renderer)
    yield from chart_pages(renderer)
    if site.settings.components and language == components.LANGUAGE:
        yield components.components_page(renderer, site.settings.templates, site.views)

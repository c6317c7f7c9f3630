"""The pages of the organisations in the offering catalogue: one for each organisation and language."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ecosystem.kinds.offerings.addresses import PROVIDERS, organisation_paper_path
from ecosystem.kinds.offerings.providers import provider_description, provider_path, providers
from ecosystem.kinds.offerings.structured_data import provider_data
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.pages.listed_pages import ListedPage
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer

_SECTION: Final = "offering"
_SCRIPTS: Final = ("selection.js",)


def provider_entries(edition: Edition) -> Iterator[ListedPage]:
    """Yield the organisations of the catalogue as lists of pages name them."""
    for provider in providers(edition):
        name = provider.name.in_language(edition.language)
        yield ListedPage(name.text, name.language, provider_path(edition, provider.slug), PROVIDERS)


def provider_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of every organisation of the catalogue."""
    edition = renderer.edition
    for place, provider in enumerate(providers(edition)):
        alternates = edition.content.addresses.alternates_below(PROVIDERS, provider.slug)
        yield Page(
            alternates[edition.language],
            edition.language,
            provider.updated,
            alternates,
            partial(_document, renderer, place),
        )


def _document(renderer: Renderer, place: int) -> str:
    edition = renderer.edition
    provider = providers(edition)[place]
    path = provider_path(edition, provider.slug)
    name = provider.name.in_language(edition.language)
    crumbs = (
        *crumbs_to(edition, _SECTION),
        Crumb(edition.titles[PROVIDERS], edition.path(PROVIDERS), edition.language),
        Crumb(name.text, path, name.language),
    )
    alternates = edition.content.addresses.alternates_below(PROVIDERS, provider.slug)
    frame = Frame(
        here=path,
        title=name.text,
        title_language=name.language,
        description=provider_description(edition, provider),
        section=_SECTION,
        crumbs=crumbs,
        alternates=alternates,
        structured_data=[renderer.crumb_data(crumbs), provider_data(edition, provider)],
        languages=language_links(alternates),
        scripts=_SCRIPTS,
    )
    listed = provider.listed(edition)
    return renderer.show(
        "pages/provider.html",
        frame,
        provider=provider,
        listed=listed,
        lapsed=[one for one in provider.offerings if one not in listed],
        paper=organisation_paper_path(provider.slug, edition.language) if listed else None,
    )

"""The pages of the organisations in the offering catalogue: one for each organisation and language."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from ecosystem.kinds.offerings.addresses import PROVIDERS, organisation_paper_path
from ecosystem.kinds.offerings.providers import Provider, provider_description, provider_path, providers
from ecosystem.kinds.offerings.structured_data import provider_data
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.pages.listed_pages import ListedPage
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer

_SECTION: Final = "offering"
_SCRIPTS: Final = ("selection.js",)


def provider_entries(edition: Edition) -> Iterator[ListedPage]:
    """Yield the organisations of the catalogue that are no records of their own, as lists of pages name them."""
    for provider in _without_records(edition):
        name = provider.name.in_language(edition.language)
        yield ListedPage(name.text, name.language, provider_path(edition, provider.slug), PROVIDERS)


def provider_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of every organisation of the catalogue that is no record of its own."""
    edition = renderer.edition
    for place, provider in enumerate(_without_records(edition)):
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
    provider = _without_records(edition)[place]
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
    return renderer.show("pages/provider.html", frame, **shown_provider(edition, provider))


def shown_provider(edition: Edition, provider: Provider) -> Mapping[str, Any]:
    """Return what the page of *provider* shows, whether it is a record or not."""
    listed = provider.listed(edition)
    return {
        "provider": provider,
        "listed": listed,
        "lapsed": [one for one in provider.offerings if one not in listed],
        "paper": organisation_paper_path(provider.slug, edition.language) if listed else None,
    }


def _without_records(edition: Edition) -> Sequence[Provider]:
    return [one for one in providers(edition) if one.organisation is None]

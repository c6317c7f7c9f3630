"""The pages of the organisations in the offering catalogue: one for each organisation and language."""

from pathlib import Path
from typing import Final

from ecosystem.addresses import PROVIDERS, SECTIONS, file_of, page_path, provider_path
from ecosystem.files import NewFiles
from ecosystem.languages import Language
from ecosystem.render.site import Site
from ecosystem.render.sitemap import SitemapEntry
from ecosystem.views.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.views.providers import Provider, provider_description, providers
from ecosystem.views.structured_data import provider_data

_SCRIPTS: Final = ("selection.js",)


def write_provider_pages(site: Site, folder: Path) -> None:
    """Write the page of every organisation of the catalogue below *folder*."""
    files = NewFiles(folder)
    for language, edition in site.editions.items():
        for provider in providers(edition):
            files.write(file_of(provider_path(provider.slug, language)), _page(site, provider, language))


def _page(site: Site, provider: Provider, language: Language) -> str:
    edition = site.editions[language]
    titles = site.page_titles[language]
    catalogue = SECTIONS["offerings"]
    path = provider_path(provider.slug, language)
    name = provider.name.in_language(language)
    crumbs = (
        *crumbs_to(edition, catalogue, titles[catalogue]),
        Crumb(titles[PROVIDERS], page_path(PROVIDERS, language), language),
        Crumb(name.text, path, name.language),
    )
    frame = Frame(
        here=path,
        title=name.text,
        title_language=name.language,
        description=provider_description(edition, provider),
        section=catalogue,
        crumbs=crumbs,
        alternates=provider.alternates,
        structured_data=[site.crumb_data(crumbs), provider_data(edition, provider)],
        languages=language_links(provider.alternates),
        scripts=_SCRIPTS,
    )
    site.sitemap[path] = SitemapEntry(path, provider.updated, provider.alternates)
    return site.render_template("pages/provider.html", frame, language, provider=provider)

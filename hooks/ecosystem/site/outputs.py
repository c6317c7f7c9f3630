"""All files of the site. `products` is the table of contents.

A product is what is made in one go: a page, or the files of one kind that belong together.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from ecosystem.ground.files import FolderWriter
from ecosystem.ground.languages import DEFAULT_LANGUAGE
from ecosystem.pages.addresses import file_of
from ecosystem.pages.drawing.icons import manifest_path, render_icons, render_manifest
from ecosystem.pages.edition import Edition
from ecosystem.pages.page import Page
from ecosystem.pages.shelf import MakesPapers
from ecosystem.pages.sitemap import render_sitemap
from ecosystem.publishing.calendars.publication import render_calendars
from ecosystem.publishing.feeds.publication import render_feeds, render_list_of_all
from ecosystem.publishing.open_data.data_catalogue import render_data_catalogue
from ecosystem.publishing.open_data.envelope import Publication
from ecosystem.publishing.open_data.publication import make_publication, render_open_data
from ecosystem.search import write_search_index
from ecosystem.search.opensearch import opensearch_path, render_opensearch
from ecosystem.site.hosting.apache import render_apache
from ecosystem.site.hosting.folder_file import render_folder_file
from ecosystem.site.newsletter.feed import NEWSLETTER_ENTRIES
from ecosystem.site.open_collections import sent_newsletters
from ecosystem.site.site import Site
from ecosystem.words.interface import Interface

#: RFC 9116 asks for less than a year. The site is built daily.
SECURITY_CONTACT_HOLDS: Final = datetime.timedelta(days=180)

#: (path, content) of each file.
Files: TypeAlias = Iterable[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Product:
    """What is made in one go, under a name of its own."""

    name: str
    make: Callable[[], Files]


def products(site: Site, pages: Sequence[Page]) -> Iterator[Product]:
    """Yield all that *site* consists of besides what looks at the written files; *pages* are all of its pages."""
    for page in pages:
        yield Product(page.path, partial(_document, page))
    yield Product("assets", partial(_given, site.assets.files))
    yield Product("images", partial(_images, site))
    yield Product("icons", partial(render_icons, site.drawing))
    yield Product("cards", partial(_cards, site))
    for language, renderer in site.renderers.items():
        yield Product(f"manifest {language}", partial(_manifest, renderer.edition.interface))
        yield Product(f"feeds {language}", partial(render_feeds, renderer, [NEWSLETTER_ENTRIES]))
        yield Product(f"calendars {language}", partial(render_calendars, renderer))
        yield Product(f"opensearch {language}", partial(_opensearch, renderer.edition))
    yield Product("all feeds", partial(render_list_of_all, list(site.editions.values())))
    yield Product("shelf", partial(_shelf, site))
    for kind, role in site.ecosystem.kinds.playing(MakesPapers):
        yield Product(f"papers {kind.name}", partial(role.files, site.editions, site.papers))
    yield Product("open data", partial(_open_data, site))
    yield Product("sitemap", partial(_sitemap, site, pages))
    yield Product("robots", partial(_robots, site))
    yield Product("security contact", partial(_security_contact, site))


def publication(site: Site) -> Publication:
    """Return all open data of *site*."""
    editions = site.editions
    more = (sent_newsletters(editions[DEFAULT_LANGUAGE]),)
    return make_publication(editions, site.settings, site.version, more)


def write_outputs(site: Site, pages: Sequence[Page], folder: Path) -> None:
    """Write all files of *site* below *folder*."""
    writer = FolderWriter(folder)
    for product in products(site, pages):
        for path, content in product.make():
            writer.write(path, content)
    # These look at what was written before them.
    for path, content in render_data_catalogue(publication(site), lambda path: (folder / path).stat().st_size):
        writer.write(path, content)
    if site.settings.has_search:
        write_search_index(site.content, pages, folder, site.settings.cache)
    writer.write("_headers", render_folder_file(site.content.site_url, folder).encode())
    writer.write(".htaccess", render_apache(site.content.site_url).encode())


def _document(page: Page) -> Files:
    return [(file_of(page.path), page.document().encode())]


def _given(files: Mapping[str, bytes]) -> Files:
    return files.items()


def _images(site: Site) -> Files:
    return ((picture.path, picture.content) for picture in site.content.pictures.values())


def _shelf(site: Site) -> Files:
    return site.content.shelf.files.items()


def _open_data(site: Site) -> Files:
    return render_open_data(publication(site))


def _sitemap(site: Site, pages: Sequence[Page]) -> Files:
    return [("sitemap.xml", render_sitemap(pages, site.content.site_url))]


def _cards(site: Site) -> Files:
    if site.cards is None:
        return ()
    chosen = (card for renderer in site.renderers.values() if renderer.cards for card in renderer.cards.all())
    return site.cards.pictures(chosen)


def _manifest(interface: Interface) -> Files:
    return [(manifest_path(interface.language), render_manifest(interface))]


def _opensearch(edition: Edition) -> Files:
    return [(opensearch_path(edition.language), render_opensearch(edition))]


def _robots(site: Site) -> Files:
    template = site.renderers[DEFAULT_LANGUAGE].environment.get_template("robots.txt")
    return [("robots.txt", template.render(site_url=site.content.site_url).encode())]


def _security_contact(site: Site) -> Files:
    """Return where holes are reported (RFC 9116), when the operator has said so and the site has its host to itself."""
    content = site.content
    email = content.operator.security_email
    if email is None or urlsplit(content.site_url).path != "/":
        return ()
    template = site.renderers[DEFAULT_LANGUAGE].environment.get_template("security.txt")
    text = template.render(
        email=email,
        expires=f"{content.today + SECURITY_CONTACT_HOLDS}T00:00:00Z",
        site_url=content.site_url,
        repository_url=content.repository_url,
    )
    return [(".well-known/security.txt", f"{text.rstrip()}\n".encode())]

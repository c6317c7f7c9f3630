"""All that the site consists of: `page_products`, `other_products` and `last_products` are the table of contents.

A product is what is made in one go: a page, or the files of one kind that belong together.
"""

import datetime
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from ecosystem.ground.languages import DEFAULT_LANGUAGE, Language
from ecosystem.pages.addresses import file_of
from ecosystem.pages.departed_pages import forwards
from ecosystem.pages.drawing.icons import manifest_path, render_icons, render_manifest
from ecosystem.pages.edition import Edition
from ecosystem.pages.page import Page
from ecosystem.pages.pictures import render_sizes
from ecosystem.pages.shelf import MakesPapers
from ecosystem.pages.sitemap import render_sitemap
from ecosystem.publishing.calendars.publication import render_calendars
from ecosystem.publishing.feeds.publication import render_feeds, render_list_of_all
from ecosystem.publishing.open_data.data_catalogue import render_data_catalogue
from ecosystem.publishing.open_data.envelope import Publication
from ecosystem.publishing.open_data.publication import make_publication, render_all, render_collection, render_index
from ecosystem.publishing.version import render_status, render_version
from ecosystem.search.opensearch import opensearch_path, render_opensearch
from ecosystem.site.changes.feed import CHANGES_ENTRIES
from ecosystem.site.hosting.apache import render_apache
from ecosystem.site.hosting.folder_file import render_folder_file, render_redirects
from ecosystem.site.ledger import Written
from ecosystem.site.newsletter.feed import NEWSLETTER_ENTRIES
from ecosystem.site.open_collections import more_collections
from ecosystem.site.pages.charts import chart_tables
from ecosystem.site.site import Site
from ecosystem.words.interface import Interface

#: RFC 9116 asks for less than a year. The site is built daily.
SECURITY_CONTACT_HOLDS: Final = datetime.timedelta(days=180)

#: The folders whose files the catalogue of the data lists.
_LISTED: Final = ("api/", "calendar/", "downloads/", "feeds/")

#: What stands in feeds besides what is told of records.
MORE_ENTRIES: Final = (*NEWSLETTER_ENTRIES, CHANGES_ENTRIES)

#: (path, content) of each file.
Files: TypeAlias = Iterable[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Product:
    """What is made in one go, under a name of its own.

    `state` is what decides what it is besides what it uses while it is made. `language` is that of readers who alone
    get it, None for what is the same for all.
    """

    name: str
    make: Callable[[], Files]
    language: Language | None = None
    state: str = ""
    #: Whether the catalogue of the data lists files of it.
    is_listed: bool = False


def page_products(pages: Iterable[Page]) -> Iterator[Product]:
    """Yield the products that *pages* are."""
    for page in pages:
        yield Product(page.path, partial(_document, page), page.language)


def other_products(site: Site, pages: Sequence[Page]) -> Iterator[Product]:
    """Yield all else that *site* consists of but what looks at these files; *pages* are all of its pages."""
    pictures = site.drawing.look
    yield Product("assets", partial(_given, site.assets.files), state=told(sorted(site.assets.files.items())))
    yield Product("images", partial(_images, site))
    yield Product("icons", partial(render_icons, site.drawing), state=pictures)
    yield Product("cards", partial(_cards, site), state=pictures)
    for language, renderer in site.renderers.items():
        feeds, calendars = partial(render_feeds, renderer, MORE_ENTRIES), partial(render_calendars, renderer)
        yield Product(f"manifest {language}", partial(_manifest, renderer.edition.interface), language)
        yield Product(f"feeds {language}", feeds, language, is_listed=True)
        yield Product(f"calendars {language}", calendars, language, is_listed=True)
        yield Product(f"charts {language}", partial(chart_tables, renderer.edition), language, is_listed=True)
        yield Product(f"opensearch {language}", partial(_opensearch, renderer.edition), language)
    yield Product("all feeds", partial(render_list_of_all, list(site.editions.values())))
    yield Product("shelf", partial(_shelf, site), state=pictures)
    for kind, role in site.ecosystem.kinds.playing(MakesPapers):
        yield Product(f"papers {kind.name}", partial(role.files, site.editions, site.papers), state=pictures)
    yield from _open_data(site)
    yield Product(
        "sitemap",
        partial(_sitemap, site, pages),
        state=told([(one.path, one.updated, one.alternates) for one in pages if one.listed]),
    )
    yield Product("robots", partial(_robots, site))
    yield Product("version", partial(render_version, site.version), state=repr(site.version))
    yield Product("status", partial(render_status, site.settings.now), state=repr(site.settings.now))
    yield Product("security contact", partial(_security_contact, site))


def last_products(site: Site, files: Mapping[str, Written], paths: Collection[str]) -> Iterator[Product]:
    """Yield what looks at the others: the catalogue of the data lists *files*, web hosts are told of all *paths*."""
    sizes = {path: written[1] for path, written in files.items() if path.startswith(_LISTED)}
    catalogue = partial(render_data_catalogue, publication(site), sizes.__getitem__)
    yield Product("data catalogue", catalogue, state=told(sorted(sizes.items())))
    hosts = dict(_host_files(site, frozenset(paths)))
    yield Product("host files", partial(_given, hosts), state=told(hosts))


def _open_data(site: Site) -> Iterator[Product]:
    shown = publication(site)
    # the index says when the files were made, to the second
    yield Product("open data", partial(render_index, shown), state=repr((site.version, site.settings.now)))
    yield Product("open data in one", partial(render_all, shown))
    for collection in shown.collections:
        yield Product(f"open data {collection.name}", partial(render_collection, shown, collection))


def publication(site: Site) -> Publication:
    """Return all open data of *site*."""
    editions = site.editions
    return make_publication(editions, site.settings, site.version, more_collections(editions[DEFAULT_LANGUAGE]))


def _document(page: Page) -> Files:
    return [(file_of(page.path), page.document().encode())]


def _given(files: Mapping[str, bytes]) -> Files:
    return files.items()


def _images(site: Site) -> Files:
    for picture in site.content.pictures.values():
        yield picture.path, picture.content
        yield from render_sizes(picture)


def _shelf(site: Site) -> Files:
    return site.content.shelf.files.items()


def _sitemap(site: Site, pages: Sequence[Page]) -> Files:
    return [("sitemap.xml", render_sitemap(pages, site.content.site_url, site.content.addresses))]


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


def _host_files(site: Site, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
    site_url = site.content.site_url
    led = forwards(site.ecosystem, site.content.addresses)
    yield "_headers", render_folder_file(site_url, paths).encode()
    yield ".htaccess", render_apache(site_url, led).encode()
    if led:
        yield "_redirects", render_redirects(site_url, led).encode()


def told(things: object) -> str:
    """Return what tells *things* from any others."""
    return hashlib.sha256(repr(things).encode()).hexdigest()

"""The files of the site besides the hand-written pages. `OUTPUTS` is the table of contents.

Each output is a function of the site and the folder to write to.
"""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from ecosystem.calendars import render_calendars
from ecosystem.delegation.publication import render_packs
from ecosystem.feeds import render_feeds
from ecosystem.hosting.apache import render_apache
from ecosystem.hosting.folder_file import render_folder_file
from ecosystem.languages import DEFAULT_LANGUAGE
from ecosystem.open_data import make_publication, render_open_data
from ecosystem.open_data.data_catalogue import render_data_catalogue
from ecosystem.render.components import write_components
from ecosystem.render.editors_page import write_editors_page
from ecosystem.render.embed_pages import write_embed_pages
from ecosystem.render.icons import write_icons, write_manifest
from ecosystem.render.newsletter_pages import write_newsletter_pages
from ecosystem.render.numbered_pages import write_numbered_pages
from ecosystem.render.opensearch import write_opensearch
from ecosystem.render.provider_pages import write_provider_pages
from ecosystem.render.record_pages import write_record_pages
from ecosystem.render.site import Site
from ecosystem.render.sitemap import render_sitemap
from ecosystem.search import write_search_index

#: RFC 9116 asks for less than a year. The site is built daily.
SECURITY_CONTACT_HOLDS: Final = datetime.timedelta(days=180)

Output: TypeAlias = Callable[[Site, Path], None]


def write_assets(site: Site, folder: Path) -> None:
    """Write style sheet, script and icons."""
    site.assets.write(folder)


def write_pictures(site: Site, folder: Path) -> None:
    """Write the icons in all sizes, their manifests, and the social cards of the pages written before."""
    write_icons(site.drawing, folder)
    for edition in site.editions.values():
        write_manifest(edition.interface, folder)
    if site.cards:
        site.cards.write(folder)


def write_images(site: Site, folder: Path) -> None:
    """Write the pictures that entries show, each under the name of its file."""
    pictures = site.editions[DEFAULT_LANGUAGE].pictures.values()
    _write_all(folder, ((picture.path, picture.content) for picture in pictures))


def write_sitemap(site: Site, folder: Path) -> None:
    """Write the sitemap of all pages, and the file that tells robots of it."""
    (folder / "sitemap.xml").write_bytes(render_sitemap(site.sitemap.values(), site.settings.site_url))
    template = site.environments[DEFAULT_LANGUAGE].get_template("robots.txt")
    (folder / "robots.txt").write_text(template.render(site_url=site.settings.site_url), encoding="utf-8")


def write_feeds(site: Site, folder: Path) -> None:
    """Write the feeds of every language and topic, and the lists of them."""
    _write_all(folder, render_feeds(site.editions, site.environments))


def write_calendars(site: Site, folder: Path) -> None:
    """Write the calendars of every language."""
    _write_all(folder, render_calendars(site.editions, site.environments))


def write_open_data(site: Site, folder: Path) -> None:
    """Write every public collection for programs and spreadsheets, and the catalogue of all files of data."""
    publication = make_publication(site.editions, site.settings, site.version)
    _write_all(folder, render_open_data(publication))
    _write_all(folder, render_data_catalogue(publication, lambda path: (folder / path).stat().st_size))


def write_downloads(site: Site, folder: Path) -> None:
    """Write the files of the offering catalogue."""
    _write_all(folder, site.shelf.files.items())


def write_packs(site: Site, folder: Path) -> None:
    """Write the packs of the delegations that are to come, where their records say that they are published."""
    _write_all(folder, render_packs(site.editions, site.papers))


def write_security_contact(site: Site, folder: Path) -> None:
    """Write where holes are reported (RFC 9116), when the operator has said so and the site has its host to itself."""
    settings = site.settings
    email = site.editions[DEFAULT_LANGUAGE].operator.security_email
    if email is None or urlsplit(settings.site_url).path != "/":
        return
    template = site.environments[DEFAULT_LANGUAGE].get_template("security.txt")
    expires = f"{settings.today + SECURITY_CONTACT_HOLDS}T00:00:00Z"
    text = template.render(
        email=email, expires=expires, site_url=settings.site_url, repository_url=settings.repository_url
    )
    file = folder / ".well-known" / "security.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{text.rstrip()}\n", encoding="utf-8")


def write_host_files(site: Site, folder: Path) -> None:
    """Write what web hosts read from the folder that they publish: headers, types, caching."""
    (folder / "_headers").write_text(render_folder_file(site.settings.site_url, folder), encoding="utf-8")
    (folder / ".htaccess").write_text(render_apache(site.settings.site_url), encoding="utf-8")


def _write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


#: In this order: sitemap and data catalogue list, the social cards show, and the search finds what was written before
#: them, and hosts are told of all.
OUTPUTS: Final[tuple[Output, ...]] = (
    write_record_pages,
    write_numbered_pages,
    write_provider_pages,
    write_editors_page,
    write_newsletter_pages,
    write_embed_pages,
    write_assets,
    write_images,
    write_components,
    write_pictures,
    write_feeds,
    write_calendars,
    write_downloads,
    write_packs,
    write_opensearch,
    write_open_data,
    write_sitemap,
    write_search_index,
    write_security_contact,
    write_host_files,
)


def write_outputs(site: Site, folder: Path) -> None:
    """Write all outputs below *folder*."""
    for output in OUTPUTS:
        output(site, folder)

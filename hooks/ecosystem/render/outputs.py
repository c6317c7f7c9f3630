"""The files of the site besides the hand-written pages. `OUTPUTS` is the table of contents.

Each output is a function of the site and the folder to write to.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from ecosystem.languages import DEFAULT_LANGUAGE
from ecosystem.render.components import write_components
from ecosystem.render.site import Site
from ecosystem.render.sitemap import render_sitemap

Output: TypeAlias = Callable[[Site, Path], None]


def write_records(site: Site, folder: Path) -> None:
    """Write the page of every record in every language."""
    site.write_records(folder)


def write_assets(site: Site, folder: Path) -> None:
    """Write style sheet, script and icons."""
    site.assets.write(folder)


def write_sitemap(site: Site, folder: Path) -> None:
    """Write the sitemap of all pages, and the file that tells robots of it."""
    (folder / "sitemap.xml").write_bytes(render_sitemap(site.sitemap, site.settings.site_url))
    template = site.environments[DEFAULT_LANGUAGE].get_template("robots.txt")
    (folder / "robots.txt").write_text(template.render(site_url=site.settings.site_url), encoding="utf-8")


#: In this order: the sitemap lists what was written before it.
OUTPUTS: Final[tuple[Output, ...]] = (
    write_records,
    write_assets,
    write_components,
    write_sitemap,
)


def write_outputs(site: Site, folder: Path) -> None:
    """Write all outputs below *folder*."""
    for output in OUTPUTS:
        output(site, folder)

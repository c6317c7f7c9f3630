"""The further pages of lists that are too long for one: `jasenet/sivu/2/`, `hakemisto/sivu/2/`."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from markupsafe import Markup

from ecosystem.addresses import file_of, numbered_path, page_path
from ecosystem.languages import LANGUAGES, Language
from ecosystem.render.links import place, way_to_root
from ecosystem.render.site import Site
from ecosystem.render.sitemap import SitemapEntry
from ecosystem.views import members, offerings, site_index
from ecosystem.views.edition import Edition
from ecosystem.views.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.views.list_pages import NumberedPage
from ecosystem.views.structured_data import breadcrumb_data

LaterPages: TypeAlias = Callable[[Edition], Sequence[NumberedPage]]

#: The lists that can be long, by the hand-written page that is their first page.
LONG_LISTS: Final[Mapping[str, LaterPages]] = {
    "members": members.later_pages,
    "offering": offerings.later_pages,
    site_index.INDEX: site_index.later_pages,
}


def write_numbered_pages(site: Site, folder: Path) -> None:
    """Write the second and all further pages of every long list below *folder*."""
    for name, later_pages in LONG_LISTS.items():
        for language in LANGUAGES:
            for page in later_pages(site.editions[language]):
                here = numbered_path(name, page.number, language)
                file = folder / file_of(here)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(place(_document(site, name, page, language), way_to_root(here)), encoding="utf-8")


def _document(site: Site, name: str, page: NumberedPage, language: Language) -> str:
    edition = site.editions[language]
    here = numbered_path(name, page.number, language)
    title = site.page_titles[language][name]
    own_name = edition.interface.say("pager.page", number=page.number)
    alternates = {other: numbered_path(name, page.number, other) for other in LANGUAGES}
    crumbs = (*crumbs_to(edition, name, title), Crumb(own_name, here, language))
    frame = Frame(
        here=here,
        title=f"{title}, {own_name}",
        title_language=language,
        description=edition.interface.say("pager.description", title=title, number=page.number, pages=len(page.pages)),
        section=name,
        crumbs=crumbs,
        alternates=alternates,
        structured_data=[breadcrumb_data([(crumb.name, edition.site_url + crumb.path) for crumb in crumbs])],
        languages=language_links(alternates),
    )
    site.sitemap[here] = SitemapEntry(here, page.updated, alternates)
    template = site.environments[language].get_template(f"pages/{name}-further.html")
    content = template.render(frame=frame, page=page, first_page=page_path(name, language))
    return site.document(frame, language, Markup(content))  # noqa: S704 - autoescaped

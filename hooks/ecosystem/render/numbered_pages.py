"""The further pages of a list that is too long for one: `jasenet/sivu/2/`."""

from pathlib import Path
from typing import Final

from markupsafe import Markup

from ecosystem.addresses import file_of, numbered_path, page_path
from ecosystem.languages import LANGUAGES, Language
from ecosystem.render.links import place, way_to_root
from ecosystem.render.site import Site
from ecosystem.render.sitemap import SitemapEntry
from ecosystem.views.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.views.members import DirectoryPage, later_pages
from ecosystem.views.structured_data import breadcrumb_data

_LIST: Final = "members"


def write_member_pages(site: Site, folder: Path) -> None:
    """Write the second and all further pages of the directory of members below *folder*."""
    for language in LANGUAGES:
        for page in later_pages(site.editions[language]):
            here = numbered_path(_LIST, page.number, language)
            file = folder / file_of(here)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(place(_document(site, page, language), way_to_root(here)), encoding="utf-8")


def _document(site: Site, page: DirectoryPage, language: Language) -> str:
    edition = site.editions[language]
    here = numbered_path(_LIST, page.number, language)
    title = site.page_titles[language][_LIST]
    own_name = edition.interface.say("pager.page", number=page.number)
    alternates = {other: numbered_path(_LIST, page.number, other) for other in LANGUAGES}
    crumbs = (*crumbs_to(edition, _LIST, title), Crumb(own_name, here, language))
    frame = Frame(
        here=here,
        title=f"{title}, {own_name}",
        title_language=language,
        description=edition.interface.say("members.page_description", number=page.number, pages=len(page.pages)),
        section=_LIST,
        crumbs=crumbs,
        alternates=alternates,
        structured_data=[breadcrumb_data([(crumb.name, edition.site_url + crumb.path) for crumb in crumbs])],
        languages=language_links(alternates),
    )
    newest = max(member.updated for member in page.members)
    site.sitemap[here] = SitemapEntry(here, newest, alternates)
    template = site.environments[language].get_template("pages/members-further.html")
    content = template.render(frame=frame, directory=page, first_page=page_path(_LIST, language))
    return site.document(frame, language, Markup(content))  # noqa: S704 - autoescaped

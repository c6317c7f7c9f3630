"""The page of every record, stamped: the frame is rendered once for each collection and language and cut at tokens.

The frame is most of a page's cost.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from markupsafe import escape

from ecosystem.addresses import SECTIONS, file_of, record_alternates, record_path
from ecosystem.languages import LANGUAGES, Language
from ecosystem.model.record import CollectionName
from ecosystem.render.environment import json_ld
from ecosystem.render.links import place, way_to_root
from ecosystem.render.site import Site
from ecosystem.render.sitemap import SitemapEntry
from ecosystem.render.stamp import Stamp
from ecosystem.views.frame import Crumb, Frame, crumbs_to, language_links
from ecosystem.views.pages import RECORD_SCRIPTS
from ecosystem.views.records import description, record_view
from ecosystem.views.structured_data import breadcrumb_data, record_data

#: Stand in the frame where records differ. They pass through escaping and addresses unchanged.
_SLUG: Final = "stamped-slug-0f3c"
_TITLE: Final = "stamped-title-0f3c"
_TITLE_LANGUAGE: Final = "stamped-language-0f3c"
_DESCRIPTION: Final = "stamped-description-0f3c"
_CONTENT: Final = "stamped-content-0f3c"
_DATA: Final = "stamped-data-0f3c"
_CARD: Final = "stamped-card-0f3c"
_TOKENS: Final = (_SLUG, _TITLE, _TITLE_LANGUAGE, _DESCRIPTION, _CONTENT, _DATA)

#: The kinds of record that Open Graph has a type of its own for.
_OPEN_GRAPH_KINDS: Final[Mapping[CollectionName, str]] = {"news": "article"}


def write_record_pages(site: Site, folder: Path) -> None:
    """Write the page of every record of *site* in every language below *folder*."""
    for language in LANGUAGES:
        for collection in SECTIONS:
            for path, document in _stamped(site, collection, language):
                file = folder / file_of(path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(document, encoding="utf-8")


def _stamped(site: Site, collection: CollectionName, language: Language) -> Iterator[tuple[str, str]]:
    """Yield (path, document) for each record of *collection*."""
    records = site.ecosystem.collection(collection)
    if not records:
        return
    edition = site.editions[language]
    section = SECTIONS[collection]
    section_title = site.page_titles[language][section]
    parents = crumbs_to(edition, section, section_title)
    frame = Frame(
        here=record_path(collection, _SLUG, language),
        title=_TITLE,
        title_language=language,
        description=_DESCRIPTION,
        section=section,
        crumbs=(*parents, Crumb(_TITLE, record_path(collection, _SLUG, language), _TITLE_LANGUAGE)),
        alternates=record_alternates(collection, _SLUG),
        kind=_OPEN_GRAPH_KINDS.get(collection, "website"),
        scripts=RECORD_SCRIPTS.get(collection, ()),
        languages=language_links(record_alternates(collection, _SLUG)),
    )
    image = site.cards.image(_CARD, _TITLE, language) if site.cards else None
    tokens = (*_TOKENS, _CARD) if image else _TOKENS
    stamp = Stamp(site.document(frame, language, _CONTENT, _DATA, image), tokens)
    template = site.environments[language].get_template(f"records/{collection}.html")
    root = way_to_root(frame.here)
    parent_trail = [(crumb.name, site.settings.site_url + crumb.path) for crumb in parents]
    terms = site.term_links[language]
    for record in records.values():
        path = record_path(collection, record.id, language)
        view = record_view(edition, collection, record)
        trail = [*parent_trail, (edition.title(record), site.settings.site_url + path)]
        data = [breadcrumb_data(trail)]
        if own := record_data(edition, collection, record):
            data.append(own)
        values = {
            _SLUG: record.id,
            _TITLE: str(escape(edition.title(record))),
            _TITLE_LANGUAGE: record.heading.in_language(language).language,
            _DESCRIPTION: str(escape(description(edition, record))),
            _CONTENT: terms.add(template.render(view=view, r=record, **view.more), record.id),
            _DATA: str(json_ld(data)),
        }
        if site.cards:
            values[_CARD] = site.cards.of_record(collection, record, language)
        site.sitemap[path] = SitemapEntry(path, record.updated, record_alternates(collection, record.id))
        yield path, place(stamp.fill(values), root)

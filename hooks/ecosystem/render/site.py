"""What a build of the site is made of, and the documents of its hand-written pages.

`Site` is made once for each build, from checked data. It knows no engine: the adapter tells it the HTML of
the hand-written pages and the folder to write to.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import Markup

from ecosystem.addresses import (
    EDITORS,
    NEWSLETTER,
    NOT_FOUND,
    SECTIONS,
    opensearch_path,
    page_alternates,
    page_path,
)
from ecosystem.catalogue.publication import render_catalogues
from ecosystem.changes.describe import Sections
from ecosystem.formats import Formats
from ecosystem.interface import Interface
from ecosystem.languages import LANGUAGES, Language
from ecosystem.model import Ecosystem
from ecosystem.model.sent_issue import SentIssue
from ecosystem.render.assets import Assets
from ecosystem.render.cards import Cards
from ecosystem.render.drawing import Drawing
from ecosystem.render.environment import make_environment
from ecosystem.render.icons import APPLE_ICON, THEME_COLOURS, manifest_path
from ecosystem.render.links import place, way_to_root
from ecosystem.render.page_cards import PageCards, SocialImage
from ecosystem.render.papers import Papers
from ecosystem.render.prose import typeset
from ecosystem.render.record_links import link_records
from ecosystem.render.sitemap import SitemapEntry
from ecosystem.render.term_links import TermLinks, make_term_links
from ecosystem.settings import Settings
from ecosystem.site_operator import UNKNOWN, Operator
from ecosystem.version import SiteVersion, read_site_version
from ecosystem.views.edition import Edition, published, published_pictures
from ecosystem.views.feed_list import feed_links
from ecosystem.views.frame import (
    FOOTER_CONTENT,
    FOOTER_SITE,
    MAIN_PAGES,
    Crumb,
    Frame,
    alternates_with_default,
    crumbs_to,
    language_links,
)
from ecosystem.views.newsletters import last_touched, published_issues
from ecosystem.views.pages import PAGE_SCRIPTS, PAGE_VIEWS
from ecosystem.views.relations import Relations
from ecosystem.views.shelf import Shelf
from ecosystem.views.similarity import SimilarMembers
from ecosystem.views.structured_data import breadcrumb_data, page_data


@dataclass(frozen=True, kw_only=True)
class HandWrittenPage:
    """A page as its author wrote it, after the engine has turned its Markdown into HTML."""

    name: str
    language: Language
    title: str
    description: str
    updated: datetime.date
    html: str


@dataclass
class Site:
    """One build of the site."""

    settings: Settings
    ecosystem: Ecosystem
    assets: Assets
    editions: Mapping[Language, Edition]
    environments: Mapping[Language, Environment]
    page_titles: dict[Language, dict[str, str]]
    drawing: Drawing
    papers: Papers
    shelf: Shelf
    cards: PageCards | None
    attention: Mapping[Language, Sections]
    term_links: Mapping[Language, TermLinks]
    sitemap: dict[str, SitemapEntry] = field(default_factory=dict)

    @classmethod
    def make(
        cls,
        *,
        ecosystem: Ecosystem,
        interfaces: Mapping[Language, Interface],
        assets: Assets,
        settings: Settings,
        page_titles: dict[Language, dict[str, str]],
        attention: Mapping[Language, Sections] | None = None,
        operator: Operator = UNKNOWN,
        cache: Path | None = None,
        newsletters: Iterable[SentIssue] = (),
    ) -> "Site":
        """Prepare the site of *ecosystem*.

        *page_titles* names the hand-written pages in each language; *attention* is the report for editors,
        *operator* is who runs the site, and *newsletters* are the sent issues.
        """
        if settings.demo:
            interfaces = {language: words.of_demonstration() for language, words in interfaces.items()}
        shown = published(ecosystem, settings.today)
        relations = Relations(shown)
        pictures = published_pictures(shown, settings.data)
        sent = published_issues(newsletters, settings.today)
        similar_members = SimilarMembers(shown.members, shown.regions)
        papers = Papers(settings.templates / "documents", settings.fonts, settings.cache / "papers")
        shelf = Shelf(lambda: render_catalogues(editions, papers))
        editions: dict[Language, Edition] = {
            language: Edition(
                language,
                interfaces[language],
                Formats(language),
                shown,
                relations,
                similar_members,
                settings.site_url,
                settings.today,
                settings.repository_url,
                operator,
                pictures,
                sent,
                settings.demo,
                shelf,
                page_titles[language],
            )
            for language in LANGUAGES
        }
        compiled = FileSystemBytecodeCache(str(cache)) if cache else None
        environments = {
            language: make_environment(settings.templates, edition, page_titles[language], compiled)
            for language, edition in editions.items()
        }
        drawing = Drawing(settings.templates / "images", settings.fonts)
        drawn = Cards(drawing, settings.cache / "cards")
        cards = PageCards(drawn, editions, page_titles) if settings.has_cards else None
        term_links = {
            language: make_term_links(environment, shown.glossary, language)
            for language, environment in environments.items()
        }
        return cls(
            settings=settings,
            ecosystem=shown,
            assets=assets,
            editions=editions,
            environments=environments,
            page_titles=page_titles,
            drawing=drawing,
            papers=papers,
            shelf=shelf,
            cards=cards,
            attention=attention or {},
            term_links=term_links,
        )

    @cached_property
    def version(self) -> SiteVersion:
        """Which version of the code and the data this is."""
        return read_site_version(self.settings, self.ecosystem)

    def render_page(self, page: HandWrittenPage) -> str:
        """Return the whole document of a hand-written page, with what it shows from the data."""
        edition = self.editions[page.language]
        here = page_path(page.name, page.language)
        not_found = page.name == NOT_FOUND
        alternates = {} if not_found else page_alternates(page.name)
        crumbs = crumbs_to(edition, page.name, page.title)
        frame = Frame(
            here=here,
            title=page.title,
            title_language=page.language,
            description=page.description,
            section=page.name,
            crumbs=crumbs,
            alternates=alternates,
            structured_data=page_data(edition, page.name, here, [(crumb.name, crumb.path) for crumb in crumbs]),
            not_found=not_found,
            updated=page.updated,
            languages=language_links(alternates),
            scripts=PAGE_SCRIPTS.get(page.name, ()),
        )
        if not not_found:
            newest = self._newest(page)
            self.sitemap[here] = SitemapEntry(here, newest, alternates)
        content = self._page_content(page, frame)
        # The page for addresses that do not exist is served for any of them, so its links start from the root.
        root = urlsplit(self.settings.site_url).path if not_found else way_to_root(here)
        return place(self.document(frame, page.language, content), root)

    def render_template(self, name: str, frame: Frame, language: Language, **values: Any) -> str:
        """Return the whole document of a page that is neither hand-written nor a record, from the template *name*."""
        content = self.environments[language].get_template(name).render(frame=frame, **values)
        return place(self.document(frame, language, Markup(content)), way_to_root(frame.here))  # noqa: S704 - autoescaped

    def _newest(self, page: HandWrittenPage) -> datetime.date:
        """Return when *page* last changed: its text, or the data that it lists."""
        days = [page.updated]
        for collection, section in SECTIONS.items():
            if page.name in (section, "index"):
                days += [record.updated for record in self.ecosystem.collection(collection).values()]
        if page.name == NEWSLETTER:
            sent = self.editions[page.language].newsletters.values()
            days += [last_touched(issue) for by_language in sent for issue in by_language.values()]
        return max(days)

    def _page_content(self, page: HandWrittenPage, frame: Frame) -> Markup:
        edition = self.editions[page.language]
        view = PAGE_VIEWS.get(page.name)
        template = self.environments[page.language].get_template(
            f"pages/{page.name}.html" if view else "pages/text.html"
        )
        home_names = {language: one.interface.say("page.home") for language, one in self.editions.items()}
        values = view(edition) if view else {"home_names": home_names}
        html = link_records(typeset(page.html), self.ecosystem, page.language)
        body = Markup(html)  # noqa: S704 - written by the site's own authors, rendered by the engine
        terms = self.term_links[page.language]
        shown = template.render(frame=frame, body=body, assets=self.assets, **values)
        html = terms.add(shown, terms.named(page.title))
        return Markup(html)  # noqa: S704 - autoescaped

    def document(
        self,
        frame: Frame,
        language: Language,
        content: str,
        extra_data: str = "",
        image: SocialImage | None = None,
    ) -> str:
        """Return *content* in its frame, with its links still to be placed; its card is *image* or its section's."""
        if self.cards and image is None and frame.section and not frame.not_found:
            image = self.cards.image(self.cards.of_page(frame.section, language), frame.title, language)
        template = self.environments[language].get_template("frame.html")
        return template.render(
            frame=frame,
            hreflangs=alternates_with_default(self.editions[language], frame),
            canonical=self.settings.site_url + frame.here,
            feed_links=feed_links(self.editions[language], frame.section),
            assets=self.assets,
            main_pages=MAIN_PAGES,
            footer_content=FOOTER_CONTENT,
            footer_site=FOOTER_SITE,
            editors_page=EDITORS[language],
            content=content,
            extra_data=extra_data,
            image=image,
            apple_icon=APPLE_ICON,
            manifest=manifest_path(language),
            opensearch=opensearch_path(language),
            theme_colours=THEME_COLOURS,
            version=self.version,
            previewed=self.settings.previewed,
        )

    def crumb_data(self, crumbs: tuple[Crumb, ...]) -> dict[str, Any]:
        """Return the breadcrumbs for machines."""
        return breadcrumb_data([(crumb.name, self.settings.site_url + crumb.path) for crumb in crumbs])

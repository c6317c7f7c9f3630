"""What a build of the site is made of. It is made once for each build, from checked data, and never changes.

It knows no engine: what turns Markdown into HTML tells it the HTML of the hand-written pages.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from ecosystem.editing.changes.describe import Sections, read_names_of_fields
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.settings import Settings
from ecosystem.ground.uses import Memory, Noted
from ecosystem.pages.assets import Assets
from ecosystem.pages.drawing.cards import Cards
from ecosystem.pages.drawing.drawing import Drawing
from ecosystem.pages.drawing.page_cards import PageCards
from ecosystem.pages.edit_links import EditLinks
from ecosystem.pages.edition import Content, Edition, published, published_pictures
from ecosystem.pages.environment import make_environment
from ecosystem.pages.frame import FeedLink
from ecosystem.pages.relations import Relations
from ecosystem.pages.renderer import Renderer
from ecosystem.pages.shelf import OnShelf, Shelf
from ecosystem.pages.site_operator import UNKNOWN, Operator
from ecosystem.pages.term_links import make_term_links
from ecosystem.pages.written_pages import Views
from ecosystem.publishing.calendars.listing import calendar_links
from ecosystem.publishing.feeds.listing import feed_links
from ecosystem.publishing.open_data.listing import data_links
from ecosystem.publishing.papers import Papers
from ecosystem.publishing.version import SiteVersion, read_release, read_site_version
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.dating import with_days_of_change
from ecosystem.records.history.past import NO_HISTORY, History
from ecosystem.search.answers import NO_ANSWERS, Answers
from ecosystem.search.opensearch import opensearch_path
from ecosystem.site.addresses import ADDRESSES, EDITING
from ecosystem.site.navigation import NAVIGATION
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.newsletter.listing import published_issues
from ecosystem.site.pages.editing import NO_LINES, Lines
from ecosystem.site.pages.views import all_views
from ecosystem.words.formats import Formats
from ecosystem.words.interface import Interface

#: The titles of the hand-written pages, by language and page.
Titles = Mapping[Language, Mapping[str, str]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Site:
    """One build of the site."""

    settings: Settings
    content: Content
    assets: Assets
    views: Views
    renderers: Mapping[Language, Renderer]
    drawing: Drawing
    papers: Papers
    cards: Cards | None
    answers: Answers
    #: Gives the report for editors: only their page and its fingerprint ask for it. None where there is no such page.
    attention: Callable[[Language], Sections] | None
    #: On which line of the data each record begins.
    lines: Lines

    @cached_property
    def version(self) -> SiteVersion:
        """Of which code and data the site is made. Most pages do without."""
        return read_site_version(self.settings, self.ecosystem)

    @property
    def ecosystem(self) -> Ecosystem:
        """All that the public may see."""
        return self.content.ecosystem

    @property
    def editions(self) -> dict[Language, Edition]:
        """The site as readers of each language get it."""
        return {language: renderer.edition for language, renderer in self.renderers.items()}

    @property
    def memories(self) -> list[Memory]:
        """What is remembered of answers while the site is made."""
        content = self.content
        return [content.memory, content.shelf.memory, *(edition.memory for edition in self.editions.values())]


def make_site(
    *,
    ecosystem: Ecosystem,
    interfaces: Mapping[Language, Interface],
    assets: Assets,
    settings: Settings,
    titles: Titles,
    attention: Callable[[Language], Sections] | None = None,
    lines: Lines = NO_LINES,
    operator: Operator = UNKNOWN,
    cache: Path | None = None,
    newsletters: Iterable[Issue] = (),
    answers: Answers = NO_ANSWERS,
    history: History = NO_HISTORY,
) -> Site:
    """Prepare the site of *ecosystem*.

    *attention* gives the report for editors, *lines* are where records begin in the data, *operator* is who runs the
    site, compiled templates are kept in *cache*, *newsletters* are the sent issues, *answers* what the search answers
    to questions, and *history* what is remembered of the data.
    """
    if settings.demo:
        interfaces = {language: words.of_demonstration() for language, words in interfaces.items()}
    shown = published(with_days_of_change(ecosystem, history), settings.today)
    papers = Papers(settings.templates / "documents", settings.fonts, settings.cache / "papers")
    content = Content(
        ecosystem=shown,
        addresses=ADDRESSES,
        relations=Relations(shown),
        site_url=settings.site_url,
        day=settings.today,
        repository_url=settings.repository_url,
        hub=settings.hub,
        operator=operator,
        pictures=Noted(("picture",), published_pictures(shown, settings.data)),
        sent=published_issues(newsletters, settings.today),
        demo=settings.demo,
        past=history,
        names_of_fields=functools.cache(partial(read_names_of_fields, settings.strings)),
        shelf=Shelf(
            lambda: (file for _, role in shown.kinds.playing(OnShelf) for file in role.files(editions, papers))
        ),
        memory=Memory("content"),
    )
    editions: dict[Language, Edition] = {
        language: Edition(
            language,
            interfaces[language],
            Formats(language),
            Noted(("title", language), titles[language]),
            content,
            Memory("edition", language),
        )
        for language in LANGUAGES
    }
    release = read_release()
    drawing = Drawing(settings.templates / "images", settings.fonts)
    cards = Cards(drawing, settings.cache / "cards") if settings.has_cards else None
    compiled = FileSystemBytecodeCache(str(cache)) if cache else None

    def home_names() -> dict[Language, str]:
        return {language: edition.interface.say("page.home") for language, edition in editions.items()}

    return Site(
        settings=settings,
        content=content,
        assets=assets,
        views=all_views(shown.kinds),
        renderers={
            language: Renderer(
                edition=edition,
                environment=(environment := make_environment(settings.templates, edition, compiled)),
                assets=assets,
                navigation=NAVIGATION,
                feed_links=partial(_links_of_section, edition),
                terms=make_term_links(environment, edition),
                cards=PageCards(cards, edition) if cards else None,
                version=release,
                previewed=settings.previewed,
                opensearch=opensearch_path(language),
                edit_links=_edit_links(content, language),
                home_names=home_names,
            )
            for language, edition in editions.items()
        },
        drawing=drawing,
        papers=papers,
        cards=cards,
        attention=attention,
        lines=lines,
        answers=answers,
    )


def _edit_links(content: Content, language: Language) -> EditLinks | None:
    return EditLinks(content.repository_url, EDITING[language]) if content.repository_url else None


def _links_of_section(edition: Edition, section: str | None) -> tuple[FeedLink, ...]:
    return (*feed_links(edition, section), *calendar_links(edition, section), *data_links(edition, section))

"""What makes documents for readers of one language: templates, words, and what stands around every page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ecosystem.ground.languages import Language
from ecosystem.pages.assets import Assets
from ecosystem.pages.drawing.icons import APPLE_ICON, THEME_COLOUR, manifest_path
from ecosystem.pages.drawing.page_cards import PageCards, SocialImage
from ecosystem.pages.edit_links import EditLinks
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Crumb, FeedLink, Frame, Navigation, alternates_with_default
from ecosystem.pages.links import place, way_to_root
from ecosystem.pages.structured_data import JsonLd, breadcrumb_data
from ecosystem.pages.term_links import TermLinks


@dataclass(frozen=True, kw_only=True, eq=False)
class Renderer:
    """Makes documents for the readers of *edition*."""

    edition: Edition
    environment: Environment
    assets: Assets
    navigation: Navigation
    #: The links to feeds and calendars in the head of a page, by its section.
    feed_links: Callable[[str | None], Sequence[FeedLink]]
    terms: TermLinks
    #: None where the site has no social cards.
    cards: PageCards | None
    #: The version of the code as SemVer.
    version: str
    #: Whether the site is a preview, in which pages are loaded again when they change.
    previewed: bool
    #: The path of the file by which a browser adds the site's search to its own.
    opensearch: str
    #: Where what pages show is edited; None where the repository is not known.
    edit_links: EditLinks | None
    #: What the home page is called in every language: asked for where it is shown, so that who shows it uses the words.
    home_names: Callable[[], Mapping[Language, str]]

    @property
    def language(self) -> Language:
        """The language of the readers."""
        return self.edition.language

    def show(self, template: str, frame: Frame, **values: Any) -> str:
        """Return the whole document in *frame* that shows *values* in the *template*."""
        content = self.environment.get_template(template).render(frame=frame, **values)
        return place(self.document(frame, Markup(content)), way_to_root(frame.here))  # noqa: S704 - autoescaped

    def following(self, section: str | None, own_links: Sequence[FeedLink] = ()) -> Markup:
        """Return the line that offers to follow a page in *section*, with *own_links* of this page alone."""
        shown = [one for one in (*own_links, *self.feed_links(section)) if one.label]
        line = self.environment.get_template("follow_line.html").render(links=shown)
        return Markup(line)  # noqa: S704 - autoescaped

    def document(
        self,
        frame: Frame,
        content: str,
        extra_data: str = "",
        image: SocialImage | None = None,
        *,
        own_links: str = "",
        following: str | None = None,
    ) -> str:
        """Return *content* in its frame, with its links still to be placed; its card is *image* or its section's.

        *own_links* are the links to feeds and calendars of this page alone, *following* the line that shows them.
        """
        if self.cards and image is None and frame.section and not frame.not_found:
            image = self.cards.image(self.cards.path(self.cards.of_page(frame.section)), frame.title)
        return self.environment.get_template("frame.html").render(
            frame=frame,
            hreflangs=alternates_with_default(self.edition, frame),
            canonical=self.edition.site_url + (frame.forward or frame.here),
            feed_links=self.feed_links(frame.section),
            own_links=own_links,
            following=self.following(frame.section) if following is None else following,
            assets=self.assets,
            sections=self.navigation.sections,
            here=self.navigation.section_of(frame.section),
            about_site=self.navigation.about,
            content=content,
            extra_data=extra_data,
            image=image,
            apple_icon=APPLE_ICON,
            manifest=manifest_path(self.language),
            opensearch=self.opensearch,
            theme_colour=THEME_COLOUR,
            version=self.version,
            previewed=self.previewed,
        )

    def crumb_data(self, crumbs: tuple[Crumb, ...]) -> JsonLd:
        """Return the breadcrumbs for machines."""
        return breadcrumb_data([(crumb.name, self.edition.site_url + crumb.path) for crumb in crumbs])

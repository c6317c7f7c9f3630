"""The page for editors, in each language: their guide, and what needs attention in the data.

It is part of the site, so that an editor needs nothing but a browser, but search engines leave it out.
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import markdown
from markupsafe import Markup

from ecosystem.editing.changes.describe import Sections
from ecosystem.ground.languages import Language
from ecosystem.ground.uses import note
from ecosystem.pages.addresses import HOME
from ecosystem.pages.frame import Crumb, Frame, language_links
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.site.addresses import EDITORS

#: What stands before the guide's first paragraph: its title, which the page has itself, and links to the other guides.
_GUIDES_HEAD: Final = re.compile(r"\A# .*\n+\[.*\n+")

#: A link to a file beside the guide, which is no page of the site.
_FILE_LINK: Final = re.compile(r"\[([^\]]+)\]\(([A-Z]+\.\w+\.md)\)")


def editors_page(renderer: Renderer, report: Callable[[], Sections], guides: Path) -> Page:
    """Return the page with the guide from the folder *guides* and what the *report* says."""
    path = EDITORS[renderer.language]
    document = partial(_document, renderer, report, guides)
    return Page(path, renderer.language, renderer.edition.today, EDITORS, document, listed=False)


def read_guide(guides: Path, language: Language) -> str:
    """Return the guide in *language* from the folder *guides*."""
    return (guides / f"EDITING.{language}.md").read_text(encoding="utf-8")


def _document(renderer: Renderer, report: Callable[[], Sections], guides: Path) -> str:
    edition, language = renderer.edition, renderer.language
    say = edition.interface.say
    note("report", language)
    path = EDITORS[language]
    frame = Frame(
        here=path,
        title=say("editors.title"),
        title_language=language,
        description=say("editors.description"),
        section=None,
        crumbs=(
            Crumb(say("page.home"), edition.path(HOME), language),
            Crumb(say("editors.title"), path, language),
        ),
        alternates=EDITORS,
        indexed=False,
        languages=language_links(EDITORS),
    )
    guide = _FILE_LINK.sub(r"\1 (`\2`)", _GUIDES_HEAD.sub("", read_guide(guides, language)))
    html = markdown.markdown(guide, extensions=["fenced_code", "tables"])
    return renderer.show(
        "pages/editors.html",
        frame,
        guide=Markup(html),  # noqa: S704 - written by the site's own authors
        sections=report(),
        edit_links=renderer.edit_links,
    )

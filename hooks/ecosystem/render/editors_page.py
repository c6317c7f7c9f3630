"""The page for editors, in each language: their guide, and what needs attention in the data.

It is part of the site, so that an editor needs nothing but a browser, but search engines leave it out.
"""

import re
from pathlib import Path
from typing import Final

import markdown
from markupsafe import Markup

from ecosystem.addresses import EDITORS, file_of, page_path
from ecosystem.render.site import Site
from ecosystem.views.frame import Crumb, Frame, language_links

#: What stands before the guide's first paragraph: its title, which the page has itself, and links to the other guides.
_GUIDES_HEAD: Final = re.compile(r"\A# .*\n+\[.*\n+")


def write_editors_page(site: Site, folder: Path) -> None:
    """Write the page for editors in every language that *site* has a report for."""
    for language, sections in site.attention.items():
        say = site.editions[language].interface.say
        path = EDITORS[language]
        frame = Frame(
            here=path,
            title=say("editors.title"),
            title_language=language,
            description=say("editors.description"),
            section=None,
            crumbs=(
                Crumb(say("page.home"), page_path("index", language), language),
                Crumb(say("editors.title"), path, language),
            ),
            alternates=EDITORS,
            indexed=False,
            languages=language_links(EDITORS),
        )
        guide = (site.settings.guides / f"EDITING.{language}.md").read_text(encoding="utf-8")
        html = markdown.markdown(_GUIDES_HEAD.sub("", guide), extensions=["fenced_code", "tables"])
        document = site.render_template(
            "pages/editors.html",
            frame,
            language,
            guide=Markup(html),  # noqa: S704 - written by the site's own authors
            sections=sections,
        )
        file = folder / file_of(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document, encoding="utf-8")

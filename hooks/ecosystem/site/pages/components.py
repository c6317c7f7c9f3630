"""The page of components, for those who work on the site: each component with its examples, built in development only.

A component is a file in `overrides/components/`; its examples stand beside it in `examples/<component>.yaml`, a list
of what each example `shows` and the template text to `use`. They are its documentation and, in the tests, its proof.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import Language
from ecosystem.ground.nodes import MapNode, read_nodes
from ecosystem.ground.text import read_text
from ecosystem.ground.uses import note
from ecosystem.pages.frame import Crumb, Frame
from ecosystem.pages.page import Page
from ecosystem.pages.record_pages import record_view
from ecosystem.pages.renderer import Renderer
from ecosystem.pages.written_pages import Views

#: Where the page stands. It is in English only: its readers are those who write templates.
PATH: Final = "en/components/"
LANGUAGE: Final[Language] = "en"


#: The style sheet of all colours and sizes.
_SHEET: Final = "values.css"
_TOKEN: Final = re.compile(r"^  --([a-z0-9-]+): ([^;]+);", re.MULTILINE)


class ExampleError(EcosystemError):
    """A file of examples cannot be read; the message says which."""


@dataclass(frozen=True, slots=True)
class Example:
    """One use of a component: what it shows, and its template text."""

    shows: str
    use: str


def read_examples(templates: Path) -> dict[str, list[Example]]:
    """Return the examples of each component below *templates*, by component; a component without any has none."""
    note("examples")
    return all_examples(templates)


def read_tokens(templates: Path) -> dict[str, str]:
    """Return the colours, sizes and lengths that style sheets use, by name, as they are where it is light."""
    note("examples")
    values = (templates / "assets" / "styles" / _SHEET).read_text(encoding="utf-8")
    return dict(_TOKEN.findall(values.partition("@media")[0]))


def all_examples(templates: Path) -> dict[str, list[Example]]:
    """Return what `read_examples` does, without using it for a page."""
    folder = templates / "components"
    return {
        component.stem: _read(folder / "examples" / f"{component.stem}.yaml")
        for component in sorted(folder.glob("*.html"))
    }


def components_page(renderer: Renderer, templates: Path, views: Views) -> Page:
    """Return the page of the components below *templates*, whose examples may show what *views* show."""

    def document() -> str:
        frame = Frame(
            here=PATH,
            title="Components",
            title_language=LANGUAGE,
            description="The components of the site with their examples.",
            section=None,
            crumbs=(Crumb("Home", "en/", LANGUAGE), Crumb("Components", PATH, LANGUAGE)),
            alternates={},
            indexed=False,
        )
        examples = {
            component: [(example, render_example(renderer, views, frame, example)) for example in listed]
            for component, listed in read_examples(templates).items()
        }
        tokens = read_tokens(templates)
        return renderer.show("pages/components.html", frame, examples=examples, sheet=_SHEET, tokens=tokens)

    return Page(PATH, LANGUAGE, renderer.edition.today, {}, document, listed=False)


def render_example(renderer: Renderer, views: Views, frame: Frame, example: Example) -> Markup:
    """Return what *example* looks like, as HTML without its frame."""
    edition = renderer.edition
    kinds = edition.ecosystem.kinds
    template = renderer.environment.from_string(example.use)
    html = template.render(
        frame=frame,
        page_values=lambda page: views[page].values(edition),
        record_values=lambda collection, record: record_view(edition, kinds[collection], record).more,
    )
    return Markup(html)  # noqa: S704 - autoescaped


def _read(path: Path) -> list[Example]:
    if not path.exists():
        return []
    text, problems = read_text(path, path.as_posix())
    if text is None:
        raise ExampleError(f"{path}: {problems[0].code}")
    document, findings, _ = read_nodes(text, path.as_posix())
    if findings or not isinstance(document, list):
        raise ExampleError(f"{path}: not a list of examples")
    return [_example(entry, path) for entry in document]


def _example(entry: object, path: Path) -> Example:
    if isinstance(entry, MapNode) and entry.keys() == {"shows", "use"}:
        shows, use = entry["shows"], entry["use"]
        if isinstance(shows, str) and isinstance(use, str):
            return Example(shows, use)
    raise ExampleError(f"{path}: an example has the texts `shows` and `use`")

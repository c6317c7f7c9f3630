"""The page of components, for those who work on the site: each component with its examples, built in development only.

A component is a file in `overrides/components/`; its examples stand beside it in `examples/<component>.yaml`, a list
of what each example `shows` and the template text to `use`. They are its documentation and, in the tests, its proof.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from ecosystem.errors import EcosystemError
from ecosystem.languages import Language
from ecosystem.render.site import Site
from ecosystem.source.nodes import MapNode, read_nodes
from ecosystem.source.text import read_text
from ecosystem.views.frame import Crumb, Frame
from ecosystem.views.pages import PAGE_VIEWS
from ecosystem.views.records import record_view
from ecosystem.views.trend import trend

#: Where the page stands. It is in English only: its readers are those who write templates.
PATH: Final = "en/components/"
LANGUAGE: Final[Language] = "en"


class ExampleError(EcosystemError):
    """A file of examples cannot be read; the message says which."""


@dataclass(frozen=True, slots=True)
class Example:
    """One use of a component: what it shows, and its template text."""

    shows: str
    use: str


def read_examples(templates: Path) -> dict[str, list[Example]]:
    """Return the examples of each component below *templates*, by component; a component without any has none."""
    folder = templates / "components"
    return {
        component.stem: _read(folder / "examples" / f"{component.stem}.yaml")
        for component in sorted(folder.glob("*.html"))
    }


def write_components(site: Site, folder: Path) -> None:
    """Write the page of components below *folder* when the settings ask for it."""
    if not site.settings.components:
        return
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
        component: [(example, render_example(site, frame, example)) for example in listed]
        for component, listed in read_examples(site.settings.templates).items()
    }
    file = folder / PATH / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(site.render_template("pages/components.html", frame, LANGUAGE, examples=examples), encoding="utf-8")


def render_example(site: Site, frame: Frame, example: Example) -> Markup:
    """Return what *example* looks like, as HTML without its frame."""
    edition = site.editions[LANGUAGE]
    template = site.environments[LANGUAGE].from_string(example.use)
    html = template.render(
        frame=frame,
        page_values=lambda page: PAGE_VIEWS[page](edition),
        record_values=lambda collection, record: record_view(edition, collection, record).more,
        trend=trend,
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

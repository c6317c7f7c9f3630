"""`CHANGED.html`, with which a preview begins: the changed pages, before and after, in words and in pictures."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ecosystem.ground.languages import NATIVE_NAMES, Language
from ecosystem.ground.settings import Settings
from ecosystem.site.review.changed_pages import ChangedPage
from ecosystem.site.review.from_disk import BEFORE
from ecosystem.words.wording import read_words

OVERVIEW: Final = "CHANGED.html"
_LOOK: Final = "CHANGED.css"

#: In pixels: a phone and a desktop.
WIDTHS: Final = (360, 1280)

_PICTURES: Final = "pictures"


def picture_of(path: str, width: int, *, before: bool) -> str:
    """Return where in a preview the picture of the page at *path* stands, if one was taken."""
    return f"{_PICTURES}/{'before' if before else 'after'}/{width}/{path.removesuffix('.html')}.jpg"


def write_overview(
    target: Path,
    groups: Sequence[Sequence[ChangedPage]] | None,
    settings: Settings,
    languages: Sequence[Language],
    base: str,
) -> None:
    """Write the overview of the pages that changed since *base* into the preview *target*, with words in *languages*.

    *groups* are the pages, None where there is nothing to compare with.
    """
    templates = settings.templates / "review"
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words: Mapping[Language, Mapping[str, str]] = {
        language: read_words(settings.strings / "commands" / f"{language}.yaml") for language in languages
    }
    (sheet,) = [path.name for path in (target / "assets").iterdir() if re.fullmatch(r"site\.\w+\.css", path.name)]
    document = environment.get_template("changed.html").render(
        groups=groups or (),
        is_compared=groups is not None,
        languages=languages,
        say=lambda language, key, **values: words[language][f"preview_{key}"].format(**values),
        number=sum(map(len, groups or ())),
        names=NATIVE_NAMES,
        base=base,
        before=BEFORE,
        widths=WIDTHS,
        picture_of=picture_of,
        sheets=(f"assets/{sheet}", _LOOK),
    )
    (target / OVERVIEW).write_text(document, encoding="utf-8")
    (target / _LOOK).write_bytes((templates / "changed.css").read_bytes())

"""The template environment of one language: everything escaped by default, and the words at hand.

Data never passes through Markdown or through a second template, so markup in it stays text.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ecosystem.addresses import page_path, record_path, relative, section_path
from ecosystem.views.edition import Edition

_PARAGRAPH_BREAK: Final = re.compile(r"\n\s*\n")

#: Characters that could end a script element or start markup inside it.
_ESCAPED_IN_JSON: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"})


def make_environment(
    templates: Path, edition: Edition, titles: Mapping[str, str], cache: BytecodeCache | None = None
) -> Environment:
    """Return the environment that renders the templates in *templates* for readers of *edition*.

    *titles* are those of the hand-written pages, by page.
    """
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=cache,
        auto_reload=False,
    )
    interface, formats = edition.interface, edition.formats
    environment.globals.update(
        edition=edition,
        language=edition.language,
        titles=titles,
        s=interface.say,
        n=interface.count,
        choice=interface.choice,
        date=formats.date,
        partial_date=formats.partial_date,
        time=formats.time,
        number=formats.number,
        weekday=formats.weekday,
        page_path=lambda page: page_path(page, edition.language),
        section_path=lambda collection: section_path(collection, edition.language),
        record_path=lambda collection, record_id: record_path(collection, record_id, edition.language),
    )
    environment.filters.update(paragraphs=paragraphs, json_ld=json_ld, host=host)
    return environment


def links_from(here: str, base: str | None = None) -> Callable[[str], str]:
    """Return the function that makes links to paths from the page at *here*.

    Links are relative, so that the site works below any address; a page that is served for other addresses
    than its own (404) gives its *base* and gets links from there.
    """
    return (lambda path: relative(path, here)) if base is None else (lambda path: base + path)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*, each on one line."""
    return [" ".join(part.split()) for part in _PARAGRAPH_BREAK.split(text) if part.strip()]


def host(url: str) -> str:
    """Return the host of an address, as a short text for a link: `thl.fi`."""
    return url.split("/")[2].removeprefix("www.")


def json_ld(data: Any) -> Markup:
    """Return *data* as JSON that is safe inside a script element."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED_IN_JSON))  # noqa: S704

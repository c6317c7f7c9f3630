"""The template environment of one language: everything escaped by default, and the words at hand.

Data never passes through Markdown or through a second template, so markup in it stays text.
"""

import json
import re
from functools import partial
from pathlib import Path
from typing import Any, Final

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ecosystem.ground.letters import shown_address
from ecosystem.pages.charts.chart import chart_frame_path, chart_table_path
from ecosystem.pages.contact import point_of_contact
from ecosystem.pages.content_policy import content_policy
from ecosystem.pages.edition import Edition
from ecosystem.pages.links import link
from ecosystem.pages.quick_templates import QuickEnvironment
from ecosystem.pages.typography import keep_together, monogram, shortened
from ecosystem.records.age import is_old
from ecosystem.words.times import Times

#: Longer addresses are shown as the name of their host.
LONGEST_ADDRESS: Final = 60

_PARAGRAPH_BREAK: Final = re.compile(r"\n\s*\n")

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

#: Characters that could end a script element or start markup inside it, as JSON may write them.
_ESCAPED_IN_JSON: Final = (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"))


def make_environment(templates: Path, edition: Edition, cache: BytecodeCache | None = None) -> Environment:
    """Return the environment that renders the templates in *templates* for readers of *edition*."""
    environment = QuickEnvironment(
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
        content_policy=lambda scripts=(): Markup(content_policy(scripts)),  # noqa: S704 - sources that we name
        edition=edition,
        language=edition.language,
        link=link,
        titles=edition.titles,
        s=interface.say,
        n=interface.count,
        choice=interface.choice,
        date=formats.date,
        partial_date=formats.partial_date,
        month_and_year=formats.month_and_year,
        zone_name=formats.zone,
        short_month=formats.short_month,
        time=formats.time,
        times=Times(interface, formats),
        number=formats.number,
        size=formats.size,
        country=formats.country,
        page_path=edition.path,
        is_old=lambda day: is_old(day, edition.today),
        point_of_contact=lambda: point_of_contact(edition),
        section_path=lambda collection: edition.content.addresses.section(collection, edition.language),
        record_path=edition.record_path,
        chart_frame_path=partial(chart_frame_path, edition),
        chart_table_path=partial(chart_table_path, edition),
    )
    environment.filters.update(country=formats.country, language_name=formats.language_name)
    environment.filters.update(shortened=shortened, monogram=monogram)
    environment.filters.update(
        paragraphs=paragraphs, keep_together=keep_together, json_ld=json_ld, short_address=short_address
    )
    return environment


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*, each on one line."""
    return [" ".join(part.split()) for part in _PARAGRAPH_BREAK.split(text) if part.strip()]


def short_address(url: str) -> str:
    """Return an address as a short text for a link: ``thl.fi/tutkimus``, or its host alone where that gets long."""
    text = shown_address(url).removeprefix("https://").removeprefix("www.").rstrip("/")
    return text if len(text) <= LONGEST_ADDRESS else text.partition("/")[0]


def json_ld(data: Any) -> Markup:
    """Return *data* as JSON that is safe inside a script element."""
    text = _JSON(data)
    for character, escaped in _ESCAPED_IN_JSON:
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - nothing in it can end the element

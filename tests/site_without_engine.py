"""Render a whole site from a data folder without the engine: what the tests of templates and views look at."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from ecosystem.addresses import PAGES, file_of, page_path
from ecosystem.check import check
from ecosystem.interface import read_interfaces
from ecosystem.languages import LANGUAGES
from ecosystem.render.assets import read_assets
from ecosystem.render.record_pages import write_record_pages
from ecosystem.render.site import HandWrittenPage, Site
from ecosystem.settings import ROOT, read_settings

CACHE = ROOT / ".cache" / "jinja"
TODAY = datetime.date(2026, 11, 22)


def make_site(data: Path, today: datetime.date = TODAY) -> Site:
    """Return the site of the data in *data* as it is on the day *today*; fail when the data has an error."""
    settings = read_settings({})
    settings = replace(settings, data=data, now=datetime.datetime.combine(today, datetime.time(12), datetime.UTC))
    ecosystem, problems = check(data)
    assert ecosystem is not None, [(str(problem.place), problem.code, problem.details) for problem in problems]
    CACHE.mkdir(parents=True, exist_ok=True)
    return Site.make(
        ecosystem=ecosystem,
        interfaces=read_interfaces(settings.strings),
        assets=read_assets(settings.templates / "assets", ""),
        settings=settings,
        cache=CACHE,
        page_titles={language: {name: name.title() for name in PAGES} for language in LANGUAGES},
    )


def render(site: Site, folder: Path) -> Mapping[str, str]:
    """Write all pages of *site* below *folder*; return them by path: `en/pilots/` and so on."""
    for language in LANGUAGES:
        for name in PAGES:
            page = HandWrittenPage(
                name=name, language=language, title=name.title(), description="About it.", updated=TODAY, html=""
            )
            file = folder / file_of(page_path(name, language))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(site.render_page(page), encoding="utf-8")
    write_record_pages(site, folder)
    return {
        file.relative_to(folder).as_posix().removesuffix("index.html"): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.html")
    }


def words(page: BeautifulSoup | Tag, selector: str) -> str:
    """Return the text of the first element of *page* that fits *selector*, with single spaces."""
    element = page.select_one(selector)
    assert element is not None, f"nothing fits {selector}"
    return " ".join(element.get_text().split())

"""Pages without the engine, for tests of views: the domain renders them in this process, from any ecosystem."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from addresses import PAGES, page_path
from ecosystem.pages.addresses import file_of
from ecosystem.records.check import check
from ecosystem.pages.documents import read_documents
from ecosystem.words.interface import read_interfaces
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.pages.assets import read_assets
from ecosystem.pages.record_pages import write_record_pages
from ecosystem.site.site import HandWrittenPage, Site
from ecosystem.ground.settings import ROOT, read_settings
from ecosystem.pages.site_operator import UNKNOWN, Operator
from workbench import FULL, NOW

CACHE = ROOT / ".cache" / "jinja"
TODAY = datetime.date(2026, 11, 22)


def read_ecosystem(folder: Path = FULL.data) -> Ecosystem:
    """Return the ecosystem in *folder*."""
    ecosystem, problems = check(folder)
    assert ecosystem is not None, problems
    return ecosystem


def make_site(ecosystem: Ecosystem, operator: Operator = UNKNOWN, **environment: str) -> Site:
    """Return the site of *ecosystem*, with the real words and templates and the settings of *environment*."""
    settings = read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW, **environment})
    CACHE.mkdir(parents=True, exist_ok=True)
    documents, _ = read_documents(settings.documents)
    titles: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
    for (language, name), document in documents.items():
        titles[language][name] = document.title
    return Site.make(
        ecosystem=ecosystem,
        interfaces=read_interfaces(ROOT / "strings"),
        assets=read_assets(ROOT / "overrides" / "assets", ""),
        settings=settings,
        page_titles=titles,
        operator=operator,
        cache=CACHE,
    )


def site_of(data: Path, today: datetime.date = TODAY) -> Site:
    """Return the site of the data in *data* as it is at noon of *today*."""
    noon = datetime.datetime.combine(today, datetime.time(12), datetime.UTC)
    epoch = str(int(noon.timestamp()))
    return make_site(read_ecosystem(data), ECOSYSTEM_DATA=str(data), SOURCE_DATE_EPOCH=epoch)


def render(site: Site, page: str, language: Language) -> str:
    """Return the document of the hand-written *page*, with a line in place of its text."""
    written = HandWrittenPage(
        name=page,
        language=language,
        title=site.page_titles[language][page],
        description="…",
        updated=TODAY,
        html="<p>…</p>",
    )
    return site.render_page(written)


def soup_of(site: Site, page: str, language: Language = "fi") -> BeautifulSoup:
    """Return the hand-written *page*, parsed."""
    return BeautifulSoup(render(site, page, language), "html.parser")


def write_page(site: Site, page: str, language: Language, folder: Path) -> None:
    """Write the hand-written *page* below *folder*."""
    file = folder / file_of(page_path(page, language))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(render(site, page, language), encoding="utf-8")


def render_all(site: Site, folder: Path) -> Mapping[str, str]:
    """Write all pages of *site* below *folder*; return them by path: `en/pilots/` and so on."""
    for language in LANGUAGES:
        for name in PAGES:
            write_page(site, name, language, folder)
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

"""Pages without the engine, for tests of views: the domain renders them in this process, from any ecosystem."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from addresses import PAGES
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.settings import ROOT, read_settings
from ecosystem.kinds.offerings.provider_pages import provider_pages
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.addresses import file_of
from ecosystem.pages.assets import read_assets
from ecosystem.pages.documents import read_documents
from ecosystem.pages.further_pages import further_pages
from ecosystem.pages.page import Page
from ecosystem.pages.record_pages import record_pages
from ecosystem.pages.site_operator import UNKNOWN, Operator
from ecosystem.pages.written_pages import HandWrittenPage, written_page
from ecosystem.records.check import check
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import NO_HISTORY, History
from ecosystem.site import site as sites
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.pages.all_pages import all_pages
from ecosystem.site.preparation import titles_of
from ecosystem.site.products import other_products
from ecosystem.site.site import Site
from ecosystem.words.interface import read_interfaces
from workbench import FULL, NOW

CACHE = ROOT / ".cache" / "jinja"
TODAY = datetime.date(2026, 11, 22)


def read_ecosystem(folder: Path = FULL.data) -> Ecosystem:
    """Return the ecosystem in *folder*."""
    ecosystem, problems = check(folder, KINDS)
    assert ecosystem is not None, problems
    return ecosystem


def make_site(ecosystem: Ecosystem, operator: Operator = UNKNOWN, **environment: str) -> Site:
    """Return the site of *ecosystem*, with the real words and templates and the settings of *environment*."""
    return site_with_past(ecosystem, NO_HISTORY, operator, **environment)


def site_with_past(ecosystem: Ecosystem, history: History, operator: Operator = UNKNOWN, /, **environment: str) -> Site:
    """Return the same where *history* is remembered of the data."""
    settings = read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW, **environment})
    CACHE.mkdir(parents=True, exist_ok=True)
    return sites.make_site(
        ecosystem=ecosystem,
        interfaces=read_interfaces(ROOT / "strings"),
        assets=read_assets(ROOT / "overrides" / "assets"),
        settings=settings,
        titles=titles_of(read_documents(settings.documents, ADDRESSES)[0]),
        operator=operator,
        cache=CACHE,
        history=history,
    )


def site_of(data: Path, today: datetime.date = TODAY) -> Site:
    """Return the site of the data in *data* as it is at noon of *today*."""
    noon = datetime.datetime.combine(today, datetime.time(12), datetime.UTC)
    epoch = str(int(noon.timestamp()))
    return make_site(read_ecosystem(data), ECOSYSTEM_DATA=str(data), SOURCE_DATE_EPOCH=epoch)


def written(site: Site, page: str, language: Language, title: str | None = None, html: str = "<p>…</p>") -> Page:
    """Return the hand-written *page*, with a line in place of its text."""
    renderer = site.renderers[language]
    return written_page(
        renderer,
        site.views,
        HandWrittenPage(
            name=page,
            language=language,
            title=renderer.edition.titles[page] if title is None else title,
            description="…",
            updated=TODAY,
            html=html,
        ),
    )


def render(site: Site, page: str, language: Language) -> str:
    """Return the document of the hand-written *page*, with a line in place of its text."""
    return written(site, page, language).document()


def soup_of(site: Site, page: str, language: Language = "fi") -> BeautifulSoup:
    """Return the hand-written *page*, parsed."""
    return BeautifulSoup(render(site, page, language), "html.parser")


def of_records(site: Site) -> Iterator[Page]:
    """Yield the pages of all records."""
    for renderer in site.renderers.values():
        for kind in site.ecosystem.kinds.values():
            yield from record_pages(renderer, kind)


def of_long_lists(site: Site) -> Iterator[Page]:
    """Yield the further pages of all lists that are too long for one page."""
    for renderer in site.renderers.values():
        yield from further_pages(renderer, site.views)


def of_providers(site: Site) -> Iterator[Page]:
    """Yield the pages of the organisations of the offering catalogue."""
    for renderer in site.renderers.values():
        yield from provider_pages(renderer)
        yield from record_pages(renderer, KINDS["organisations"])


def all_but_written(site: Site) -> dict[str, Page]:
    """Return all pages of *site* by path, as if people had written none but the home pages."""
    homes = [
        HandWrittenPage(name="index", language=language, title="…", description="…", updated=TODAY, html="")
        for language in LANGUAGES
    ]
    return {page.path: page for page in all_pages(site, homes)}


def write_pages(pages: Iterable[Page], folder: Path) -> None:
    """Write *pages* below *folder*."""
    write_files(((file_of(page.path), page.document().encode()) for page in pages), folder)


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write *files*, each a path and its content, below *folder*."""
    for path, content in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def made(site: Site, *products: str) -> dict[str, bytes]:
    """Return the content of the files of these *products* of *site* by path."""
    known = {product.name: product for product in other_products(site, [])}
    return {path: content for name in products for path, content in known[name].make()}


def write_page(site: Site, page: str, language: Language, folder: Path) -> None:
    """Write the hand-written *page* below *folder*."""
    write_pages([written(site, page, language)], folder)


def render_all(site: Site, folder: Path) -> Mapping[str, str]:
    """Write all pages of *site* below *folder*; return them by path: `en/pilots/` and so on."""
    for language in LANGUAGES:
        for name in PAGES:
            write_page(site, name, language, folder)
    write_pages(of_records(site), folder)
    return {
        file.relative_to(folder).as_posix().removesuffix("index.html"): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.html")
    }


def words(page: BeautifulSoup | Tag, selector: str) -> str:
    """Return the text of the first element of *page* that fits *selector*, with single spaces."""
    element = page.select_one(selector)
    assert element is not None, f"nothing fits {selector}"
    return " ".join(element.get_text().split())

"""The engine of the search in a browser: what it costs, what bad input does, and what it says of its results."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

MOST_FIRST = 150_000
MOST_LATER = 60_000

SEARCH = """async ([root, script, query, options]) => {
  const {search} = await import(new URL(script, root));
  return search(query, {root, ...options});
}"""


class Engine:
    """The engine in a window on the home page of a language."""

    def __init__(self, page: Page, address: str, site: Path) -> None:
        self.page = page
        self.address = address
        self.script = next((site / "assets").glob("search-engine.*.js")).relative_to(site).as_posix()

    def search(self, query: str, **options: object) -> dict[str, object]:
        answer: dict[str, object] = self.page.evaluate(SEARCH, [self.address, self.script, query, options])
        return answer


@pytest.fixture
def engine(browser: Browser, address: str, site: Path) -> Iterator[Engine]:
    page = browser.new_page(bypass_csp=True)
    page.goto(address)
    yield Engine(page, address, site)
    page.close()


def test_a_search_transfers_little(engine: Engine) -> None:
    sizes: list[int] = []

    engine.page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    engine.search("tekoälyverkosto", limit=10)
    engine.page.wait_for_load_state("networkidle")
    first = sum(sizes)
    sizes.clear()
    engine.search("hyvinvointialueiden kokeilut", limit=10)
    engine.page.wait_for_load_state("networkidle")
    assert (first <= MOST_FIRST, sum(sizes) <= MOST_LATER) == (True, True), (first, sum(sizes))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        '"',
        '""',
        "<script>alert(1)</script>",
        "'\"><img src=x onerror=alert(1)>",
        "\0\x07\u202e",
        "😀",
        "%%%",
    ],
)
def test_bad_input_is_no_error(engine: Engine, query: str) -> None:
    complaints: list[str] = []
    engine.page.on("console", lambda entry: complaints.append(entry.text) if entry.type == "error" else None)
    engine.page.on("dialog", lambda dialog: complaints.append(dialog.message))
    assert isinstance(engine.search(query)["results"], list)
    assert complaints == []


@pytest.mark.parametrize("query", ["a" * 10_000, "tekoäly " * 2_000])
def test_a_long_query_is_cut(engine: Engine, query: str) -> None:
    assert isinstance(engine.search(query)["results"], list)


def test_a_slip_is_told_and_a_known_word_is_not(engine: Engine) -> None:
    assert engine.search("tekoälyverksto")["corrected"] == "tekoälyverkosto"
    assert engine.search("tekoälyverkostosta")["corrected"] is None


@pytest.mark.parametrize("part", ["index", "fragment"])
@pytest.mark.parametrize("status", [None, 404])
def test_a_part_of_the_index_that_does_not_come_is_an_error_once(engine: Engine, part: str, status: int | None) -> None:
    pattern = f"**/pagefind/{part}/*"
    engine.page.route(pattern, lambda route: route.fulfill(status=status) if status else route.abort())
    with pytest.raises(Error):
        engine.search("tekoäly")
    engine.page.unroute(pattern)
    assert engine.search("tekoäly")["results"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("SHM", "/sv/medlemmar/stm/"),
        ("MSAH", "/sv/medlemmar/stm/"),
        ("ANM", "/sv/natverk/tyo-ja-elinkeinoministerio/"),
        ("ai morogn", "/sv/evenemang/ai-aamu/"),
        ("testmiljön", "/sv/ordlista/testiymparisto/"),
    ],
)
def test_the_thing_of_that_name_comes_first(engine: Engine, query: str, first: str) -> None:
    engine.page.goto(f"{engine.address}sv/")
    found = engine.search(query, language="sv")["results"]
    assert isinstance(found, list)
    assert found[0]["url"].endswith(first)


def test_kinds_are_counted_and_chosen(engine: Engine) -> None:
    everything = engine.search("tekoäly", limit=5)
    kinds = everything["kinds"]
    assert isinstance(kinds, dict)
    assert sum(kinds.values()) == everything["total"]
    news = engine.search("tekoäly", kinds=["news"], limit=50)
    assert news["total"] == kinds["news"]
    assert news["kinds"] == kinds
    assert {one["kind"] for one in news["results"]} == {"news"}  # type: ignore[attr-defined]


def test_excerpts_are_text_of_the_page_with_marks(engine: Engine) -> None:
    results = engine.search("pilotti", limit=5)["results"]
    assert isinstance(results, list)
    assert all("xq" not in one["excerpt"] for one in results)
    assert any("<mark>" in one["excerpt"] for one in engine.search("kokeilu", limit=5)["results"])  # type: ignore[attr-defined]

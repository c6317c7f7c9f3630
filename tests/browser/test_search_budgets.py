"""What the search costs: nothing before it is used, and little then."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from addresses import page_path
from ecosystem.ground.languages import LANGUAGES, Language

#: Bytes that come over the line, headers included.
MOST_FIRST = 150_000
MOST_LATER = 60_000

#: Queries of each language; the first is the first search of a visit.
QUERIES: dict[Language, tuple[str, ...]] = {
    "fi": ("hyvinvointialue", "kokeilu", "työryhmä", "tekoälyn ekosysteemi"),
    "sv": ("välfärdsområde", "försök", "arbetsgrupp", "artificiell intelligens"),
    "en": ("wellbeing services county", "pilot", "working group", "artificial intelligence"),
}


def is_of_search(request: Request) -> bool:
    path = urlsplit(request.url).path
    return "/pagefind/" in path or "search-engine" in path


@pytest.fixture
def requests(page: Page) -> list[Request]:
    """What the page asks for, as it goes on."""
    seen: list[Request] = []
    page.on("request", lambda request: seen.append(request))  # noqa: PLW0108 - the driver wants a function
    return seen


def transferred(requests: list[Request]) -> int:
    sizes = [request.sizes() for request in requests if is_of_search(request)]
    return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


@pytest.mark.parametrize("page_name", ["index", "members", "search"])
def test_nothing_of_the_search_loads_before_it_is_used(
    page: Page, address: str, requests: list[Request], page_name: str
) -> None:
    page.goto(address + page_path(page_name, "fi"), wait_until="networkidle")
    assert len(requests) >= 3
    assert [one.url for one in requests if is_of_search(one)] == []


def test_the_engine_comes_when_the_field_of_the_search_page_is_entered(
    page: Page, address: str, requests: list[Request]
) -> None:
    page.goto(address + page_path("search", "fi"), wait_until="networkidle")
    with page.expect_request(is_of_search):
        page.get_by_role("main").get_by_role("searchbox").focus()


@pytest.mark.parametrize("language", LANGUAGES)
def test_searches_keep_their_budget(page: Page, address: str, requests: list[Request], language: Language) -> None:
    page.goto(address + page_path("search", language), wait_until="networkidle")
    field = page.get_by_role("main").get_by_role("searchbox")
    for place, query in enumerate(QUERIES[language]):
        requests.clear()
        field.fill(query)
        field.press("Enter")
        expect(page.locator("[data-search-state=done] a[data-search-result]").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        cost = transferred(requests)
        assert 0 < cost <= (MOST_LATER if place else MOST_FIRST), f"{query}: {cost} bytes"

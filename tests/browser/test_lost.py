"""The page for addresses that do not exist guesses what was meant, and asks nobody."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from addresses import page_path


def test_a_slip_in_an_address_leads_to_the_page_and_is_sent_nowhere(page: Page, address: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - the driver wants a function
    page.goto(f"{address}tapahtumt/")
    guess = page.locator(".lost-guess a")
    assert guess.text_content() == "Tapahtumat"
    assert guess.get_attribute("href") == address + page_path("events", "fi")
    assert page.locator("#lost").input_value() == "tapahtumt"
    later = [urlsplit(request.url).path for request in asked[1:]]
    assert [path for path in later if not path.startswith("/assets/") and "." not in path] == []
    page.goto(f"{address}qqqqqqqqqqqq/")
    assert not guess.is_visible()

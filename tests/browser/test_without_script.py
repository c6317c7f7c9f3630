"""Without JavaScript a list is whole, and its page says what needs a script."""

import pytest
from playwright.sync_api import Browser

from ecosystem.addresses import page_path
from ecosystem.languages import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["members", "offering"])
def test_filters_say_that_they_need_a_script(browser: Browser, address: str, name: str, language: Language) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    plain = context.new_page()
    plain.goto(address + page_path(name, language))
    assert any("JavaScript" in line for line in plain.locator("noscript").all_inner_texts())
    assert plain.locator("[data-f]").first.is_visible()
    context.close()

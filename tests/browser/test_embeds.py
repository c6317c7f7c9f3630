"""Pages for frames, in a frame of another site: they show, fit any width, and axe finds nothing in them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.audits import audit
from browser.server import serve
from ecosystem.addresses import EMBEDDED, embed_path
from ecosystem.languages import LANGUAGES, Language

CASES = [(name, LANGUAGES[number % len(LANGUAGES)]) for number, name in enumerate(EMBEDDED)]


def test_other_sites_may_show_these_pages_in_a_frame_and_no_others(page: Page, address: str, tmp_path: Path) -> None:
    frames = "".join(f'<iframe src="{address}{embed_path(name, language)}"></iframe>' for name, language in CASES)
    (tmp_path / "index.html").write_text(f'<!doctype html>{frames}<iframe src="{address}"></iframe>', encoding="utf-8")
    with serve(tmp_path) as other:
        page.goto(other)
        for number, _ in enumerate(CASES):
            frame = page.frame_locator("iframe").nth(number)
            expect(frame.locator("h1")).to_be_visible()
            expect(frame.locator("footer a").first).to_be_visible()
        expect(page.frame_locator("iframe").last.locator("main#content")).not_to_be_attached()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "language"), CASES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_frame(
    window: Page, address: str, name: str, language: Language, scheme: str
) -> None:
    window.set_viewport_size({"width": 320, "height": 600})
    window.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    window.goto(f"{address}{embed_path(name, language)}")
    assert audit(window) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 320

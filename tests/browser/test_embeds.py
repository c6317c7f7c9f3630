"""Pages for frames, in a frame of another site: they show, and no other page does. The audits look at them alone."""

from pathlib import Path

from playwright.sync_api import Page, expect

from addresses import EMBEDDED
from browser.server import serve
from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.embedding import embed_path

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

"""The page of the selection: its entries, its table, its address, and how it prints."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.catalogue.reading import (
    DANGEROUS,
    FORMULA,
    in_address,
    open_brief,
    said,
    some,
)
from ecosystem.ground.languages import Language
from ecosystem.kinds.offerings.addresses import catalogue_path
from ecosystem.kinds.offerings.model import Offering
from ecosystem.records.ecosystem import Ecosystem


def test_the_brief_shows_the_chosen_entries_in_their_order(page: Page, address: str, ecosystem: Ecosystem) -> None:
    ids = some(ecosystem, 3)
    open_brief(page, address, ",".join(ids))
    expect(said(page)).to_have_text("Your selection has 3 entries.")
    names = [ecosystem.of(Offering)[one].name.in_language("en").text for one in ids]
    assert page.locator(".brief__entry h2").all_text_contents() == names
    links = page.locator(".brief__entry h2 a").evaluate_all("links => links.map((link) => link.pathname)")
    assert links == [f"/en/offering/{one}/" for one in ids]
    expect(page.locator(".notice:visible")).to_have_count(0)
    assert page.locator(".brief__entry").first.locator("dt").count() > 10


def test_markup_in_data_stays_text(page: Page, address: str) -> None:
    complaints: list[str] = []
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    open_brief(page, address, FORMULA)
    expect(page.locator(".brief__entry h2")).to_have_text(DANGEROUS)
    assert page.locator(".brief img").count() == 0
    assert complaints == []


@pytest.mark.parametrize(("path", "language"), [("oma-valikoima/", "fi"), ("en/my-selection/", "en")])
def test_the_table_has_the_columns_and_rows_of_the_catalogues_own(
    page: Page, address: str, ecosystem: Ecosystem, path: str, language: Language
) -> None:
    ids = [FORMULA, *some(ecosystem, 2)]
    open_brief(page, address, ",".join(ids), path)
    with page.expect_download() as waiting:
        page.locator("[data-action=download]").click()
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    separator = "," if language == "en" else ";"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))
    answer = page.context.request.get(address + catalogue_path(language, "csv"))
    whole = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"), newline=""), delimiter=separator))
    assert rows == [whole[0], *(next(row for row in whole if row[0] == one) for one in ids)]
    assert rows[1][1] == "'" + DANGEROUS
    assert waiting.value.suggested_filename.endswith(".csv")


def test_what_the_catalogue_does_not_have_is_counted_and_ids_are_named(
    page: Page, address: str, ecosystem: Ecosystem
) -> None:
    known = some(ecosystem, 1)[0]
    open_brief(page, address, f"{known},not-there,Call%20this%20number,__proto__")
    expect(said(page)).to_have_text("Your selection has 1 entry.")
    expect(page.locator("#brief .notice")).to_have_text(
        "3 entries named in the address are not in the catalogue. They have been left out. not-there"
    )
    assert "Call this number" not in page.locator("main").inner_text()
    expect(page.locator(".brief__share input")).to_have_value(f"{address}en/my-selection/#items={known}")


def test_the_brief_says_of_which_data_and_day_it_is(page: Page, address: str, ecosystem: Ecosystem) -> None:
    page.clock.set_fixed_time("2026-12-06T12:00:00Z")
    open_brief(page, address, some(ecosystem, 1)[0])
    expect(page.locator(".brief__edition")).to_have_text(
        re.compile(r"^Data version [0-9a-f]{10}, \d+ November 2026\. This page was put together on 6 December 2026\.$")
    )


def test_an_empty_selection_says_so_and_fetches_nothing(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address + "en/my-selection/")
    expect(said(page)).to_have_text("Your selection is empty. Choose entries in the catalogue.")
    expect(page.locator(".brief__tools")).to_be_hidden()
    assert [one for one in fetched if "downloads" in one] == []


def test_entries_are_taken_out_by_keyboard_and_the_focus_goes_on(
    page: Page, address: str, ecosystem: Ecosystem
) -> None:
    ids = some(ecosystem, 3)
    open_brief(page, address, ",".join(ids))
    remove = page.get_by_role("button", name="Remove from the selection").nth(1)
    remove.focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Your selection has 2 entries.")
    assert in_address(page) == [ids[0], ids[2]]
    expect(page.locator(".brief__entry h2 a").nth(1)).to_be_focused()
    page.get_by_role("button", name="Clear the selection").press("Enter")
    expect(said(page)).to_have_text("Your selection is empty. Choose entries in the catalogue.")
    expect(page.locator("#brief")).to_be_focused()
    assert in_address(page) == []


def test_the_link_is_copied_and_that_is_said(browser: Browser, address: str, ecosystem: Ecosystem) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    ids = ",".join(some(ecosystem, 2))
    open_brief(page, address, ids)
    page.get_by_role("button", name="Copy the link").click()
    expect(said(page)).to_have_text("The link has been copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}en/my-selection/#items={ids}"
    context.close()


def test_a_catalogue_that_cannot_be_fetched_is_owned_up_to(page: Page, address: str, ecosystem: Ecosystem) -> None:
    page.route("**/downloads/*.json", lambda route: route.abort())
    open_brief(page, address, some(ecosystem, 1)[0])
    expect(said(page)).to_have_text("The catalogue could not be fetched. Try again later.")


def test_the_brief_on_paper_has_the_entries_and_no_tools(page: Page, address: str, ecosystem: Ecosystem) -> None:
    ids = some(ecosystem, 2)
    open_brief(page, address, ",".join(ids))
    expect(page.locator(".brief__entry")).to_have_count(2)
    page.emulate_media(media="print")
    for hidden in (".brief__tools", ".brief__status", ".site-footer", ".brief button >> nth=0", ".on-screen"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".brief__address")).to_contain_text(f"#items={','.join(ids)}")
    expect(page.locator(".brief__entry h2").first).to_be_visible()


def test_without_a_script_the_page_says_what_to_use_instead(scriptless: Page, address: str) -> None:
    page = scriptless
    open_brief(page, address, "a")
    notice = page.locator(".without-script")
    expect(notice).to_be_visible()
    hrefs = [str(link.get_attribute("href")) for link in notice.locator("a").all()]
    assert [one.rsplit("/", 1)[-1] for one in hrefs[:2]] == ["sote-ai-offering-en.csv", "sote-ai-offering-en.pdf"]
    expect(page.locator("#brief")).to_be_hidden()

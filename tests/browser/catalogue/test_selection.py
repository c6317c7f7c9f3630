"""The reader's selection, which the address carries from page to page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.catalogue.reading import choose, chosen, in_address
from ecosystem.kinds.offerings.model import Offering
from ecosystem.records.ecosystem import Ecosystem
from workbench import ROOT


def test_a_tick_is_counted_announced_and_put_into_the_address(page: Page, ecosystem: Ecosystem) -> None:
    expect(chosen(page)).to_have_text("Your selection is empty. Tick entries to choose them.")
    boxes = page.locator("#offerings [data-pick]")
    boxes.nth(0).check()
    expect(chosen(page)).to_have_text("Your selection has 1 entry.")
    boxes.nth(3).check()
    expect(chosen(page)).to_have_text("Your selection has 2 entries.")
    assert len(in_address(page)) == 2
    assert set(in_address(page)) <= set(ecosystem.of(Offering))
    boxes.nth(0).uncheck()
    expect(chosen(page)).to_have_text("Your selection has 1 entry.")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_box_is_named_and_works_by_keyboard(page: Page) -> None:
    name = page.locator("#offerings li a").first.text_content()
    first = page.get_by_role("checkbox", name=f"Add to my selection: {name}", exact=True)
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#offerings li a").first).to_be_focused()


def test_entries_of_other_pages_can_be_ticked_too(page: Page, ecosystem: Ecosystem) -> None:
    choose(page, "Category", "testing and trials")
    tested = {one.id for one in ecosystem.of(Offering).values() if one.category == "testing"}
    expect(page.locator("#offerings section:visible")).to_have_count(1)
    picks = page.locator("#offerings li:visible [data-pick]")
    expect(picks).to_have_count(len(tested))  # the further pages of the list have come
    for one in picks.all():
        one.check()
    assert set(in_address(page)) == tested


def test_the_selection_goes_along_from_page_to_page(page: Page, ecosystem: Ecosystem) -> None:
    page.locator("#offerings [data-pick]").first.check()
    picked = in_address(page)
    page.locator("#offerings li a").nth(1).click()
    expect(page.locator(".kicker")).to_have_text("Offering")
    expect(chosen(page)).to_have_text("Your selection has 1 entry.")
    page.get_by_role("checkbox", name="Add to my selection", exact=True).check()
    both = in_address(page)
    assert len(both) == 2 and picked[0] in both
    page.locator("dl.facts a").first.click()
    expect(page.locator(".kicker")).to_have_text("Organisation in the catalogue")
    expect(chosen(page)).to_have_text("Your selection has 2 entries.")
    page.get_by_role("link", name="Svenska").click()
    expect(chosen(page)).to_have_text("Ditt urval har 2 poster.")
    page.get_by_role("link", name="Se ditt urval").click()
    expect(page.locator(".brief__entry")).to_have_count(2)
    assert in_address(page) == both


def test_no_request_carries_the_selection(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda one: sent.append(f"{one.url.partition('#')[0]} {one.all_headers()}"))
    page.locator("#offerings [data-pick]").nth(2).check()
    picked = in_address(page)
    page.get_by_role("link", name="See your selection").click()
    expect(page.locator(".brief__entry")).to_have_count(1)
    page.reload()
    expect(page.locator(".brief__entry")).to_have_count(1)
    page.locator(".brief__entry h2 a").click()
    expect(page.locator(".kicker")).to_have_text("Offering")
    assert in_address(page) == picked
    assert len(sent) > 3 and not [one for one in sent if "items" in one]


def test_a_link_of_earlier_days_is_understood_and_leaves_the_query(
    page: Page, address: str, ecosystem: Ecosystem
) -> None:
    ids = sorted(ecosystem.of(Offering))[1:3]
    page.goto(f"{address}en/my-selection/?items={','.join(ids)}")
    expect(page.locator(".brief__entry")).to_have_count(2)
    assert page.url == f"{address}en/my-selection/#items={','.join(ids)}"


def test_a_place_in_the_page_is_reached_and_the_selection_stays(page: Page, address: str) -> None:
    page.locator("#offerings [data-pick]").first.check()
    picked = in_address(page)
    page.locator(".ways a[href='#list']").click()
    expect(page.locator("#list")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(f"#items={picked[0]}$"))
    page.locator(".ways a[href*='#join']").click()
    expect(page).to_have_url(re.compile(rf"/en/providers/#join&items={picked[0]}$"))
    page.goto(f"{address}en/offering/#list&items={picked[0]}")
    expect(page.locator("#list")).to_be_in_viewport()
    expect(chosen(page)).to_have_text("Your selection has 1 entry.")


def test_a_full_selection_says_why_it_takes_no_more(page: Page, address: str, ecosystem: Ecosystem) -> None:
    ids = sorted(ecosystem.of(Offering))[:100]
    page.goto(f"{address}en/offering/")
    page.evaluate("ids => { location.hash = 'items=' + ids.join(',') }", ids)
    expect(chosen(page)).to_have_text("Your selection has 100 entries.")
    other = page.locator("#offerings [data-pick]:not(:checked)").first
    other.click()
    expect(other).not_to_be_checked()
    expect(chosen(page)).to_have_text("A selection holds at most 100 entries. Take one out to add another.")
    assert in_address(page) == ids


@pytest.mark.parametrize(
    "items",
    [
        "..%2F..%2Fmembers",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "__proto__,constructor,toString",
        ",".join(["a"] * 5000),
        "a" * 5000,
        "%E0%A4%A",
        "A-B,a--b,-a,a-",
    ],
)
def test_a_hostile_address_does_no_harm(page: Page, address: str, items: str) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.goto(f"{address}en/offering/#items={items}")
    boxes = page.locator("#offerings [data-pick]")
    expect(boxes.first).to_be_visible()
    boxes.first.check()
    own = boxes.first.get_attribute("value")
    assert own in in_address(page)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) and len(one) <= 60 for one in in_address(page))
    assert complaints == []


def test_boxes_are_large_enough_to_hit(page: Page) -> None:
    for label in page.locator("#offerings .pick").all()[:5]:
        size = label.bounding_box()
        assert size is not None and size["height"] >= 24 and size["width"] >= 24


def test_what_has_the_focus_is_not_under_the_bar(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.locator("#offerings [data-pick]").first.check()
    links = page.locator("#offerings li a")
    links.first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        low = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        top = page.evaluate("document.querySelector('.selection-bar').getBoundingClientRect().top")
        assert low <= top


def test_the_folder_of_scripts_needs_no_storage() -> None:
    for script in ("selection.js", "brief.js", "filter-bar.js"):
        text = (Path(ROOT) / "overrides" / "assets" / script).read_text(encoding="utf-8")
        assert not re.search(r"localStorage|sessionStorage|document\.cookie|innerHTML|insertAdjacentHTML", text)

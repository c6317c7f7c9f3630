"""The page that holds entries of the selection side by side."""

from playwright.sync_api import Page, expect

from browser.catalogue.reading import in_address, some
from ecosystem.kinds.offerings.model import Offering
from ecosystem.records.ecosystem import Ecosystem


def test_five_entries_stand_side_by_side_and_the_next_takes_the_place_of_one_that_goes(
    page: Page, address: str, ecosystem: Ecosystem
) -> None:
    ids = some(ecosystem, 6)
    names = [ecosystem.of(Offering)[one].name.in_language("en").text for one in ids]
    page.goto(f"{address}en/compare/#items={','.join(ids)}")
    said = page.locator(".compare__status")
    expect(said).to_have_text("5 entries are compared.")
    expect(page.locator("#compare .notice")).to_have_text(
        "5 entries fit side by side. 1 more entry of your selection comes in when you remove one."
    )
    columns = page.locator("#compare thead th a")
    assert columns.all_text_contents() == names[:5]
    row = page.locator("#compare tbody tr", has=page.get_by_role("rowheader", name="Provider", exact=True))
    expect(row.locator("td")).to_have_count(5)
    page.locator("#compare thead button").nth(1).press("Enter")
    expect(columns).to_have_text([names[0], *names[2:]])
    expect(columns.nth(1)).to_be_focused()
    assert in_address(page) == [ids[0], *ids[2:]]
    expect(page.locator("#compare .notice")).to_be_hidden()


def test_without_a_script_the_page_of_comparison_says_what_to_use_instead(scriptless: Page, address: str) -> None:
    scriptless.goto(f"{address}en/compare/#items=a")
    notice = scriptless.locator(".without-script")
    expect(notice).to_contain_text("Comparing needs JavaScript.")
    expect(notice.locator("a").first).to_have_attribute("href", "../../downloads/sote-ai-offering-en.xlsx")
    expect(scriptless.locator("#compare")).to_be_hidden()

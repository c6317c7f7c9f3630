"""The offering catalogue in a browser: filters over groups and pages, and the selection that the address carries."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.server import serve
from ecosystem.addresses import catalogue_path
from ecosystem.catalogue.data import render_data
from ecosystem.catalogue.table import render_table
from ecosystem.demonstration import write_demonstration
from ecosystem.languages import LANGUAGES, Language
from ecosystem.model import Ecosystem
from ecosystem.model.offering import OfferingKind
from ecosystem.model.texts import Title
from ecosystem.render.numbered_pages import write_numbered_pages
from ecosystem.render.provider_pages import write_provider_pages
from ecosystem.render.record_pages import write_record_pages
from ecosystem.views.catalogue import catalogue
from ecosystem.views.offerings import OFFERINGS_ON_A_PAGE
from rendering import make_site, read_ecosystem, write_page
from workbench import ROOT

#: An entry whose name a spreadsheet would run, a browser would draw and a careless reader of CSV would tear apart.
FORMULA = "keksitty-001-letters"
DANGEROUS = '=HYPERLINK("https://example.org","<img src=x onerror=alert(1)>"), one'

#: So many that the catalogue has a second page.
ORGANISATIONS = 130


@pytest.fixture(scope="module")
def ecosystem(tmp_path_factory: pytest.TempPathFactory) -> Ecosystem:
    """Return the demonstration."""
    folder = tmp_path_factory.mktemp("demonstration") / "data"
    write_demonstration(folder, ROOT / "data", ROOT / "strings", ORGANISATIONS)
    made = read_ecosystem(folder)
    spoilt = made.offerings[FORMULA]
    named = spoilt.model_copy(update={"name": Title(fi=DANGEROUS, sv=DANGEROUS, en=DANGEROUS)})
    return replace(made, offerings={**made.offerings, FORMULA: named})


@pytest.fixture(scope="module")
def address(ecosystem: Ecosystem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the demonstration's catalogue."""
    folder = tmp_path_factory.mktemp("catalogue")
    site = make_site(ecosystem)
    for language in LANGUAGES:
        for page in ("offering", "providers", "selection"):
            write_page(site, page, language, folder)
    write_record_pages(site, folder)
    write_numbered_pages(site, folder)
    write_provider_pages(site, folder)
    site.assets.write(folder)
    for edition in site.editions.values():
        whole = catalogue(edition)
        files = {"json": render_data(edition, whole), "csv": render_table(edition, whole)}
        for suffix, content in files.items():
            file = folder / catalogue_path(edition.language, suffix)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
    with serve(folder) as base:
        yield base


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """Return the English catalogue."""
    page.goto(address + "en/offering/")
    return page


def count(page: Page) -> Locator:
    return page.locator(".filter-bar [role=status]")


def chosen(page: Page) -> Locator:
    return page.locator(".selection-bar [role=status]")


def cards(page: Page) -> Locator:
    return page.locator("#offerings li:visible")


def choose(page: Page, facet: str, option: str) -> None:
    """Open *facet* if it is closed and tick *option*."""
    disclosure = page.locator("details.facet", has=page.locator("summary", has_text=re.compile(f"^{facet}")))
    if disclosure.get_attribute("open") is None:
        disclosure.locator("summary").click()
    disclosure.get_by_role("checkbox", name=re.compile(f"^{option} ")).check()


def box(page: Page, offering: str) -> Locator:
    return page.locator(f'[data-pick][value="{offering}"]')


def in_address(page: Page) -> list[str]:
    found = re.search(r"[?&]items=([^&#]*)", page.evaluate("location.search"))
    return found[1].split(",") if found else []


def test_a_choice_narrows_all_groups_on_all_pages(page: Page, ecosystem: Ecosystem) -> None:
    products = [one for one in ecosystem.offerings.values() if one.kind is OfferingKind.PRODUCT]
    expect(cards(page)).to_have_count(OFFERINGS_ON_A_PAGE)
    choose(page, "Kind", "product")
    expect(count(page)).to_have_text(f"{len(products)} entries")
    expect(cards(page)).to_have_count(len(products))
    for section in page.locator("#offerings section:visible").all():
        assert section.locator("li").count() > 0
        assert section.locator("h3").count() == 1


def test_groups_without_a_match_hide_and_come_back(page: Page, ecosystem: Ecosystem) -> None:
    groups = {one.category for one in ecosystem.offerings.values()}
    choose(page, "Category", "testing and trials")
    expect(page.locator("#offerings section:visible")).to_have_count(1)
    page.get_by_role("button", name="Clear all choices").click()
    expect(cards(page)).to_have_count(OFFERINGS_ON_A_PAGE)
    assert page.locator("#offerings section:visible").count() <= len(groups)


def test_an_entry_of_another_page_leads_to_its_page(page: Page, ecosystem: Ecosystem, address: str) -> None:
    choose(page, "Category", "testing and trials")
    expect(page.locator("#offerings section:visible")).to_have_count(1)
    links = page.locator("#offerings li:visible a").evaluate_all("links => links.map((link) => link.href)")
    tested = {f"{address}en/offering/{one.id}/" for one in ecosystem.offerings.values() if one.category == "testing"}
    assert set(links) == tested


def test_a_filtered_catalogue_can_be_shared(page: Page) -> None:
    choose(page, "Medical device", "medical device")
    choose(page, "Markets", "European Union")
    expect(page).to_have_url(re.compile(r"/en/offering/\?device=device&market=EU$"))
    found = count(page).text_content()
    other = page.context.new_page()
    other.goto(page.url)
    expect(count(other)).to_have_text(str(found))


def test_a_tick_is_counted_announced_and_put_into_the_address(page: Page, ecosystem: Ecosystem) -> None:
    expect(chosen(page)).to_have_text("Your selection is empty. Tick entries to choose them.")
    boxes = page.locator("#offerings [data-pick]")
    boxes.nth(0).check()
    expect(chosen(page)).to_have_text("Your selection has 1 entry.")
    boxes.nth(3).check()
    expect(chosen(page)).to_have_text("Your selection has 2 entries.")
    assert len(in_address(page)) == 2
    assert set(in_address(page)) <= set(ecosystem.offerings)
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


def test_filters_and_selection_leave_each_other_alone(page: Page) -> None:
    page.locator("#offerings [data-pick]").first.check()
    picked = in_address(page)
    choose(page, "Kind", "service")
    expect(page).to_have_url(re.compile(r"kind=service&items="))
    assert in_address(page) == picked
    page.locator("#offerings [data-pick]:visible").nth(1).check()
    both = in_address(page)
    page.get_by_role("button", name="Clear all choices").click()
    assert in_address(page) == both
    expect(page).not_to_have_url(re.compile("kind="))


def test_going_back_undoes_the_filter_and_keeps_the_selection(page: Page) -> None:
    choose(page, "Kind", "product")
    page.locator("#offerings [data-pick]:visible").first.check()
    picked = in_address(page)
    page.go_back()
    expect(cards(page)).to_have_count(OFFERINGS_ON_A_PAGE)
    expect(chosen(page)).to_have_text("Your selection has 1 entry.")
    assert in_address(page) == picked


def test_entries_of_other_pages_can_be_ticked_too(page: Page, ecosystem: Ecosystem) -> None:
    choose(page, "Category", "testing and trials")
    expect(page.locator("#offerings section:visible")).to_have_count(1)
    for one in page.locator("#offerings li:visible [data-pick]").all():
        one.check()
    tested = {one.id for one in ecosystem.offerings.values() if one.category == "testing"}
    assert set(in_address(page)) == tested


def test_the_selection_goes_along_from_page_to_page(page: Page, ecosystem: Ecosystem) -> None:
    page.locator("#offerings [data-pick]").first.check()
    picked = in_address(page)
    page.locator("#offerings li a").nth(1).click()
    expect(page.locator(".kicker")).to_have_text("Offering")
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
    page.goto(f"{address}en/offering/?items={items}")
    boxes = page.locator("#offerings [data-pick]")
    expect(boxes.first).to_be_visible()
    boxes.first.check()
    own = boxes.first.get_attribute("value")
    assert own in in_address(page)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) and len(one) <= 60 for one in in_address(page))
    assert complaints == []


def test_without_a_script_there_are_no_boxes_and_the_whole_list(scriptless: Page, address: str) -> None:
    page = scriptless
    page.goto(address + "en/offering/?kind=product&items=a")
    expect(page.locator(".filter-bar")).to_be_hidden()
    expect(page.locator(".selection-bar")).to_be_hidden()
    expect(cards(page)).to_have_count(OFFERINGS_ON_A_PAGE)


@pytest.mark.parametrize("path", ["tarjooma/", "sv/utbud/", "en/offering/", "oma-valikoima/"])
def test_nothing_is_wider_than_a_narrow_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


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


def open_brief(page: Page, address: str, items: str, path: str = "en/my-selection/") -> None:
    """Open the page of the selection with *items* in its address."""
    page.goto(f"{address}{path}?items={items}")


def said(page: Page) -> Locator:
    return page.locator(".brief__status")


def some(ecosystem: Ecosystem, number: int) -> list[str]:
    return [one for one in sorted(ecosystem.offerings, reverse=True) if one != FORMULA][:number]


def test_the_brief_shows_the_chosen_entries_in_their_order(page: Page, address: str, ecosystem: Ecosystem) -> None:
    ids = some(ecosystem, 3)
    open_brief(page, address, ",".join(ids))
    expect(said(page)).to_have_text("Your selection has 3 entries.")
    names = [ecosystem.offerings[one].name.in_language("en").text for one in ids]
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
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    answer = page.context.request.get(address + catalogue_path(language, "csv"))
    whole = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"), newline="")))
    assert rows == [whole[0], *(next(row for row in whole if row[0] == one) for one in ids)]
    assert rows[1][1] == "'" + DANGEROUS
    assert waiting.value.suggested_filename.endswith(".csv")


def test_what_the_catalogue_does_not_have_is_counted_and_not_repeated(
    page: Page, address: str, ecosystem: Ecosystem
) -> None:
    known = some(ecosystem, 1)[0]
    open_brief(page, address, f"{known},not-there,Call%20this%20number,__proto__")
    expect(said(page)).to_have_text("Your selection has 1 entry.")
    expect(page.locator("#brief .notice")).to_have_text(
        "3 entries named in the address are not in the catalogue. They have been left out."
    )
    assert "Call this number" not in page.locator("main").inner_text()
    expect(page.locator(".brief__share input")).to_have_value(f"{address}en/my-selection/?items={known}")


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
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}en/my-selection/?items={ids}"
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
    expect(page.locator(".brief__address")).to_contain_text(f"?items={','.join(ids)}")
    expect(page.locator(".brief__entry h2").first).to_be_visible()


def test_without_a_script_the_page_says_what_to_use_instead(scriptless: Page, address: str) -> None:
    page = scriptless
    open_brief(page, address, "a")
    notice = page.locator(".without-script")
    expect(notice).to_be_visible()
    hrefs = [str(link.get_attribute("href")) for link in notice.locator("a").all()]
    assert [one.rsplit("/", 1)[-1] for one in hrefs[:2]] == ["sote-ai-offering-en.csv", "sote-ai-offering-en.pdf"]
    expect(page.locator("#brief")).to_be_hidden()

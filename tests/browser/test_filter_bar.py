"""The filter bar in a browser: what a reader sees, hears and can share."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from addresses import page_path
from browser.server import serve
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.members.model import Member
from ecosystem.pages.list_pages import ENTRIES_ON_A_PAGE
from ecosystem.records.partial_date import PartialDate
from ecosystem.records.texts import Title
from ecosystem.words.formats import Formats
from rendering import make_site, of_long_lists, read_ecosystem, write_files, write_page, write_pages
from synthetic import write_members

#: Many pages of the directory.
MEMBERS = 501
COMPANIES = 84
#: Companies whose number holds 12: the twelfth, 120, 126 and 312.
COMPANIES_WITH_12 = 4
LONG_NAME = "Työryhmien" + "yhteistoimintaorganisaatio" * 7


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a directory of made-up members, one named and one dated for these tests."""
    folder = tmp_path_factory.mktemp("directory")
    ecosystem = read_ecosystem(write_members(folder / "data", MEMBERS, sentences=1))
    members = {member_id: member for member_id, member in ecosystem.of(Member).items() if member_id.startswith("esim")}
    named = members["esimerkki-00007"]
    members[named.id] = named.model_copy(update={"name": Title(fi=LONG_NAME, sv=LONG_NAME, en=LONG_NAME)})
    newest = members["esimerkki-00490"]
    members[newest.id] = newest.model_copy(update={"since": PartialDate(2026, 5)})
    site = make_site(ecosystem.with_records(members=members))
    for language in LANGUAGES:
        write_page(site, "members", language, folder / "site")
        write_page(site, "situation", language, folder / "site")
    write_page(site, "cases", "fi", folder / "site")
    write_pages(of_long_lists(site), folder / "site")
    write_files(site.assets.files.items(), folder / "site")
    with serve(folder / "site") as base:
        yield base


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """Return the Finnish directory."""
    page.goto(address + "jasenet/")
    return page


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def cards(page: Page) -> Locator:
    return page.locator("#members > li:visible")


def choose(page: Page, facet: str, option: str) -> None:
    """Open *facet* if it is closed and tick *option*."""
    disclosure = page.locator("details", has=page.locator("summary", has_text=facet))
    if disclosure.get_attribute("open") is None:
        disclosure.locator("summary").click()
    disclosure.get_by_role("checkbox", name=re.compile(f"^{option} ")).check()


def test_a_choice_narrows_the_list_on_all_its_pages_and_is_announced(page: Page) -> None:
    expect(status(page)).to_have_text("501 jäsentä")
    choose(page, "Tyyppi", "yritys")
    expect(status(page)).to_have_text(f"{COMPANIES} jäsentä")
    expect(cards(page)).to_have_count(COMPANIES)
    expect(page.get_by_role("navigation", name="Luettelon sivut")).to_be_hidden()


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(page: Page) -> None:
    choose(page, "Tyyppi", "yritys")
    choose(page, "Tyyppi", "valtion virasto")
    expect(status(page)).to_have_text("167 jäsentä")
    choose(page, "Alue", "Kainuu")
    expect(status(page)).to_have_text("24 jäsentä")


def test_counts_say_what_a_further_choice_would_show(page: Page) -> None:
    choose(page, "Alue", "Kainuu")
    expect(status(page)).to_have_text("72 jäsentä")
    companies = page.get_by_role("checkbox", name=re.compile("^yritys "), include_hidden=True)
    expect(companies.locator("xpath=..").locator("b")).to_have_text("12")
    choose(page, "Tyyppi", "yritys")
    expect(status(page)).to_have_text("12 jäsentä")


def test_search_needs_no_dots_and_no_capitals(page: Page) -> None:
    page.get_by_role("main").get_by_role("searchbox").fill("TYORYHMIEN")
    expect(status(page)).to_have_text("1 jäsen")
    expect(cards(page)).to_contain_text(LONG_NAME)


def test_nothing_found_is_said(page: Page) -> None:
    page.get_by_role("main").get_by_role("searchbox").fill("qqq")
    expect(status(page)).to_have_text("Yksikään jäsen ei vastaa valintoja.")
    expect(cards(page)).to_have_count(0)


def test_a_filtered_list_can_be_shared(page: Page) -> None:
    choose(page, "Tyyppi", "yritys")
    page.get_by_role("main").get_by_role("searchbox").fill("organisaatio 12")
    expect(status(page)).to_have_text(f"{COMPANIES_WITH_12} jäsentä")
    expect(page).to_have_url(re.compile(r"/jasenet/\?q=organisaatio\+12&kind=company$"))
    other = page.context.new_page()
    other.goto(page.url)
    expect(status(other)).to_have_text(f"{COMPANIES_WITH_12} jäsentä")
    expect(other.get_by_role("checkbox", name=re.compile("^yritys "))).to_be_checked()
    expect(other.get_by_role("main").get_by_role("searchbox")).to_have_value("organisaatio 12")


def test_the_back_button_undoes_a_choice(page: Page) -> None:
    choose(page, "Tyyppi", "yritys")
    choose(page, "Alue", "Kainuu")
    expect(status(page)).to_have_text("12 jäsentä")
    page.go_back()
    expect(status(page)).to_have_text(f"{COMPANIES} jäsentä")
    page.go_back()
    expect(status(page)).to_have_text("501 jäsentä")
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)


def test_all_choices_can_be_cleared(page: Page) -> None:
    choose(page, "Tyyppi", "yritys")
    page.get_by_role("button", name="Tyhjennä valinnat").click()
    expect(status(page)).to_have_text("501 jäsentä")
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)
    expect(page).to_have_url(re.compile(r"/jasenet/$"))
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_focused()


def test_a_choice_stands_over_the_list_and_can_be_taken_back(page: Page) -> None:
    choose(page, "Tyyppi", "yritys")
    choose(page, "Alue", "Kainuu")
    expect(page.locator(".chosen__chips button")).to_have_text(["yritys", "Kainuu"])
    page.get_by_role("button", name="Poista valinta: yritys").click()
    expect(status(page)).to_have_text("72 jäsentä")
    expect(page.locator(".chosen__chips button")).to_have_text(["Kainuu"])
    expect(page.locator(".chosen__chips button")).to_be_focused()


def test_in_a_narrow_window_the_facets_are_behind_a_button(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".facet").first).to_be_hidden()
    page.get_by_role("button", name="Rajaa luetteloa").click()
    choose(page, "Tyyppi", "yritys")
    expect(page.locator(".filter-bar__drawer .facet__picked")).to_have_text("1")


def test_nothing_is_said_aloud_until_typing_pauses(page: Page) -> None:
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.get_by_role("main").get_by_role("searchbox").fill("qqq")
    expect(cards(page)).to_have_count(0)
    expect(status(page)).to_have_text("501 jäsentä")
    page.clock.run_for(1000)
    expect(status(page)).to_have_text("Yksikään jäsen ei vastaa valintoja.")


def test_the_newest_can_come_first_whatever_page_they_stand_on(page: Page, address: str) -> None:
    page.get_by_label("Järjestys").select_option("newest")
    link = cards(page).first.get_by_role("link")
    expect(link).to_have_text("Esimerkkiorganisaatio 490 Åäö")
    assert link.evaluate("link => link.href") == f"{address}jasenet/esimerkki-00490/"


def test_in_another_order_groups_are_one_list_without_headings(page: Page, address: str) -> None:
    page.goto(address + page_path("cases", "fi"))
    headings, names = page.locator("#cases h3:visible"), page.locator("#cases li:visible > a:first-of-type")
    grouped = headings.count()
    assert grouped > 1
    page.get_by_label("Järjestys").select_option("name")
    expect(headings).to_have_count(0)
    shown = names.all_inner_texts()
    assert len(shown) > grouped
    assert shown == sorted(shown, key=Formats("fi").sort_key)
    page.get_by_label("Järjestys").select_option("group")
    expect(headings).to_have_count(grouped)


def test_everything_can_be_done_by_keyboard(page: Page) -> None:
    page.get_by_role("main").get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Järjestys")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(f"{COMPANIES} jäsentä")


def test_another_language_keeps_the_choices(page: Page) -> None:
    choose(page, "Tyyppi", "yritys")
    expect(page).to_have_url(re.compile("kind=company"))
    page.get_by_role("link", name="Svenska").click()
    expect(status(page)).to_have_text(f"{COMPANIES} medlemmar")


def test_a_page_that_cannot_be_fetched_is_owned_up_to(page: Page) -> None:
    page.route("**/sivu/3/", lambda route: route.abort())
    choose(page, "Tyyppi", "yritys")
    expect(status(page)).to_contain_text("Haku koskee vain tätä sivua.")


def test_without_a_script_the_list_stands_and_no_form_does(scriptless: Page, address: str) -> None:
    page = scriptless
    page.goto(address + "jasenet/?kind=company")
    expect(page.locator(".filter-bar")).to_be_hidden()
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)
    page.get_by_role("navigation", name="Luettelon sivut").get_by_role("link", name="sivu 3").click()
    expect(cards(page)).to_have_count(ENTRIES_ON_A_PAGE)


def test_controls_are_large_enough_to_hit(page: Page) -> None:
    page.locator("summary").first.click()
    for control in page.locator(".filter-bar").locator("input[type=search], select, summary, label:visible").all():
        box = control.bounding_box()
        assert box is not None and box["height"] >= 24 and box["width"] >= 24


@pytest.mark.parametrize("path", ["jasenet/", "sv/medlemmar/", "tilannekuva/", "en/situational-picture/"])
def test_nothing_is_wider_than_a_narrow_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["jasenet/", "sv/medlemmar/", "en/members/"])
def test_names_fit_their_tiles(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address + path)
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".tile-map a")].filter((tile) => {
          const frame = tile.querySelector("rect").getBoundingClientRect();
          return [...tile.querySelectorAll("text")].some((text) => text.getBoundingClientRect().right > frame.right);
        }).map((tile) => tile.textContent)"""
    )
    assert outside == []


CONTRASTS = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const fill = (element) => light(getComputedStyle(element).fill) + 0.05;
  return [...document.querySelectorAll(".tile-map a")].map((tile) => {
    const [paper, ink] = [fill(tile.querySelector("rect")), fill(tile.querySelector("text"))];
    return Math.max(paper, ink) / Math.min(paper, ink);
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_stand_out_from_their_tiles(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) > 20
    assert min(contrasts) >= 4.5

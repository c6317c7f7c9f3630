"""Evidence has dates: what has ended is said on pages and in files, and leaves the filters; old entries go."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from ecosystem.kinds.offerings.assurance import assurance
from ecosystem.kinds.offerings.catalogue import catalogue
from ecosystem.kinds.offerings.files.data import render_data
from ecosystem.kinds.offerings.files.papers import render_catalogue
from ecosystem.kinds.offerings.files.table import render_table
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.quality import Assurance, Verification
from ecosystem.kinds.offerings.validity import verification
from ecosystem.pages.addresses import file_of
from ecosystem.publishing.papers import Papers
from ecosystem.site.site import Site
from kinds.offerings.downloads.files import pdf, said, squeezed
from rendering import TODAY, make_site, of_providers, of_records, read_ecosystem, soup_of, write_pages
from workbench import ROOT, SMALL, DataFolder

ENDED = {
    "certifications": [{"name": "iso-13485", "url": "https://example.org/iso", "valid_until": "2020-01-01"}],
    "digihta": {"result": "recommended", "date": "2019-03"},
    "verified_on": "2025-10-01",
}
LAPSED = {"verified_on": "2024-11-21"}


def offering(**changes: Any) -> Offering:
    """Return the product that has every field, with *changes*."""
    own = read_ecosystem(SMALL.data).of(Offering)["tuote"]
    return Offering.model_validate(own.model_dump() | changes)


def site_with(**changes: Any) -> Site:
    """Return the small site, its product changed."""
    ecosystem = read_ecosystem(SMALL.data)
    changed = {**ecosystem.of(Offering), "tuote": offering(**changes)}
    return make_site(ecosystem.with_records(offerings=changed))


@pytest.fixture(scope="module")
def ended() -> Site:
    return site_with(**ENDED)


@pytest.fixture(scope="module")
def lapsed() -> Site:
    return site_with(**LAPSED)


def page(site: Site, path: str, folder: Path) -> BeautifulSoup:
    write_pages(of_records(site), folder)
    write_pages(of_providers(site), folder)
    return BeautifulSoup((folder / file_of(path)).read_text("utf-8"), "html.parser")


def test_a_page_says_what_has_expired(ended: Site, tmp_path: Path) -> None:
    text = " ".join(page(ended, "en/offering/tuote/", tmp_path).get_text().replace("\xa0", " ").split())
    assert "ISO 13485, expired, was valid until 1 January 2020" in text
    assert "recommended (March 2019), expired, was valid until 31 March 2022" in text
    assert "1 October 2025, not checked for more than a year" in text
    assert "valid until 31 December 2030" in text


def test_the_files_say_it_in_words_and_as_a_field(ended: Site) -> None:
    edition = ended.editions["en"]
    whole = catalogue(edition)
    words = ("expired, was valid until 1 January 2020", "expired, was valid until 31 March 2022")
    table = render_table(edition, whole).decode().replace("\xa0", " ")
    assert all(one in table for one in (*words, "not checked for more than a year"))
    data = render_data(edition, whole).decode()
    assert '"valid_until": "2020-01-01",\n     "expired": true' in data
    assert '"valid_until": "2030-12-31",\n     "expired": false' in data
    papers = Papers(ROOT / "overrides" / "documents", ROOT / "fonts", ROOT / ".cache" / "papers")
    paper = said(pdf(render_catalogue(edition, papers, whole)))
    assert all(squeezed(one) in paper for one in words)


def test_what_has_expired_cannot_be_filtered_by(ended: Site) -> None:
    boxes = {
        (box["name"], box["value"]) for box in soup_of(ended, "offering", "en").select(".filter-bar [type=checkbox]")
    }
    assert {name for name, _ in boxes} >= {"device", "standard"}
    assert not {name for name, _ in boxes} & {"certification", "digihta"}


def test_files_that_come_to_say_otherwise_are_another_version() -> None:
    now = site_with(digihta={"result": "recommended", "date": "2022-06"})
    earlier = make_site(now.ecosystem, SOURCE_DATE_EPOCH="1717200000")  # 1 June 2024: DigiHTA was in force
    assert catalogue(earlier.editions["en"]).version.name != catalogue(now.editions["en"]).version.name


def test_an_entry_that_nobody_checks_leaves_list_and_files_but_keeps_its_address(lapsed: Site, tmp_path: Path) -> None:
    edition = lapsed.editions["en"]
    whole = catalogue(edition)
    assert [entry.id for entry in whole.entries] == ["palvelu"]
    assert [one.slug for one in whole.organisations] == ["network-verkosto"]
    assert [link["href"] for link in soup_of(lapsed, "offering", "en").select("#offerings li a")] == ["palvelu/"]
    own = page(lapsed, "en/offering/tuote/", tmp_path)
    notice = own.select_one(".notice")
    assert notice is not None and "has not been checked for more than two years" in notice.get_text()
    assert own.select("[data-pick]") == []
    provider = page(lapsed, "en/providers/esimerkki-oy/", tmp_path)
    assert provider.select("[data-picks]") == []
    assert provider.h3 is not None and provider.h3.text == "Not checked for more than two years"
    assert provider.select("[href$='.pdf']") == []


@pytest.mark.parametrize(
    ("verified_on", "state"),
    [
        ("2025-11-22", Verification.CURRENT),
        ("2025-11-21", Verification.OLD),
        ("2024-11-22", Verification.OLD),
        ("2024-11-21", Verification.LAPSED),
        ("2024-02-29", Verification.LAPSED),
    ],
)
def test_a_check_holds_a_year_and_is_marked_for_another(verified_on: str, state: Verification) -> None:
    assert verification(offering(verified_on=verified_on), TODAY) is state


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, Assurance.ASSESSED),
        ({"digihta": None}, Assurance.ASSESSED),  # a notified body has certified a device of class IIa
        ({"digihta": None, "regulation": None}, Assurance.EVIDENCE_LINKED),
        ({"digihta": {"result": "not-recommended", "date": "2026"}, "regulation": None}, Assurance.EVIDENCE_LINKED),
        ({"digihta": {"result": "under-way", "date": "2026"}, "regulation": None}, Assurance.EVIDENCE_LINKED),
        ({"digihta": None, "regulation": None, "evidence": []}, Assurance.EVIDENCE_LINKED),
        ({"regulation": None, "evidence": [], **ENDED}, Assurance.DECLARED),
        ({"digihta": None, "regulation": None, "evidence": [], "certifications": []}, Assurance.DECLARED),
        (LAPSED, Assurance.DECLARED),
    ],
)
def test_a_level_of_assurance_follows_from_what_is_in_force(changes: dict[str, Any], level: Assurance) -> None:
    assert assurance(offering(**changes), TODAY) is level


def test_the_report_asks_three_months_before_the_end(data_folder: DataFolder) -> None:
    data_folder.replace("offerings.yaml", "valid_until: 2029-06-30", "valid_until: 2027-02-20")
    data_folder.replace("offerings.yaml", "valid_until: 2030-12-31", "valid_until: 2027-02-21")
    data_folder.replace("offerings.yaml", "date: 2026-05", "date: 2019-05")
    lines = data_folder.run("report").stdout.splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("Offering: evidence"))
    found = [line.rsplit("offerings.yaml:", 1)[1] for line in lines[start:] if "offerings.yaml:" in line][:2]
    assert lines[start].endswith("(2)")
    assert found == [
        "65: Product: certifications: valid until 2027-02-20",
        "69: Product: DigiHTA assessment: expired, was valid until 2022-05-31",
    ]

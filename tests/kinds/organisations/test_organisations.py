"""Organisations of the offering: one address for life, what is true of them in one place, contradictions refused."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.providers import certifications_of, provider_slug
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.departed_pages import forwards
from ecosystem.pages.record_pages import record_pages
from ecosystem.records.check import check
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.site.addresses import ADDRESSES
from rendering import make_site
from workbench import DataFolder, edit

#: The member of the small data that provides its product, as an organisation.
MEMBER = """\
- id: esimerkki
  name:
    fi: Esimerkki Oy
  member: esimerkki-oy
  certifications:
    - name: iso-13485
      url: https://example.org/iso-13485
      valid_until: 2029-06-30
    - name: iso-9001
  formerly:
    - esimerkki-oy
  updated: 2026-11-20
  sources:
    - document: suunnitelma
"""


@pytest.fixture
def file(data_folder: DataFolder) -> Path:
    """The file of organisations of a copy of the small data, with the member in it."""
    path: Path = data_folder.path / "organisations.yaml"
    path.write_text(MEMBER + path.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def problems_of(file: Path) -> dict[str, str]:
    """Return the details' value of each error of the data around *file*, by its code."""
    _, problems = check(file.parent, KINDS)
    return {problem.code: problem.place.file.rpartition("/")[2] for problem in problems if problem.severity == "error"}


def read(file: Path) -> Ecosystem:
    ecosystem, problems = check(file.parent, KINDS)
    assert ecosystem is not None, problems
    return ecosystem


def test_what_an_organisation_offers_stands_under_its_own_address(file: Path) -> None:
    edition = make_site(read(file)).editions["en"]
    offering = edition.ecosystem.of(Offering)["tuote"]
    assert provider_slug(edition, offering.provider) == "esimerkki"


def test_a_former_address_leads_to_the_organisation(file: Path) -> None:
    found = forwards(read(file), ADDRESSES)
    assert found["en/providers/esimerkki-oy/"] == "en/providers/esimerkki/"
    assert found["sv/leverantorer/name-keksitty-yritys-oy/"] == "sv/leverantorer/keksitty-yritys/"


def test_its_certificates_are_those_of_all_its_offerings(file: Path) -> None:
    edition = make_site(read(file)).editions["en"]
    stated = certifications_of(edition, edition.ecosystem.of(Offering)["tuote"])
    assert [one.name.value for one in stated].count("iso-13485") == 1
    assert "iso-9001" in [one.name.value for one in stated]


def test_an_organisation_without_offerings_has_a_page_of_its_own(file: Path) -> None:
    site = make_site(read(file))
    pages = {page.path: page for page in record_pages(site.renderers["en"], KINDS["organisations"])}
    text = BeautifulSoup(pages["en/providers/keksitty-yritys/"].document(), "html.parser").get_text(" ")
    for said in ("1234567-1", "small enterprise", "EUDAMED", "FI-MF-000000001", "vienti@yritys.example.org"):
        assert said in text


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        (
            "valid_until: 2029-06-30",
            "valid_until: 2031-06-30",
            "certificate_contradicts_organisation",
            "offerings.yaml",
        ),
        ("fi: Esimerkki Oy", "fi: Toinen Oy", "organisation_named_otherwise", "organisations.yaml"),
        ("business_id: 1234567-1", "business_id: 1234567-2", "business_id_wrong", "organisations.yaml"),
        ("business_id: 1234567-1", "business_id: FI12345671", "business_id_shape", "organisations.yaml"),
        ("  summary:", "  member: esimerkki-oy\n  summary:", "organisation_twice", "organisations.yaml"),
        (
            "  member: esimerkki-oy",
            "  member: esimerkki-oy\n  network: verkosto",
            "organisation_shape",
            "organisations.yaml",
        ),
    ],
)
def test_what_contradicts_itself_is_refused(file: Path, old: str, new: str, code: str, where: str) -> None:
    assert problems_of(file) == {}
    edit(file, old, new)
    assert problems_of(file).get(code) == where


def test_a_logo_that_is_not_there_is_told_at_its_line(file: Path) -> None:
    edit(file, "  member: esimerkki-oy\n", "  member: esimerkki-oy\n  logo: nothing.png\n")
    _, problems = check(file.parent, KINDS)
    (missing,) = (problem for problem in problems if problem.code == "picture_missing")
    assert (missing.place.line, missing.details["value"]) == (5, "nothing.png")

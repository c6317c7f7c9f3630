"""Where an offering is tried and used in Finland: the pilots and cases that name it or who provides it."""

import pytest

from addresses import record_path
from ecosystem.kinds.cases.model import Case
from ecosystem.kinds.offerings.catalogue import catalogue
from ecosystem.kinds.offerings.home_use import home_uses, said_of
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.pilots.model import Pilot
from ecosystem.site.site import Site
from rendering import make_site, read_ecosystem
from workbench import SMALL


@pytest.fixture(scope="module")
def site() -> Site:
    """Return the small site, where a case names the product and a pilot has its provider for a partner."""
    ecosystem = read_ecosystem(SMALL.data)
    cases = dict(ecosystem.of(Case))
    cases["esimerkki"] = cases["esimerkki"].model_copy(update={"offerings": ("tuote",)})
    return make_site(ecosystem.with_records(cases=cases))


def test_what_names_the_offering_stands_before_what_names_its_provider(site: Site) -> None:
    edition = site.editions["en"]
    uses = home_uses(edition, site.ecosystem.of(Offering)["tuote"])
    assert [(one.collection, one.record.id, one.names_it) for one in uses] == [
        ("cases", "esimerkki", True),
        ("pilots", "ensimmainen", False),
    ]
    assert home_uses(edition, site.ecosystem.of(Offering)["palvelu"]) == ()
    named, provided = (said_of(edition, one).text for one in uses)
    assert named == "Case (Northern wellbeing services county, planned)"
    assert provided.endswith(", the source names the provider)")


def test_a_pilot_of_another_offering_of_the_provider_says_nothing_of_this_one(site: Site) -> None:
    pilots = dict(site.ecosystem.of(Pilot))
    pilots["ensimmainen"] = pilots["ensimmainen"].model_copy(update={"offerings": ("palvelu",)})
    other = make_site(site.ecosystem.with_records(pilots=pilots))
    offerings = other.ecosystem.of(Offering)
    uses = {name: home_uses(other.editions["en"], offerings[name]) for name in ("tuote", "palvelu")}
    assert [one.record.id for one in uses["tuote"]] == ["esimerkki"]
    assert [one.record.id for one in uses["palvelu"]] == ["ensimmainen"]


def test_the_files_tell_it_with_the_address_and_are_a_new_version(site: Site) -> None:
    edition = site.editions["en"]
    entry = next(one for one in catalogue(edition).entries if one.id == "tuote")
    assert [item.url for item in entry.details["home_use"]] == [
        edition.site_url + record_path("cases", "esimerkki", "en"),
        edition.site_url + record_path("pilots", "ensimmainen", "en"),
    ]
    before = catalogue(make_site(read_ecosystem(SMALL.data)).editions["en"]).version
    assert catalogue(edition).version.name != before.name

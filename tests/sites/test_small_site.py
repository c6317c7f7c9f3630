"""The site of the small data set of the tests, whose records have few or odd fields."""

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from workbench import SMALL, build_site, build_well

MARKUP = "<img src=x onerror=alert(1)> {{ 7*7 }} ](https://x.fi) </script> ' & ]]>"


@pytest.fixture(scope="module")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small test data, whose every record has few or odd fields, and one has markup for a name."""
    folder = shutil.copytree(SMALL.data, tmp_path_factory.mktemp("small") / "data")
    members = folder / "members.yaml"
    text = members.read_text(encoding="utf-8")
    assert "Exempel Ab" in text
    members.write_text(text.replace("Exempel Ab", f'"{MARKUP}"'), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def small_site(small_data: Path) -> Path:
    """Return the site of the small test data."""
    target = small_data.parent / "site"
    build_well(target, ECOSYSTEM_DATA=str(small_data), SITE_URL="https://example.org/a/")
    return target


def test_news_waits_for_its_day(small_site: Path) -> None:
    assert not (small_site / "uutiset" / "tuleva-2099").exists()
    assert "2099" not in (small_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "Vielä salassa" not in (small_site / "uutiset" / "index.html").read_text(encoding="utf-8")


def test_the_sites_own_address_comes_from_the_environment(small_site: Path) -> None:
    page = (small_site / "sv" / "medlemmar" / "esimerkki-oy" / "index.html").read_text(encoding="utf-8")
    assert 'rel="canonical" href="https://example.org/a/sv/medlemmar/esimerkki-oy/"' in page
    assert 'href="/a/jasenet/"' in (small_site / "404.html").read_text(encoding="utf-8")


def test_a_text_that_lacks_a_language_is_shown_in_one_that_exists(small_site: Path) -> None:
    page = (small_site / "jasenet" / "aland-ry" / "index.html").read_text(encoding="utf-8")
    assert '<p class="lead" lang="sv">Bara på svenska.</p>' in page
    assert "Tämä teksti on vain ruotsiksi." in page


def test_a_sent_newsletter_is_a_page_in_its_languages_and_an_item_of_the_feeds(small_site: Path) -> None:
    page = (small_site / "uutiskirje" / "2025-03-14" / "index.html").read_text(encoding="utf-8")
    assert "Uutiskirje 14. maaliskuuta 2025: &lt;b&gt;kokeilut&lt;/b&gt;</h1>" in page
    assert "<strong>Tervetuloa mukaan!</strong>" in page
    assert 'hreflang="x-default" href="https://example.org/a/uutiskirje/2025-03-14/"' in page
    assert 'href="../../en/newsletter/" lang="en"' in page
    assert not (small_site / "en" / "newsletter" / "2025-03-14").exists()
    assert "https://example.org/a/sv/nyhetsbrev/2025-03-14/" in (small_site / "sitemap.xml").read_text(encoding="utf-8")
    feed = json.loads((small_site / "feeds" / "sv" / "newsletter.json").read_text(encoding="utf-8"))
    assert "tag:www.sotetekoaly.fi,2024:sv/newsletter/2025-03-14" in [item["id"] for item in feed["items"]]


def test_unknown_pilots_are_a_number(small_site: Path) -> None:
    page = (small_site / "en" / "pilots" / "index.html").read_text(encoding="utf-8")
    assert "The programme has 3 pilots. Of these, 1 is described on this site." in page
    assert "Descriptions of 2 pilots are missing here." in page


def test_a_declared_number_keeps_its_comparator(small_site: Path) -> None:
    page = (small_site / "en" / "members" / "index.html").read_text(encoding="utf-8")
    assert "The list has 2 members. The ecosystem says that it has over 250 members" in page


def test_markup_in_data_stays_text(small_site: Path) -> None:
    page = (small_site / "sv" / "medlemmar" / "esimerkki-oy" / "index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(page, "html.parser")
    assert soup.h1 is not None
    assert soup.h1.get_text() == MARKUP
    assert soup.find("img") is None
    for script in soup.find_all("script", type="application/ld+json"):
        assert json.loads(script.get_text())


def test_bad_data_leaves_the_last_good_site(small_site: Path, small_data: Path, tmp_path: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in small_site.rglob("*"))
    folder = shutil.copytree(small_data, tmp_path / "data")
    members = folder / "members.yaml"
    members.write_text(members.read_text(encoding="utf-8").replace("kind: company", "kind: compny"), encoding="utf-8")
    result = build_site(small_site, ECOSYSTEM_DATA=str(folder))
    assert result.returncode == 1
    assert "Did you mean company?" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted((path, path.stat().st_mtime_ns) for path in small_site.rglob("*")) == before

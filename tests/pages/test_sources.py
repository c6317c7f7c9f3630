"""Where a fact stands: what a reader is told of a source, and what is not made up when it is not known."""

from typing import Any

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import Language
from ecosystem.kinds.parts import Source
from ecosystem.kinds.pilots.model import Pilot
from rendering import make_site, of_records, read_ecosystem, words

ECOSYSTEM = read_ecosystem()
PILOT = "kanta-hame-toimintakyvyn-ennakointi"
LONG = "https://www.example.org/a-very-long-address-that-would-be-cut-if-it-were-all-that-there-is-to-show-of-it"


def shown(reader: Language, **source: Any) -> BeautifulSoup:
    """Return the page of a pilot whose one source is *source*."""
    pilot = ECOSYSTEM.of(Pilot)[PILOT].model_copy(update={"sources": (Source.model_validate(source),)})
    site = make_site(ECOSYSTEM.with_records(pilots={PILOT: pilot}))
    path = site.editions[reader].record_path("pilots", PILOT)
    return BeautifulSoup(next(page for page in of_records(site) if page.path == path).document(), "html.parser")


def test_a_source_is_called_as_it_calls_itself() -> None:
    about = {"title": {"fi": "Tekoäly avuksi"}, "publisher": {"fi": "Pirkanmaan hyvinvointialue"}, "date": "2025-10-16"}
    page = shown("en", url=LONG, language="fi", **about)
    line = words(page, ".provenance li")
    assert line == "Tekoäly avuksi, Pirkanmaan hyvinvointialue, 16 October 2025 (in Finnish)"
    link = page.select_one(".provenance li a")
    assert link is not None and link["href"] == LONG
    assert [marked["lang"] for marked in page.select(".provenance li [lang]")] == ["fi", "fi"]


def test_in_the_readers_language_nothing_is_said_of_it() -> None:
    page = shown("fi", url=LONG, language="fi", title={"fi": "Tekoäly avuksi"}, date="2025")
    assert words(page, ".provenance li") == "Tekoäly avuksi, 2025"
    assert page.select(".provenance li [lang]") == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "päivämäärä ei tiedossa, luettu 28. marraskuuta 2026"),
        ("sv", "datum inte känt, läst den 28 november 2026"),
        ("en", "date not known, read on 28 November 2026"),
    ],
)
def test_a_source_without_a_date_says_when_it_was_read(language: Language, said: str) -> None:
    page = shown(language, url=LONG, title={"fi": "Sivu", "sv": "Sida", "en": "Page"}, read_on="2026-11-28")
    assert words(page, ".provenance li").endswith(said)


def test_an_address_alone_is_still_short() -> None:
    assert words(shown("en", url=LONG), ".provenance li") == "example.org"

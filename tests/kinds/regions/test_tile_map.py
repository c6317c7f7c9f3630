"""The tile map: where names break, and that each region has a place of its own."""

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.regions.model import Region
from ecosystem.kinds.regions.tile_map import LINE, Count, name_lines, tiles
from rendering import make_site, read_ecosystem


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Lappi", ("Lappi",)),
        ("Kymenlaakso", ("Kymenlaakso",)),
        ("Keski-Pohjanmaa", ("Keski-", "Pohjanmaa")),
        ("Mellersta Österbotten", ("Mellersta", "Österbotten")),
        ("Vantaa ja Kerava", ("Vantaa", "ja Kerava")),
        ("Kymmenedalen", ("Kymmenedalen",)),
    ],
)
def test_a_long_name_breaks_where_its_words_do(name: str, lines: tuple[str, ...]) -> None:
    assert name_lines(name) == lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_has_a_tile_of_its_own(language: Language) -> None:
    edition = make_site(read_ecosystem()).editions[language]
    drawn = tiles(edition, lambda region: Count(len(region), "1 + 2", region))
    assert len({(tile.x, tile.y) for tile in drawn}) == len(edition.ecosystem.of(Region)) == len(drawn)
    assert all(tile.count.phrase == tile.region.id for tile in drawn)
    assert all(line.tight == (len(line.text) > LINE) for tile in drawn for line in tile.lines)

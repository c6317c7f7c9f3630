"""The tile map: where names break, that each place has a tile and a colour of its own, and what colours mean."""

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.regions.charts import region_map
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.charts.lettering import width_of
from ecosystem.pages.charts.steps import steps_of
from ecosystem.pages.charts.tiles import FIRST_LINE, LETTERS, ROOM, TILE_HEIGHT, Count, name_lines
from rendering import make_site, read_ecosystem


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Lappi", ("Lappi",)),
        ("Kymenlaakso", ("Kymenlaakso",)),
        ("Itä-Uusimaa", ("Itä-Uusimaa",)),
        ("Keski-Pohjanmaa", ("Keski-", "Pohjanmaa")),
        ("Mellersta Österbotten", ("Mellersta", "Österbotten")),
        ("Vantaa ja Kerava", ("Vantaa", "ja Kerava")),
        ("Kymmenedalen", ("Kymmenedalen",)),
    ],
)
def test_a_long_name_breaks_where_its_words_do(name: str, lines: tuple[str, ...]) -> None:
    assert name_lines(name) == lines


def test_names_are_measured_letter_by_letter() -> None:
    assert width_of("Iiii", LETTERS) < width_of("Mmmm", LETTERS) / 2
    assert width_of("Kymenlaakso", LETTERS) < ROOM < width_of("Kymmenedalen", LETTERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_has_a_tile_of_its_own_and_its_name_fits(language: Language) -> None:
    edition = make_site(read_ecosystem()).editions[language]
    drawn = region_map(edition, lambda region: Count(len(region), "1 + 2", region)).tiles
    assert len({(tile.x, tile.y) for tile in drawn}) == len(edition.ecosystem.of(Region)) == len(drawn)
    assert all(tile.count.phrase == tile.place.id for tile in drawn)
    lines = [line for tile in drawn for line in tile.lines]
    assert all(line.tight == (width_of(line.text, LETTERS) > ROOM) for line in lines)
    # A name that is pressed together stays legible.
    assert all(width_of(line.text, LETTERS) < ROOM * 1.2 for line in lines)
    assert all(FIRST_LINE <= line.y < TILE_HEIGHT - LETTERS for line in lines)


@pytest.mark.parametrize(
    ("totals", "steps"),
    [
        ([], []),
        ([0, 0], []),
        ([0, 1], [(4, 1, 1)]),
        ([3, 1], [(2, 1, 1), (3, 2, 2), (4, 3, 3)]),
        ([5], [(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 5)]),
        ([31, 1], [(1, 1, 4), (2, 5, 8), (3, 9, 16), (4, 17, 31)]),
    ],
)
def test_colours_go_from_one_to_the_largest_number(totals: list[int], steps: list[tuple[int, int, int]]) -> None:
    assert [(step.place, step.first, step.last) for step in steps_of(totals)] == steps


def test_one_and_thirty_one_do_not_look_equal() -> None:
    edition = make_site(read_ecosystem()).editions["fi"]
    totals = {"lappi": 31, "kainuu": 1}
    drawn = region_map(edition, lambda region: Count(totals.get(region, 0), "", "")).tiles
    assert {tile.place.id: tile.step for tile in drawn if tile.step} == {"lappi": 4, "kainuu": 1}

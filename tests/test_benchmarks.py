"""What `make bench` does, at a tiny size: the data it makes, one scenario, and the files that it writes."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from addresses import COLLECTIONS
from benchmarks.__main__ import main
from benchmarks.data import COPIED, KINDS, read_kind, write_data
from benchmarks.drawing import draw
from benchmarks.equality import Section, complaint
from benchmarks.growth import write_growth
from benchmarks.measure import Measurement
from benchmarks.report import table
from benchmarks.results import Results, Row, read_results, write_results
from benchmarks.scenarios import SCENARIOS
from workbench import ROOT, differing, run_ecosystem

pytestmark = pytest.mark.slow

TINY = 20
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("bench") / "data", TINY)


def results(*sizes: int) -> Results:
    """Return results with a row for each scenario at each of *sizes*; time grows with the number of members."""
    rows = [
        Row(
            size=size,
            scenario=scenario,
            tool="ours",
            rounds=tuple(
                Measurement(user=size / 100 + more, system=0.5, wall=2.0, memory=100.0, files=size, bytes=10 * size)
                for more in (3.0, 1.0, 2.0)
            ),
        )
        for size in sizes
        for scenario in SCENARIOS
    ]
    rows.append(Row(size=sizes[0], scenario="serve", tool="hugo", not_measured="there is no Hugo"))
    machine = {"processor": "made up"}
    pages = {size: 6 * size for size in sizes}
    return Results(
        command="python -m benchmarks", day="2026-11-22", machine=machine, load=[0.1], rows=rows, pages=pages
    )


def test_the_data_passes_the_check(data: Path) -> None:
    result = run_ecosystem("check", ECOSYSTEM_DATA=str(data))  # made-up records are alike, of which it warns
    assert result.returncode == 0, result.stdout


def test_every_kind_of_record_is_in_the_data(data: Path) -> None:
    assert set(KINDS) == set(COLLECTIONS)
    assert [kind for kind in KINDS if not read_kind(data, kind)] == []
    assert len(read_kind(data, "members")) == TINY


def test_the_same_size_gives_the_same_data(data: Path, tmp_path: Path) -> None:
    assert differing(write_data(tmp_path / "again", TINY), data) == []


def test_kinds_grow_in_proportion_and_copies_refer_to_their_own_unit(data: Path, tmp_path: Path) -> None:
    twice = write_data(tmp_path / "twice", 500)
    assert run_ecosystem("check", ECOSYSTEM_DATA=str(twice)).returncode == 0
    for kind in set(COPIED):
        assert len(read_kind(twice, kind)) == 2 * len(read_kind(data, kind)), kind
    programmes = {
        pilot["programme"]
        for pilot in read_kind(twice, "pilots")
        if pilot["id"].endswith("-2") and "programme" in pilot
    }
    assert programmes
    assert all(programme.endswith("-2") for programme in programmes)


def test_a_scenario_is_measured_and_written(tmp_path: Path) -> None:
    assert main(["--sizes", str(TINY), "--rounds", "1", "--only", "check", "--hugo", "no", "--to", str(tmp_path)]) == 0
    row = read_results(tmp_path / "results.json").row(TINY, "check", "ours")
    assert row is not None
    assert row.least("processor") > 0
    assert row.most("memory") > 20
    assert {path.name for path in tmp_path.iterdir()} == {"results.json", "results.md", "results.svg"}


def test_the_table_has_a_row_for_every_scenario_and_what_is_missing_is_named() -> None:
    text = table(results(250, 1000))
    assert text.count("| 1000 | ours |") == len(SCENARIOS)
    assert "| 250 | ours | 4.00 | 5.00 | 2.00 | 2.00 | 100 | 250 | 0.0 | 3 |" in text
    assert "hugo at 250 members: not measured: there is no Hugo" in text


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_results(tmp_path / "results.json", results(250))
    assert read_results(tmp_path / "results.json") == results(250)


def test_the_drawing_says_in_words_what_it_shows() -> None:
    root = ElementTree.fromstring(draw(results(250, 1000)))  # noqa: S314 - our own drawing
    assert root.get("role") == "img"
    named = {element.get("id"): element.text or "" for element in root if element.get("id")}
    assert set((root.get("aria-labelledby") or "").split()) == set(named)
    assert "full build, ours: 250 members 5.00 s, 1000 members 12.50 s." in named["alternative"]


def test_a_million_pages_are_reckoned_from_the_two_largest_sizes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    write_growth(page, results(250, 1000, 4000))
    text = page.read_text(encoding="utf-8")
    # 10 ms for each member are 1.6667 ms for each of its 6 pages, and 2.5 s come before the first.
    assert "| full build of the pages alone: processor time | 2.50 s | 1.67 ms | 1,669 s |" in text
    assert "took 1.00 times" in text
    write_growth(page, results(250))
    assert not page.exists()


def test_sites_of_unequal_work_are_told_with_the_section() -> None:
    equal = Section("news", our_pages=100, their_pages=90, our_bytes=1000.0, their_bytes=1149.0)
    short = Section("pilots", our_pages=100, their_pages=100, our_bytes=1000.0, their_bytes=840.0)
    assert complaint([equal]) is None
    assert (
        complaint([equal, short])
        == "the two sites differ by more than 15% in: pilots (100 pages to 100, 84% of the bytes)"
    )


def test_the_benchmarks_know_the_project_by_its_commands_alone() -> None:
    modules = sorted((ROOT / "benchmarks").glob("*.py"))
    assert modules
    assert [
        path.name for path in modules if re.search(r"^\s*(from|import) ecosystem\b", path.read_text("utf-8"), re.M)
    ] == []

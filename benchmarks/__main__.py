"""`python -m benchmarks`: measure, and write table, drawing and figures to `benchmarks/results/`."""

import argparse
import datetime
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from benchmarks.drawing import draw
from benchmarks.growth import write_growth
from benchmarks.machine import describe, find_hugo, load
from benchmarks.project import CommandError
from benchmarks.report import table
from benchmarks.results import Results, Row, read_results, write_results
from benchmarks.scenarios import SCENARIOS, Stage

RESULTS: Final = Path(__file__).parent / "results"
SIZES: Final = (250, 1000, 4000, 12000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the *arguments* ask for; return 0, or 1 when something that should have been measured failed."""
    options = _options(arguments)
    options.to.mkdir(parents=True, exist_ok=True)
    path = options.to / "results.json"
    if options.report:
        _write(options.to, read_results(path))
        return 0
    hugo = find_hugo() if options.hugo == "auto" else None
    results = Results(
        command=_command(options),
        day=datetime.datetime.now(datetime.UTC).date().isoformat(),
        machine=describe(find_hugo()),
        load=[load()],
    )
    if options.add:
        _join(results, read_results(path))
    failed = False
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=_quickest_folder()) as work:
            stage = Stage(size, options.rounds, Path(work), hugo, _say)
            stage.prepare()
            for name in options.only:
                results.forget(size, name)
                try:
                    SCENARIOS[name](stage)
                except CommandError as error:
                    failed = True
                    stage.lack(name, "ours", str(error))
            _take(results, stage)
        results.load.append(load())
        _write(options.to, results)
    return int(failed)


def _command(options: argparse.Namespace) -> str:
    """Return the command that measures the same again, wherever the results then go."""
    sizes = ",".join(map(str, options.sizes))
    wanted = ["--sizes", sizes, "--rounds", str(options.rounds), "--only", ",".join(options.only)]
    return shlex.join(["python", "-m", "benchmarks", *wanted, "--hugo", options.hugo])


def _join(results: Results, earlier: Results) -> None:
    """Add the rows of an *earlier* run; raises `SystemExit` when that was of another machine or other versions."""
    if earlier.machine != results.machine:
        raise SystemExit("the earlier results are of another machine or other versions; measure all anew")
    results.command = f"{earlier.command}; {results.command}"
    results.rows, results.pages = earlier.rows, earlier.pages
    results.equality, results.searches = earlier.equality, earlier.searches
    results.load = earlier.load + results.load


def _take(results: Results, stage: Stage) -> None:
    """Add what one size has shown to *results*."""
    results.pages[stage.size] = stage.pages
    for (scenario, tool), rounds in stage.rows.items():
        results.rows.append(Row(size=stage.size, scenario=scenario, tool=tool, rounds=tuple(rounds)))
    for (scenario, tool), why in stage.missing.items():
        results.rows.append(Row(size=stage.size, scenario=scenario, tool=tool, not_measured=why))
    if stage.equality:
        results.equality[stage.size] = [asdict(one) for one in stage.equality]
    if stage.searches:
        results.searches[stage.size] = stage.searches


def _write(folder: Path, results: Results) -> None:
    """Write all files of *results* to *folder*; the earlier ones are replaced."""
    write_results(folder / "results.json", results)
    (folder / "results.md").write_text(table(results), encoding="utf-8")
    (folder / "results.svg").write_text(draw(results), encoding="utf-8")
    write_growth(folder / "a-million-pages.md", results)


def _quickest_folder() -> str | None:
    """Return where to work: in memory where that can be, so that no disk is measured."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder made in it has a name that nobody can guess
    return str(memory) if memory.is_dir() and os.access(memory, os.W_OK) and _roomy(memory) else None


def _roomy(folder: Path) -> bool:
    """Tell whether *folder* has room for what the largest size writes several times over."""
    return shutil.disk_usage(folder).free > 8 * 2**30


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="members, such as 250,1000")
    parser.add_argument("--rounds", type=int, default=3, help="how often each command runs (default: 3)")
    parser.add_argument("--only", type=_names, default=tuple(SCENARIOS), help=f"of {','.join(SCENARIOS)}")
    parser.add_argument("--hugo", choices=("auto", "no"), default="auto", help="whether to measure Hugo where it is")
    parser.add_argument("--to", type=Path, default=RESULTS, metavar="FOLDER", help="default: benchmarks/results")
    parser.add_argument(
        "--add", action="store_true", help="keep what an earlier run on this machine has measured besides"
    )
    parser.add_argument("--report", action="store_true", help="measure nothing; write the files anew from results.json")
    return parser.parse_args(arguments)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = [name for name in names if name not in SCENARIOS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no scenario is called {', '.join(unknown)}")
    return tuple(name for name in SCENARIOS if name in names)


def _say(line: str) -> None:
    sys.stderr.write(line)
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())

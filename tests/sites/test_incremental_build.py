"""A build after another makes only what has changed, and its site is that of a build of everything, byte for byte."""

import hashlib
import inspect
import marshal
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import FunctionType
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import read_settings
from ecosystem.ground.uses import once
from ecosystem.site import build as building
from ecosystem.site.ledger import Entry, Ledger, ledger_path, read_ledger, write_ledger
from ecosystem.site.making import Maker
from ecosystem.site.markdown_pages import PAGES_FILE, EngineRun, pages_document
from ecosystem.site.stores import FolderStore
from edited_project import Edit, Project, engine_at_rest, make_quietly
from random_edits import EDITS
from workbench import ENGINE, FULL, NOW, ROOT, SMALL, differing

pytestmark = pytest.mark.slow

CACHE = ROOT / ".cache"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Return a project of the small content, whose site has been built."""
    with engine_at_rest():
        project = Project(tmp_path_factory.mktemp("project"), SMALL, CACHE)
        project.build()
        yield project


@pytest.fixture(scope="module")
def start(project: Project) -> dict[Path, bytes]:
    """Return what *project* is made of before any edit."""
    return project.contents()


@pytest.fixture
def unedited(project: Project, start: dict[Path, bytes]) -> Project:
    """Return *project* as it was before any edit; its site is that of the last one."""
    return back_to(project, start)


def back_to(project: Project, start: dict[Path, bytes]) -> Project:
    """Return *project* as it was at the *start*, with the site of its last edit."""
    project.restore(start)
    project.settings = replace(project.settings, now=read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW}).now)
    return project


def assert_whole(project: Project, said: object) -> None:
    """Check that the site of *project* is what a build makes that knows of none before."""
    with project.built_anew() as whole:
        assert differing(project.site, whole) == [], said


@settings(
    max_examples=3,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(edits=some.lists(some.sampled_from(EDITS), min_size=6, max_size=6, unique=True), seed=some.integers(0, 1 << 20))
def test_site_after_edits_is_that_of_a_whole_build(
    project: Project, start: dict[Path, bytes], edits: list[Edit], seed: int
) -> None:
    """It begins with the site of the last example, whose edits are undone: that is a change like any other."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    back_to(project, start)
    done = [said for edit in edits if (said := project.do(edit, chance))]
    project.build()
    assert_whole(project, done)


def test_damaged_ledger_counts_as_none(unedited: Project) -> None:
    unedited.build()
    ledger = unedited.ledger
    sound = ledger.read_bytes()
    chance = random.Random(1)  # noqa: S311 - nothing is kept secret by it
    for _ in range(50):
        damaged = bytearray(sound)
        for _ in range(chance.choice((1, 1, 3, 50))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        ledger.write_bytes(damaged if chance.random() < 0.5 else damaged[: chance.randrange(len(damaged))])
        assert read_ledger(ledger) == Ledger()
    for body in (b"", marshal.dumps(("of", "another", "version")), b"i", b"nonsense"):
        ledger.write_bytes(hashlib.sha256(body).digest() + body)
        assert read_ledger(ledger) == Ledger()
    ledger.write_bytes(b"")
    assert unedited.build() > len(LANGUAGES)
    assert_whole(unedited, "emptied")
    assert unedited.build() == 0


def test_site_that_was_touched_by_hand_is_mended(unedited: Project) -> None:
    unedited.build()
    files = sorted(path for path in unedited.site.rglob("*") if path.is_file())
    removed, changed, longer, touched, emptied = files[:: (len(files) - 1) // 4][:5]
    removed.unlink()
    for path, content in ((changed, changed.read_bytes()[::-1]), (longer, longer.read_bytes() + b" "), (emptied, b"")):
        path.write_bytes(content)
    os.utime(touched, (0, 0))
    (unedited.site / "stray.html").write_text("left here", encoding="utf-8")
    assert 1 <= unedited.build() <= 5
    assert_whole(unedited, (removed, changed, longer, touched, emptied))


def test_what_is_saved_while_pages_are_made_is_not_missed(unedited: Project) -> None:
    """The pages have seen the template and the guide as they were before."""
    unedited.build()
    template = unedited.settings.templates / "records" / "members.html"
    guide = unedited.settings.guides / "EDITING.en.md"
    members = unedited.settings.data / "members.yaml"
    members.write_text(members.read_text(encoding="utf-8").replace("Develops", "Makes", 1), encoding="utf-8")
    make = Maker.make

    def make_then_save(maker: Maker, *arguments: Any) -> Any:
        made = make(maker, *arguments)
        for file in (template, guide):
            text = file.read_text(encoding="utf-8")
            file.write_text(text if "Saved" in text else f"{text}\nSaved meanwhile\n", encoding="utf-8")
        return made

    guide.write_text(guide.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    with mock.patch.object(Maker, "make", make_then_save):
        unedited.build()
    pages = [unedited.site / "en" / name / "index.html" for name in ("members/esimerkki-oy", "for-editors")]
    assert not any("Saved meanwhile" in page.read_text(encoding="utf-8") for page in pages)
    unedited.build()
    assert all("Saved meanwhile" in page.read_text(encoding="utf-8") for page in pages)


def test_page_that_is_saved_while_the_engine_runs_is_not_kept_as_it_was(tmp_path: Path) -> None:
    documents = tmp_path / "docs" / "en"
    documents.mkdir(parents=True)
    (documents / "about.md").write_text("before", encoding="utf-8")
    chosen = replace(read_settings(FULL.variables), documents=tmp_path / "docs", cache=tmp_path / "cache")

    class Engine:
        def __init__(self, *_: object, env: dict[str, str], **__: object) -> None:
            self._told = Path(env[PAGES_FILE])

        def wait(self) -> int:
            text = "after"
            (documents / "about.md").write_text(text, encoding="utf-8")
            self._told.write_bytes(pages_document({("en", "about"): text}))
            return 0

    with mock.patch("ecosystem.site.markdown_pages.subprocess.Popen", Engine):
        assert EngineRun(ENGINE, chosen).pages().html == {("en", "about"): "after"}
        assert not list((tmp_path / "cache").rglob("*.json"))
        assert EngineRun(ENGINE, chosen).pages().html == {("en", "about"): "after"}
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 1


@pytest.fixture(scope="module")
def counted() -> Counter[tuple[object, ...]]:
    """Count how often what has one answer was computed for `in_one_process`, by function, edition and arguments."""
    return Counter()


@pytest.fixture(scope="module")
def in_one_process(
    project: Project, start: dict[Path, bytes], counted: Counter[tuple[object, ...]]
) -> Iterator[tuple[Path, Ledger]]:
    """Give the site that one process makes without any before, and its ledger."""
    back_to(project, start)
    with counting(counted):
        site, ledger = made_by(project, 1)
    yield site, ledger


def made_by(project: Project, processors: int) -> tuple[Path, Ledger]:
    site = project.folder.parent / f"by-{processors}"
    with mock.patch("os.cpu_count", lambda: processors), mock.patch("ecosystem.site.making._LEAST_FOR_TWO", 2):
        ledger, _ = make_quietly(project.settings, Ledger(), FolderStore(site, site))
    return site, ledger


@contextmanager
def counting(counted: Counter[tuple[object, ...]]) -> Iterator[None]:
    """Count the computations of all functions that `once` has made remember their answers."""

    def counter(name: str, compute: Callable[..., Any]) -> Callable[..., Any]:
        def counts(owner: object, *arguments: object) -> Any:
            counted[name, id(owner), *arguments] += 1
            return compute(owner, *arguments)

        return counts

    with ExitStack() as undo:
        for name, function in remembering().items():
            cell = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True))["compute"]
            undo.callback(setattr, cell, "cell_contents", cell.cell_contents)
            cell.cell_contents = counter(name, cell.cell_contents)
        yield


def remembering() -> dict[str, FunctionType]:
    """Return all functions that remember their answers, by name."""
    code = once(lambda: None).__code__
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("ecosystem.")]
    return {
        f"{one.__module__}.{one.__qualname__}": one
        for module in modules
        for one in vars(module).values()
        if inspect.isfunction(one) and one.__code__ is code
    }


def test_what_has_one_answer_is_computed_once(
    in_one_process: tuple[Path, Ledger], counted: Counter[tuple[object, ...]]
) -> None:
    assert set(counted.values()) == {1}
    editions = Counter(str(name).rpartition(".")[2] for name, *_ in counted)
    assert editions == {
        **dict.fromkeys(("_all_similar", "_items_by_month", "by_strand", "days_of_changes", "months"), 1),
        "single_items": 1,
        "told_items": 2,  # what feeds tell, and what the newsletter tells
        **dict.fromkeys(("digests", "focus_of_groups", "organisations_listed", "strand_feeds"), 3),
        **dict.fromkeys(("calendars", "feeds", "index_pages", "laws_by_measure", "member_facets"), 3),
        **dict.fromkeys(("_by_offering", "_by_provider", "offering_facets", "providers"), 3),
        **dict.fromkeys(("case_pages", "catalogue_pages", "directory_pages", "law_pages", "network_pages"), 3),
        **dict.fromkeys(("news_pages", "past_pages", "pilot_pages", "publication_pages", "question_pages"), 3),
    }


def test_two_processes_make_the_same_as_one(project: Project, in_one_process: tuple[Path, Ledger]) -> None:
    site, ledger = in_one_process
    other_site, other_ledger = made_by(project, 2)
    assert differing(site, other_site) == []
    assert other_ledger.things == ledger.things
    assert other_ledger.kept == ledger.kept
    assert told(other_ledger) == told(ledger)


def told(ledger: Ledger) -> dict[str, object]:
    """Return what *ledger* says of each product, without when its files were written."""

    def of(entry: Entry) -> object:
        return entry.shared, set(entry.own), entry.state, {path: told[:2] for path, told in entry.files.items()}

    return {name: of(entry) for name, entry in ledger.products.items()}


def test_languages_apart_are_the_site_together(project: Project, in_one_process: tuple[Path, Ledger]) -> None:
    whole, _ = in_one_process
    found: dict[str, bytes] = {}
    for language in LANGUAGES:
        site = project.folder.parent / language
        make_quietly(replace(project.settings, languages=(language,)), Ledger(), FolderStore(site, site))
        own = contents(site)
        assert own.keys().isdisjoint(found)
        found |= own
    everything = contents(whole)
    assert found.keys() == everything.keys()
    assert [path for path in found if found[path] != everything[path]] == []


def contents(folder: Path) -> dict[str, bytes]:
    """Return the content of each file in *folder*."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_build_without_a_change_writes_nothing(
    tmp_path: Path, project: Project, start: dict[Path, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the one that finds that nothing has changed, nor the ones that find no file to write."""
    chosen = back_to(project, start).settings
    target = tmp_path / "site"
    with mock.patch.object(building, "read_settings", lambda _: chosen):
        try:
            building.build_site(ENGINE, target)
            first = stamps(target)
            folder = target.stat()
            building.build_site(ENGINE, target)
            assert "nothing has changed" in capsys.readouterr().err
            assert (stamps(target), target.stat()) == (first, folder)
            ledger = ledger_path(chosen.cache, target)
            known = read_ledger(ledger)
            known.inputs = "of something that changes no file"
            write_ledger(ledger, known)
            building.build_site(ENGINE, target)
            assert re.search(r"\b0 of \d+ made", capsys.readouterr().err)
            assert stamps(target) == first
            (target / "stray.html").write_text("left here", encoding="utf-8")
            building.build_site(ENGINE, target)
            assert stamps(target) == first
        finally:
            ledger_path(chosen.cache, target).unlink(missing_ok=True)


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return which file each one in *folder* is, and when it was last written."""
    found = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (told.st_ino, told.st_mtime_ns) for path, told in found}

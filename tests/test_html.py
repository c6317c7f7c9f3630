"""The Nu checker finds neither an error nor anything to warn of on pages, style sheets and drawings of the site.

Besides the site as it is, the pages of sparse, hostile and plentiful data are checked, and the page of components.
"""

import fcntl
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from browser.page_kinds import ALL
from ecosystem.site.pages.components import PATH as COMPONENTS
from minimal_records import write_minimal_data
from rendering import all_but_written, of_long_lists, render_all, site_of, write_pages
from synthetic import write_members
from workbench import ROOT

pytestmark = pytest.mark.slow

#: The checker and its hash stand in the lock file that npm installs from.
LOCKED = ROOT / "tests" / "npm"
CACHE = ROOT / ".cache" / "npm"

#: Java for a program of seconds: one compiler, one collector. It halves the time; the checker's patterns need a stack.
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")

#: Markup and template syntax as an entry's words.
HOSTILE = "</p></main><h1 id=content>\"'&amp;&nbsp;<script>{{ 7 }}{% x %}</title><!-- ]]>"

#: Findings that were looked at and are no faults, as patterns of the checker's lines, with the reason.
DECIDED = {
    r"“vector-effect” doesn't exist": "SVG 2 has it, and browsers know it: it keeps the width of lines",
    r"violates Content Security Policy \(meta tag\)": (
        "a page read from a file has no origin that 'self' could mean, and data in a script element is no script; "
        "tests/browser/test_content_policy.py asks the browser"
    ),
    r"/en/components/index\.html.* “h1” element as a top-level heading": "the heading of a record, shown as an example",
}


@pytest.fixture(scope="session")
def checker() -> Path:
    """The checker's program, from the npm registry, kept in .cache/."""
    missing = [name for name in ("java", "npm") if not shutil.which(name)]
    if missing:
        _do_without(f"the HTML checker needs {' and '.join(missing)}")
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / ".lock").open("w") as alone:  # tests may run side by side
        fcntl.flock(alone, fcntl.LOCK_EX)
        if fault := _install():
            _do_without(f"the HTML checker cannot be installed: {fault}")
    return CACHE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def _install() -> str:
    """Bring the packages of the lock file into the cache unless they are there; return what went wrong, if anything."""
    wanted, done = (LOCKED / "package-lock.json").read_text(encoding="utf-8"), CACHE / ".installed"
    if done.exists() and done.read_text(encoding="utf-8") == wanted:
        return ""
    shutil.copytree(LOCKED, CACHE, dirs_exist_ok=True)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    fetched = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, check=False)
    if fetched.returncode:
        return fetched.stderr
    done.write_text(wanted, encoding="utf-8")
    return ""


def _do_without(reason: str) -> NoReturn:
    """Skip the check for *reason*, but fail where it must run (CI)."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def findings(checker: Path, *paths: Path) -> list[str]:
    """Return what the checker says of the pages, style sheets and drawings in *paths*, a line each."""
    options = ["--skip-non-html", "--also-check-css", "--also-check-svg"]
    command = ["java", *SHORT_LIVED, "-jar", str(checker), *options, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return [line for line in done.stderr.splitlines() if not re.search("|".join(DECIDED), line)]


@pytest.fixture(scope="module")
def other_sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sites of data that the real site does not have."""
    folder = tmp_path_factory.mktemp("other")
    for name, with_parts, word in (("sparse", False, "A"), ("parts", True, "A"), ("hostile", True, HOSTILE)):
        data = write_minimal_data(folder / f"{name}-data", with_parts=with_parts, word=word)
        render_all(site_of(data), folder / name)
    large = site_of(write_members(folder / "large-data", 250, sentences=1))
    write_pages(of_long_lists(large), folder / "large")
    developed = all_but_written(replace(large, settings=replace(large.settings, components=True)))
    write_pages([developed[COMPONENTS]], folder / "large")
    return folder


def sampled(folder: Path) -> list[Path]:
    """Return what there is to check in *folder*: each third page, in the languages in turn, and the other files."""
    pages = sorted(folder.rglob("*.html"), key=lambda path: (path.read_text("utf-8").count("<"), path))
    return pages[::3] + [path for path in folder.rglob("*") if path.suffix in (".css", ".svg")]


def test_nothing_is_found_on_pages_of_the_site(checker: Path, built_site: Path) -> None:
    assert findings(checker, *([built_site] if ALL else sampled(built_site))) == []


def test_nothing_is_found_on_pages_of_other_data(checker: Path, other_sites: Path) -> None:
    assert len(list(other_sites.rglob("*.html"))) > 100
    assert findings(checker, *([other_sites] if ALL else sampled(other_sites))) == []


def test_planted_faults_are_seen(checker: Path, tmp_path: Path) -> None:
    planted = {
        "id.html": ("<!doctype html><html lang=en><title>A</title><p id=a>A</p><p id=a>B</p>", "Duplicate ID"),
        "language.html": ("<!doctype html><html><title>A</title><p>A</p>", "lang"),
        "sheet.css": ("p {colour: red}", "colour"),
        "drawing.svg": ('<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>', "not allowed"),
    }
    for name, (content, _) in planted.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = findings(checker, tmp_path)
    for name, (_, fault) in planted.items():
        assert any(name in line and fault in line for line in found), name

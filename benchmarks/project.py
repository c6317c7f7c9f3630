"""The one place that knows how the project is run: its commands, and a copy of it with caches of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

#: Now, for every measured command: 22 November 2026, 11 o'clock in Helsinki, so that nothing depends on the day.
NOW: Final = "1795338000"

#: What a copy needs to build the site.
PARTS: Final = ("docs", "fonts", "hooks", "overrides", "strings", "requirements")
FILES: Final = ("mkdocs.yml", "operator.yaml", "pyproject.toml", "CHANGELOG.md")


class CommandError(Exception):
    """A command of the project, or one that it is compared with, did not end well; the message says which and why."""


def surroundings(checkout: Path = ROOT, **settings: str) -> dict[str, str]:
    """Return the environment of a command of the project in *checkout*, with *settings* on top."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {
        "PYTHONPATH": str(checkout / "hooks"),
        "PYTHONPYCACHEPREFIX": str(checkout / ".cache" / "python"),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": NOW,
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
    }
    return environment | ours | settings


def ecosystem(*arguments: str, checkout: Path = ROOT, **settings: str) -> str:
    """Run `python -m ecosystem` with *arguments*, not measured; return what it says.

    Raises `CommandError` when it fails.
    """
    command = [sys.executable, "-m", "ecosystem", *arguments]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=checkout, env=surroundings(checkout, **settings), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandError(f"failed: ecosystem {' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done.stdout


def copy_project(target: Path, data: Path) -> Path:
    """Copy the project with the data folder *data* to *target*, which must not be there; return it.

    The copy has caches of its own: no developer's are touched, and none help.
    """
    target.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(ROOT / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy2(ROOT / name, target / name)
    shutil.copytree(data, target / "data")
    for guide in ROOT.glob("EDITING.*.md"):
        shutil.copy2(guide, target / guide.name)
    return target


def empty_caches(checkout: Path, keep: frozenset[str] = frozenset({"python"})) -> None:
    """Remove what earlier builds in *checkout* have left in its cache, besides the folders in *keep*."""
    cache = checkout / ".cache"
    for entry in cache.iterdir() if cache.is_dir() else ():
        if entry.name in keep:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()

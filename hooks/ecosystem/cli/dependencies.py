"""`dependencies`: known holes in the locked packages; where nobody can be asked, the age of each lock file."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from ecosystem.ground.git import ask_git
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.site.release.publication import REQUIREMENTS

NAME: Final = "dependencies"
HELP: Final = "look for known security holes in the locked packages"

#: What the site is made with, what it is tested with, and what the tests take from npm.
LOCKS: Final = (REQUIREMENTS / "site.txt", REQUIREMENTS / "test.txt", ROOT / "tests" / "npm" / "package-lock.json")

_DAY: Final = 24 * 60 * 60

#: A lock file that is older has missed the mending of holes, whether or not anybody can be asked about them.
OLDEST: Final = 60


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Say what is known; return 1 for a hole, or for a lock file that is too old to trust unasked."""
    now = int(settings.now.timestamp())
    return max([_look(lock, lock.relative_to(ROOT).as_posix(), now) for lock in LOCKS])


def _look(lock: Path, name: str, now: int) -> int:
    """Say what is known of the packages of *lock*; return 1 for a hole or too great an age."""
    holes = known_holes_of_npm(lock) if lock.suffix == ".json" else known_holes(lock)
    if holes is None:
        age = age_in_days(lock, now)
        sys.stdout.write(
            f"the database of known holes cannot be reached; {name} is {age} days old"
            f"{f', more than {OLDEST}: run make lock' if age > OLDEST else ''}\n"
        )
        return 1 if age > OLDEST else 0
    sys.stdout.write("".join(f"{hole}\n" for hole in holes))
    sys.stdout.write(f"known holes in the packages of {name}: {len(holes)}\n")
    return 1 if holes else 0


def known_holes(lock: Path) -> list[str] | None:
    """Return a line for each known hole in the packages of *lock*; None where the database cannot be reached."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    found = _answer(command, lock.parent)
    if "dependencies" not in found:
        return None
    return [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for package in found["dependencies"]
        for hole in package.get("vulns", ())
    ]


def known_holes_of_npm(lock: Path) -> list[str] | None:
    """Return the same of the packages that npm installs from *lock*; None where npm or its registry is not there."""
    found = _answer(["npm", "audit", "--json", "--package-lock-only", "--fetch-retries=0"], lock.parent)
    if "vulnerabilities" not in found:
        return None
    return [f"{name} {hole['range']}: {hole['severity']}" for name, hole in sorted(found["vulnerabilities"].items())]


def _answer(command: Sequence[str], folder: Path) -> dict[str, Any]:
    """Return the JSON object that *command* prints; nothing where it is not there or prints something else."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)  # noqa: S603 - fixed words
        answer = json.loads(done.stdout)
    except (OSError, ValueError):
        return {}
    return answer if isinstance(answer, dict) else {}


def age_in_days(lock: Path, now: int) -> int:
    """Return how long ago *lock* was last changed: in git where it is kept there, else on this disk."""
    changed = ask_git(lock.parent, "log", "-1", "--format=%ct", "--", lock.name)
    return max(0, now - int(changed or lock.stat().st_mtime)) // _DAY

"""`dependencies`: known holes in the locked packages; where nobody can be asked, the age of the lock file."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from ecosystem.ground.git import ask_git
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.site.release.publication import REQUIREMENTS

NAME: Final = "dependencies"
HELP: Final = "look for known security holes in the locked packages"

_LOCK: Final = "site.txt"
_DAY: Final = 24 * 60 * 60

#: A lock file that is older has missed the mending of holes, whether or not anybody can be asked about them.
OLDEST: Final = 60


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Say what is known; return 1 for a hole, or for a lock file that is too old to trust unasked."""
    lock = REQUIREMENTS / _LOCK
    holes = known_holes(lock)
    if holes is None:
        age = age_in_days(lock, int(settings.now.timestamp()))
        sys.stdout.write(
            f"the database of known holes cannot be reached; {lock.relative_to(ROOT)} is {age} days old"
            f"{f', more than {OLDEST}: run make lock' if age > OLDEST else ''}\n"
        )
        return 1 if age > OLDEST else 0
    for hole in holes:
        sys.stdout.write(f"{hole}\n")
    sys.stdout.write(f"known holes in the packages of {lock.relative_to(ROOT)}: {len(holes)}\n")
    return 1 if holes else 0


def known_holes(lock: Path) -> list[str] | None:
    """Return a line for each known hole in the packages of *lock*; None where the database cannot be reached."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603 - no word of a stranger's
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return None
    return [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for package in packages
        for hole in package.get("vulns", ())
    ]


def age_in_days(lock: Path, now: int) -> int:
    """Return how long ago *lock* was last changed: in git where it is kept there, else on this disk."""
    changed = ask_git(lock.parent, "log", "-1", "--format=%ct", "--", lock.name)
    return max(0, now - int(changed or lock.stat().st_mtime)) // _DAY

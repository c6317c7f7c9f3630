"""`licences`: bring the list of the packages' licences up to the lock file."""

import argparse
import sys
from typing import Final

from ecosystem.ground.files import replace_text
from ecosystem.ground.settings import Settings
from ecosystem.site.release.licences import ALLOWED, FILE, licences_text, read_licences
from ecosystem.site.release.lock import read_lock
from ecosystem.site.release.publication import REQUIREMENTS

NAME: Final = "licences"
HELP: Final = "write requirements/licences.txt: under what terms each package of the lock file may be used"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(_options: argparse.Namespace, _settings: Settings) -> int:
    """Write the list; return 1 when a package has terms that are not allowed."""
    path = REQUIREMENTS / FILE
    text = licences_text(read_lock(REQUIREMENTS / "site.txt"), read_licences(path) if path.exists() else {})
    replace_text(path, text)
    refused = [line for line in text.splitlines() if line.split(" ", 1)[1] not in ALLOWED]
    for line in refused:
        sys.stderr.write(f"error: terms that are not allowed: {line}\n")
    return 1 if refused else 0

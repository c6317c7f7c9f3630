"""What a release was made from: the revision, the versions, the time that stands for "now", and the lock files."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.git import ask_git
from ecosystem.ground.settings import Settings
from ecosystem.publishing.version import SiteVersion


class ProvenanceError(EcosystemError):
    """It cannot be said what the release is made from; the message says why."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit that is checked out, when it was made (seconds since 1970), and whether nothing has changed since."""

    commit: str
    epoch: int
    is_clean: bool


def read_revision(folder: Path) -> Revision | None:
    """Return the revision of *folder*; None where git knows none, as in an unpacked archive."""
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    epoch = _git(folder, "log", "-1", "--format=%ct")
    changes = _git(folder, "status", "--porcelain")
    return Revision(commit, int(epoch), not changes) if commit and epoch and changes is not None else None


def provenance(revision: Revision | None, version: SiteVersion, settings: Settings, locks: list[Path]) -> bytes:
    """Return the notes as JSON. They name nothing of the machine, so that any machine writes the same."""
    notes = {
        "commit": revision.commit if revision else None,
        "uncommitted_changes": not revision.is_clean if revision else None,
        "version_of_code": version.code,
        "version_of_data": version.data,
        "source_date_epoch": int(settings.now.timestamp()),
        "site_url": settings.site_url,
        "repository_url": settings.repository_url,
        "locks_sha256": {lock.name: hashlib.sha256(lock.read_bytes()).hexdigest() for lock in locks},
        "command": "make release",
    }
    return (json.dumps(notes, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _git(folder: Path, *arguments: str) -> str | None:
    said = ask_git(folder, *arguments)
    return None if said is None else said.decode("utf-8", "replace").strip()

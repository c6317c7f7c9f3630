"""Which version of the code and of the data a site was made from, and when.

Both end in a fingerprint of the files themselves. It needs no git, so an archive, a copy and a checkout of the same
files name the same version, and a build with a change that is not committed yet names another.
"""

import datetime
import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecosystem.ground.settings import ROOT, Settings
from ecosystem.records.ecosystem import Ecosystem

#: What makes a site of data, below the root of the project. The pages that people write are where the settings say.
_CODE: Final = ("fonts", "hooks", "overrides", "strings", "mkdocs.yml", "pyproject.toml")

#: What holds data, below the data folder. Schemas are made from the code.
_DATA: Final = ("images", "newsletters")

#: Where a site says of which code and data it was made. Its pages name the version of the code alone, so that a page
#: changes only when what it shows does.
VERSION_FILE: Final = "version.json"
#: Where it says when it was built, for whoever watches that it still is each night.
STATUS_FILE: Final = "status.json"

#: So many hexadecimal digits tell two versions of one project apart.
_DIGITS: Final = 10


@dataclass(frozen=True, slots=True)
class SiteVersion:
    """The version of the code as SemVer (``0.1.0+3f2a9c1d04``), the fingerprint of the data, and its newest change."""

    code: str
    data: str
    updated: datetime.date | None


def read_release() -> str:
    """Return the version of the code as its authors count it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def read_site_version(settings: Settings, ecosystem: Ecosystem) -> SiteVersion:
    """Return the version of the code here and of the data in the folder that *settings* name."""
    pages = fingerprint(settings.documents, files_below(settings.documents))
    code = fingerprint(ROOT, (file for part in _CODE for file in files_below(ROOT / part)))
    code = hashlib.sha256(f"{code}{pages}".encode()).hexdigest()[:_DIGITS]
    of_data = [*settings.data.glob("*.yaml"), *(file for part in _DATA for file in files_below(settings.data / part))]
    days = [record.updated for records in ecosystem.collections().values() for record in records.values()]
    return SiteVersion(f"{read_release()}+{code}", fingerprint(settings.data, of_data), max(days) if days else None)


def files_below(path: Path) -> Iterator[Path]:
    """Yield the file at *path*, or those below it, without hidden ones and compiled code."""
    if path.is_file():
        yield path
    for file in path.rglob("*"):
        parts = file.relative_to(path).parts
        if file.is_file() and not any(part.startswith(".") or part == "__pycache__" for part in parts):
            yield file


def fingerprint(folder: Path, files: Iterable[Path]) -> str:
    """Return a short digest of the names below *folder* and the contents of *files*, in whatever order they come."""
    digest = hashlib.sha256()
    for name, file in sorted((file.relative_to(folder).as_posix(), file) for file in files):
        content = file.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()[:_DIGITS]


def render_version(version: SiteVersion) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the file that says of which code and data the site was made."""
    told = {"code": version.code, "data": version.data, "updated": version.updated and version.updated.isoformat()}
    yield VERSION_FILE, (json.dumps(told, indent=2) + "\n").encode()


def render_status(built: datetime.datetime) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the file that says when the site was built."""
    told = {"built": built.astimezone(datetime.UTC).isoformat(timespec="seconds")}
    yield STATUS_FILE, (json.dumps(told, indent=2) + "\n").encode()

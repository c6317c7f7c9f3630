"""Make a release: build the site anew, pack it, say what it was made of and from, and write the checksums."""

import datetime
import hashlib
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from ecosystem.ground.folders import replace_folder
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.departed_pages import forwards
from ecosystem.publishing.version import read_site_version
from ecosystem.records.check import load_and_check
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.reading import read_history
from ecosystem.records.history.storing import history_text
from ecosystem.records.load import to_ecosystem
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.hosting.nginx import render_nginx
from ecosystem.site.release.archive import pack
from ecosystem.site.release.licences import FILE, read_licences
from ecosystem.site.release.lock import read_lock
from ecosystem.site.release.parts_list import parts_list
from ecosystem.site.release.provenance import ProvenanceError, provenance, read_revision

CHECKSUMS: Final = "SHA256SUMS"
REQUIREMENTS: Final = ROOT / "requirements"


def with_release_time(settings: Settings, given: str | None) -> Settings:
    """Return *settings* with the time of the last commit as "now", unless *given*, `SOURCE_DATE_EPOCH`, fixes it."""
    if given:
        return settings
    revision = read_revision(ROOT)
    if revision is None:
        raise ProvenanceError(
            "set SOURCE_DATE_EPOCH: there is no git history here whose last commit could tell the time"
        )
    return replace(settings, now=datetime.datetime.fromtimestamp(revision.epoch, datetime.UTC))


def make_release(settings: Settings, target: Path, build: Callable[[Path, str], None]) -> list[str]:
    """Write a release into the folder *target*, which is replaced whole; return the names of its files.

    *build* builds the site into a folder, at a time given in seconds since 1970.
    """
    epoch = int(settings.now.timestamp())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ecosystem = _ecosystem(settings)
    name, version = project["name"], read_site_version(settings, ecosystem)
    top = f"{name}-{project['version']}"
    packages = read_lock(REQUIREMENTS / "site.txt")
    licences = read_licences(REQUIREMENTS / FILE)
    with tempfile.TemporaryDirectory(prefix=f".build-{target.name}-", dir=target.parent) as workplace:
        build(Path(workplace) / "site", str(epoch))
        files = {
            f"{top}.tar.gz": pack(Path(workplace) / "site", top, epoch),
            f"{top}.cdx.json": parts_list(name, version.code, packages, licences, settings.now),
            f"{top}.licences.txt": (REQUIREMENTS / FILE).read_bytes(),
            f"{top}.nginx.conf": render_nginx(settings.site_url, forwards(ecosystem, ADDRESSES)).encode("utf-8"),
            f"{top}.provenance.json": provenance(
                read_revision(ROOT), version, settings, sorted(REQUIREMENTS.glob("*.txt"))
            ),
        }
        history, _ = read_history(settings.data, KINDS, settings.cache)
        if history.head:
            files[f"{top}.history.json"] = history_text(history).encode("utf-8")
        files[CHECKSUMS] = _checksums(files)
        written = Path(workplace) / "release"
        written.mkdir()
        for file, content in files.items():
            (written / file).write_bytes(content)
        replace_folder(target, written, Path(workplace) / "last")
    return sorted(files)


def _ecosystem(settings: Settings) -> Ecosystem:
    data, problems = load_and_check(settings.data, KINDS)
    if has_errors(problems):
        raise ProvenanceError("no release is made of data with mistakes: run make check")
    return to_ecosystem(data, KINDS)


def _checksums(files: dict[str, bytes]) -> bytes:
    """Return the checksums in the form that `sha256sum --check` reads."""
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())
    ).encode()

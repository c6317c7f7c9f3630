"""Build the whole site beside the last one, then put it in its place.

What has not changed since the last build is taken over from it, and where nothing has, nothing is written.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.folders import replace_folder
from ecosystem.ground.git import ask_git
from ecosystem.ground.settings import ROOT, Settings, read_settings
from ecosystem.site.ledger import Ledger, ledger_path, read_ledger, write_ledger
from ecosystem.site.stores import FolderStore

NO_VARIABLES: Final[Mapping[str, str]] = MappingProxyType({})

#: What decides all of the site at once: a change of it makes everything anew.
_CODE: Final = ("hooks", "fonts", "requirements/site.txt", "pyproject.toml", "overrides/images", "overrides/documents")
#: What the site is made of besides data, pages and operator, which the settings name.
_CONTENT: Final = ("overrides", "strings", "mkdocs.yml", "EDITING.fi.md", "EDITING.sv.md", "EDITING.en.md")


class BuildError(EcosystemError):
    """The site could not be built; the message says why."""


def build_site(
    engine: str = "mkdocs", target: Path = ROOT / "site", variables: Mapping[str, str] = NO_VARIABLES
) -> None:
    """Build the site with *engine* and move it to *target*; on failure *target* stays as it was.

    *variables* are added to the environment. A *target* that is neither a site nor an empty folder is left alone.
    """
    if target.exists() and not _may_give_way(target):
        raise BuildError(f"{target} is not a site that was built before; name a new folder, or remove it yourself")
    settings = read_settings({**os.environ, **variables})
    prefix = f".build-{target.name}-"
    with _alone(target, prefix), tempfile.TemporaryDirectory(prefix=prefix, dir=target.parent) as workplace:
        started = time.process_time()
        kept = ledger_path(settings.cache, target)
        last = read_ledger(kept)
        ground, inputs = ground_of(settings), inputs_of(settings, engine)
        store = FolderStore(target, Path(workplace) / "site")
        if last.inputs == inputs and _is_whole(last, store):
            sys.stderr.write(f"nothing has changed; {target.name}/ is as it was\n")
            return
        # Only who builds pays for the libraries that do.
        from ecosystem.site.faults import explain  # noqa: PLC0415
        from ecosystem.site.whole import make_whole  # noqa: PLC0415

        try:
            ledger, made = make_whole(settings, engine, last if last.ground == ground else Ledger(), store)
        except Exception as error:
            reason = explain(error, settings, f"{target.name}/")
            raise BuildError(f"{reason}\nerror: the site was not built; {target.name}/ is as it was") from error
        ledger.ground, ledger.inputs = ground, inputs
        replace_folder(target, store.folder, Path(workplace) / "last")
        write_ledger(kept, ledger)
        used = time.process_time() - started
        sys.stderr.write(f"{target.name}/: {made} of {len(ledger.products)} made, {used:.1f} s of processor time\n")


def ground_of(settings: Settings) -> str:
    """Return what tells the code, and those settings that decide everything, from any others."""
    chosen = (
        *(settings.site_url, settings.repository_url, settings.has_cards, settings.components, settings.previewed),
        *(settings.hub, settings.demo, settings.languages, sys.version),
        settings.operator.exists() and settings.operator.read_text(),
    )
    return _digest(repr(chosen), [ROOT / part for part in _CODE])


def inputs_of(settings: Settings, engine: str) -> str:
    """Return what tells all that a build of *settings* with *engine* reads from any other state of it."""
    read = (ROOT / part for part in (*_CODE, *_CONTENT))
    own = (settings.data, settings.documents, settings.operator)
    revision = ask_git(settings.data, "rev-parse", "HEAD") if settings.has_history else None
    chosen = (ground_of(settings), engine, settings.today, settings.has_search, settings.has_history, revision)
    return _digest(repr(chosen), [*read, *own])


def _digest(told: str, places: Iterable[Path]) -> str:
    """Return a digest of the text *told* and of all files at or below *places*."""
    whole = hashlib.sha256(told.encode())
    for place in places:
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        for file in files:
            if "__pycache__" not in file.parts:
                content = file.read_bytes()
                name = os.fsencode(file.relative_to(place.parent))
                whole.update(b"\0".join((name, str(len(content)).encode(), content)))
    return whole.hexdigest()


def _is_whole(last: Ledger, store: FolderStore) -> bool:
    """Tell whether the last site stands there as it was written, and nothing else."""
    number = sum(len(entry.files) for entry in last.products.values())
    return number > 0 and all(store.has(entry.files) for entry in last.products.values()) and store.has_only(number)


def _may_give_way(target: Path) -> bool:
    """Tell whether *target* is a site or empty: what else stands there is somebody's, and a build replaces it whole."""
    return target.is_dir() and ((target / "sitemap.xml").exists() or not any(target.iterdir()))


@contextlib.contextmanager
def _alone(target: Path, prefix: str) -> Iterator[None]:
    """Wait until no other build writes to *target*, and clear away what a killed one has left."""
    with (target.parent / f"{prefix}lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.stderr.write("another build is under way; this one begins when that has ended\n")
            fcntl.flock(lock, fcntl.LOCK_EX)
        for left in target.parent.glob(f"{prefix}*/"):
            if not target.exists() and (left / "last").exists():
                (left / "last").rename(target)
            shutil.rmtree(left, ignore_errors=True)
        yield

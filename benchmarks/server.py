"""Measure one edit while a server shows the site: until the page shows it, in time and in what the server spent."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.measure import CORES, Measurement
from benchmarks.project import CommandError

#: Seconds between two looks at the page, within which nothing may change for the server to be at rest, and at most.
_LOOK: Final = 0.05
_REST: Final = 2.0
_PATIENCE: Final = 900.0
#: So much processor time in a second is what watching for changes takes; a server that spends less is at rest.
_IDLE: Final = 0.05

#: So many letters of what a server said are told when it fails.
_TAIL: Final = 2000

#: Becomes the server, on as many processors as every other command gets.
_STARTER: Final = """
import os, sys
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(sys.argv[1])])
os.execvp(sys.argv[2], sys.argv[2:])
"""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A name in a file that is changed, and the path of the page that must then show the new one."""

    file: Path
    old: str
    new: str
    path: str

    def make(self) -> None:
        """Write the new name in place of the first old one, as an editor saves a file."""
        text = self.file.read_text(encoding="utf-8")
        if self.old not in text:
            raise CommandError(f"{self.old!r} is not in {self.file.name}")
        self.file.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")

    def back(self) -> "Edit":
        """Return the edit that undoes this one."""
        return Edit(file=self.file, old=self.new, new=self.old, path=self.path)


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def measure_edits(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, address: str, edits: Sequence[Edit]
) -> list[Measurement]:
    """Start the server *command*, make the *edits* one after another, and return what each took.

    Both the wall time and the processor time of the server are those from the save to the page with the new name, at
    *address*: what it makes after that, nobody waits for. Raises `CommandError`, with what the server said, when no
    page comes.
    """
    log = folder / "server.log"
    with _serving(command, environment, folder, log) as server:
        try:
            _wait_for(server, address + edits[0].path, edits[0].old)
            return [_measure_edit(server, address, edit) for edit in edits]
        except CommandError as error:
            said = log.read_text(encoding="utf-8", errors="replace")[-_TAIL:]
            raise CommandError(f"{error}; it said: {said}") from error


def _measure_edit(server: subprocess.Popen[bytes], address: str, edit: Edit) -> Measurement:
    before = _wait_for_rest(server.pid)
    start = time.perf_counter()
    edit.make()
    _wait_for(server, address + edit.path, edit.new)
    wall = time.perf_counter() - start
    after = _used(server.pid)
    user, system = (late - early for early, late in zip(before, after, strict=True))
    return Measurement(user=user, system=system, wall=wall, memory=_memory(server.pid))


@contextlib.contextmanager
def _serving(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as told:
        server = subprocess.Popen(  # noqa: S603 - the commands are ours
            [sys.executable, "-I", "-S", "-c", _STARTER, str(CORES), *command],
            cwd=folder,
            env=dict(environment),
            stdout=told,
            stderr=told,
            start_new_session=True,
        )
        try:
            yield server
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for(server: subprocess.Popen[bytes], address: str, text: str) -> None:
    """Wait until the page at *address* has *text* in it."""
    limit = time.monotonic() + _PATIENCE
    while time.monotonic() < limit:
        if server.poll() is not None:
            raise CommandError(f"the server ended with status {server.returncode}")
        if text in _page(address):
            return
        time.sleep(_LOOK)
    raise CommandError(f"{address} did not show {text!r} within {_PATIENCE:.0f} seconds")


def _page(address: str) -> str:
    """Return the page at *address*, or nothing while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode("utf-8", "replace"))
    except (urllib.error.URLError, OSError):
        return ""


def _wait_for_rest(process: int) -> tuple[float, float]:
    """Wait until *process* and its children hardly use the processor; return what they have used by then."""
    limit = time.monotonic() + _PATIENCE
    used = _used(process)
    while time.monotonic() < limit:
        time.sleep(_REST)
        now = _used(process)
        if sum(now) - sum(used) < _IDLE * _REST:
            return now
        used = now
    raise CommandError(f"the server did not come to rest within {_PATIENCE:.0f} seconds")


def _used(process: int) -> tuple[float, float]:
    """Return the seconds that *process*, its living children and the ended ones have used: user and system."""
    ticks = os.sysconf("SC_CLK_TCK")
    user = system = 0
    for one in _family(process):
        with contextlib.suppress(OSError):
            # The name of the program stands in brackets and may hold spaces; what is counted stands behind it.
            fields = Path(f"/proc/{one}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            user += int(fields[11]) + int(fields[13])
            system += int(fields[12]) + int(fields[14])
    return user / ticks, system / ticks


def _memory(process: int) -> float:
    """Return the largest memory, in mebibytes, that *process* or one of its living children has had."""
    peaks = [0.0]
    for one in _family(process):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{one}/status").read_text(encoding="utf-8").splitlines():
                if line.startswith("VmHWM:"):
                    peaks.append(int(line.split()[1]) / 1024)
    return max(peaks)


def _family(process: int) -> list[int]:
    """Return *process* and all that it has started and that lives: a server is the first of a session of its own."""
    return [int(place.name) for place in Path("/proc").iterdir() if place.name.isdigit() and _session(place) == process]


def _session(place: Path) -> int | None:
    """Return the session of the process at *place* in /proc, or None when it has ended."""
    try:
        return int((place / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[3])
    except OSError:
        return None


def can_watch() -> str | None:
    """Return why servers cannot be measured on this machine, or None."""
    return None if sys.platform == "linux" else "the processor time of a server is read from /proc, which Linux has"

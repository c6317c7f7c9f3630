"""The preview goes on when an editor makes a mistake: it shows the last good site and says what is wrong."""

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from workbench import ENGINE, FULL, NOW, ROOT, DataFolder, edit

MEMBER = "en/members/esimerkki-oy/"


#: After so many seconds of a preview something hangs, however busy the machine is.
TOO_LONG = 300


class Preview:
    """A running `make serve`: what it says, line by line, and what it shows."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port

    def notice(self, file: Path) -> None:
        """Wait until the preview notices that *file* has changed.

        It tells that it is ready a little before it looks at the files for the first time, so a change may have come
        too early: touch the file again and again until it is seen.
        """
        noticed = threading.Event()

        def touch() -> None:
            while not noticed.wait(2):
                os.utime(file)

        touching = threading.Thread(target=touch)
        touching.start()
        try:
            self.wait_for("Detected file changes")
        finally:
            noticed.set()
            touching.join()

    def wait_for(self, words: str) -> str:
        """Return the next line that has *words*; fail when the preview ends before."""
        assert self.process.stdout
        said: list[str] = []
        for line in self.process.stdout:
            said.append(line)
            if words in line:
                return line
        raise AssertionError("".join(said))

    def get(self, path: str) -> str:
        """Return the page at *path*, without the script by which the preview reloads it."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", f"/{path}")
        return connection.getresponse().read().decode().rpartition("<script>")[0]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a copy of the hand-written pages."""
    return shutil.copytree(FULL.docs, tmp_path / "pages")


@pytest.fixture
def preview(data_folder: DataFolder, docs: Path) -> Iterator[Preview]:
    """Serve the small data set and a copy of the pages on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-u",
            "-m",
            "ecosystem.site.engine",
            ENGINE,
            "serve",
            "-f",
            "mkdocs.yml",
            "-a",
            f"127.0.0.1:{port}",
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "ECOSYSTEM_DATA": str(data_folder.path),
            "ECOSYSTEM_DOCS": str(docs),
            "SITE_URL": f"http://127.0.0.1:{port}/",
            "SOURCE_DATE_EPOCH": NOW,
            "LC_ALL": "C.UTF-8",
            "NO_MKDOCS_2_WARNING": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    end = threading.Timer(TOO_LONG, process.kill)
    end.start()
    try:
        yield Preview(process, port)
    finally:
        end.cancel()
        process.terminate()
        process.communicate()


def test_the_preview_outlives_a_mistake(preview: Preview, data_folder: DataFolder, docs: Path) -> None:
    preview.wait_for("Serving on")
    shown = preview.get(MEMBER)
    assert "Esimerkki Oy" in shown
    assert "association" not in shown.lower()

    data_folder.replace("members.yaml", "kind: company", "kind: compny")
    preview.notice(data_folder.path / "members.yaml")
    said = preview.wait_for("Did you mean company?")
    assert re.search(r"members\.yaml:19:9: error: ", said)
    preview.wait_for("Documentation built")
    assert preview.get(MEMBER) == shown

    data_folder.replace("members.yaml", "kind: compny", "kind: association")
    while "association" not in preview.get(MEMBER).lower():
        preview.wait_for("Reloading")

    edit(docs / "en" / "about.md", "\n---\n", "\n---\n\nA sentence of another folder.\n")
    while "A sentence of another folder." not in preview.get("en/about/"):
        preview.wait_for("Reloading")

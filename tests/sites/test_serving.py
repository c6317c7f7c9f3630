"""The preview shows a change as soon as it is made, and outlives an editor's mistakes."""

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from shutil import copytree

import pytest

from workbench import ENGINE, FULL, NOW, ROOT, DataFolder, edit

pytestmark = pytest.mark.slow

MEMBER = "en/members/esimerkki-oy/"

#: After so many seconds of a preview something hangs, however busy the machine is.
TOO_LONG = 300


class Preview:
    """A running `serve`: what it says, line by line, and what it shows."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port

    def wait_for(self, words: str) -> list[str]:
        """Return what is said up to the next line that has *words*; fail when the preview ends before."""
        assert self.process.stdout
        said: list[str] = []
        for line in self.process.stdout:
            said.append(line)
            if words in line:
                return said
        raise AssertionError("".join(said))

    def ask(self, path: str) -> HTTPResponse:
        """Return the answer to a request for *path*."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TOO_LONG)
        connection.request("GET", f"/{path}")
        return connection.getresponse()

    def get(self, path: str) -> str:
        """Return the page at *path*."""
        return self.ask(path).read().decode()


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a copy of the hand-written pages."""
    return copytree(FULL.docs, tmp_path / "pages")


@pytest.fixture
def preview(data_folder: DataFolder, docs: Path) -> Iterator[Preview]:
    """Serve the small data set and a copy of the pages on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "ecosystem", "serve", "--port", str(port), "--engine", ENGINE],
        cwd=ROOT,
        env={
            **os.environ,
            "ECOSYSTEM_DATA": str(data_folder.path),
            "ECOSYSTEM_DOCS": str(docs),
            "ECOSYSTEM_SEARCH": "0",
            "SOURCE_DATE_EPOCH": NOW,
            "LC_ALL": "C.UTF-8",
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


def test_a_change_is_shown_and_a_mistake_is_outlived(preview: Preview, data_folder: DataFolder, docs: Path) -> None:
    preview.wait_for("all other files are right")
    shown = preview.get(MEMBER)
    assert "Esimerkki Oy" in shown
    assert "association" not in shown.lower()
    assert "Content-Security-Policy" not in shown, "its policy would stop the script that loads a page again"

    data_folder.replace("members.yaml", "kind: company", "kind: compny")
    said = "".join(preview.wait_for("the last good site is shown"))
    assert re.search(r"members\.yaml:19:9: error: .*Did you mean company\?", said)
    assert preview.get(MEMBER) == shown

    data_folder.replace("members.yaml", "kind: compny", "kind: association")
    made, all_pages = 0, 0
    while "association" not in preview.get(MEMBER).lower() or not made:
        made, all_pages = map(int, re.findall(r"\d+", preview.wait_for("pages made")[-1])[:2])
    assert 0 < made < all_pages / 2, "pages that do not show the member are as they were"

    edit(docs / "en" / "about.md", "\n---\n", "\n---\n\nA sentence of another folder.\n")
    while "A sentence of another folder." not in preview.get("en/about/"):
        preview.wait_for("pages made")


def test_browsers_hear_of_new_pages(preview: Preview, data_folder: DataFolder) -> None:
    preview.wait_for("pages made")
    listening = preview.ask("preview-events")
    assert listening.headers["Content-Type"] == "text/event-stream"
    data_folder.replace("members.yaml", "kind: company", "kind: association")
    assert listening.readline() == b"data: new pages\n"


def test_addresses_lead_where_they_lead_on_a_host(preview: Preview) -> None:
    preview.wait_for("serving on")
    moved = preview.ask("en/members/esimerkki-oy")
    assert (moved.status, moved.headers["Location"]) == (301, f"/{MEMBER}")
    missing = preview.ask("sv/finns-inte/")
    assert (missing.status, '<html lang="sv">' in missing.read().decode()) == (404, True)
    assert '<script src="/preview.js"></script>' in preview.get("")
    assert "preview-events" in preview.get("preview.js")
    style = re.search(r'href="[./]*(assets/site\.\w+\.css)"', preview.get(""))
    assert style and preview.ask(style[1]).headers["Content-Type"].startswith("text/css")


def test_a_port_that_is_taken_is_said(preview: Preview) -> None:
    preview.wait_for("serving on")
    command = [sys.executable, "-m", "ecosystem", "serve", "--port", str(preview.port)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=TOO_LONG, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"port {preview.port} cannot be used" in done.stderr

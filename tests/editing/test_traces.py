"""Whoever removes a person finds every place where the name still stands."""

import io
import subprocess
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from ecosystem.cli import main
from ecosystem.editing.traces import traces_of
from ecosystem.ground.settings import read_settings
from workbench import FULL

NAME = "Åsa O'Neil"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def tape(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which the name stands in each form that a file of ours can have."""
    workbook = io.BytesIO()
    with zipfile.ZipFile(workbook, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", "<t>ÅSA O&#x27;NEIL</t>")
    files = {
        "data/a.yaml": "- id: x\n  name: >-\n    Åsa\n    O'Neil\n".encode(),
        "data/other.yaml": "name: Åsa Neil\n".encode(),
        "site/a.json": b'{"name": "\\u00c5sa O\'Neil"}',
        "site/a.html": b'<a href="mailto:?subject=%C3%85sa%20O%27Neil">a</a>',
        "site/a.xlsx": workbook.getvalue(),
        "site/a.pdf": b"%PDF-1.7 compressed",
        "site/broken.xlsx": "PK\x03 åsa o'neil".encode(),
        "release/a.tar.gz": tape("site/a.html", "\nåsa  O'Neil".encode()),
        ".venv/a.py": NAME.encode(),
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def test_every_form_of_a_name_is_found_at_its_place(folder: Path) -> None:
    found = traces_of("åsa o'neil", folder)
    assert found.places == [
        "data/a.yaml:3",
        "release/a.tar.gz: site/a.html:2",
        "site/a.html:1",
        "site/a.json:1",
        "site/a.xlsx: xl/sharedStrings.xml:1",
        "site/broken.xlsx:1",
    ]
    assert (found.commits, found.unread) == ((), 1)


def test_the_history_remembers_what_the_files_have_lost(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.yaml").write_text(f"contact: {NAME}\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    (tmp_path / "a.yaml").write_text("contact: none\n", encoding="utf-8")
    git(tmp_path, "commit", "-q", "-a", "-m", "second")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", f"Thanks to {NAME}")
    found = traces_of(NAME, tmp_path)
    assert (found.places, len(found.commits)) == ([], 3)


@pytest.mark.parametrize(
    ("language", "said"), [("fi", "ei löytynyt mitään"), ("sv", "Ingenting hittades"), ("en", "Nothing was found")]
)
def test_the_command_says_what_it_found_and_where_else_to_look(
    folder: Path, language: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = replace(read_settings(FULL.variables), guides=folder)
    monkeypatch.setattr("ecosystem.cli.read_settings", lambda: chosen)
    assert main(["traces", NAME, "--language", language]) == 1
    assert "release/a.tar.gz: site/a.html:2\n" in capsys.readouterr().out
    assert main(["traces", "Nobody Atall", "--language", language]) == 0
    out = capsys.readouterr().out
    assert said in out and "SECURITY.md" in out and ": 1." in out
    assert main(["traces", " ", "--language", language]) == 1

"""Files in the data folder that are not what they seem: each is a finding at its place, and none is obeyed."""

import json
import os

import pytest

from workbench import DataFolder

#: A name that would begin a command of GitHub on a line of its own, and one that is no text.
NAMES = (b"x\n::stop-commands::y.yaml", b"\xff.yaml", "\u202elmay.x.yaml".encode())


def plant(data: DataFolder, name: bytes) -> None:
    """Put a file called *name* into *data*."""
    (data.path / os.fsdecode(name)).write_bytes(b"[]\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_a_file_is_only_text(data_folder: DataFolder, name: bytes) -> None:
    plant(data_folder, name)
    for form in ("text", "github"):
        said = data_folder.run("check", "--format", form)
        assert said.returncode == 1
        assert len(said.stdout.splitlines()) == 2, "a finding and the summary"
        assert "\n::stop" not in said.stdout
        assert form == "github" or "\u202e" not in said.stdout, "GitHub needs the name as it is"
    assert len(json.loads(data_folder.run("check", "--format", "json").stdout)["problems"]) == 1
    assert len(json.loads(data_folder.run("check", "--format", "sarif").stdout)["runs"][0]["results"]) == 1


@pytest.mark.parametrize("file", ["members.yaml", "newsletters/2026-01-01.fi.yaml"])
def test_a_pipe_or_a_link_is_not_opened(data_folder: DataFolder, file: str) -> None:
    path = data_folder.path / file
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    said = data_folder.run("check")
    assert f"{path}:1:1: error: this is not an ordinary file" in said.stdout
    path.unlink()
    path.symlink_to("/etc/passwd")
    said = data_folder.run("check")
    assert f"{path}:1:1: error: this is a link to elsewhere" in said.stdout
    assert "root:" not in said.stdout


def test_a_key_is_only_text(data_folder: DataFolder) -> None:
    members = data_folder.path / "members.yaml"
    keys = '  "\\e[31m<script>": x\n  "a\\n::error::b": y\n'
    members.write_text(members.read_text(encoding="utf-8") + keys, encoding="utf-8")
    for form in ("text", "github"):
        said = data_folder.run("check", "--format", form)
        assert said.returncode == 1
        assert "\x1b" not in said.stdout
        assert not any(line.startswith("::error::b") for line in said.stdout.splitlines())

"""`check --against`: what a change has lost, seen from the version before it."""

import shutil
from pathlib import Path

import pytest

from workbench import DataFolder, edit


@pytest.fixture
def before(data_folder: DataFolder, tmp_path: Path) -> Path:
    """Return a copy of the data as it was."""
    return shutil.copytree(data_folder.path, tmp_path / "before")


def said(data_folder: DataFolder, before: Path) -> str:
    result = data_folder.run("check", "--against", str(before))
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_what_is_as_it_was_needs_no_word(data_folder: DataFolder, before: Path) -> None:
    assert "warnings 0" in said(data_folder, before)


def test_an_id_that_was_changed_or_removed_is_said(data_folder: DataFolder, before: Path) -> None:
    data_folder.replace("members.yaml", "- id: aland-ry", "- id: aland")
    assert "members.yaml:1:7: warning: the id aland-ry was changed to aland" in said(data_folder, before)
    text = (data_folder.path / "members.yaml").read_text(encoding="utf-8")
    data_folder.write("members.yaml", text[text.index("- id: esimerkki-oy") :])
    assert "members.yaml:1:1: warning: the record aland-ry was removed" in said(data_folder, before)


def test_a_file_that_was_saved_over_is_one_finding(data_folder: DataFolder, before: Path) -> None:
    network = "".join(f"- id: a{n}\n  name: x\n" for n in range(5))
    (before / "networks.yaml").write_text(network, encoding="utf-8")
    lines = [line for line in said(data_folder, before).splitlines() if "networks.yaml" in line]
    assert [line.split("warning: ")[1] for line in lines] == [
        "5 of 5 records have gone from the file; was it saved over or cut by accident?"
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("updated: 2025-03-01", "updated: 2062-11-20"), ("since: 2025-02", "since: 2031-01")]
)
def test_days_to_come_are_said_at_their_line(data_folder: DataFolder, old: str, new: str) -> None:
    edit(data_folder.path / "members.yaml", old, new)
    name, day = new.split(": ")
    assert f"warning: {name} names a day to come, {day}" in data_folder.run("check").stdout


def test_a_version_that_does_not_exist_is_said(data_folder: DataFolder) -> None:
    result = data_folder.run("check", "--against", "no-such-revision")
    assert result.returncode == 1
    assert "no-such-revision" in result.stderr

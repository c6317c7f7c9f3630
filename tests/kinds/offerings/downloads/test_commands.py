"""The commands that write files of the catalogue."""

import re
import shutil
from pathlib import Path

import pytest

from rendering import make_site, read_ecosystem
from workbench import DataFolder

pytestmark = pytest.mark.slow


def test_participants_bring_their_papers_to_the_pack_of_a_delegation(data_folder: DataFolder, tmp_path: Path) -> None:
    result = data_folder.run("delegation", "berliini-2027", "--language", "en", "--to", str(tmp_path))
    assert result.returncode == 0, result.stderr
    shutil.unpack_archive(next(tmp_path.glob("*.zip")), tmp_path / "pack")
    papers = sorted(path.name for path in (tmp_path / "pack").rglob("organisations/*"))
    assert papers == ["esimerkki-oy-en.pdf", "network-verkosto-en.pdf"]


def test_the_command_writes_the_files_that_the_site_has(data_folder: DataFolder, tmp_path: Path) -> None:
    result = data_folder.run("downloads", "--to", str(tmp_path / "files"), "--anew")
    assert result.returncode == 0, result.stderr
    target = tmp_path / "files"
    written = {file.relative_to(target).as_posix(): file.read_bytes() for file in target.rglob("*.*")}
    files = make_site(read_ecosystem(data_folder.path)).content.shelf.files
    assert {f"downloads/{name}": content for name, content in written.items()} == files


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("device: device", "device: not-device", "mdr_class"),
        ("consent: true", "consent: false", "consent"),
        ("    mdr_class: IIa\n", "", "certificate"),
    ],
)
def test_nothing_is_written_of_an_entry_that_contradicts_itself(
    data_folder: DataFolder, tmp_path: Path, old: str, new: str, said: str
) -> None:
    data_folder.replace("offerings.yaml", old, new)
    result = data_folder.run("downloads", "--to", str(tmp_path / "files"))
    assert result.returncode == 1
    assert re.search(rf"offerings\.yaml:\d+:\d+: error: .*{said}", result.stderr), result.stderr
    assert not (tmp_path / "files").exists()

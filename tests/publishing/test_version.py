"""A site says of which code and data it was made, its pages the release; the same files give the same version."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ecosystem.ground.settings import read_settings
from ecosystem.kinds.registry import KINDS
from ecosystem.publishing.version import SiteVersion, files_below, fingerprint, read_release, read_site_version
from ecosystem.records.check import check
from workbench import FULL, SMALL, DataFolder, edit

WORDS = {"": "Sivuston versio", "sv/": "Webbplatsens version", "en/": "Version of the site"}


def version_of(data: Path, documents: Path = FULL.docs) -> SiteVersion:
    ecosystem, problems = check(data, KINDS)
    assert ecosystem is not None, problems
    return read_site_version(replace(read_settings(FULL.variables), data=data, documents=documents), ecosystem)


@pytest.mark.parametrize("path", ["", "jasenet/", "sv/medlemmar/digifinland/", "en/for-editors/", "404.html"])
def test_every_page_names_the_release_in_its_footer(page: Callable[[str], str], path: str) -> None:
    footer = page(path).partition("<footer")[2]
    assert f"<p>{WORDS.get(path[:3], WORDS[''])} {read_release()}</p>" in footer


def test_the_site_says_of_which_code_and_data_it_was_made(built_site: Path) -> None:
    expected = version_of(FULL.data)
    assert expected.updated is not None
    assert json.loads((built_site / "version.json").read_text(encoding="utf-8")) == {
        "code": expected.code,
        "data": expected.data,
        "updated": expected.updated.isoformat(),
    }


def test_the_site_says_when_it_was_built(built_site: Path) -> None:
    status = json.loads((built_site / "status.json").read_text(encoding="utf-8"))
    assert status == {"built": "2026-11-22T09:00:00+00:00"}


def test_the_version_of_the_code_is_that_of_the_project_and_a_fingerprint() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{10}", version_of(FULL.data).code)


def test_a_changed_entry_is_another_version_of_the_data(data_folder: DataFolder, tmp_path: Path) -> None:
    before = version_of(data_folder.path)
    copy = shutil.copytree(data_folder.path, tmp_path / "elsewhere")
    assert version_of(copy) == before
    data_folder.replace("members.yaml", "kind: company", "kind: other")
    after = version_of(data_folder.path)
    assert after.code == before.code
    assert after.data != before.data


def test_a_changed_page_is_another_version_of_the_code_wherever_the_pages_are(tmp_path: Path) -> None:
    before = version_of(SMALL.data)
    copy = shutil.copytree(FULL.docs, tmp_path / "pages")
    assert version_of(SMALL.data, copy) == before
    edit(copy / "en" / "about.md", "title: ", "title: More ")
    after = version_of(SMALL.data, copy)
    assert after.code != before.code
    assert after.data == before.data


def test_a_fingerprint_knows_names_and_contents_but_no_order(tmp_path: Path) -> None:
    for name, content in {"a": "1", "b/c": "2", ".hidden": "3", "__pycache__/d.pyc": "4"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    files = sorted(files_below(tmp_path))
    assert [file.name for file in files] == ["a", "c"]
    assert fingerprint(tmp_path, files) == fingerprint(tmp_path, reversed(files))
    before = fingerprint(tmp_path, files)
    (tmp_path / "a").write_text("2")
    assert fingerprint(tmp_path, files) != before

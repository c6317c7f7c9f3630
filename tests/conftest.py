"""Fixtures that several tests share: a copy of the test data, and one real build of the site."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hostile_records import HARMLESS, HOSTILE, Sites, write_records
from workbench import ROOT, DataFolder, build_site


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    """Return a copy of the small data set of the tests, which no editor's work changes."""
    shutil.copytree(ROOT / "tests" / "data", tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the real data that the command line works on, in English, on 1 January 2026."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    monkeypatch.setenv("ECOSYSTEM_DATA", str(folder))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767268800")
    return folder


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built from the real data."""
    target = tmp_path_factory.mktemp("site") / "site"
    result = build_site(target)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return the sites of records with hostile and with harmless words."""
    folder = tmp_path_factory.mktemp("hostile")
    sites = Sites(folder / "hostile", folder / "harmless", folder / "data", folder / "harmless-data")
    for site, data, contents in ((sites.hostile, sites.data, HOSTILE), (sites.harmless, sites.harmless_data, HARMLESS)):
        result = build_site(site, ECOSYSTEM_DATA=str(write_records(data, contents)))
        assert result.returncode == 0, result.stdout + result.stderr
    return sites


@pytest.fixture(scope="session")
def page(built_site: Path) -> Callable[[str], str]:
    """Return a function that reads the page at a path of the built site."""

    def read(path: str) -> str:
        file = path if path.endswith(".html") else f"{path}index.html"
        return (built_site / file).read_text(encoding="utf-8")

    return read

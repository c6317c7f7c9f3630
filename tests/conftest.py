"""Fixtures that several tests share: copies of the frozen content, and one build of the site from it."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hostile_records import HARMLESS, HOSTILE, Sites, write_operator, write_records
from workbench import FULL, NOW, SMALL, Content, DataFolder, build_well, made_once

# What checks internationalised addresses for jsonschema takes five seconds to load, and no schema of ours asks for it.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]

# Whatever a test runs, in this process or in another, works on the frozen content unless the test names other.
os.environ.update(FULL.variables)


#: Fixtures that build a whole site, on which a test waits.
WHOLE_SITES = frozenset({"built_site", "hostile", "page", "project", "site", "small_site"})


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or a whole site as slow, and begin with the tests that build a project of their own.

    Meanwhile another process builds what all share.
    """
    items.sort(key=lambda item: item.path.name != "test_faults.py")
    for item in items:
        fixtures = item.fixturenames if isinstance(item, pytest.Function) else []
        if "browser" in item.path.parts or not WHOLE_SITES.isdisjoint(fixtures):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    """Return a copy of the small data set."""
    shutil.copytree(SMALL.data, tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the full data that the command line works on, in English, on the day of the tests."""
    folder = tmp_path / "data"
    shutil.copytree(FULL.data, folder)
    monkeypatch.setenv("ECOSYSTEM_DATA", str(folder))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    return folder


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this run share: what one has built there serves the others."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def content() -> Content:
    """Return the content of which the words are tested."""
    return FULL


@pytest.fixture(scope="session")
def built_site(common_folder: Path) -> Path:
    """Return the folder of the site, built from the full content."""
    return made_once(common_folder / "site", build_well)


@pytest.fixture(scope="session")
def hostile(common_folder: Path) -> Sites:
    """Return the sites of records with hostile and with harmless words."""

    def make(folder: Path) -> None:
        for name, contents in (("hostile", HOSTILE), ("harmless", HARMLESS)):
            data = write_records(folder / f"{name}-data", contents)
            operator = write_operator(folder / f"{name}.yaml", contents[0])
            build_well(folder / name, ECOSYSTEM_DATA=str(data), ECOSYSTEM_OPERATOR=str(operator))

    folder = made_once(common_folder / "hostile", make)
    return Sites(folder / "hostile", folder / "harmless", folder / "hostile-data", folder / "harmless-data")


@pytest.fixture(scope="session")
def page(built_site: Path) -> Callable[[str], str]:
    """Return a function that reads the page at a path of the built site."""

    def read(path: str) -> str:
        file = path if path.endswith(".html") else f"{path}index.html"
        return (built_site / file).read_text(encoding="utf-8")

    return read

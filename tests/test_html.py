"""The Nu HTML checker finds no error on any page."""

import base64
import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
VERSION = "26.9.27"
SHA512 = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="


@pytest.fixture(scope="session")
def checker() -> Path:
    """The checker's program, from the npm registry, kept in .cache/."""
    folder = ROOT / ".cache" / f"vnu-{VERSION}"
    program = folder / "package" / "build" / "dist" / "vnu.jar"
    missing = [name for name in ("java", "npm") if not shutil.which(name)]
    if missing:
        pytest.skip(f"the HTML checker needs {' and '.join(missing)}")
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(["npm", "pack", f"vnu-jar@{VERSION}"], cwd=folder, capture_output=True, check=False)
        archive = folder / f"vnu-jar-{VERSION}.tgz"
        if packed.returncode or not archive.exists():
            pytest.skip("the HTML checker cannot be fetched from the npm registry")
        assert base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() == SHA512
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
    return program


def errors(checker: Path, *paths: Path) -> str:
    command = ["java", "-jar", str(checker), "--skip-non-html", "--errors-only", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_no_page_has_an_error(checker: Path, built_site: Path) -> None:
    assert errors(checker, built_site) == ""


def test_planted_error_is_seen(checker: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><p><div id=a></div><b id=a></p>", encoding="utf-8")
    assert "Duplicate ID" in errors(checker, page)

"""Writing the many files of a site."""

from pathlib import Path

import pytest

from ecosystem.files import NewFiles


def test_texts_and_bytes_are_written_into_folders_that_are_made(tmp_path: Path) -> None:
    files = NewFiles(tmp_path / "site")
    (tmp_path / "site").mkdir()
    files.write("index.html", "Ä")
    files.write("a/b/index.html", b"one")
    files.write("a/b/other.html", "two")
    files.write("a/c/index.html", "")
    assert (tmp_path / "site/index.html").read_bytes() == "Ä".encode()
    assert [(tmp_path / "site/a" / name).read_text() for name in ("b/index.html", "b/other.html", "c/index.html")] == [
        "one",
        "two",
        "",
    ]


def test_a_longer_file_that_was_there_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("long and old")
    NewFiles(tmp_path).write("page.html", "new")
    assert (tmp_path / "page.html").read_text() == "new"


def test_what_the_system_refuses_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    with pytest.raises(OSError, match=r"page\.html"):
        NewFiles(tmp_path).write("page.html", "text")

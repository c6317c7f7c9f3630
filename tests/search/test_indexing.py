"""The index where what makes it is absent, fails or finds another machine than ours."""

import fcntl
import logging
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest

from ecosystem.search import pagefind_folder
from ecosystem.search.enrichment import Enrichment, Page
from ecosystem.search.index import known_morphologies
from ecosystem.search.pagefind import make_index
from ecosystem.search.pagefind_program import Documents, IndexingError
from ecosystem.search.words import words_of
from workbench import differing


def test_without_voikko_the_search_goes_by_stems(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "pyvoikko", None)
    with caplog.at_level(logging.INFO):
        morphologies = known_morphologies()
    assert "Voikko (pyvoikko) is not installed" in caplog.text
    title, text = "Tekoälyverkosto", "Hankkeista kerrotaan."
    page = Page(
        path="a/",
        language="fi",
        kind="workgroups",
        content="",
        title=title,
        words=tuple(sorted(set(words_of(f"{title} {text}")))),
        alternates={"fi": "a/"},
    )
    extra = Enrichment({"a/": page}, morphologies, []).of(page)
    assert "tekoälyverkosto" in extra.names
    assert "xqtekoalyverkosto" in extra.exact
    assert extra.words == ()


#: Pages enough that no order of theirs comes about by chance.
PAGES = [f"jasenet/{number}/" for number in range(60)]


def document_of(path: str) -> str:
    return f'<html lang="fi"><body data-pagefind-body><h1>Jäsen {path}</h1>kokeilu</body></html>'


@pytest.mark.parametrize("memory", ["absent", "full", "in another order"])
def test_the_index_is_the_same_where_no_folder_lies_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, memory: str
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    try:
        list(pagefind_folder.files_from_folder(Documents(("1.html",), document_of)))
    except pagefind_folder.UnorderedError:
        pytest.skip("this machine has no folder in memory, or no room in it: there is only the other way")
    make_index(PAGES, document_of, first, shown=("title",))
    if memory == "absent":
        monkeypatch.setattr(pagefind_folder, "_MEMORY", tmp_path / "nowhere")
    elif memory == "full":
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    else:
        monkeypatch.setattr(pagefind_folder, "_MEMORY", tmp_path)
        monkeypatch.setattr(pagefind_folder, "reversed", lambda names: [*sorted(names)[1:], *names[:1]], False)
    monkeypatch.setattr(pagefind_folder, "_run", None)  # a folder is not to be used now
    make_index(PAGES, document_of, second, shown=("title",))
    assert differing(first, second) == []
    assert len(list(second.glob("fragment/*"))) == len(PAGES)


def test_another_order_of_pages_is_another_index(tmp_path: Path) -> None:
    make_index(PAGES, document_of, tmp_path / "first", shown=())
    make_index(PAGES[::-1], document_of, tmp_path / "second", shown=())
    assert differing(tmp_path / "first", tmp_path / "second")


def test_what_a_killed_build_left_in_memory_is_cleared_and_what_is_in_use_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pagefind_folder, "_MEMORY", tmp_path)
    left, used, foreign = (tmp_path / name for name in ("ecosystem-index-1", "ecosystem-index-2", "theirs"))
    for folder in (left, used, foreign):
        (folder / "pages").mkdir(parents=True)
    descriptor = os.open(used, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        make_index(PAGES, document_of, tmp_path / "index", shown=())
    finally:
        os.close(descriptor)
    assert {path.name for path in tmp_path.iterdir()} == {"ecosystem-index-2", "theirs", "index"}


@pytest.mark.parametrize(
    ("absent", "reason"),
    [
        ({"side_effect": FileNotFoundError("Could not find pagefind_extended")}, "Could not find pagefind_extended"),
        ({"return_value": "/nonexistent/pagefind"}, "No such file or directory"),
    ],
    ids=["no package", "no program"],
)
def test_pagefind_absent_is_a_message(tmp_path: Path, absent: dict[str, Any], reason: str) -> None:
    with (
        mock.patch("pagefind_bin_extended.get_executable", mock.Mock(**absent)),
        pytest.raises(IndexingError, match=f"the search index was not made: .*{reason}"),
    ):
        make_index(PAGES, document_of, tmp_path, ())

"""The index where what makes it is absent or fails."""

import logging
import sys

import pytest

from ecosystem.search.enrichment import Enrichment, Page
from ecosystem.search.index import known_morphologies
from ecosystem.search.words import words_of


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
        words=frozenset(words_of(f"{title} {text}")),
        alternates={"fi": "a/"},
    )
    extra = Enrichment({"a/": page}, morphologies, []).of(page)
    assert "tekoälyverkosto" in extra.names
    assert "xqtekoalyverkosto" in extra.exact
    assert extra.words == ()

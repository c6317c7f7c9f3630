"""Answers of views that are the same on every page of an edition."""

from dataclasses import replace

from ecosystem.views.edition import Edition
from ecosystem.views.kept import kept
from rendering import make_site, read_ecosystem


def test_a_view_answers_each_edition_once_and_a_copy_anew() -> None:
    asked: list[Edition] = []

    @kept
    def titles(edition: Edition) -> tuple[str, ...]:
        asked.append(edition)
        return tuple(edition.page_titles.values())

    edition = make_site(read_ecosystem()).editions["fi"]
    assert titles(edition) is titles(edition)
    assert len(asked) == 1
    assert titles(replace(edition, page_titles={"index": "Alku"})) == ("Alku",)
    assert len(asked) == 2

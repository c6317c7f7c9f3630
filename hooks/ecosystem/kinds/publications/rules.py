"""The rules of publications."""

from collections.abc import Iterator
from typing import Final

from ecosystem.ground.problems import Problem
from ecosystem.kinds.publications.model import Publication
from ecosystem.pages.addresses import EVERY_RECORD_ANCHORS
from ecosystem.records.load import LoadedData

#: Anchors of the pages that show a publication's figures: the id of a figure is an anchor beside them.
FIGURE_ANCHORS: Final = EVERY_RECORD_ANCHORS | {
    *("figures", "content-of-it", "recommendations"),
    *("matrix", "lists", "exchange", "published"),
}


def figure_ids_are_unique(data: LoadedData) -> Iterator[Problem]:
    """An id names one figure of its publication."""
    for entry in data["publications"].entries:
        publication: Publication = entry.record
        first: dict[str, int] = {}
        for index, figure in enumerate(publication.figures):
            if figure.id in FIGURE_ANCHORS:
                yield Problem(entry.place("figures", index, "id"), "id_of_the_page", {"id": figure.id})
            if first.setdefault(figure.id, index) != index:
                line = str(entry.place("figures", first[figure.id], "id").line)
                place = entry.place("figures", index, "id")
                yield Problem(place, "id_twice", {"id": figure.id, "first_line": line})

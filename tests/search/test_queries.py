"""The queries that the search is measured with point at real pages, and there are enough of each kind."""

from collections import Counter
from pathlib import Path
from typing import TypedDict, cast

import pytest
import yaml

#: The smallest number of queries in a language, and of each class in a language.
LEAST_QUERIES = 150
LEAST_PER_CLASS = 20
#: With more pages than this a query would be too easy to answer.
MOST_PAGES = 6

CLASSES = {
    "abbreviation",
    "base",
    "colloquial",
    "compound-part",
    "inflected",
    "misspelt",
    "other-language",
    "person",
    "place",
    "question",
    "several-words",
    "unanswerable",
}
#: Few people are named on the site.
FEW = {"person"}
LANGUAGES = ("en", "fi", "sv")

#: What someone types, its class, and the paths of the pages that answer it.
Query = TypedDict("Query", {"query": str, "class": str, "finds": list[str]})


@pytest.fixture(scope="module")
def queries() -> dict[str, list[Query]]:
    """Return the queries of each language."""
    text = (Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8")
    return cast(dict[str, list[Query]], yaml.safe_load(text))


def test_every_language_of_the_site_has_queries(queries: dict[str, list[Query]]) -> None:
    assert list(queries) == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_class_has_enough_queries(queries: dict[str, list[Query]], language: str) -> None:
    counts = Counter(query["class"] for query in queries[language])
    assert set(counts) == CLASSES
    assert sum(counts.values()) >= LEAST_QUERIES
    assert {name: count for name, count in counts.items() if count < LEAST_PER_CLASS}.keys() <= FEW


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_query_stands_twice_in_a_language(queries: dict[str, list[Query]], language: str) -> None:
    counts = Counter(query["query"].casefold() for query in queries[language])
    assert [query for query, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_queries_are_sorted_by_class_and_words(queries: dict[str, list[Query]], language: str) -> None:
    order = [(query["class"], query["query"]) for query in queries[language]]
    assert order == sorted(order)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_query_has_a_few_pages_in_order(queries: dict[str, list[Query]], language: str) -> None:
    wrong = [
        query["query"]
        for query in queries[language]
        if not (query["class"] != "unanswerable") <= len(query["finds"]) <= MOST_PAGES
        or query["finds"] != sorted(set(query["finds"]))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_on_the_site_in_that_language(
    queries: dict[str, list[Query]], language: str, built_site: Path
) -> None:
    other_roots = tuple(f"{other}/" for other in LANGUAGES if other not in ("fi", language))
    root = "" if language == "fi" else f"{language}/"
    paths = {path for query in queries[language] for path in query["finds"]}
    wrong = [
        path
        for path in sorted(paths)
        if not path.startswith(root)
        or path.startswith(other_roots)
        or not path.endswith("/")
        or not (built_site / path / "index.html").is_file()
    ]
    assert wrong == []

"""Ask the search of a built site every query of queries.yaml, and measure how well it answers.

`python tests/search/measure.py` (`make search-report`) builds the site, prints recall at 5 and mean reciprocal rank
by class and language, and with `--misses` the queries that found none of their pages. `--record` keeps the values in
quality.yaml, below which a test fails.
"""

import argparse
import datetime
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from ecosystem.site.build import build_site  # noqa: E402
from workbench import FULL  # noqa: E402

QUERIES: Final = Path(__file__).parent / "queries.yaml"
RECORDED: Final = Path(__file__).parent / "quality.yaml"
HEAD: Final = """# How well the search answered queries.yaml when `python tests/search/measure.py --record` wrote this:
# recall at 5 and mean reciprocal rank of each class of queries, of all and of the sample that a test asks: it fails
# when a class of that loses more than one query.
"""
CONSIDERED: Final = 5
#: A test asks every so many queries of a class: all of them take minutes.
EVERY: Final = 8

#: The engine of a built site, without a browser.
_PROGRAM: Final = Path(__file__).parent / "ask.mjs"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search found first for a query, and at what place the first page that answers it stands."""

    language: str
    kind: str
    query: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        """The place of the first page that answers, from 1; None where there is none.

        A query that nothing answers is answered by no result.
        """
        if not self.wanted:
            return None if self.found else 1
        return next((place for place, path in enumerate(self.found, 1) if path in self.wanted), None)


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a class of queries is answered."""

    queries: int
    recall: float
    reciprocal_rank: float


def answers_of(site: Path, language: str, queries: Sequence[str], limit: int = CONSIDERED) -> list[dict[str, Any]]:
    """Return what the search of the built *site* answers to each of *queries*, asked one after the other."""
    return cast(list[dict[str, Any]], _asked(site, language, queries, limit)["answers"])


def milliseconds_of(site: Path, language: str, queries: Sequence[str]) -> list[float]:
    """Return the processor time that each of *queries* took, asked one after the other."""
    return cast(list[float], _asked(site, language, queries, CONSIDERED)["milliseconds"])


def _asked(site: Path, language: str, queries: Sequence[str], limit: int) -> dict[str, Any]:
    command = ["node", "--experimental-detect-module", str(_PROGRAM), str(site), language, str(limit)]
    done = subprocess.run(command, input=json.dumps(queries), capture_output=True, check=True, text=True)
    return cast(dict[str, Any], json.loads(done.stdout))


def sample(queries: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the first of *queries* of each class, and every so many after it."""
    by_kind: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for query in queries:
        by_kind[query["class"]].append(query)
    return [query for some in by_kind.values() for query in some[::EVERY]]


def ask(site: Path, queries_file: Path = QUERIES, *, sampled: bool = False) -> list[Answer]:
    """Ask all queries of a file on the built *site*, or a sample of them."""
    asked = cast(dict[str, list[Mapping[str, Any]]], yaml.safe_load(queries_file.read_text(encoding="utf-8")))
    if sampled:
        asked = {language: sample(queries) for language, queries in asked.items()}
    return [
        Answer(language, one["class"], one["query"], tuple(one["finds"]), tuple(answer["paths"]))
        for language, queries in asked.items()
        for one, answer in zip(queries, answers_of(site, language, [one["query"] for one in queries]), strict=True)
    ]


def by_class(answers: Iterable[Answer]) -> dict[str, dict[str, Quality]]:
    """Return the quality of each class of each language."""
    groups: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.language, answer.kind].append(answer)
    measured: dict[str, dict[str, Quality]] = defaultdict(dict)
    for (language, kind), group in sorted(groups.items()):
        ranks = [answer.rank for answer in group]
        found = sum(rank is not None for rank in ranks)
        reciprocal = sum(1 / rank for rank in ranks if rank)
        measured[language][kind] = Quality(len(group), found / len(group), reciprocal / len(group))
    return measured


def table(measured: Mapping[str, Mapping[str, Quality]]) -> str:
    """Return *measured* as lines of text."""
    lines = ["language  class           queries  recall@5    MRR"]
    for language, classes in measured.items():
        for kind, one in classes.items():
            lines.append(f"{language:8}  {kind:14}  {one.queries:7}  {one.recall:8.3f}  {one.reciprocal_rank:5.3f}")
    return "\n".join(lines)


def _values(measured: Mapping[str, Mapping[str, Quality]]) -> dict[str, dict[str, dict[str, float]]]:
    return {
        language: {
            kind: {"recall": round(one.recall, 3), "mrr": round(one.reciprocal_rank, 3)}
            for kind, one in classes.items()
        }
        for language, classes in measured.items()
    }


def main() -> None:
    """Print the report of a fresh build, or of the built site that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="a built site (else one is built)")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="another file of queries than queries.yaml")
    parser.add_argument("--misses", action="store_true", help="list the queries that found none of their pages")
    parser.add_argument("--record", action="store_true", help="keep the values in quality.yaml")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = options.site
        if site is None:
            site = Path(folder) / "site"
            build_site(target=site, variables=FULL.variables)
        answers = ask(site, options.queries)
    if options.misses:
        for answer in answers:
            if answer.rank is None:
                wanted, found = " ".join(answer.wanted[:2]), " ".join(answer.found)
                sys.stdout.write(f"{answer.language} {answer.kind:14} {answer.query!r}: {wanted} | {found}\n")
    measured = by_class(answers)
    sys.stdout.write(table(measured) + "\n")
    if options.record:
        few = {
            (language, one["query"])
            for language, queries in yaml.safe_load(options.queries.read_text(encoding="utf-8")).items()
            for one in sample(queries)
        }
        sampled = [answer for answer in answers if (answer.language, answer.query) in few]
        recorded = {
            "date": datetime.datetime.now(datetime.UTC).date(),
            "quality": _values(measured),
            "sample": _values(by_class(sampled)),
        }
        RECORDED.write_text(HEAD + yaml.safe_dump(recorded, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The archive of sent issues: `data/newsletters/<date>.<language>.yaml`, one file for each issue and language.

Reading checks each file as the data is checked, every finding with its place; writing gives a file that an editor
can read and mend. The archive is optional: without its folder there are no issues.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ecosystem.editing.yaml_text import INDENT, Plain, field_lines
from ecosystem.ground.files import replace_text
from ecosystem.ground.nodes import MapNode, read_nodes
from ecosystem.ground.problems import Place, Problem, has_errors, quote
from ecosystem.ground.text import read_text, without_refused_characters
from ecosystem.records.reading import read_part
from ecosystem.site.newsletter.introduction import check_introduction
from ecosystem.site.newsletter.sent_issue import SentIssue

#: The folder in the data folder in which the issues stand.
FOLDER: Final = "newsletters"

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)\.(fi|sv|en)\.yaml")
_EMPTY_LINES: Final = re.compile(r"(?:[ ]*\n)*([ ]*)")


def issue_file(data: Path, issue: SentIssue) -> Path:
    """Return the file in which *issue* belongs in the data folder *data*."""
    return data / FOLDER / f"{issue.date}.{issue.language}.yaml"


def read_archive(data: Path) -> tuple[tuple[SentIssue, ...], list[Problem]]:
    """Read the issues archived in the data folder *data*, the oldest first; return them with all problems."""
    issues: list[SentIssue] = []
    problems: list[Problem] = []
    folder = data / FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        file = path.as_posix()
        if not _NAME.fullmatch(path.name):
            problems.append(Problem(Place(file), "issue_file_name", {"name": quote(path.name)}))
            continue
        text, findings = read_text(path, file)
        issue, more = (None, []) if text is None else read_issue(text, file)
        problems += [*findings, *more]
        if issue is not None:
            issues.append(issue)
    return tuple(issues), problems


def read_issue(text: str, file: str) -> tuple[SentIssue | None, list[Problem]]:
    """Read *text*, the content of *file*, whose name says its day and language; return it and what is wrong."""
    node, problems, finished = read_nodes(without_refused_characters(text), file)
    if not finished or not isinstance(node, MapNode):
        return None, problems or [Problem(Place(file), "issue_expected")]
    issue, findings = read_part(node, SentIssue, file)
    problems += findings
    problems += _check_introduction(node, text, file)
    if issue is not None:
        problems += _check(issue, node, file)
    return (None if has_errors(problems) else issue), problems


def issue_text(issue: SentIssue) -> str:
    """Return the content of the file of *issue*: its fields in order, the introduction line by line."""
    lines: list[str] = []
    for name, value in _plain(issue.model_dump(mode="json", exclude_none=True)).items():
        if name == "introduction" and isinstance(value, str):
            margin = " " * INDENT
            lines += ["introduction: |-", *(margin + line if line.strip() else "" for line in value.split("\n"))]
        elif value:
            lines += field_lines(name, value, 0)
    return "\n".join(lines) + "\n"


def write_issue(data: Path, issue: SentIssue) -> Path:
    """Put *issue* into the archive of *data*, in the place of one of its day and language; return its file."""
    path = issue_file(data, issue)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_text(path, issue_text(issue))
    return path


def _plain(fields: Mapping[str, object]) -> dict[str, Plain]:
    """Return *fields* as a data file holds them; a time of day has no seconds there."""
    return {name: _value(name, value) for name, value in fields.items()}


def _value(name: str, value: object) -> Plain:
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, list | tuple):
        return [_value(name, one) for one in value]
    return str(value)[:5] if name in ("start", "end") else str(value)


def _check(issue: SentIssue, node: MapNode, file: str) -> Iterator[Problem]:
    named = _NAME.fullmatch(Path(file).name)
    if named and str(issue.date) != named[1]:
        yield Problem(_place(node, "date", file), "issue_date_differs", {"value": str(issue.date), "name": named[1]})
    if named and issue.language != named[2]:
        details = {"value": issue.language, "name": named[2]}
        yield Problem(_place(node, "language", file), "issue_language_differs", details)
    if issue.corrected is not None and issue.corrected < issue.date:
        details = {"value": str(issue.corrected), "date": str(issue.date)}
        yield Problem(_place(node, "corrected", file), "issue_corrected_before", details)
    if issue.introduction is None and not issue.sections:
        yield Problem(Place(file, *node.mark), "issue_empty")


def _check_introduction(node: MapNode, text: str, file: str) -> Iterator[Problem]:
    """Check the Markdown of the introduction at its places, which only a literal block (`|`) keeps."""
    introduction = node.get("introduction")
    if not isinstance(introduction, str) or not introduction.strip():
        return
    line, column = node.values_at["introduction"]
    rows = text.splitlines(keepends=True)
    literal = rows[line - 1][column - 1 : column] == "|"
    margin = _EMPTY_LINES.match("".join(rows[line:])) if literal else None
    for problem in check_introduction(introduction, file):
        place = Place(file, line, column)
        if margin:
            place = Place(file, line + problem.place.line, len(margin[1]) + problem.place.column)
        yield Problem(place, problem.code, problem.details)


def _place(node: MapNode, field: str, file: str) -> Place:
    return Place(file, *node.values_at[field])

"""The files of issues: `data/newsletters/<date>.<language>.yaml`, one for each issue and language.

Reading checks each file as the data is checked, every finding with its place; writing gives a file that an editor
can read and mend. The archive is optional: without its folder there are no issues.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import Final

from ecosystem.editing.yaml_text import INDENT, Plain, field_lines
from ecosystem.ground.languages import Language
from ecosystem.ground.nodes import MapNode, read_nodes
from ecosystem.ground.problems import Place, Problem, Severity, has_errors, quote
from ecosystem.ground.text import read_text, without_refused_characters
from ecosystem.records.reading import read_part, value_mark
from ecosystem.site.newsletter.introduction import check_introduction
from ecosystem.site.newsletter.issue import Issue

#: The folder in the data folder in which the issues stand.
FOLDER: Final = "newsletters"

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)\.(fi|sv|en)\.yaml")
_COMMENT_WIDTH: Final = 100
_EMPTY_LINES: Final = re.compile(r"(?:[ ]*\n)*([ ]*)")


def issue_file(data: Path, day: datetime.date, language: Language) -> Path:
    """Return the file in which the issue of *day* in *language* belongs in the data folder *data*."""
    return data / FOLDER / f"{day}.{language}.yaml"


def read_archive(data: Path) -> tuple[tuple[Issue, ...], list[Problem]]:
    """Read the issues archived in the data folder *data*, the oldest first; return them with all problems."""
    issues: list[Issue] = []
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


def read_issue(text: str, file: str) -> tuple[Issue | None, list[Problem]]:
    """Read *text*, the content of *file*, whose name says its day and language; return it and what is wrong."""
    node, problems, finished = read_nodes(without_refused_characters(text), file)
    if not finished or not isinstance(node, MapNode):
        return None, problems or [Problem(Place(file), "issue_expected")]
    issue, findings = read_part(node, Issue, file)
    problems += findings
    problems += _check_introduction(node, text, file)
    if issue is not None:
        problems += _check(issue, node, file)
    return (None if has_errors(problems) else issue), problems


def draft_text(issue: Issue, guide: str, introduction: str) -> str:
    """Return the content of the file of the draft *issue*, with a *guide* for editors and an *introduction* as example.

    Both are comments: a draft that nobody touches has no introduction.
    """
    lines: list[str] = [*_comment(guide)]
    for name, value in issue.model_dump(mode="json", exclude_none=True).items():
        if name == "sections":
            lines += ["# introduction: |-", *_comment(introduction, INDENT)]
        lines += field_lines(name, _plain(value), 0)
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: int = 0) -> Iterator[str]:
    for paragraph in text.split("\n"):
        for line in wrap(paragraph, _COMMENT_WIDTH) or [""]:
            yield f"# {' ' * indent}{line}".rstrip()


def _plain(value: object) -> Plain:
    """Return *value* as a data file holds it."""
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else str(value)


def _check(issue: Issue, node: MapNode, file: str) -> Iterator[Problem]:
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
    for number, section in enumerate(issue.sections):
        for story_number, story in enumerate(section.stories):
            if story.when and story.date and story.date < issue.date:
                mark = value_mark(node, ("sections", number, "stories", story_number, "date"))
                details = {"value": str(story.date), "date": str(issue.date)}
                yield Problem(Place(file, *mark), "issue_event_over", details, Severity.WARNING)


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

"""Write problems for people and for the machines that they use: text, Markdown, GitHub annotations, JSON, SARIF.

Each format is a function of the findings of a check; `FORMATS` lists them.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from ecosystem.editing.changes.describe import escaped
from ecosystem.ground.languages import NATIVE_NAMES, Language
from ecosystem.ground.problems import Problem, Severity
from ecosystem.words.messages import Messages

#: GitHub takes a summary of a million characters; who made so many mistakes begins with these.
MOST_ROWS: Final = 200

_SEVERITIES: Final = {Severity.ERROR: "severity_error", Severity.WARNING: "severity_warning"}

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The result of a check: every problem, where the data is, and how many records were read.

    Most formats say it in one language; what is read on GitHub says it in `others` too.
    """

    problems: Sequence[Problem]
    messages: Messages
    language: Language
    others: Mapping[Language, Messages] = field(default_factory=dict)
    folder: str
    records: int

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def summary(self) -> str:
        """The last line of a report for people."""
        return self.summary_in(self.messages)

    def summary_in(self, messages: Messages) -> str:
        """Return that line in the language of *messages*."""
        return messages.words["summary"].format(
            folder=self.folder,
            records=self.records,
            errors=self.errors,
            warnings=len(self.problems) - self.errors,
        )


def as_text(findings: Findings) -> str:
    """One line for each problem, `file:line:column: severity: text` as editors' tools read it, and a summary."""
    lines = [findings.messages.line(problem) for problem in findings.problems]
    return "\n".join([*lines, findings.summary]) + "\n"


def as_github(findings: Findings) -> str:
    """GitHub's workflow commands, which it shows beside the lines; errors first, as it shows ten of a kind a step."""
    lines = [_github_command(problem, findings) for problem in worst_first(findings.problems)]
    return "\n".join([*lines, findings.summary]) + "\n"


def as_markdown(findings: Findings) -> str:
    """A table for each language, errors first: what GitHub shows as the summary of a job, where nothing is left out."""
    languages = {findings.language: findings.messages, **findings.others}
    return "\n".join(line for language, messages in languages.items() for line in _table(language, messages, findings))


def worst_first(problems: Sequence[Problem]) -> list[Problem]:
    """Return *problems* with the errors in front, else as they stand."""
    return sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)


def _table(language: Language, messages: Messages, findings: Findings) -> Iterator[str]:
    yield f"### {NATIVE_NAMES[language]}\n"
    yield f"{escaped(findings.summary_in(messages))}\n"
    if findings.problems:
        heads = [messages.words[key] for key in ("table_place", "table_severity", "table_said")]
        yield f"| {' | '.join(heads)} |"
        yield "| --- | --- | --- |"
    for problem in worst_first(findings.problems)[:MOST_ROWS]:
        severity = messages.words[_SEVERITIES[problem.severity]]
        yield f"| {escaped(str(problem.place))} | {severity} | {escaped(messages.text(problem))} |"
    yield ""


def as_json(findings: Findings) -> str:
    """Every problem with its place, code, text and the values in its text."""
    problems = [
        {
            "file": _readable(problem.place.file),
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": findings.messages.text(problem),
            "details": dict(problem.details),
        }
        for problem in findings.problems
    ]
    report = {
        "folder": findings.folder,
        "language": findings.language,
        "records": findings.records,
        "errors": findings.errors,
        "warnings": len(problems) - findings.errors,
        "problems": problems,
    }
    return _dump(report)


def as_sarif(findings: Findings) -> str:
    """The static analysis results interchange format, version 2.1.0, for code scanning and editors."""
    codes = sorted({problem.code for problem in findings.problems})
    run = {
        "tool": {"driver": {"name": "ecosystem check", "rules": [{"id": code} for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _sarif_result(problem, findings.messages, codes.index(problem.code)) for problem in findings.problems
        ],
    }
    return _dump({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


Format: TypeAlias = Callable[[Findings], str]

FORMATS: Final[Mapping[str, Format]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
    "markdown": as_markdown,
}


def _github_command(problem: Problem, findings: Findings) -> str:
    place = problem.place
    text = "\n".join(messages.text(problem) for messages in (findings.messages, *findings.others.values()))
    properties = f"file={_in_property(_readable(place.file))},line={place.line},col={place.column},title={problem.code}"
    return f"::{problem.severity} {properties}::{_in_command(text)}"


def _in_command(text: str) -> str:
    """Return *text* as GitHub wants it after the second pair of colons."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_command(text).replace(":", "%3A").replace(",", "%2C")


def _sarif_result(problem: Problem, messages: Messages, rule: int) -> dict[str, Any]:
    place = problem.place
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": messages.text(problem)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(place.file)},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }


def _uri(file: str) -> str:
    return quote(os.fsencode(file), safe="/")


def _readable(file: str) -> str:
    """Return *file* as text: a name of a file may hold bytes that are none."""
    return os.fsencode(file).decode("utf-8", "replace")


def _dump(report: Mapping[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"

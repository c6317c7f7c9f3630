"""Write problems for people and for the machines that they use: text, GitHub annotations, JSON, SARIF.

Each format is a function of the findings of a check; `FORMATS` lists them.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem, Severity
from ecosystem.words.messages import Messages

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The result of a check: every problem, where the data is, and how many records were read."""

    problems: Sequence[Problem]
    messages: Messages
    language: Language
    folder: str
    records: int

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def summary(self) -> str:
        """The last line of a report for people."""
        return self.messages.words["summary"].format(
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
    worst_first = sorted(findings.problems, key=lambda problem: problem.severity is not Severity.ERROR)
    lines = [_github_command(problem, findings.messages) for problem in worst_first]
    return "\n".join([*lines, findings.summary]) + "\n"


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
}


def _github_command(problem: Problem, messages: Messages) -> str:
    place = problem.place
    properties = f"file={_in_property(_readable(place.file))},line={place.line},col={place.column},title={problem.code}"
    return f"::{problem.severity} {properties}::{_in_command(messages.text(problem))}"


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

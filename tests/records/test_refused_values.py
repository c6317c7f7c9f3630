"""What no field may hold is refused in every text and address field of every collection, each at its own line."""

from pathlib import Path

import pytest

from addresses import COLLECTIONS
from ecosystem.ground.problems import Problem, Severity
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from hostile_records import IDS, Words, fill, write_yaml

pytestmark = pytest.mark.slow

FINE = Words("Sana", "Sana", "https://example.org/")

#: Stands in the file for what YAML's writer would write otherwise.
MARK = "MERKKI"

#: As many findings of characters as a file shows (`ecosystem.ground.text.MOST_OF_A_KIND`).
MOST = 20

ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://example.org/",
    "//example.org/",
    "ftp://example.org/",
    "https://user:word@example.org/",
    "https://thl.fi@evil.example/",
    "https://thl.fi\\\\@evil.example/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://localhost/",
    "https://intranet.local/",
    "https://example.org:8443/",
    "https://th\u217c.fi/",
    "https://th\u04cf.fi/",
    'https://example.org/\\"onclick=alert(1)',
    "https://example.org/<script>",
    "https://example.org/{{7*7}}",
    "https://example.org/ a",
    "https://example.org/\\r\\nSet-Cookie:a=b",
    "https://example.org/\\u202e",
    "https://example.org/%00",
    "https://example.org/%0d%0aSet-Cookie:a=b",
    "https://example.org/%0A",
    "https://example.org/%E2%80%AEgnp.exe",
    "https://example.org/?q=%ef%bf%be",
    "https://example.org/" + "a" * 10_000,
    "https://",
    "example.org",
)
TEXTS = (
    "a\u202eb",
    "a\\u202eb",
    "a\\u2066b",
    "a\\u0000b",
    "a\\u001bb",
    "a\u001bb",
    "a\\r\\nb",
    "a\\u2028b",
    "a\\uFFFEb",
    "a\\U000E0041b",
    "a\ue000site-root/b",
    "a\\uE000b",
    "a\\tb",
    "a" * 10_000,
    "   ",
    "\u3164",
    "\u2800\u200b",
    "a\ufdd0b",
)


def written(folder: Path, words: Words, hostile: str) -> dict[str, list[int]]:
    """Write a record of each collection with *hostile* at the mark; return the lines at which it stands by file."""
    lines = {}
    for name, model in COLLECTIONS.items():
        path = folder / f"{name}.yaml"
        write_yaml(path, [fill(model, words, IDS[0], name)])
        text = path.read_text(encoding="utf-8")
        lines[path.name] = [number for number, line in enumerate(text.split("\n"), 1) if MARK in line]
        path.write_text(text.replace(MARK, hostile), encoding="utf-8")
    return lines


def refused(folder: Path) -> dict[str, set[int]]:
    """Return the lines of the errors by file."""
    found: dict[str, set[int]] = {}
    problems: list[Problem] = load_and_check(folder, KINDS)[1]
    for problem in problems:
        if problem.severity is Severity.ERROR:
            found.setdefault(Path(problem.place.file).name, set()).add(problem.place.line)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    return tmp_path


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_refused_wherever_it_stands(folder: Path, address: str) -> None:
    lines = written(folder, Words(FINE.line, FINE.prose, MARK), address)
    assert sum(map(len, lines.values())) >= 39
    found = refused(folder)
    for file, expected in lines.items():
        assert set(expected[:MOST]) <= found[file], file


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_refused_wherever_it_stands(folder: Path, text: str) -> None:
    lines = written(folder, Words(MARK, MARK, FINE.url), text)
    assert sum(map(len, lines.values())) > 300
    found = refused(folder)
    for file, expected in lines.items():
        assert set(expected[:MOST]) <= found[file], file


@pytest.mark.parametrize("text", ["a\\nb", "a" * 201])
def test_a_line_is_one_line(folder: Path, text: str) -> None:
    lines = written(folder, Words(MARK, FINE.prose, FINE.url), text)
    found = refused(folder)
    for file, expected in lines.items():
        assert set(expected[:MOST]) <= found.get(file, set()), file


@pytest.mark.parametrize("value", ["a@b@example.org", "a@example", "a@example.org\\r\\nBcc: b@example.org", "<a@b.fi>"])
def test_an_e_mail_address_is_nothing_else(folder: Path, value: str) -> None:
    lines = written(folder, Words(FINE.line, FINE.prose, FINE.url, email=MARK), value)
    assert lines["members.yaml"] or any(lines.values())
    found = refused(folder)
    for file, expected in lines.items():
        assert set(expected[:MOST]) <= found.get(file, set()), file


def test_what_is_refused_here_passes_with_fine_words(folder: Path) -> None:
    written(folder, FINE, "")
    errors = [problem for problem in load_and_check(folder, KINDS)[1] if problem.severity is Severity.ERROR]
    assert {problem.code for problem in errors} <= {"picture_missing"}, errors

"""What the guides for editors show is true: each example passes the check, each error is really produced."""

import re
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from addresses import COLLECTIONS
from ecosystem.cli import main
from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.records.load import SUFFIX
from ecosystem.records.record import field_order
from workbench import FULL, NOW, ROOT

pytestmark = pytest.mark.slow

GUIDES = {language: ROOT / f"EDITING.{language}.md" for language in ("fi", "sv", "en")}

#: Where the site is; its pages may be named by their whole addresses, since no file here is the page.
SITE = "https://www.sotetekoaly.fi/"

_EXAMPLE = re.compile(r"<!-- (fields|record|error) (.*?) -->\n```(yaml|text)\n(.*?)```", re.DOTALL)
_POSITION = re.compile(r":\d+:\d+:")


@dataclass(frozen=True)
class Example:
    language: str
    kind: str
    target: str
    text: str


def examples(*kinds: str) -> list[Example]:
    return [example for example in all_examples() if example.kind in kinds]


def all_examples() -> Iterator[Example]:
    for language, path in GUIDES.items():
        for kind, target, _, text in _EXAMPLE.findall(path.read_text(encoding="utf-8")):
            yield Example(language, kind, target, text)


def name_of(example: Example) -> str:
    return f"{example.language}-{example.target}"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(FULL.data, tmp_path / "data")
    monkeypatch.setenv("ECOSYSTEM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("example", examples("fields", "record"), ids=name_of)
def test_an_example_passes_the_check(copy: Path, capsys: pytest.CaptureFixture[str], example: Example) -> None:
    file, _, record_id = example.target.partition(" ")
    path = copy / file
    order = field_order(next(model for name, model in COLLECTIONS.items() if path.name == name + SUFFIX))
    collection = CollectionText(path.read_text(encoding="utf-8"), file)
    head = f"- id: {record_id}\n" if record_id else ""
    assert head or textwrap.dedent(example.text) == example.text
    (record,) = CollectionText(head + example.text, "example").records
    fields = plain(record.node)
    assert isinstance(fields, dict)
    changes = {record_id: {name: value for name, value in fields.items() if name != "id"}} if record_id else {}
    text = collection.with_changes(changes, [] if record_id else [fields], order)
    assert text != path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert example.text in text
    assert main(["check", "--strict"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("example", examples("error"), ids=name_of)
def test_an_error_is_really_produced(copy: Path, capsys: pytest.CaptureFixture[str], example: Example) -> None:
    file, _, mistake = example.target.partition(": ")
    right, _, wrong = mistake.partition(" → ")
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert f" {right}\n" in text
    path.write_text(text.replace(f" {right}\n", f" {wrong.strip()}\n", 1), encoding="utf-8")
    assert main(["check", "--language", example.language]) == 1
    # Positions move when the data grows; the words may not.
    said = [_POSITION.sub(":", line) for line in capsys.readouterr().out.splitlines()]
    assert _POSITION.sub(":", example.text.strip()) in said


def test_the_guides_show_the_same_in_every_language() -> None:
    shown = {language: [(e.kind, e.target) for e in all_examples() if e.language == language] for language in GUIDES}
    assert len(shown["fi"]) == 9
    assert shown["fi"] == shown["sv"] == shown["en"]
    blocks = {language: path.read_text(encoding="utf-8").count("```") for language, path in GUIDES.items()}
    assert set(blocks.values()) == {18}, "a block without a marker is run by no test"


@pytest.mark.parametrize("path", GUIDES.values(), ids=list(GUIDES))
def test_what_a_guide_names_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`\n]*`", "", text))
    assert [link for link in links if not ((ROOT / link).is_file() or link.startswith(SITE))] == []
    assert all((ROOT / file).exists() for file in re.findall(r"`(data/[\w.]*)`", text))
    assert "join-approved" in (ROOT / ".github" / "workflows" / "join.yml").read_text(encoding="utf-8")
    for command in re.findall(r"`python -m ecosystem ([\w-]+) ", text):
        with pytest.raises(SystemExit) as finished:
            main([command, "--help"])
        assert finished.value.code == 0

"""An entry of the offering without YAML: the form that becomes an entry, and the workbook that goes there and back."""

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ecosystem.cli import main
from ecosystem.cli.join import form_of
from ecosystem.editing.forms.issue_form import read_form
from ecosystem.kinds.registry import KINDS
from workbench import NOW, SMALL, edit
from yaml_files import read_yaml

QUESTIONS = read_form(form_of(KINDS["offerings"]))

#: What a company answers that fills in little more than it must.
ANSWERS = {
    "name-fi": "Lääkelaskuri",
    "provider-name-fi": "Keksitty Lääke Oy",
    "summary-fi": "Laskee annoksen.",
    "summary-sv": "Räknar ut dosen.",
    "summary-en": "Calculates the dose.",
    "maturity-trl": "7",
    "markets": "FI, JP",
}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small data, on which commands work."""
    data = tmp_path / "data"
    shutil.copytree(SMALL.data, data)
    for name, value in {"ECOSYSTEM_DATA": str(data), "LANGUAGE": "en", "SOURCE_DATE_EPOCH": NOW}.items():
        monkeypatch.setenv(name, value)
    return data


def issue(**answers: str) -> str:
    """Return the text that GitHub makes of the form; what there is to choose is chosen first in its list."""
    parts = []
    for question in QUESTIONS:
        answer = answers.get(question.id, "_No response_")
        if question.kind == "checkboxes":
            ticked = question.id == "consent"
            answer = "\n".join(f"- [{'X' if ticked else ' '}] {option}" for option in question.options)
        elif question.kind == "dropdown" and question.required:
            answer = next(iter(question.options))
        parts.append(f"### {question.label}\n\n{answer}")
    return "\n\n".join(parts)


def join(data: Path, text: str) -> int:
    file = data.parent / "issue.md"
    file.write_text(text, encoding="utf-8")
    source = "https://github.com/example/site/issues/1"
    options = ("--kind", "offerings", "--updated", "2026-11-22", "--source", source)
    return main(["join", str(file), *options])


def offering(data: Path, name: str) -> dict[str, Any]:
    """Return the entry called *name* as its file has it."""
    return next(one for one in read_yaml(data / "offerings.yaml") if one["id"] == name)


def exported(data: Path) -> Path:
    table = data.parent / "offerings.xlsx"
    assert main(["export", "offerings", "--xlsx", str(table)]) == 0
    return table


def write_cell(table: Path, record: str, column: str, value: str) -> None:
    """Write *value* as somebody does who edits the table in a spreadsheet."""
    book = openpyxl.load_workbook(table)
    sheet = book.worksheets[0]
    heading = [cell.value for cell in sheet[1]].index(column) + 1
    row = [cell.value for cell in sheet["A"]].index(record) + 1
    sheet.cell(row, heading).value = value
    book.save(table)


def test_the_form_becomes_an_entry_that_says_who_declared_it_and_when(small: Path) -> None:
    assert join(small, issue(**ANSWERS)) == 0
    entry = offering(small, "laakelaskuri")
    assert entry["provider"] == {"name": {"fi": "Keksitty Lääke Oy"}}
    assert entry["summary"]["en"] == "Calculates the dose."
    assert entry["maturity"] == {"trl": "7"}
    assert entry["markets"] == ["FI", "JP"]
    assert str(entry["verified_on"]) == "2026-11-22"
    assert str(entry["self_declared"]).lower() == "true"


def test_an_answer_that_cannot_be_is_told_by_its_question_and_nothing_is_written(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (small / "offerings.yaml").read_bytes()
    assert join(small, issue(**ANSWERS | {"maturity-trl": "12"})) == 1
    assert "TRL" in capsys.readouterr().out
    assert (small / "offerings.yaml").read_bytes() == before


def test_a_workbook_that_nobody_edited_changes_nothing(small: Path) -> None:
    before = (small / "offerings.yaml").read_bytes()
    assert main(["import", "offerings", str(exported(small))]) == 0
    assert (small / "offerings.yaml").read_bytes() == before


def test_a_cell_of_a_part_changes_that_part_alone(small: Path) -> None:
    table = exported(small)
    before = offering(small, "tuote")
    write_cell(table, "tuote", "maturity.live_deployments", "41")
    assert main(["import", "offerings", str(table)]) == 0
    after = offering(small, "tuote")
    assert str(after["maturity"]["live_deployments"]) == "41"
    assert after["maturity"]["trl"] == before["maturity"]["trl"]
    assert {key for key in after if after[key] != before[key]} == {"maturity", "updated"}


def test_a_table_kept_for_a_week_undoes_nobodys_change(small: Path) -> None:
    table = exported(small)
    url = str(offering(small, "tuote")["url"])
    edit(small / "offerings.yaml", url, "https://www.example.org/changed-meanwhile")
    write_cell(table, "tuote", "maturity.live_deployments", "41")
    assert main(["import", "offerings", str(table)]) == 0
    after = offering(small, "tuote")
    assert after["url"] == "https://www.example.org/changed-meanwhile"
    assert str(after["maturity"]["live_deployments"]) == "41"


def test_two_changes_of_one_value_are_told_by_their_cell(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = exported(small)
    url = str(offering(small, "tuote")["url"])
    edit(small / "offerings.yaml", url, "https://www.example.org/changed-meanwhile")
    write_cell(table, "tuote", "url", "https://www.example.org/another")
    before = (small / "offerings.yaml").read_bytes()
    assert main(["import", "offerings", str(table)]) == 1
    said = capsys.readouterr().out
    assert "column url" in said
    assert "https://www.example.org/changed-meanwhile" in said
    assert (small / "offerings.yaml").read_bytes() == before


def test_providers_are_asked_to_confirm_what_becomes_old(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["confirmations", "--within", "400", "--language", "en"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith("organisation,contact,id")
    assert any("tuote" in row and "export@example.org" in row for row in rows[1:])

"""Members go to a spreadsheet and back: `export members`, `import members`."""

import csv
import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecosystem.cli import main
from ecosystem.ground.problems import Severity
from ecosystem.ground.spreadsheet import column_letters, csv_bytes, read_table, xlsx_bytes
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from workbench import FULL, ROOT
from yaml_files import read_yaml

pytestmark = pytest.mark.slow


def rows_of(data: Path) -> list[dict[str, str]]:
    target = data.parent / "out.csv"
    assert main(["export", "members", "--csv", str(target)]) == 0
    return list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline="")))


def import_rows(data: Path, rows: list[dict[str, str]], delimiter: str = ",") -> int:
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    table = data.parent / "in.csv"
    table.write_bytes(target.getvalue().encode())
    return main(["import", "members", str(table)])


def members(data: Path) -> list[str]:
    return (data / "members.yaml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_round_trip_without_edits_changes_nothing(data: Path, form: str) -> None:
    before = (data / "members.yaml").read_bytes()
    table = data.parent / f"members.{form}"
    assert main(["export", "members", f"--{form}", str(table)]) == 0
    first = table.read_bytes()
    assert main(["import", "members", str(table)]) == 0
    assert (data / "members.yaml").read_bytes() == before
    assert main(["export", "members", f"--{form}", str(table)]) == 0
    assert table.read_bytes() == first


def test_one_edited_cell_is_one_changed_line(data: Path) -> None:
    before = members(data)
    rows = rows_of(data)
    row = next(row for row in rows if row["id"] == "hus")
    row["name.en"] = "HUS: a group"
    row["updated"] = "1.12.2026"  # as a spreadsheet in Finland writes the date back
    assert import_rows(data, rows, delimiter=";") == 0
    after = members(data)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        ("    en: HUS Group", '    en: "HUS: a group"'),
        ("  updated: 2026-11-22", "  updated: 2026-12-01"),
    ]


def test_a_new_row_enters_sorted_and_a_missing_one_deletes_nothing(data: Path) -> None:
    new = {
        "id": "fff",
        "name.fi": "Effi",
        "name.sv": "Effi",
        "name.en": "Effi",
        "kind": "company",
        "offers": "tools; data",
        "sources": "https://example.org/\ndocument: toimintasuunnitelma-2025 | page: 3",
    }
    before = members(data)
    assert import_rows(data, [new]) == 0
    after = members(data)
    at = after.index("- id: fff")
    assert after[at : at + 15] == [
        "- id: fff",
        "  name:",
        "    fi: Effi",
        "    sv: Effi",
        "    en: Effi",
        "  kind: company",
        "  offers:",
        "    - tools",
        "    - data",
        "  updated: 2026-11-22",
        "  sources:",
        "    - url: https://example.org/",
        "    - document: toimintasuunnitelma-2025",
        "      page: 3",
        "- id: hus",
    ]
    assert after[:at] + after[at + 14 :] == before


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("url", "=HYPERLINK(1)", "row 2, column url (cell K2): the cell holds a formula"),
        ("url", "http://a.fi/", "row 2, column url (cell K2): url"),
        ("kind", "compny", "Did you mean company?"),
        ("region", "pirkanma", "row 2, column region (cell J2)"),
        ("name.sv", "", "row 2, column name.sv (cell C2): name has no text in the language sv"),
        ("summary.en", "x\u202ey", "row 2, column summary.en (cell U2)"),
        ("offers", "tools; gold", "row 2, column offers (cell AD2)"),
        ("sources", "", "row 2, column sources (cell AL2): sources is missing"),
        ("updated", "yesterday", "row 2, column updated (cell AK2)"),
        ("id", "hus", "row 3, column id (cell A3): the id hus is already in row 2"),
        ("id", "", "row 2, column id (cell A2): the id is missing"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(
    data: Path, capsys: pytest.CaptureFixture[str], column: str, value: str, message: str
) -> None:
    rows = rows_of(data)
    before = (data / "members.yaml").read_bytes()
    rows[0][column] = value
    assert import_rows(data, rows) == 1
    assert message in capsys.readouterr().out
    assert (data / "members.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        ("id,ulr", "Did you mean url?"),
        ("id,url,url", "appears twice"),
        ("name.fi", "the column id is missing"),
        ("id,url\na,b,c", "column C2 (cell C2)"),
        ('id,"url', "row 1"),
        ("", "the table is empty"),
        ("id,Åbo", "not UTF-8"),
    ],
)
def test_a_broken_table_is_explained(
    data: Path, capsys: pytest.CaptureFixture[str], heading: str, message: str
) -> None:
    table = data.parent / "in.csv"
    table.write_bytes(heading.encode("cp1252"))
    assert main(["import", "members", str(table)]) == 1
    assert message in capsys.readouterr().out


def test_a_workbook_with_a_formula_or_a_real_date_is_read_right(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = data.parent / "m.xlsx"
    main(["export", "members", "--xlsx", str(table)])
    book = openpyxl.load_workbook(table)
    sheet = book.worksheets[0]
    assert sheet["K2"].value == "https://digifinland.fi/"
    sheet["K2"] = "=1+1"
    book.save(table)
    assert main(["import", "members", str(table)]) == 1
    assert "row 2, column url (cell K2): the cell holds a formula, =1+1" in capsys.readouterr().out
    sheet["K2"] = "https://digifinland.fi/"
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("since") + 1, 2025)
    book.save(table)
    assert main(["import", "members", str(table)]) == 0
    assert "  since: 2025" in members(data)


@pytest.mark.parametrize("content", [b"PK", b"PK\x03\x04 nothing", b"\x00\x01", b"\xff\xfei\x00d\x00"])
def test_a_file_that_is_no_table_ends_in_a_message(data: Path, content: bytes) -> None:
    table = data.parent / "m.xlsx"
    table.write_bytes(content)
    assert main(["import", "members", str(table)]) == 1


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["csv", "xlsx"]), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=12)), max_size=5))
def test_a_mutated_table_ends_in_a_message_and_never_in_broken_data(
    data: Path, form: str, changes: list[tuple[float, bytes]]
) -> None:
    shutil.copyfile(FULL.data / "members.yaml", data / "members.yaml")
    table = data.parent / "mutated"
    main(["export", "members", f"--{form}", str(table)])
    content = bytearray(table.read_bytes())
    for part, new in changes:
        at = int(part * (len(content) - 1))
        content[at : at + len(new) // 2] = new
    table.write_bytes(content)
    assert main(["import", "members", str(table)]) in (0, 1)
    _, problems = check(data, KINDS)
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("text", ["=1", "+358", "-a", "@x", "\tx", "\rx", "'=1", "''@x", "'a", "a"])
def test_a_guarded_cell_reads_back_exactly(tmp_path: Path, text: str) -> None:
    target = tmp_path / "t.csv"
    target.write_bytes(csv_bytes([["id", text]]))
    (row,) = csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline=""))
    assert row[1][0] not in "=+-@\t\r"
    assert read_table(target)[0].cells[1].text == text


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2, max_size=4))
def test_any_cells_survive_csv(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    target = tmp_path_factory.mktemp("t") / "t.csv"
    target.write_bytes(csv_bytes([["id", "a", "b", "c"], ["x", *cells]]))
    assert [cell.text for cell in read_table(target)[1].cells] == ["x", *cells]


def test_a_workbook_is_the_same_for_the_same_data_and_runs_no_formula(tmp_path: Path) -> None:
    rows = [["id", "url"], ["=1+1", "https://a.fi/"]]
    assert xlsx_bytes(rows, "members") == xlsx_bytes(rows, "members")
    target = tmp_path / "t.xlsx"
    target.write_bytes(xlsx_bytes(rows, "members"))
    cells = read_table(target)[1].cells
    assert [(cell.text, cell.fault) for cell in cells] == [
        ("=1+1", None),
        ("https://a.fi/", None),
    ]


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_words_of_the_commands_are_the_same_in_all_languages() -> None:
    files = [ROOT / "strings" / "commands" / f"{language}.yaml" for language in ("fi", "sv", "en")]
    keys = [list(read_yaml(file)) for file in files]
    assert keys[0] == keys[1] == keys[2] == sorted(keys[0])


def test_a_short_name_is_one_for_all_or_one_for_each_language(data: Path) -> None:
    rows = rows_of(data)
    row = next(row for row in rows if row["id"] == "stm")
    assert (row["short_name"], row["short_name.sv"]) == ("STM", "")
    row["short_name.sv"], row["short_name.en"] = "SHM", "MSAH"
    assert import_rows(data, rows) == 0
    text = (data / "members.yaml").read_text(encoding="utf-8")
    assert "  short_name:\n    fi: STM\n    sv: SHM\n    en: MSAH\n" in text
    again = next(row for row in rows_of(data) if row["id"] == "stm")
    assert [again[f"short_name{end}"] for end in ("", ".fi", ".sv", ".en")] == ["", "STM", "SHM", "MSAH"]


def test_a_table_from_before_with_one_column_for_short_names_is_read(data: Path) -> None:
    rows = [{"id": "thl", "short_name": "Laitos"}]
    assert import_rows(data, rows) == 0
    assert "  short_name: Laitos\n" in (data / "members.yaml").read_text(encoding="utf-8")


def test_a_changed_row_is_of_today(data: Path) -> None:
    """Who edits the address in a spreadsheet does not think of `updated`; who gives it a day keeps that day."""
    rows = rows_of(data)
    rows[0]["url"] = "https://uusi.example.org/"
    rows[1] |= {"url": "https://toinen.example.org/", "updated": "2025-12-24"}
    assert import_rows(data, rows) == 0
    after = {member["id"]: member for member in read_yaml(data / "members.yaml")}
    assert [str(after[row["id"]]["updated"]) for row in rows[:3]] == ["2026-11-22", "2025-12-24", rows[2]["updated"]]


def test_an_organisation_that_a_table_adds_a_second_time_is_said(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = rows_of(data)
    rows.append({**rows[0], "id": "digi-toinen"})
    assert import_rows(data, rows) == 0
    out = capsys.readouterr().out
    assert "DigiFinland Oy is already a member" in out
    assert "digi-toinen" in out


def test_a_table_of_another_program_says_how_to_save_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = data.parent / "table.ods"
    with zipfile.ZipFile(table, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert main(["import", "members", str(table)]) == 1
    assert "save it as .xlsx" in capsys.readouterr().out

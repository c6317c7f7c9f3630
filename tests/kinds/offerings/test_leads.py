"""The template of sales leads, as the programs that open it read it; and no lead ever in this repository."""

import os
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.leads.template import BASES, COLUMNS, INSTRUCTIONS, SECRECY, STATES, Entry
from ecosystem.words.wording import placeholders, read_words
from workbench import ROOT, SMALL, run_ecosystem

pytestmark = pytest.mark.slow

TEST_DATA = str(SMALL.data)
#: The room of the code that makes the template.
LEADS = ROOT / "hooks" / "ecosystem" / "kinds" / "offerings" / "leads"
#: Hugo names a template by the ending of the file that it makes: here stand no spreadsheets.
TEMPLATES = "benchmarks/hugo/layouts/"
WORDS = {language: read_words(ROOT / "strings" / "leads" / f"{language}.yaml") for language in LANGUAGES}


def make(file: Path, language: Language = "en") -> Path:
    result = run_ecosystem("leads-template", "--language", language, "--to", str(file), ECOSYSTEM_DATA=TEST_DATA)
    assert (result.returncode, result.stdout) == (0, f"{file}\n"), result.stderr
    return file


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return openpyxl.load_workbook(make(tmp_path_factory.mktemp("leads") / "leads.xlsx"))


def git(*arguments: str) -> str:
    """Return what git answers; without a clone the test is skipped, but fails where there must be one (CI)."""
    if not (ROOT / ".git").exists():
        reason = "this is no clone, so git knows nothing of it"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout


def values(book: Any, name: str) -> list[str]:
    """Return the texts of the range called *name*."""
    ((sheet, cells),) = book.defined_names[name].destinations
    return [cell.value for (cell,) in book[sheet][cells]]


def rule_of(book: Any, heading: str) -> Any:
    sheet = book["Leads"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == heading)
    return next(rule for rule in sheet.data_validations.dataValidation if f"{letter}2" in str(rule.sqref))


def test_the_sheets_stand_in_the_order_of_reading(book: Any) -> None:
    assert book.sheetnames == ["Instructions", "Leads", "States", "Summary", "Lists"]
    assert book.active.title == "Instructions"
    assert book.properties.title == "Sales leads"
    assert [one.value for one in book.custom_doc_props.props] == ["en"]


def test_leads_have_all_columns_and_stand_empty(book: Any) -> None:
    sheet = book["Leads"]
    assert [cell.value for cell in sheet[1]] == [WORDS["en"][f"column.{column.key}"] for column in COLUMNS]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.tables["LeadsTable"].ref == "A1:Q501"
    filled = {cell.column_letter for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None}
    assert filled == {"Q"}, "only the column that is computed holds anything"


def test_one_chooses_from_the_data(book: Any) -> None:
    assert "Service (palvelu)" in values(book, "Choices_offerings")
    assert values(book, "Choices_members") == ["Åland Association (aland-ry)", "Example Ltd (esimerkki-oy)"]
    assert values(book, "Choices_states") == ["new", "qualified", "introduced", "negotiation", "won", "lost", "parked"]
    countries = values(book, "Choices_countries")
    assert {"Germany (DE)", "Finland (FI)"} <= set(countries) and len(countries) > 240
    assert not [name for name in countries if "(EU)" in name]


@pytest.mark.parametrize(
    ("heading", "source", "style"),
    [
        ("Country", "Choices_countries", None),
        ("Matching offering", "Choices_offerings", "information"),
        ("Owner", "Choices_members", "information"),
        ("State", "Choices_states", None),
        ("Basis of processing", "Choices_bases", None),
        ("Confidentiality", "Choices_secrecy", None),
    ],
)
def test_a_cell_offers_its_list_and_refuses_or_questions_the_rest(
    book: Any, heading: str, source: str, style: str | None
) -> None:
    rule = rule_of(book, heading)
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", source, style)


def test_every_column_says_what_belongs_into_it(book: Any) -> None:
    for column in COLUMNS:
        heading = WORDS["en"][f"column.{column.key}"]
        assert (rule_of(book, heading).promptTitle, rule_of(book, heading).prompt) == (
            heading,
            WORDS["en"][f"column.{column.key}.help"],
        )
        assert (rule_of(book, heading).type == "date") is (column.entry is Entry.DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_spreadsheet_program_cuts_off_is_short_enough(language: Language) -> None:
    for column in COLUMNS:
        assert len(WORDS[language][f"column.{column.key}"]) <= 32
        assert len(WORDS[language][f"column.{column.key}.help"]) <= 255
    assert all(len(text) <= 31 for key, text in WORDS[language].items() if key.startswith("sheet."))
    assert len({WORDS[language][f"state.{state.key}"] for state in STATES}) == len(STATES)


def test_nothing_is_said_by_colour_alone(book: Any) -> None:
    rules = [rule for _, some in book["Leads"].conditional_formatting._cf_rules.items() for rule in some]
    assert len(rules) == 4
    for rule in rules:
        font = rule.dxf.font
        assert font.b or font.i or font.strike, "a colour with no weight, slant or line"
    assert '"late"' in book["Leads"]["Q2"].value


def test_the_summary_counts_by_state(book: Any) -> None:
    sheet = book["Summary"]
    assert [sheet.cell(row, 1).value for row in range(2, 10)] == [*values(book, "Choices_states"), "Total"]
    assert sheet["B2"].value == "=COUNTIFS('Leads'!$K$2:$K$501,$A2)"
    assert sheet["C2"].value == "=COUNTIFS('Leads'!$K$2:$K$501,$A2,'Leads'!$Q$2:$Q$501,\"late\")"
    assert sheet["B9"].value == "=SUM(B2:B8)"


def test_the_chart_has_a_text_alternative(tmp_path: Path) -> None:
    with zipfile.ZipFile(make(tmp_path / "leads.xlsx")) as packed:
        drawing = next(packed.read(name).decode() for name in packed.namelist() if name.endswith("drawing1.xml"))
    assert f'descr="{WORDS["en"]["summary.chart.alt"]}"' in drawing


def test_the_model_says_who_acts_for_how_long_and_what_comes_next(book: Any) -> None:
    rows = {row[0]: row[1:] for row in book["States"].iter_rows(min_row=2, max_row=8, max_col=5, values_only=True)}
    assert list(rows) == values(book, "Choices_states")
    assert all(all(cell is not None for cell in row) for row in rows.values())
    assert (rows["new"][2], rows["won"][2]) == (14, "no limit")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_exists_in_every_language_and_is_the_same_each_time(tmp_path: Path, language: Language) -> None:
    first, second = make(tmp_path / "a.xlsx", language), make(tmp_path / "b.xlsx", language)
    assert first.read_bytes() == second.read_bytes()
    assert openpyxl.load_workbook(first).sheetnames[1] == WORDS[language]["sheet.leads"]


def test_a_file_that_may_hold_leads_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "leads.xlsx"
    file.write_bytes(b"leads")
    result = run_ecosystem("leads-template", "--to", str(file), ECOSYSTEM_DATA=TEST_DATA)
    assert (result.returncode, file.read_bytes()) == (1, b"leads")
    assert "exists and may hold leads" in result.stderr


def test_leads_are_not_kept_among_the_public_data() -> None:
    file = SMALL.data / "leads.xlsx"
    result = run_ecosystem("leads-template", "--to", str(file), ECOSYSTEM_DATA=TEST_DATA)
    assert (result.returncode, file.exists()) == (1, False)
    assert "among the public data" in result.stderr


def test_the_words_are_the_same_in_every_language_and_all_used() -> None:
    built = {f"column.{column.key}{end}" for column in COLUMNS for end in ("", ".help")}
    built |= {f"state.{state.key}{end}" for state in STATES for end in ("", ".meaning", ".who", ".then")}
    built |= {f"basis.{one}" for one in BASES} | {f"secrecy.{one}" for one in SECRECY}
    built |= {f"instruction.{one}.{part}" for one in INSTRUCTIONS for part in ("heading", "text")}
    code = "".join(path.read_text(encoding="utf-8") for path in LEADS.glob("*.py"))
    families = ("lists.", "sheet.", "states.", "summary.")
    for language in LANGUAGES:
        words = WORDS[language]
        assert list(words) == sorted(WORDS["en"])
        assert {key: placeholders(text) for key, text in words.items()} == {
            key: placeholders(text) for key, text in WORDS["en"].items()
        }
        others = {key for key in words if key not in built and not key.startswith(families)}
        assert built <= set(words)
        assert [key for key in others if f'"{key}"' not in code] == []


def test_no_lead_and_no_other_spreadsheet_is_in_the_repository() -> None:
    tracked = git("ls-files")
    spreadsheets = [file for file in tracked.splitlines() if re.search(r"\.(csv|ods|tsv|xls\w?)$", file, re.I)]
    assert [file for file in spreadsheets if not file.startswith(TEMPLATES)] == []


@pytest.mark.parametrize(
    "name", ["leads.xlsx", "Leads-2027.xlsm", "data/sales leads.csv", "x/liidit.ods", "LIIDIT.xls"]
)
def test_git_does_not_take_leads(name: str) -> None:
    assert git("check-ignore", name) == f"{name}\n"

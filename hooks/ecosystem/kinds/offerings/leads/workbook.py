"""Write the template of leads as a workbook: instructions, leads, states, summary and lists.

What matters is said in words, never by colour alone. Each sheet has its headings in the first row, which stays in
view and is repeated on paper. The same data gives the same bytes.
"""

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from ecosystem.kinds.offerings.leads.template import COLUMNS, INSTRUCTIONS, STATES, Column, Entry, index
from ecosystem.words.interface import Interface

#: As many leads as the sheet has room for; a table of a year's meetings is much shorter.
ROWS: Final = 500

#: A workbook carries the time of its making; this one keeps two templates of the same data the same.
_MADE: Final = datetime.datetime(2024, 6, 1)
_DAY_FORMAT: Final = "yyyy-mm-dd"
_EARLIEST: Final = datetime.date(2020, 1, 1)
#: In points; and how much of a line is filled on average when whole words are put on it.
_LINE: Final = 15.5
_FILLED: Final = 0.85
_A3: Final = 8
_A4: Final = 9
_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class LeadsWorkbook:
    """One template, in the language of its words, with the lists that one chooses from."""

    def __init__(self, words: Interface, lists: Mapping[str, Sequence[str]]) -> None:
        self._words = words
        self._lists = {name: values for name, values in lists.items() if values}

    def render(self, data_date: str) -> bytes:
        """Return the workbook; *data_date* says of which day the lists from the site's data are."""
        target = io.BytesIO()
        say = self._words.say
        with xlsxwriter.Workbook(target, _OPTIONS) as book:
            book.set_properties({"title": say("title"), "subject": say("subject"), "created": _MADE})
            book.set_custom_property("Language", self._words.language)
            self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
            self._wrapped = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
            self._number = book.add_format({"valign": "top"})
            sheets = {name: book.add_worksheet(say(f"sheet.{name}")) for name in _SHEETS}
            for name, sheet in sheets.items():
                sheet.set_landscape()
                sheet.set_paper(_A3 if name == "leads" else _A4)
                sheet.fit_to_pages(1, 0)
                sheet.set_header(f"&L{say('confidential')}&R{say('title')}")
                sheet.set_footer("&R&P / &N")
            self._write_instructions(book, sheets["instructions"], data_date)
            self._write_lists(book, sheets["lists"])
            self._write_leads(book, sheets["leads"])
            self._write_states(sheets["states"])
            self._write_summary(book, sheets["summary"])
            sheets["instructions"].activate()
        return target.getvalue()

    def _write_instructions(self, book: Any, sheet: Any, data_date: str) -> None:
        say = self._words.say
        title = book.add_format({"bold": True, "font_size": 18})
        sheet.set_column(0, 0, 84)
        sheet.write_string(0, 0, say("title"), title)
        sheet.write_string(1, 0, say("confidential"), book.add_format({"bold": True, "border": 1}))
        self._write_row(sheet, 2, [(say("proposal"), 84)])
        for number, part in enumerate(INSTRUCTIONS):
            sheet.write_string(4 + 3 * number, 0, say(f"instruction.{part}.heading"), book.add_format({"bold": True}))
            values = {"date": data_date} if part == "lists" else {}
            self._write_row(sheet, 5 + 3 * number, [(say(f"instruction.{part}.text", **values), 84)])

    def _write_lists(self, book: Any, sheet: Any) -> None:
        """Write each list under its heading, and name its range so that the leads can refer to it."""
        self._begin(sheet, [(self._words.say(f"lists.{name}"), 40) for name in self._lists])
        place = _quoted(self._words.say("sheet.lists"))
        for number, (name, values) in enumerate(self._lists.items()):
            letter = xl_col_to_name(number)
            sheet.write_column(1, number, values)
            book.define_name(_range_name(name), f"={place}!${letter}$2:${letter}${len(values) + 1}")

    def _write_leads(self, book: Any, sheet: Any) -> None:
        say = self._words.say
        self._begin(sheet, [(say(f"column.{column.key}"), column.width) for column in COLUMNS], freeze=(1, 1))
        day = book.add_format({"num_format": _DAY_FORMAT, "valign": "top", "align": "left"})
        for number, column in enumerate(COLUMNS):
            sheet.set_column(number, number, column.width, day if column.entry is Entry.DAY else self._wrapped)
            self._guide(sheet, number, column)
        for row in range(1, ROWS + 1):
            sheet.write_formula(row, index("note"), self._note(row), self._wrapped, "")
        sheet.add_table(
            *(0, 0, ROWS, len(COLUMNS) - 1),
            {
                "name": "LeadsTable",
                "style": "Table Style Light 1",
                "columns": [{"header": say(f"column.{column.key}"), "header_format": self._bold} for column in COLUMNS],
            },
        )
        self._mark(book, sheet)

    def _guide(self, sheet: Any, number: int, column: Column) -> None:
        """Say what belongs into a column when one of its cells is chosen, and refuse or question what does not."""
        say = self._words.say
        rule: dict[str, Any] = {"validate": "any"}
        if column.entry is Entry.DAY:
            rule = {"validate": "date", "criteria": ">=", "value": _EARLIEST, "error_message": say("error.date")}
        elif column.choices in self._lists:
            kind = "stop" if column.entry is Entry.LIST else "information"
            rule = {"validate": "list", "source": f"={_range_name(column.choices)}", "error_type": kind}
            rule["error_title"], rule["error_message"] = say("error.title"), say("error.choice")
        rule |= {"input_title": say(f"column.{column.key}")[:32], "input_message": say(f"column.{column.key}.help")}
        sheet.data_validation(1, number, ROWS, number, rule)

    def _note(self, row: int) -> str:
        """Return the formula that says in words what the lead in *row* lacks, the most pressing first."""
        at = {column.key: xl_rowcol_to_cell(row, number, col_abs=True) for number, column in enumerate(COLUMNS)}
        is_open = "OR(" + ",".join(f"{at['state']}={self._state(one.key)}" for one in STATES if one.is_open) + ")"
        closed = f"OR({at['state']}={self._state('won')},{at['state']}={self._state('lost')})"
        checks = (
            (f'AND({is_open},{at["due"]}<>"",{at["due"]}<TODAY())', "note.late"),
            (f'AND({is_open},{at["due"]}="")', "note.no_date"),
            (f'AND({is_open},{at["owner"]}="")', "note.no_owner"),
            (f'AND({at["contact"]}<>"",{at["basis"]}="")', "note.no_basis"),
            (f'AND({closed},{at["outcome"]}="")', "note.no_outcome"),
        )
        formula = '""'
        for condition, key in reversed(checks):
            formula = f"IF({condition},{_text(self._words.say(key))},{formula})"
        return f"={formula}"

    def _mark(self, book: Any, sheet: Any) -> None:
        """Make states and notes stand out: by weight, slant, line and frame, with a colour besides."""
        looks = {
            "won": {"bold": True, "border": 1, "bg_color": "#E1F2E8", "font_color": "#14573A"},
            "lost": {"font_strikeout": True, "font_color": "#46505A"},
            "parked": {"italic": True, "font_color": "#46505A"},
        }
        column = index("state")
        for key, look in looks.items():
            rule = {"type": "cell", "criteria": "==", "value": self._state(key), "format": book.add_format(look)}
            sheet.conditional_format(1, column, ROWS, column, rule)
        column = index("note")
        look = book.add_format({"bold": True, "border": 1, "bg_color": "#FCEFD6", "font_color": "#6B4400"})
        first = xl_rowcol_to_cell(1, column, col_abs=True)
        rule = {"type": "formula", "criteria": f"=LEN({first})>0", "format": look}
        sheet.conditional_format(1, column, ROWS, column, rule)

    def _write_states(self, sheet: Any) -> None:
        say = self._words.say
        widths = {"state": 16, "meaning": 50, "who": 34, "days": 20, "then": 40}
        self._begin(sheet, [(say(f"states.{name}"), width) for name, width in widths.items()])
        for row, state in enumerate(STATES, start=1):
            key = f"state.{state.key}"
            texts = (say(key), say(f"{key}.meaning"), say(f"{key}.who"), say("states.no_limit"), say(f"{key}.then"))
            self._write_row(sheet, row, list(zip(texts, widths.values(), strict=True)))
            if state.days is not None:
                sheet.write_number(row, 3, state.days, self._wrapped)
        self._write_row(sheet, len(STATES) + 2, [("", 16), (say("proposal"), 50)])

    def _write_summary(self, book: Any, sheet: Any) -> None:
        say = self._words.say
        state, note, offering = (self._cells(key) for key in ("state", "note", "offering"))
        titles = ("state", "count", "late")
        self._begin(sheet, [(say(f"summary.{name}"), width) for name, width in zip(titles, (34, 12, 20), strict=True)])
        for row, one in enumerate(STATES, start=1):
            name = xl_rowcol_to_cell(row, 0, col_abs=True)
            sheet.write_string(row, 0, say(f"state.{one.key}"))
            sheet.write_formula(row, 1, f"=COUNTIFS({state},{name})")
            sheet.write_formula(row, 2, f"=COUNTIFS({state},{name},{note},{_text(say('note.late'))})")
        total = len(STATES) + 1
        sheet.write_string(total, 0, say("summary.total"), self._bold)
        for column in (1, 2):
            letter = xl_col_to_name(column)
            sheet.write_formula(total, column, f"=SUM({letter}2:{letter}{total})", self._bold)
        if offerings := self._lists.get("offerings"):
            first = total + 2
            for column, key in enumerate(("offering", "open", "won")):
                sheet.write_string(first, column, say(f"summary.{key}"), self._bold)
            for row, value in enumerate(offerings, start=first + 1):
                name = xl_rowcol_to_cell(row, 0, col_abs=True)
                opened = "+".join(
                    f"COUNTIFS({offering},{name},{state},{self._state(one.key)})" for one in STATES if one.is_open
                )
                self._write_row(sheet, row, [(value, 34)])
                sheet.write_formula(row, 1, f"={opened}", self._number)
                won = f"=COUNTIFS({offering},{name},{state},{self._state('won')})"
                sheet.write_formula(row, 2, won, self._number)
        self._add_chart(book, sheet)

    def _add_chart(self, book: Any, sheet: Any) -> None:
        say = self._words.say
        place = say("sheet.summary")
        chart = book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": say("summary.count"),
                "categories": [place, 1, 0, len(STATES), 0],
                "values": [place, 1, 1, len(STATES), 1],
                "data_labels": {"value": True},
                "fill": {"color": "#0B4A7D"},
            }
        )
        chart.set_title({"name": say("summary.chart")})
        chart.set_legend({"none": True})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        chart.set_y_axis({"reverse": True})
        sheet.insert_chart(1, 4, chart, {"description": say("summary.chart.alt"), "object_position": 2})

    def _write_row(self, sheet: Any, row: int, cells: Sequence[tuple[str, int]]) -> None:
        """Write texts, each with the width of its column, into a row that is high enough for all of their lines."""
        sheet.set_row(row, _LINE * _lines(cells))
        for column, (text, _) in enumerate(cells):
            if text:
                sheet.write_string(row, column, text, self._wrapped)

    def _begin(self, sheet: Any, columns: Sequence[tuple[str, int]], freeze: tuple[int, int] = (1, 0)) -> None:
        """Write the headings of *sheet* and keep them in view, on paper too."""
        sheet.set_row(0, _LINE * _lines(columns))
        for number, (title, width) in enumerate(columns):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, title, self._bold)
        sheet.freeze_panes(*freeze)
        sheet.repeat_rows(0)

    def _state(self, key: str) -> str:
        return _text(self._words.say(f"state.{key}"))

    def _cells(self, key: str) -> str:
        """Return the cells of a column of the leads, seen from another sheet."""
        letter = xl_col_to_name(index(key))
        return f"{_quoted(self._words.say('sheet.leads'))}!${letter}$2:${letter}${ROWS + 1}"


_SHEETS: Final = ("instructions", "leads", "states", "summary", "lists")


def _lines(cells: Sequence[tuple[str, int]]) -> int:
    """Return how many lines the longest of *cells*, texts with the widths of their columns, takes."""
    return max(1, *(-(-len(text) // round(_FILLED * width)) for text, width in cells))


def _range_name(name: str) -> str:
    return f"Choices_{name}"


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"


def _text(value: str) -> str:
    """Return *value* as a text of a formula."""
    return '"' + value.replace('"', '""') + '"'

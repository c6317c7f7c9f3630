"""Values written as YAML read back the same, and look as the data files do."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ecosystem.editing.layout.scalars import WIDTH
from ecosystem.editing.record_text import CollectionText, TextEditError, plain
from ecosystem.editing.yaml_text import field_lines, record_lines
from ecosystem.ground.text import refused_character
from ecosystem.kinds.members.model import Member
from ecosystem.records.record import field_order
from workbench import FULL

ORDER = field_order(Member)

lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=160)
words = st.lists(st.text("abcåäö:#-'\"[]{}%@!&*?|>,. ", min_size=1, max_size=12), max_size=40).map(" ".join)


@pytest.mark.parametrize("path", sorted(FULL.data.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_data_file_is_written_as_it_stands(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    records = CollectionText(text, path.name).records
    written = "".join(line + "\n" for record in records for line in _lines(plain(record.node)))
    assert (written or "[]\n") == text


def _lines(record: object) -> list[str]:
    assert isinstance(record, dict)
    return record_lines(record)


@given(st.one_of(lines, words, st.lists(words, max_size=4).map("\n".join)))
def test_any_text_reads_back_the_same(text: str) -> None:
    assume(refused_character(text) is None)
    written = "\n".join(record_lines({"id": "x", "name": {"fi": text}, "items": [text, "b"]})) + "\n"
    (record,) = CollectionText(written, "x.yaml").records
    assert plain(record.node) == {"id": "x", "name": {"fi": text}, "items": [text, "b"]}


@given(st.lists(st.text("abcåäö", min_size=1, max_size=20), min_size=60, max_size=90).map(" ".join))
def test_prose_is_folded_at_the_width_of_the_data(text: str) -> None:
    first, *folded = field_lines("fi", text, 4)
    assert first == "    fi: >-"
    assert all(len(line) <= WIDTH and line.startswith("      ") for line in folded)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("HUS-yhtymä", "fi: HUS-yhtymä"),
        ("A: b", 'fi: "A: b"'),
        ("%", 'fi: "%"'),
        ("- a", 'fi: "- a"'),
        ("2025-03-07", "fi: 2025-03-07"),
        ('say "x" #1', "fi: 'say \"x\" #1'"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert field_lines("fi", text, 0) == [written]


FILE = """# All members.
- id: a
  kind: company # in house
  summary:
    fi: >-
      First
      # not a comment

  # About the update.
  updated: 2025-01-01
# About c.
- id: c
  updated: 2025-01-01"""


def test_a_changed_field_leaves_all_other_lines_alone() -> None:
    changed = CollectionText(FILE, "x").with_changes({"a": {"updated": "2026-02-02"}}, [], ORDER)
    assert changed == FILE.replace("2025-01-01\n# About", "2026-02-02\n# About")


def test_a_new_field_enters_at_its_place_and_an_emptied_one_leaves() -> None:
    changed = CollectionText(FILE, "x").with_changes({"a": {"url": "https://a.fi/", "summary": None}}, [], ORDER)
    assert changed == FILE.replace(
        "  summary:\n    fi: >-\n      First\n      # not a comment\n", "  url: https://a.fi/\n"
    )


def test_new_records_enter_in_order_above_the_comments_of_the_next() -> None:
    new = [{"id": record_id, "updated": "2025-01-01"} for record_id in ("d", "b", "bb")]
    changed = CollectionText(FILE, "x").with_changes({}, list(new), ORDER)
    b = "- id: b\n  updated: 2025-01-01\n- id: bb\n  updated: 2025-01-01\n"
    assert changed == FILE.replace("# About c.", b + "# About c.") + "\n- id: d\n  updated: 2025-01-01\n"


def test_an_empty_file_takes_its_first_record_and_windows_line_ends_stay() -> None:
    new = {"id": "b", "updated": "2025-01-01"}
    assert CollectionText("[]\n", "x").with_changes({}, [new], ORDER) == "- id: b\n  updated: 2025-01-01\n"
    crlf = FILE.replace("\n", "\r\n")
    changed = CollectionText(crlf, "x").with_changes({"a": {"updated": "2026-02-02"}}, [], ORDER)
    assert changed == crlf.replace("2025-01-01\r\n# About", "2026-02-02\r\n# About")


@pytest.mark.parametrize("text", ["a: b\n", "- a\n", "- {id: a}\n  x", "- name: a\n  id: a\n", "- id: a\rb: c\n"])
def test_a_file_that_cannot_be_edited_as_text_is_refused(text: str) -> None:
    with pytest.raises(TextEditError):
        CollectionText(text, "x")

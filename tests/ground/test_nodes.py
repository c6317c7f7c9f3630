"""Reading YAML: what is read, where it stands, and what is refused."""

import pytest

from ecosystem.ground.nodes import BROKEN, MapNode, SeqNode, read_nodes


def codes(text: str) -> list[str]:
    return [problem.code for problem in read_nodes(text, "file.yaml")[1]]


@pytest.mark.parametrize(
    "plain", ["NO", "yes", "00100", "12:30", "0x1F", "1e3", ".5", "2025-03-07", "null", "~", "+358 40 123", "1_000"]
)
def test_a_plain_scalar_stays_the_text_that_it_is(plain: str) -> None:
    document, problems, finished = read_nodes(f"- {plain}\n", "file.yaml")
    assert (document, problems, finished) == ([plain], [], True)


def test_positions_count_characters_from_one() -> None:
    document, _, _ = read_nodes("- id: a\n  ääkköset: [b, cc]\n", "file.yaml")
    assert isinstance(document, SeqNode)
    record = document[0]
    assert isinstance(record, MapNode)
    assert record.keys_at == {"id": (1, 3), "ääkköset": (2, 3)}
    assert record.values_at == {"id": (1, 7), "ääkköset": (2, 13)}
    assert isinstance(record["ääkköset"], SeqNode)
    assert record["ääkköset"].items_at == [(2, 14), (2, 17)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a: &x 1\n", "anchor"),
        ("- *x\n", "alias"),
        ("- !!int 1\n", "tag"),
        ("- !!python/object:os.system {}\n", "tag"),
        ("- a: 1\n  a: 2\n", "duplicate_key"),
        ("- <<: {a: 1}\n", "merge_key"),
        ("- ? [a]\n  : 1\n", "key_not_text"),
        ('- "": 1\n', "key_empty"),
        ("- a:\n", "empty_value"),
        ("-\n- a\n", "empty_item"),
        ("- a\n---\n- b\n", "second_document"),
        ("%YAML 1.1\n---\n- a\n", "directive"),
        ("- " + "[" * 25, "too_deep"),
        ('- "\\u202e"\n', "bidi_control"),
        ('- "\\0"\n', "control_character"),
        ("- 'a\n", "syntax_quote_not_closed"),
        ("- a: b: c\n", "syntax_colon_in_text"),
        ("- [a\n- b\n", "syntax_bracket"),
        ("- @a\n", "syntax_start_of_value"),
    ],
)
def test_what_no_editor_means_to_write_is_refused_once(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_value_that_cannot_be_read_leaves_the_rest_readable() -> None:
    document, problems, finished = read_nodes("- a: !!int 1\n  b: two\n", "file.yaml")
    assert document == [{"a": BROKEN, "b": "two"}]
    assert (len(problems), finished) == (1, True)


def test_records_before_a_syntax_error_are_kept_and_the_broken_one_is_not() -> None:
    document, problems, finished = read_nodes("- id: a\n- id: b\n  c: 'open\n", "file.yaml")
    assert document == [{"id": "a"}]
    assert (len(problems), finished) == (1, False)


def test_fifty_thousand_brackets_end_in_a_message() -> None:
    assert codes("[" * 50_000) == ["too_deep"]


def test_an_empty_text_has_no_document() -> None:
    assert read_nodes("", "file.yaml") == (None, [], True)


def test_a_group_of_fields_without_end_is_not_read_to_its_end() -> None:
    text = "- id: a\n" + "".join(f"  k{number}: x\n" for number in range(20_000))
    _, problems, finished = read_nodes(text, "a.yaml")
    assert not finished
    assert [(problem.code, problem.place.line) for problem in problems] == [("too_many_fields", 10_001)]

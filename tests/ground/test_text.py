"""Decoding data files."""

import os
from pathlib import Path

import pytest

from ecosystem.ground.problems import Severity
from ecosystem.ground.text import LARGEST_FILE, decode, read_text


def found(data: bytes) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in decode(data, "file.yaml")[1]]


def test_utf8_is_read_as_it_is() -> None:
    assert decode("ä ö å é 😀\n".encode(), "file.yaml") == ("ä ö å é 😀\n", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_and_its_kin_are_named(encoding: str) -> None:
    text, problems = decode("- id: a\n".encode(encoding), "file.yaml")
    assert text is None
    assert [(p.code, p.details["looks_like"]) for p in problems] == [("not_utf8", "UTF-16")]


def test_windows_1252_is_shown_with_its_letter_and_place() -> None:
    text, problems = decode("- id: a\n  name: Hämeenlinna\n".encode("cp1252"), "file.yaml")
    assert text is None
    (problem,) = problems
    assert (problem.code, problem.place.line, problem.place.column) == ("not_utf8_here", 2, 10)
    assert problem.details["letter"] == "ä"


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\t", "tab"),
        ("\u0085", "line_separator"),
        ("\u2028", "line_separator"),
        ("\u202e", "bidi_control"),
        ("\u2066", "bidi_control"),
        ("\x1b", "control_character"),
        ("\x7f", "control_character"),
        ("\ue000", "private_or_tag_character"),
        ("\uffff", "noncharacter"),
        ("\ufdd0", "noncharacter"),
        ("\U0001fffe", "noncharacter"),
    ],
)
def test_misleading_characters_are_refused_at_their_place(character: str, code: str) -> None:
    assert found(f"- a\n- ä{character}b\n".encode()) == [(code, 2, 4)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xef\xbb\xbf- a\n", "byte_order_mark"),
        ("- a\u00a0b\n".encode(), "no_break_space"),
        ("- a\u200bb\n".encode(), "invisible_character"),
        ("- a\u2063b\n".encode(), "invisible_character"),
        ("- a\u3164b\n".encode(), "invisible_character"),
        ("- \u0422erveystalo\n".encode(), "mixed_alphabets"),
        ("- Terveyst\u0430\n".encode(), "mixed_alphabets"),
        ("- a\u0308\n".encode(), "decomposed_letter"),
    ],
)
def test_doubtful_characters_are_warnings(data: bytes, code: str) -> None:
    text, problems = decode(data, "file.yaml")
    assert text is not None
    assert [(p.code, p.severity) for p in problems] == [(code, Severity.WARNING)]


@pytest.mark.parametrize("text", ["Терве Suomi", "NF-κB, NFκB, 5 µm, kΩ", "Ω", "❤️", "Ärla Łódź"])
def test_words_of_one_alphabet_are_not_doubtful(text: str) -> None:
    assert found(f"- {text}\n".encode()) == []


@pytest.mark.parametrize("code", ["131052-308T", "131052-308t", "010594Y9021", "(131052-308T)"])
def test_a_personal_identity_code_never_passes(code: str) -> None:
    text, problems = decode(f"- a\n- b: {code}\n".encode(), "file.yaml")
    assert text is not None
    assert [(p.code, p.place.line, p.severity) for p in problems] == [("identity_code", 2, Severity.ERROR)]
    assert "308" not in str(problems[0].details)


@pytest.mark.parametrize("text", ["131052-308U", "331352-308T", "1131052-308T", "131052-3080T", "010125-123 a"])
def test_other_numbers_are_no_identity_codes(text: str) -> None:
    assert found(f"- {text}\n".encode()) == []


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "members.yaml"
    path.write_bytes(b"x" * (LARGEST_FILE + 1))
    text, problems = read_text(path, "members.yaml")
    assert text is None
    assert [p.code for p in problems] == ["file_too_large"]


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert [p.code for p in read_text(tmp_path / "none.yaml", "none.yaml")[1]] == ["file_missing"]
    assert [p.code for p in read_text(tmp_path, "folder")[1]] == ["not_a_file"]


def test_what_is_no_file_of_its_own_is_refused_unread(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe.yaml", tmp_path / "link.yaml"
    os.mkfifo(pipe)  # to open it would wait for ever
    link.symlink_to("/etc/passwd")  # of which messages would quote the lines
    assert [p.code for p in read_text(pipe, "pipe.yaml")[1]] == ["not_a_file"]
    assert [p.code for p in read_text(link, "link.yaml")[1]] == ["file_is_link"]

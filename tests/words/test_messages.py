"""Messages exist in three languages, for every problem that the code can find, and say how to mend it."""

import ast
import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from ecosystem.ground.languages import LANGUAGES, Language, language_of_locale
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from ecosystem.records.corrections import correction
from ecosystem.words.messages import read_messages
from ecosystem.words.wording import placeholders, read_words
from workbench import FULL, ROOT, DataFolder

WORDS = {language: read_words(ROOT / "strings" / "messages" / f"{language}.yaml") for language in LANGUAGES}
EDITING = {language: read_words(ROOT / "strings" / "editing" / f"{language}.yaml") for language in LANGUAGES}
FORMS = {language: read_words(ROOT / "strings" / "forms" / f"{language}.yaml") for language in LANGUAGES}

#: Not the codes of problems, but parts of other lines.
FRAMES = {
    "did_you_mean",
    "summary",
    "table_place",
    "table_severity",
    "table_said",
    "severity_error",
    "severity_warning",
}


@cache
def nodes_of_the_code() -> tuple[ast.AST, ...]:
    """Return the syntax of the whole package."""
    files = (ROOT / "hooks" / "ecosystem").rglob("*.py")
    return tuple(node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def codes_in_the_code() -> Iterator[str]:
    """Yield every text constant of the package that has the shape of a code."""
    for node in nodes_of_the_code():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def codes_of_problems() -> Iterator[str]:
    """Yield the codes given to `Problem`, `_report` and pydantic's custom errors as constants."""
    for node in nodes_of_the_code():
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            position = {"Problem": 1, "_report": 0, "PydanticCustomError": 0, "_named": 0}.get(called)
            if position is not None and len(node.args) > position:
                code = node.args[position]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value


@pytest.mark.parametrize("words", [WORDS, EDITING, FORMS], ids=["messages", "editing", "forms"])
def test_the_languages_have_the_same_keys_and_placeholders(words: Mapping[Language, Mapping[str, str]]) -> None:
    for language in LANGUAGES:
        assert list(words[language]) == sorted(words["en"])
        for key, text in words[language].items():
            assert placeholders(text) == placeholders(words["en"][key]), (language, key)


def test_every_code_has_a_message() -> None:
    codes = set(codes_of_problems())
    assert len(codes) > 60
    assert codes <= {*WORDS["en"], *read_words(ROOT / "strings" / "commands" / "en.yaml")}


def test_every_message_is_used() -> None:
    assert set(WORDS["en"]) <= set(codes_in_the_code())


def test_every_word_for_editors_is_used() -> None:
    code = set(codes_in_the_code())
    families = ("field.", "collection.")
    assert {key for key in EDITING["en"] if not key.startswith(families)} <= code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_the_english_one(language: Language) -> None:
    same = {key for key in WORDS["en"] if WORDS[language][key] == WORDS["en"][key]}
    assert same == (set(WORDS["en"]) if language == "en" else set())


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8", "LC_MESSAGES": "sv_FI"}, "sv"),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "en"),
        ({"LANGUAGE": "fi"}, "fi"),
        ({"LANGUAGE": "fi_FI:fi", "LC_ALL": "sv_SE.UTF-8"}, "fi"),
        ({"LANGUAGE": "de:sv_FI", "LANG": "en_GB.UTF-8"}, "sv"),
        ({"LANGUAGE": "", "LC_ALL": "", "LANG": "sv_SE@euro"}, "sv"),
        ({"LANG": "fil_PH.UTF-8"}, "en"),
    ],
)
def test_the_locale_decides(environment: dict[str, str], language: str) -> None:
    assert language_of_locale(environment) == language


#: (file, what is replaced, by what, the one line that the editor gets)
SLIPS = [
    ("members.yaml", r"^  kind: other", "  kidn: other", "7:3: error: unknown field kidn. Did you mean kind?"),
    (
        "pilots.yaml",
        "status: active",
        "status: actve",
        'status "actve" is not one of planned, active, ended. Did you mean active?',
    ),
    ("pilots.yaml", "organiser: kanta-hame", "organiser: kanta-hme", "Did you mean kanta-hame?"),
    ("pilots.yaml", "organiser: kanta-hame", "organiser: Kanta-Häme", "Did you mean kanta-hame?"),
    ("events.yaml", "date: 2024-01-18", "date: 18.1.2024", "Did you mean 2024-01-18?"),
    ("events.yaml", "start: 08:30", "start: 8.30", "Did you mean 08:30?"),
    ("events.yaml", r"  rhythm:\n(    .*\n)+", "  rhythm: biweekly\n", "for example `every: 2` and `interval: week`"),
    ("members.yaml", r"    sv: DigiFinland Oy\n    en: .*\n", "", "name lacks texts in these languages: sv, en"),
    ("members.yaml", r"    sv: DigiFinland Oy\n", "    se: x\n", "unknown field se. Did you mean sv?"),
    ("members.yaml", r"^  kind: other", "\tkind: other", "7:1: error: a tab"),
    ("members.yaml", r"^  kind: other", "   kind: other", "7:8: error: this line is not in line"),
    ("members.yaml", r"^  kind: other", "  kind:other", "7:7: error: there is no space after the colon"),
    ("members.yaml", "fi: DigiFinland Oy", "fi: Digi: Oy", "3:13: error: there is a colon and a space inside a text"),
    ("members.yaml", "fi: DigiFinland Oy", "fi: {Digi", "4:7: error: a bracket is not closed"),
    ("members.yaml", "fi: DigiFinland Oy", 'fi: "Digi', "3:9: error: the quote that opens here is never closed"),
    ("members.yaml", r"^- id: hus", "  id: hus", "38:3: error: a record begins here without its dash"),
    ("members.yaml", r"^- id: hus\n  name", "- name", "id is missing here; add a line `id: …`"),
    ("members.yaml", r"^- id: hus", "<<<<<<< HEAD\n- id: hus\n=======\n>>>>>>> b", "38:1: error: two changes"),
    ("members.yaml", "url: https://digifinland.fi/\n", "url: digifinland.fi\n", "Did you mean https://digifinland.fi?"),
    (
        "events.yaml",
        r"    - url: https://digifinland.fi/.*\n",
        "    - https://x.fi/\n",
        "sources[2] must name a document",
    ),
    ("events.yaml", r"  date: 2024-01-18\n", "", "needs exactly one of these: a day (`date: 2025-09-17`)"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "told"), SLIPS, ids=[slip[2].strip() or slip[3] for slip in SLIPS])
def test_a_slip_is_one_message_that_says_how_to_mend_it(
    tmp_path: Path, file: str, right: str, wrong: str, told: str
) -> None:
    folder = shutil.copytree(FULL.data, tmp_path / "data")
    text = (folder / file).read_text(encoding="utf-8")
    slipped = re.sub(right, wrong, text, count=1, flags=re.MULTILINE)
    assert slipped != text
    (folder / file).write_text(slipped, encoding="utf-8")
    problems = load_and_check(folder, KINDS)[1]
    messages = read_messages(ROOT / "strings", "en")
    assert len(problems) == 1, [messages.line(problem) for problem in problems]
    assert told in messages.line(problems[0])


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "active (käynnissä)"), ("sv", "active (pågår)"), ("en", "planned, active, ended")],
)
def test_values_of_a_choice_are_said_with_their_names(data_folder: DataFolder, language: Language, said: str) -> None:
    data_folder.replace("pilots.yaml", "status: active", "status: x")
    (problem,) = load_and_check(data_folder.path, KINDS)[1]
    assert said in read_messages(ROOT / "strings", language).text(problem)


@pytest.mark.parametrize(
    ("code", "value", "meant"),
    [
        ("date_shape", "7.3.2025", "2025-03-07"),
        ("date_shape", "2025/3/7", "2025-03-07"),
        ("date_shape", "March", None),
        ("date_shape", "40.40.2025", None),
        ("number_shape", "1 234,5", "1234.5"),
        ("flag_shape", "Kyllä", "true"),
        ("flag_shape", "perhaps", None),
        ("id_shape", "Päijät-Häme & Lahti", "paijat-hame-lahti"),
        ("url_not_https", "ftp://x", None),
        ("text_empty", "", None),
    ],
)
def test_what_was_probably_meant(code: str, value: str, meant: str | None) -> None:
    assert correction(code, value) == meant


@pytest.mark.parametrize("name", ["member.yml", "members.yaml.txt"])
def test_a_file_with_a_wrong_name_is_one_message(tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(FULL.data, tmp_path / "data")
    (folder / "members.yaml").rename(folder / name)
    problems = load_and_check(folder, KINDS)[1]
    assert [(problem.code, problem.details["suggestion"]) for problem in problems] == [("file_unknown", "members.yaml")]


def test_a_folder_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    assert [problem.code for problem in load_and_check(tmp_path / "nowhere", KINDS)[1]] == ["folder_missing"]

"""Editors' answers to questions: what is read, what is refused, and what is shown of a page."""

from pathlib import Path

import pytest

from ecosystem.search.answers import FILE, Answers, NoSuchSectionError, read_answers
from ecosystem.site.addresses import ADDRESSES
from ecosystem.words.messages import read_messages
from workbench import ROOT

ANSWER = """- id: liittyminen
  questions:
    fi:
      - Miten liityn?
    sv:
      - Hur blir man medlem?
    en:
      - How do I join?
  page: join
  updated: 2026-11-28
"""
PAGE = """<meta name="description" content="All of it."><main><h1>Join</h1><h2 id="{first}">Before</h2><p>No.</p>
<h2 id="{second}">How</h2><p>Write to us. <b>Soon</b>.</p></main>"""


def _read(folder: Path, text: str) -> tuple[Answers, list[str]]:
    (folder / FILE).write_text(text, encoding="utf-8")
    answers, problems = read_answers(folder, ADDRESSES, {})
    messages = read_messages(ROOT / "strings", "en")
    return answers, [messages.line(problem).removeprefix(f"{folder.as_posix()}/") for problem in problems]


def _documents() -> dict[str, str]:
    ids = {"fi": ("ennen", "miten"), "sv": ("fore", "hur"), "en": ("before", "how")}
    return {
        path: PAGE.format(first=ids[language][0], second=ids[language][1])
        for language, path in ADDRESSES.alternates("join").items()
    }


def _kinds() -> dict[str, str]:
    return dict.fromkeys(ADDRESSES.alternates("join").values(), "pages")


def test_a_folder_without_the_file_has_no_answers(tmp_path: Path) -> None:
    assert read_answers(tmp_path, ADDRESSES, {}) == (Answers(), [])


def test_an_unknown_page_is_placed_and_the_nearest_is_named(tmp_path: Path) -> None:
    _, (problem,) = _read(tmp_path, ANSWER.replace("page: join", "page: joim"))
    assert problem.startswith('answers.yaml:9:9: error: page "joim" is not in docs/')
    assert problem.endswith("Did you mean join?")


def test_an_answer_leads_to_one_place(tmp_path: Path) -> None:
    _, (problem,) = _read(tmp_path, ANSWER.replace("  page: join\n", ""))
    assert "must have either page or record" in problem


def test_the_small_words_of_a_question_are_left_out(tmp_path: Path) -> None:
    answers, problems = _read(tmp_path, ANSWER)
    assert problems == []
    (shown,) = answers.shown(_documents().__getitem__, ADDRESSES, _kinds())["fi"]
    assert (shown.asked, shown.path, shown.kind) == (["? liityn"], "liity/", "pages")
    assert (shown.title, shown.anchor, shown.text) == ("Join", "", "All of it.")


def test_a_section_is_the_heading_in_the_same_place_in_each_language(tmp_path: Path) -> None:
    answers, _ = _read(tmp_path, ANSWER.replace("page: join", "page: join\n  section: how"))
    shown = answers.shown(_documents().__getitem__, ADDRESSES, _kinds())
    assert {language: ones[0].anchor for language, ones in shown.items()} == {
        "fi": "miten",
        "sv": "hur",
        "en": "how",
    }
    assert shown["en"][0].text == "Write to us. Soon ."


def test_a_section_that_is_not_there_is_placed(tmp_path: Path) -> None:
    answers, _ = _read(tmp_path, ANSWER.replace("page: join", "page: join\n  section: whither"))
    with pytest.raises(NoSuchSectionError) as raised:
        answers.shown(_documents().__getitem__, ADDRESSES, _kinds())
    (problem,) = raised.value.problems
    assert (problem.place.line, problem.details["value"]) == (10, "whither")

"""An approved form becomes the change that it asks for: nothing else in the data moves, and nobody reads YAML."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from ecosystem.cli.request import FORMS
from ecosystem.editing.changes.describe import read_editors_words
from ecosystem.editing.forms.correction import CORRECTION, plan_correction
from ecosystem.editing.forms.form import CONSENT, FormWords, outline_text, question_id
from ecosystem.editing.forms.issue_form import FormField, read_form
from ecosystem.editing.forms.request_form import RequestForm
from ecosystem.editing.forms.requests import Plan, Request, outline_of, plan_request, question_of
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import ROOT
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.words.wording import read_words
from picture_files import png
from workbench import FULL

WORDS = {
    language: FormWords(
        read_words(ROOT / "strings" / "forms" / f"{language}.yaml"), read_editors_words(ROOT / "strings", language)
    )
    for language in LANGUAGES
}
TODAY = "2026-11-22"
IN_THREE = {"fi": "Kaiku-tapaaminen", "sv": "Kaiku-träffen", "en": "Kaiku meeting"}


@pytest.fixture(scope="module")
def ecosystem() -> Ecosystem:
    found, _ = check(FULL.data, KINDS)
    assert found is not None
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FULL.data, tmp_path / "data"))


def questions_of(form: RequestForm, ecosystem: Ecosystem, place: Path) -> list[FormField]:
    """Return the questions of *form* as GitHub would ask them over the test content."""
    model = FORMS[form.name][0].model if form.name in FORMS else None
    path = place / f"{form.name}.yml"
    path.write_text(outline_text(outline_of(form, model, WORDS, ecosystem), WORDS, ecosystem), encoding="utf-8")
    return read_form(path)


def body_of(questions: list[FormField], answers: Mapping[str, str]) -> str:
    """Return the issue that GitHub makes of *answers* by field: a value that can be chosen stands for its option."""
    given = {question_id(field): answer for field, answer in answers.items()}
    assert given.keys() <= {question.id for question in questions}
    return "\n\n".join(f"### {one.label}\n\n{_answer(one, given.get(one.id))}" for one in questions)


def _answer(question: FormField, answer: str | None) -> str:
    chosen = [] if answer is None else answer.split(", ")
    if question.kind == "checkboxes":
        ticked = question.id == CONSENT
        boxes = ((option, ticked or value in chosen) for option, value in question.options.items())
        return "\n".join(f"- [{'X' if is_on else ' '}] {option}" for option, is_on in boxes)
    if question.kind == "dropdown":
        return next((option for option, value in question.options.items() if value == answer), "None")
    return answer or "_No response_"


def arrived(form: RequestForm, questions: list[FormField], answers: Mapping[str, str]) -> Request:
    """Return what arrives when *answers* are given to the *questions* of *form*."""
    body = body_of(questions, answers)
    return Request(form=form, questions=questions, body=body, file="issue.md", today=TODAY, address=None)


def ask(form: str, ecosystem: Ecosystem, data: Path, answers: Mapping[str, str]) -> Plan:
    """Return what the *form* with *answers* would make of *data*."""
    kind, asked = FORMS[form]
    questions = questions_of(asked, ecosystem, data.parent)
    whole = {"answer_language": "fi", "source": "https://example.org/lahde", **answers}
    return plan_request(data, kind, KINDS, arrived(asked, questions, whole))


def new_lines(plan: Plan) -> list[str]:
    """Return the lines that *plan* puts in; every other one must be as it was, but for the date of update."""
    before = plan.path.read_text(encoding="utf-8").splitlines()
    after = plan.text.splitlines()
    rest = iter(after)
    kept = [line for line in before if any(line == other for other in rest)]
    assert [line for line in before if line not in kept and "updated:" not in line] == []
    return [line.strip() for line in after if after.count(line) > before.count(line)]


def test_a_new_event_gets_an_id_days_and_hours_in_their_form(ecosystem: Ecosystem, folder: Path) -> None:
    texts = {f"{field}.{language}": text for language, text in IN_THREE.items() for field in ("name", "summary")}
    answers = {**texts, "date": "2.12.2026", "hours.start": "klo 9", "hours.end": "10.30", "host": "ecosystem"}
    plan = ask("event", ecosystem, folder, answers | {"form": "online"})
    assert (list(plan.problems), plan.id, plan.language) == ([], "kaiku-tapaaminen", "fi")
    assert {"date: 2026-12-02", "start: 09:00", "end: 10:30", "form: online"} <= set(new_lines(plan))


def test_a_news_item_shows_the_picture_that_was_uploaded_before(ecosystem: Ecosystem, folder: Path) -> None:
    texts = {f"{field}.{one}": text for one, text in IN_THREE.items() for field in ("title", "summary", "image.alt")}
    answers = {**texts, "date": "20.11.2026", "topics": "pilots", "image.file": "kaiku.png", "image.credit": "Kaiku"}
    assert [problem.code for problem in ask("news", ecosystem, folder, answers).problems] == ["picture_missing"]
    (folder / "images").mkdir()
    (folder / "images" / "kaiku.png").write_bytes(png(60, 40))
    plan = ask("news", ecosystem, folder, answers)
    assert list(plan.problems) == []
    assert {"image:", "file: kaiku.png", "credit: Kaiku"} <= set(new_lines(plan))


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("cancel", {"state: cancelled"}),
        ("move", {"date: 2026-12-10", "instead_of: 2026-12-02", "state: moved"}),
        ("add", {"- date: 2026-12-02"}),
    ],
)
def test_a_session_is_moved_cancelled_and_added(
    ecosystem: Ecosystem, folder: Path, action: str, told: set[str]
) -> None:
    moved = {"new_date": "10.12.2026"} if action == "move" else {}
    plan = ask("session", ecosystem, folder, {"record": "ai-aamu", "action": action, "date": "2.12.2026"} | moved)
    assert not plan.refused
    lines = {line.removeprefix("- ") for line in plan.text.splitlines() for line in [line.strip()]}
    assert {one.removeprefix("- ") for one in told} <= lines


def test_only_what_is_answered_changes_in_a_member(ecosystem: Ecosystem, folder: Path) -> None:
    plan = ask("member", ecosystem, folder, {"record": "digifinland", "url": "https://uusi.example.org/"})
    assert list(plan.problems) == []
    assert "url: https://uusi.example.org/" in plan.text
    before = plan.path.read_text(encoding="utf-8")
    assert len(plan.text.splitlines()) - len(before.splitlines()) in (0, 1, 2)  # the address, and a source


def test_a_reading_stands_at_its_indicator(ecosystem: Ecosystem, folder: Path) -> None:
    kind, form = FORMS["reading"]
    assert form.targets is not None
    target = next(iter(form.targets(ecosystem)))
    plan = ask("reading", ecosystem, folder, {"record": target.value, "date": "20.11.2026", "value": "1234"})
    assert (list(plan.problems), kind.name) == ([], "action_plan")
    assert "value: 1234" in plan.text.partition(f"id: {target.item}")[2].partition("- id:")[0]


def test_what_is_wrong_is_said_of_the_question_and_nothing_is_written(ecosystem: Ecosystem, folder: Path) -> None:
    before = (folder / "members.yaml").read_text(encoding="utf-8")
    plan = ask("member", ecosystem, folder, {"record": "digifinland", "url": "uusi.example.org"})
    (problem,) = plan.problems
    _, form = FORMS["member"]
    assert question_of(problem.details["field"], form.name, form, WORDS["sv"]) == "Webbsida"
    assert (plan.refused, problem.details["suggestion"]) == (True, "https://uusi.example.org")
    assert (folder / "members.yaml").read_text(encoding="utf-8") == before


def test_a_correction_finds_its_text_by_the_address_of_the_page(ecosystem: Ecosystem, folder: Path) -> None:
    questions = questions_of(CORRECTION, ecosystem, folder.parent)
    page = {"answer_language": "en", "page": "https://www.sotetekoaly.fi/sv/medlemmar/digifinland/"}

    def corrected(wrong: str, right: str) -> Plan:
        answers = {**page, "wrong": wrong, "right": right}
        return plan_correction(folder, KINDS, arrived(CORRECTION, questions, answers))

    plan = corrected("sköter ekosystemets praktiska arbete", "sköter ekosystemets vardag")
    assert (list(plan.problems), plan.language) == ([], "en")
    assert "DigiFinland sköter ekosystemets vardag" in " ".join(plan.text.split())
    assert [one.code for one in corrected("DigiFinland", "Digi").problems] == ["correction_by_hand"]  # stands often


def test_the_forms_in_the_repository_are_up_to_date(ecosystem: Ecosystem) -> None:
    for name, (_, form) in FORMS.items():
        labels = [question.id for question in read_form(ROOT / form.path)]
        assert labels == [*map(question_id, form.questions), CONSENT], name

"""An approved application becomes one entry, and whatever it says, nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ecosystem.cli import main
from ecosystem.cli.join import form_of
from ecosystem.editing.forms.issue_form import read_answers, read_form
from ecosystem.editing.forms.joining import Application, make_id, plan_entry
from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.editing.tables.record_table import columns_of
from ecosystem.kinds.members.model import Asset, Member, MemberKind, Motive
from ecosystem.kinds.registry import KINDS
from workbench import FULL, ROOT
from yaml_files import read_yaml

pytestmark = pytest.mark.slow

QUESTIONS = read_form(form_of(KINDS["members"]))


def body(newline: str = "\n", **answers: str) -> str:
    """Return the text that GitHub makes of the form, with all boxes of `offers` and `consent` that are named."""
    given_answers = {
        "name-fi": "Esimerkki Oy",
        "kind": "yritys · företag · company (company)",
        "url": "https://example.org/",
    } | answers
    parts = []
    for question in QUESTIONS:
        answer = given_answers.get(question.id, "_No response_")
        if question.kind == "checkboxes" and question.id not in answers:
            ticked = question.id == "consent"
            answer = "\n".join(f"- [{'X' if ticked else ' '}] {option}" for option in question.options)
        parts.append(f"### {question.label}\n\n{answer}")
    return "\n\n".join(parts).replace("\n", newline)


def join(data: Path, text: str, *options: str) -> int:
    file = data.parent / "issue.md"
    file.write_text(text, encoding="utf-8", newline="")
    return main(["join", str(file), "--updated", "2026-02-03", *options])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_application_becomes_an_entry_at_its_place(data: Path, newline: str) -> None:
    before = (data / "members.yaml").read_text(encoding="utf-8")
    offers = next(question for question in QUESTIONS if question.id == "offers")
    ticks = "\n".join(f"- [{'x' if value in ('data', 'tools') else ' '}] {o}" for o, value in offers.options.items())
    region = next(question for question in QUESTIONS if question.id == "region")
    pirkanmaa = next(option for option, value in region.options.items() if value == "pirkanmaa")
    text = body(newline, **{"summary-sv": "Gör: AI.\n\nOch annat.", "offers": ticks, "region": pirkanmaa})
    assert join(data, text) == 0
    after = (data / "members.yaml").read_text(encoding="utf-8")
    entry = """\
- id: esimerkki
  name:
    fi: Esimerkki Oy
    sv: Esimerkki Oy
    en: Esimerkki Oy
  kind: company
  region: pirkanmaa
  url: https://example.org/
  summary:
    sv: >-
      Gör: AI.


      Och annat.
  offers:
    - data
    - tools
  updated: 2026-02-03
  sources:
    - url: https://example.org/
"""
    assert entry in after
    assert after.replace(entry, "") == before
    assert after.index("- id: digifinland") < after.index("- id: esimerkki") < after.index("- id: hus")


def test_an_event_carries_the_text_and_the_address_of_its_source(data: Path) -> None:
    event = {"action": "labeled", "issue": {"body": body(), "html_url": "https://github.com/o/r/issues/7"}}
    file = data.parent / "event.json"
    file.write_text(json.dumps(event), encoding="utf-8")
    assert main(["join", str(file)]) == 0
    member = next(some for some in read_yaml(data / "members.yaml") if some["id"] == "esimerkki")
    assert member["sources"] == [{"url": "https://github.com/o/r/issues/7"}]
    assert str(member["updated"]) == "2026-11-22"


@pytest.mark.parametrize("text", ['{"issue": {"body": null}}', "{", '{"issue": []}', "{}", "[" * 9000, '{"a":' * 9000])
def test_a_file_without_an_application_ends_in_a_message(data: Path, text: str) -> None:
    assert join(data, text) == 1


NAME, SWEDISH = QUESTIONS[0].label, QUESTIONS[1].label


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f'the heading "{NAME}" is missing'),
        (body(**{"summary-fi": f"x\n\n### {NAME}\n\nEvil"}), f'the heading "{NAME}" appears twice'),
        (body().replace(f"### {SWEDISH}", "### Other"), f'the heading "{SWEDISH}" is missing'),
        (
            body().replace(NAME, "§").replace(SWEDISH, NAME).replace("§", SWEDISH),
            f'the heading "{SWEDISH}" is in the wrong place',
        ),
        ("Hello\n" + body(), "there is text before the first heading"),
        (body(**{"name-fi": "_No response_"}), f'"{NAME}" has no answer'),
        (body(**{"name-fi": "a\nb"}), f'the answer to "{NAME}" must be one line'),
        (body(kind="company"), "is not one of the form's choices"),
        (body(offers="- [x] gold"), "is not one of the form's choices"),
        (body().replace("[X]", "[ ]", 1), "not all boxes"),
        (body(url="javascript:alert(1)"), "url"),
        (body(**{"name-fi": "DigiFinland Oy"}), "already has an entry digifinland"),
        (body(**{"name-fi": "株式会社"}), "no id can be made"),
        (body(**{"summary-fi": "a\u202eb"}), "turns the direction of the text"),
        (body(**{"summary-fi": "a" * 7000}), "at most 6000 fit"),
        (body(**{"summary-fi": "a" * 200_000}), "longer than 100000 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    data: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    before = (data / "members.yaml").read_bytes()
    assert join(data, text) == 1
    assert message in capsys.readouterr().out
    assert (data / "members.yaml").read_bytes() == before


def test_an_editor_may_choose_the_id_and_the_source(data: Path) -> None:
    assert join(data, body(**{"name-fi": "株式会社"}), "--id", "zzz", "--source", "https://stm.fi/") == 0
    text = (data / "members.yaml").read_text(encoding="utf-8")
    assert text.endswith("    - url: https://stm.fi/\n")
    assert "\n- id: zzz\n" in text


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(FULL.data, folder, dirs_exist_ok=True)
    return folder / "members.yaml"


hostile = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=30),
        st.sampled_from(
            [
                "\n- id: digifinland\n  kind: company",
                "\n---\n",
                "*a &b !!python/object:os",
                "{{ 7*7 }} ${{ secrets.X }} $(id) `id`",
                "'\"\n  updated: 2020-01-01",
                "<script>alert(1)</script>",
                ": ",
                " #",
                "- [x] ",
                f"\n### {NAME}\n",
                "\r",
                "\u2028- id: x",
                "\x85",
                "\t",
                "<<: x",
                "=1+1",
            ]
        ),
    ),
    max_size=6,
).map("".join)


@settings(deadline=None, max_examples=25)
@given(hostile, hostile, hostile, st.sampled_from(["summary-fi", "name-en", "url", "kind", "offers", "region"]))
@example("x", "y\n- id: hus\n  name: z", "", "summary-fi")
def test_a_hostile_answer_changes_nothing_outside_its_own_entry(
    members: Path, name: str, short: str, other: str, question: str
) -> None:
    old = members.read_text(encoding="utf-8")
    text = body(**{"name-fi": name, "short_name": short, question: other})
    new, record_id, problems = plan_entry(
        members, KINDS["members"], KINDS, QUESTIONS, Application(body=text, file="issue.md", updated="2026-01-01")
    )
    if problems:
        return
    before = {record.id: plain(record.node) for record in CollectionText(old, "x").records}
    after = {record.id: plain(record.node) for record in CollectionText(new, "x").records}
    entry = after.pop(record_id)
    assert after == before
    assert isinstance(entry, dict)
    assert next(iter(entry)) == "id"
    assert entry["updated"] == "2026-01-01"
    at = new.index(f"- id: {record_id}\n")
    assert old[:at] == new[:at]
    assert old[at:] == new[at + len(new) - len(old) :]


@given(st.text(max_size=300))
def test_any_text_at_all_is_answered(text: str) -> None:
    answers, problems = read_answers(text, QUESTIONS, "issue.md")
    assert problems
    assert answers == {}


def test_the_form_asks_only_for_fields_of_a_member_with_all_their_choices() -> None:
    ids = [question.id for question in QUESTIONS if question.id != "consent"]
    assert set(ids) <= {name.replace(".", "-") for name in (column.name for column in columns_of(Member))}
    choices = {question.id: list(question.options.values()) for question in QUESTIONS if question.options}
    assert sorted(choices["kind"]) == sorted(MemberKind)
    assert sorted(choices["interests"]) == sorted(Motive)
    assert sorted(choices["looks_for"]) == sorted(choices["offers"]) == sorted(Asset)


def test_the_choices_of_the_form_are_named_as_on_the_site() -> None:
    words = [read_yaml(ROOT / "strings" / f"{language}.yaml") for language in ("fi", "sv", "en")]
    kinds = {"kind": "member-kind", "interests": "motive", "looks_for": "asset", "offers": "asset"}
    for question in QUESTIONS:
        if question.id in kinds:
            for option, value in question.options.items():
                names = [some[f"choice.{kinds[question.id]}.{value}"] for some in words]
                assert option == " · ".join(dict.fromkeys(names)) + f" ({value})"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Esimerkki Oy", "esimerkki"),
        ("Åbo Akademi", "abo-akademi"),
        ("Hyvä & Työ ry", "hyva-tyo"),
        ("Järjestö, rf.", "jarjesto"),
        ("株式会社", ""),
        ("a" * 80, "a" * 60),
        ("sana " * 30, "sana-sana-sana-sana-sana-sana-sana-sana-sana-sana-sana-sana"),
    ],
)
def test_an_id_is_made_of_the_name(name: str, made: str) -> None:
    assert make_id(name) == made


def test_fmt_finds_nothing_to_change_in_a_new_entry(data: Path) -> None:
    summary = "Pitkä teksti: " + "sana " * 60 + '\n\nToinen "kappale".'
    assert join(data, body(**{"summary-fi": summary, "name-sv": "- x #1", "name-en": "a: 'b'"})) == 0
    assert main(["fmt", "--check"]) == 0


def test_warnings_are_said_in_each_language_and_the_entry_is_made(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An organisation that is a member already is a warning: a person decides."""
    again = body(**{"name-fi": "DigiFinland Oy", "short_name": "Digi"})
    assert join(data, again, "--language", "fi", "--language", "en") == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line in ("Suomi", "English")] == ["Suomi", "English"]
    assert "DigiFinland Oy on jo jäsenenä" in out
    assert "Added digi." in out
    assert "event" not in out

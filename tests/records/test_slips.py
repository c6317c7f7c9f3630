"""Slips that editors make, each with the one finding that they read: the line, and what to write instead."""

import shutil
from pathlib import Path

import pytest

from ecosystem.editing.changes.describe import read_editors_words
from ecosystem.editing.named_choices import with_meant
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import ROOT
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from ecosystem.words.messages import read_messages
from workbench import SMALL

MEMBER = """\
- id: aaa
  name:
    fi: Tampereen yliopisto
    sv: Tammerfors universitet
    en: Tampere University
  kind: company
  region: pohjoinen
  url: https://example.net/
  summary:
    fi: Yliopisto tutkii.
    sv: Universitetet forskar.
    en: The university researches.
  updated: 2026-11-20
  sources:
    - url: https://example.org/
"""
EVENT = """\
- id: aaa
  name:
    fi: Tapahtuma yksi
    sv: Evenemang ett
    en: Event one
  summary:
    fi: Lyhyt kuvaus.
    sv: En kort text.
    en: A short text.
  date: 2026-12-02
  hours:
    start: 09:00
    end: 10:00
  host: ecosystem
  form: online
  updated: 2026-11-20
  sources:
    - url: https://example.org/
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("slips") / "data"
    shutil.copytree(SMALL.data, path)
    return path


def said(folder: Path, file: str, record: str) -> list[str]:
    """Return what `check` says in English, as line and text, when *record* stands first in *file*."""
    path = folder / file
    before = path.read_text(encoding="utf-8")
    path.write_text(record + before, encoding="utf-8")
    try:
        _, problems = load_and_check(folder, KINDS)
    finally:
        path.write_text(before, encoding="utf-8")
    problems = with_meant(problems, (read_editors_words(ROOT / "strings", one) for one in LANGUAGES))
    messages = read_messages(ROOT / "strings", "en")
    return [f"{problem.place.line}: {messages.text(problem)}" for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("fi: Yliopisto tutkii.", "fi:Yliopisto tutkii.", "10: there is no space after the colon"),
        ("fi: Yliopisto tutkii.", "fi = Yliopisto tutkii.", "10: a field's name needs a colon"),
        ("fi: Yliopisto tutkii.", "fi: ? Yliopisto", "10: a text cannot begin with this character"),
        ("fi: Yliopisto tutkii.", "fi: Teemme\n      - dataa\n      - muuta", '10: the text holds a list ("- dataa")'),
        ("fi: Yliopisto tutkii.", "fi: |\n      1. dataa\n      2. muuta", '10: the text holds a list ("1. dataa")'),
        ("fi: Yliopisto tutkii.", "fi: P\ufffdij\ufffdnne", "10: letters have been lost"),
        ("fi: Yliopisto tutkii.", "fi: Täydennetään myöhemmin", '10: "Täydennetään myöhemmin" still waits'),
        ("fi: Yliopisto tutkii.", "fi: Se on _tärkeää_ työtä", '10: "_tärkeää_" is Markdown'),
        ("fi: Yliopisto tutkii.", "fi: Tutkii_x000D_ paljon", "10: the spreadsheet has left _x000D_"),
        ("kind: company", "kind: company region: pohjoinen", "6: a second field (region) begins on this line"),
        ("  kind: company", " kind: company", "6: this line is not in line"),
        ("kind: company", "laji: company", "6: unknown field laji. Did you mean kind?"),
        ("kind: company", "kind: tutkimus", "Did you mean research-education?"),
        ("summary:\n", "kuvaus:\n", "9: unknown field kuvaus. Did you mean summary?"),
        ("region: pohjoinen", "region: Pohjoinen", "Did you mean pohjoinen?"),
        ("https://example.net/", "https://www.ähtäri.fi/", "Did you mean https://www.xn--htri-koac.fi/?"),
        ("https://example.net/", "https://example.net:8443/", "has a port"),
        ("https://example.net/", "info@example.net", "is an e-mail address"),
        ("https://example.net/", "https://bit.ly/abc", "bit.ly shortens addresses"),
        ("https://example.net/", "https://www.google.com/url?q=https://thl.fi/&sa=D", "Did you mean https://thl.fi/?"),
        ("- url", "– url", "15: this dash is not a hyphen"),
        ("- url", "-url", "15: there is no space after the dash"),
        ("- id: aaa", "id: aaa", "1: a record begins here without its dash"),
        ("- id: aaa", "```yaml\n- id: aaa", "1: this line has come along from a guide"),
        (
            "    fi: Tampereen yliopisto\n    sv: Tammerfors universitet\n    en: Tampere University",
            "  fi: Tampereen yliopisto\n  sv: Tammerfors universitet\n  en: Tampere University",
            "2: the languages belong under name",
        ),
        ("2026-11-20", "20. marraskuuta 2026", "Did you mean 2026-11-20?"),
        ("2026-11-20", "2026-20-11", "Did you mean 2026-11-20?"),
    ],
)
def test_a_slip_in_a_member_is_one_finding(folder: Path, old: str, new: str, found: str) -> None:
    (line,) = said(folder, "members.yaml", MEMBER.replace(old, new, 1))
    assert found in line


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("2026-12-02", "15.-16.9.2027", "the first here (2027-09-15) and the last in end_date (2027-09-16)"),
        ("2026-12-02", "syyskuu 2027", "write `expected: 2027-09` instead"),
        ("start: 09:00", "start: klo 9", "Did you mean 09:00?"),
        ("start: 09:00", "start: 9-10", "write `start: 09:00` and `end: 10:00`"),
        ("form: online", "location: Helsinki", "Did you mean place?"),
        ("form: online", "startTime: 9", "Did you mean hours.start?"),
        ("- id: aaa", EVENT + "- id: aab", "an event of the same name, aaa, is on the same day on line 1"),
    ],
)
def test_a_slip_in_an_event_is_one_finding(folder: Path, old: str, new: str, found: str) -> None:
    (line,) = said(folder, "events.yaml", EVENT.replace(old, new, 1))
    assert found in line


def test_a_record_in_the_file_of_another_kind_is_one_finding(folder: Path) -> None:
    (line,) = said(folder, "members.yaml", EVENT)
    assert line == "1: by its fields the record aaa does not belong here; move it to events.yaml"


def test_a_member_of_one_home_page_or_short_name_is_pointed_out(folder: Path) -> None:
    twice = MEMBER.replace("aaa", "aab").replace("Tamp", "Vamp").replace("Tamm", "Vamm")
    (line,) = said(folder, "members.yaml", MEMBER + twice)
    assert "has the same home page on line 8" in line


def test_a_file_of_another_name_would_be_read_by_nothing(folder: Path) -> None:
    for name in ("members.json", "members.yaml.orig", "members.yaml~", "members.yaml.txt"):
        (folder / name).write_text("[]", encoding="utf-8")
        (problem,) = load_and_check(folder, KINDS)[1]
        assert (problem.code, problem.details["suggestion"]) == ("file_unknown", "members.yaml")
        (folder / name).unlink()

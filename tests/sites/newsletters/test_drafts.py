"""A draft of the newsletter: what it takes from the data, and what its editor finds in the file."""

import datetime
import re
from pathlib import Path

import pytest

from ecosystem.cli import main
from ecosystem.ground.languages import LANGUAGES
from ecosystem.site.newsletter.archive import issue_file, read_archive
from ecosystem.site.newsletter.issue import Issue, Story
from subscriptions import NOW, event, news_item, three, write_data

DAY = datetime.date(2026, 12, 1)
LAST = """\
date: 2026-11-15
language: fi
title: Edellinen
sections:
  - heading: Uutiset
    stories:
      - title: Toisin sanoin kuin tiedoissa
        url: https://www.sotetekoaly.fi/uutiset/kerrottu/
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return data of which an issue has told already on 15 November."""
    folder = tmp_path_factory.mktemp("draft") / "data"
    hours = {"start": "08:30", "end": "09:15"}
    events = [
        event("kokous", date="2026-12-14", hours=hours, announced="2026-11-20", place=three("Kuopio")),
        event("ohi", date="2026-11-28", announced="2026-11-20"),
        event("peruttu", date="2026-12-16", announced="2026-11-01", state="cancelled"),
        event("vanha", date="2026-12-17", end_date="2026-12-18", announced="2026-09-01", place=three("Oulu")),
    ]
    news = [
        news_item("kerrottu", "2026-11-15"),
        news_item("samana-paivana", "2026-11-15", "Samana päivänä"),
        news_item("uusi", "2026-11-20", 'Uusi: "uutinen" #1', summary=three("A\n\n- b: c")),
        news_item("vanha", "2026-11-14", "Vanha uutinen"),
    ]
    write_data(folder, {"news": news, "events": events})
    (folder / "newsletters").mkdir()
    (folder / "newsletters" / "2026-11-15.fi.yaml").write_text(LAST, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        use(patch, folder)
        assert main(["newsletter", "draft"]) == 0
    return folder


@pytest.fixture(autouse=True)
def _environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, folder)


def use(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("ECOSYSTEM_DATA", str(folder))
    patch.setenv("SOURCE_DATE_EPOCH", NOW)


def drafts(folder: Path) -> dict[str, Issue]:
    issues, problems = read_archive(folder)
    assert problems == []
    return {issue.language: issue for issue in issues if issue.date == DAY}


def stories(issue: Issue) -> dict[str, Story]:
    return {story.title: story for section in issue.sections for story in section.stories}


def test_there_is_a_draft_in_each_language_that_the_check_accepts(folder: Path) -> None:
    assert set(drafts(folder)) == set(LANGUAGES)


def test_a_draft_tells_what_is_new_since_the_last_issue_and_nothing_twice(folder: Path) -> None:
    told = drafts(folder)["fi"].sections
    of_heading = {section.heading: [story.title for story in section.stories] for section in told}
    news, events, coming = (of_heading[heading] for heading in ("Uutiset", "Tapahtumat", "Tulevat tapahtumat"))
    assert news == ['Uusi: "uutinen" #1', "Samana päivänä"]
    assert sorted(events) == ["Tapahtuma kokous", "Tapahtuma peruttu: Tapahtuma peruttu"]
    assert coming[0] == "Tapahtuma vanha"
    assert not {"Tapahtuma kokous", "Tapahtuma peruttu", "Tapahtuma ohi"} & set(coming)


def test_the_first_draft_in_a_language_covers_a_month(folder: Path) -> None:
    assert "Vanha uutinen" in stories(drafts(folder)["sv"])
    assert "Vanha uutinen" not in stories(drafts(folder)["fi"])


def test_an_event_has_its_time_and_place_and_not_the_day_on_which_it_was_told(folder: Path) -> None:
    issues = drafts(folder)
    one = stories(issues["fi"])["Tapahtuma kokous"]
    assert (one.when, one.place) == ("14. joulukuuta 2026 klo 8.30–9.15 (Suomen aikaa)", "Kuopio")
    two_days = stories(issues["en"])["Tapahtuma vanha"]
    assert (two_days.when, two_days.place) == ("17 December 2026 – 18 December 2026", "Oulu")


def test_the_file_is_one_that_an_editor_can_read(folder: Path) -> None:
    text = issue_file(folder, DAY, "fi").read_text(encoding="utf-8")
    guide, _, fields = text.partition("date: 2026-12-01\nlanguage: fi\ntitle: ")
    assert guide.startswith("# Tämä on uutiskirjeen luonnos.")
    assert '\npreheader: >-\n  Uusi: "uutinen" #1 · Samana päivänä' in fields
    assert "\n# introduction: |-\n#   Hyvä lukija,\n#\n#   " in fields
    assert "\nsections:\n  - heading: Uutiset\n    stories:\n      - title: " in fields


def test_what_the_example_shows_is_an_introduction(folder: Path, tmp_path: Path) -> None:
    text = issue_file(folder, DAY, "sv").read_text(encoding="utf-8")
    fields = text[text.index("date:") :].replace("\n# ", "\n").replace("\n#\n", "\n\n")
    path = tmp_path / "newsletters" / "2026-12-01.sv.yaml"
    path.parent.mkdir()
    path.write_text(fields, encoding="utf-8")
    (issue,), problems = read_archive(tmp_path)
    assert problems == []
    assert issue.introduction is not None and issue.introduction.startswith("Bästa läsare,\n\n")


def test_a_draft_is_not_written_over_unasked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_FI.UTF-8")
    path = issue_file(folder, DAY, "fi")
    before = path.read_bytes()
    assert main(["newsletter", "draft", "--language", "fi", "--since", "2026-11-01"]) == 1
    assert f"{path} finns redan" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_draft_with_nothing_in_it_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_data(tmp_path / "data", {"news": [], "events": []})
    monkeypatch.setenv("ECOSYSTEM_DATA", str(tmp_path / "data"))
    assert main(["newsletter", "draft", "--since", "2026-12-01"]) == 1
    assert "nothing is new from 2026-12-01 to 2026-12-01" in capsys.readouterr().err
    assert not (tmp_path / "data" / "newsletters").exists()


def test_a_draft_of_a_site_without_public_address_is_refused_at_its_lines(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "http://localhost:8000/")
    assert main(["newsletter", "draft", "--date", "2026-12-02", "--language", "en"]) == 1
    answer = r'/2026-12-02\.en\.yaml:\d+:14: error: sections\[1\]\.stories\[1\]\.url "http://localhost:8000/'
    assert re.search(answer, capsys.readouterr().err)
    assert not issue_file(folder, datetime.date(2026, 12, 2), "en").exists()

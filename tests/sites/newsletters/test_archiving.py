"""How an issue gets into the archive: the command writes it as it was sent."""

import shutil
from pathlib import Path

import pytest

from ecosystem.cli import main
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.site.newsletter.archive import read_archive
from sites.newsletters.issues import FILE, FINNISH, INTRODUCTION
from subscriptions import NOW, event, news_item, write_data

pytestmark = pytest.mark.slow


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    news = [news_item("uusi", "2026-11-20", 'Uusi: "uutinen" #1', summary=dict.fromkeys(LANGUAGES, "A\n\n- b: c"))]
    meeting = event("kokous", date="2026-12-14", hours={"start": "08:30", "end": "09:15"}, announced="2026-09-01")
    write_data(tmp_path / "data", {"news": news, "events": [meeting]})
    monkeypatch.setenv("ECOSYSTEM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    return tmp_path


def archive(folder: Path, *more: str) -> int:
    (folder / "intro.md").write_text(INTRODUCTION, encoding="utf-8")
    options = ["--since", "2026-11-01", "--introduction", str(folder / "intro.md"), "--output", str(folder / "out")]
    return main(["newsletter", *options, "--archive", *more])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_archives_what_it_writes(
    data: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    assert archive(data, "--language", language) == 0
    path = data / "data" / "newsletters" / f"2026-12-01.{language}.yaml"
    assert str(path) in capsys.readouterr().out
    (issue,), problems = read_archive(data / "data")
    assert problems == []
    assert issue.introduction == INTRODUCTION.strip()
    told = [(story.title, story.text) for section in issue.sections for story in section.stories]
    assert ('Uusi: "uutinen" #1', "A\n\n- b: c") in told
    last = issue.sections[-1].stories[-1]
    assert last.hours is not None and f"{last.hours.start:%H:%M}–{last.hours.end:%H:%M}" == "08:30–09:15"
    (data / "data" / "answers.yaml").unlink(missing_ok=True)  # they lead to records that are not in these data
    assert main(["check"]) == 0, capsys.readouterr().out


def test_the_file_is_one_that_an_editor_can_read(data: Path) -> None:
    assert archive(data) == 0
    text = (data / "data" / FILE).read_text(encoding="utf-8")
    assert text.startswith("date: 2026-12-01\nlanguage: fi\ntitle: ")
    assert "introduction: |-\n  Hyvä lukija, **tervetuloa**.\n\n  ## Tästä & muusta\n\n  - [sivut]" in text
    assert "    stories:\n      - title: " in text
    assert "          start: 08:30\n          end: 09:15\n" in text


def test_what_was_sent_stays_when_the_data_changes(data: Path) -> None:
    assert archive(data) == 0
    before = (data / "data" / FILE).read_bytes()
    write_data(data / "data", {"news": [], "events": []})
    (issue,), problems = read_archive(data / "data")
    assert problems == []
    assert any(story.title == 'Uusi: "uutinen" #1' for section in issue.sections for story in section.stories)
    assert (data / "data" / FILE).read_bytes() == before


def test_a_sent_issue_is_not_overwritten_unasked(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert archive(data) == 0
    shutil.rmtree(data / "out")
    (data / "data" / FILE).write_text(FINNISH, encoding="utf-8")
    assert archive(data) == 1
    assert f"{FILE} is archived already" in capsys.readouterr().err
    assert (data / "data" / FILE).read_text(encoding="utf-8") == FINNISH
    assert not (data / "out").exists()
    assert archive(data, "--overwrite") == 0
    assert "Hyvä lukija" in (data / "data" / FILE).read_text(encoding="utf-8")
    assert [path.name for path in (data / "data" / "newsletters").iterdir()] == ["2026-12-01.fi.yaml"]


def test_an_issue_of_a_site_without_public_address_is_not_archived(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "http://localhost:8000/")
    assert archive(data) == 1
    assert "the archive cannot hold this issue: url 'http://localhost:8000/" in capsys.readouterr().err
    assert not (data / "data" / "newsletters").exists()

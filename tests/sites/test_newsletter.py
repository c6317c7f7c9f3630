"""An issue of the newsletter: what is in it, how it can be read, and what an introduction may hold."""

import email
import email.policy
import itertools
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ecosystem.cli import main
from ecosystem.site.newsletter.introduction import read_introduction
from subscriptions import HOST, NOW, event, news_item, write_data

pytestmark = pytest.mark.slow

INTRODUCTION = "## Hyvä lukija\n\nKatso [sivut](https://example.org/) & **tule** mukaan, jos 5 < 6.\n"
NAME = "2026-12-01-{}.{}"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    collections = {
        "news": [
            news_item("vanha", "2026-10-31", "Vanha uutinen"),
            news_item("uusi", "2026-11-20", "Uusi <b>uutinen</b>", body={"fi": "Vain suomeksi."}),
        ],
        "events": [event("kokous", date="2026-12-14", hours={"start": "08:30"}, announced="2026-09-01")],
    }
    write_data(tmp_path / "data", collections)
    monkeypatch.setenv("ECOSYSTEM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    return tmp_path


def make(folder: Path, *arguments: str, language: str = "fi") -> dict[str, bytes]:
    (folder / "intro.md").write_text(INTRODUCTION, encoding="utf-8")
    options = ["--since", "2026-11-01", "--introduction", str(folder / "intro.md"), "--output", str(folder / "out")]
    assert main(["newsletter", *options, "--language", language, *arguments]) == 0
    return {end: (folder / "out" / NAME.format(language, end)).read_bytes() for end in ("html", "txt", "eml")}


def test_an_issue_tells_what_is_new_and_what_comes(data: Path) -> None:
    files = make(data)
    for text in (files["txt"].decode(), BeautifulSoup(files["html"], "html5lib").get_text()):
        assert "Uusi <b>uutinen</b>" in text
        assert "Vanha uutinen" not in text
        assert "Tapahtuma kokous" in text
        assert "14. joulukuuta 2026" in text


def test_the_day_of_an_announcement_is_not_taken_for_that_of_the_event(tmp_path: Path, data: Path) -> None:
    late = event("kokous", date="2026-12-14", announced="2026-11-15")
    write_data(tmp_path / "data", {"events": [late]})
    for text in (make(data)["txt"].decode(), BeautifulSoup(make(data)["html"], "html5lib").get_text()):
        assert "kokous" in text.split("TULEVAT")[0].split("Tulevat")[0]
        assert "15. marraskuuta" not in text
        assert "14. joulukuuta 2026" in text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_html_stands_alone(data: Path, language: str) -> None:
    soup = BeautifulSoup(make(data, language=language)["html"], "html5lib")
    assert soup.html is not None
    assert soup.html["lang"] == language
    assert soup.find(["img", "style", "link", "script", "table"]) is None
    assert "font-size: 16px" in str(soup.div and soup.div["style"])
    assert [one.name for one in soup.find_all(["h1", "h2"])].count("h1") == 1
    links = [str(one["href"]) for one in soup.find_all("a")]
    assert all(link.startswith("https://") for link in links if link != "{{unsubscribe}}")
    assert "{{unsubscribe}}" in links


def test_headings_go_down_one_level_at_a_time(data: Path) -> None:
    soup = BeautifulSoup(make(data)["html"], "html5lib")
    levels = [int(one.name[1]) for one in soup.find_all(["h1", "h2", "h3", "h4"])]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_the_text_is_written_not_stripped(data: Path) -> None:
    text = make(data)["txt"].decode()
    assert "&amp;" not in text
    assert "5 < 6" in text
    assert f"\nhttps://{HOST}/uutiset/uusi/\n" in text
    assert "UUTISET\n" in text


def test_the_draft_holds_both_and_no_sender(data: Path) -> None:
    files = make(data)
    draft = email.message_from_bytes(files["eml"], policy=email.policy.default)
    assert draft.get_content_type() == "multipart/alternative"
    text, html = draft.iter_parts()
    assert [part.get_content_type() for part in (text, html)] == ["text/plain", "text/html"]
    assert text.get_content().replace("\r\n", "\n") == files["txt"].decode()
    assert html.get_content().replace("\r\n", "\n") == files["html"].decode()
    assert draft["Subject"] == "Uutiskirje 1. joulukuuta 2026: SOTE-tekoälyn ekosysteemi"
    assert (draft["Content-Language"], draft["X-Unsent"], draft["From"]) == ("fi", "1", None)


def test_the_sender_names_the_placeholder_of_its_service(data: Path) -> None:
    files = make(data, "--unsubscribe", "*|UNSUB|*")
    assert "*|UNSUB|*" in files["txt"].decode()
    assert 'href="*|UNSUB|*"' in files["html"].decode()


def test_two_issues_of_the_same_data_are_the_same(data: Path) -> None:
    assert make(data) == make(data)


def test_an_issue_with_nothing_in_it_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["newsletter", "--since", "2026-12-01", "--output", str(data / "out")]) == 1
    assert "nothing is new from 2026-12-01 to 2026-12-01" in capsys.readouterr().err
    assert not (data / "out").exists()


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"Hyv\xe4 lukija\n", "1:4"),
        (b"Hei\n\nbell \x07\n", "3:6"),
        (b"Hei\n\n<div>x</div>\n", "3:1"),
        (b"Hei\n# Otsikko\n", "2:1"),
        (b"Hei\n===\n", "2:1"),
        (b"[x](javascript:alert)\n", "1:5"),
        (b"a\n\n[x]: http://example.org/\n", "3:6"),
        (b"a ![kuva](https://example.org/k.png)\n", "1:3"),
        (b" \n", "1:1"),
    ],
)
def test_a_broken_introduction_is_a_message_with_its_line(
    data: Path, capsys: pytest.CaptureFixture[str], content: bytes, place: str
) -> None:
    path = data / "intro.md"
    path.write_bytes(content)
    options = ["--since", "2026-11-01", "--introduction", str(path), "--output", str(data / "out")]
    assert main(["newsletter", *options]) == 1
    assert f"intro.md:{place}: error: " in capsys.readouterr().err
    assert not (data / "out").exists()


def test_an_introduction_that_is_missing_is_a_message(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--since", "2026-11-01", "--introduction", str(data / "none.md"), "--output", str(data / "out")]
    assert main(["newsletter", *options]) == 1
    assert "none.md:1:1: error: " in capsys.readouterr().err


def test_an_introduction_keeps_its_headings_lists_and_links(tmp_path: Path) -> None:
    path = tmp_path / "intro.md"
    path.write_text(
        "## Otsikko\n\n- yksi\n- [kaksi](mailto:a@example.org)\n\n<https://example.org/>\n", encoding="utf-8"
    )
    introduction, problems = read_introduction(path)
    assert problems == []
    assert introduction is not None
    soup = BeautifulSoup(introduction.html, "html5lib")
    assert [one["href"] for one in soup.find_all("a")] == ["mailto:a@example.org", "https://example.org/"]
    assert [one.get_text() for one in soup.find_all("h2")] == ["Otsikko"]

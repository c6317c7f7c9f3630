"""The mails that are made of the file of an issue: how they can be read, and what Outlook can show."""

import email
import email.policy
import itertools
import re
import shutil
import subprocess
from collections.abc import Mapping
from email.header import decode_header, make_header
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment, Tag

from ecosystem.cli import main
from ecosystem.site.newsletter.introduction import make_introduction
from subscriptions import NOW, write_data
from yaml_files import read_yaml

SUBJECT = "Nyhetsbrev: AI-ekosystemet inom social- och hälsovården, vecka 49 å ett långt ämne"
ISSUE = f"""\
date: 2026-12-01
language: sv
title: "{SUBJECT}"
preheader: Läs om <kokeilut> & annat
introduction: |-
  ## Bästa läsare

  Se [sidorna](https://example.org/) & **kom** med, om 5 < 6.

  - yksi
sections:
  - heading: Nyheter
    stories:
      - title: Ny <b>nyhet</b>
        date: 2026-11-20
        url: https://example.org/nyhet/
        text: Bara på svenska.
      - title: Suomeksi
        title_language: fi
        url: https://example.org/suomeksi/
        text: Vain suomeksi.
        text_language: fi
  - heading: Kommande evenemang
    stories:
      - title: Mötet
        date: 2026-12-15
        when: den 14 december 2026 kl. 8.30 – 15 december 2026
        place: Åbo
        url: https://example.org/mote/
"""

#: What Outlook shows of each style, or that it does no harm without.
OUTLOOK = read_yaml(Path(__file__).with_name("outlook.yaml"))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("mails")
    write_data(folder / "data", {})
    (folder / "data" / "newsletters").mkdir()
    (folder / "data" / "newsletters" / "2026-12-01.sv.yaml").write_text(ISSUE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ECOSYSTEM_DATA", str(folder / "data"))
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        given = ["2026-12-01.sv", "--unsubscribe", "[[avsluta]]"]
        assert main(["newsletter", "render", *given, "--output", str(folder / "out")]) == 0
        assert main(["newsletter", "render", *given, "--output", str(folder / "again")]) == 0
    made, again = (
        {path.name: path.read_bytes() for path in (folder / name / "2026-12-01.sv").iterdir()}
        for name in ("out", "again")
    )
    assert made == again
    return made


@pytest.fixture(scope="module")
def letter(files: Mapping[str, bytes]) -> BeautifulSoup:
    return BeautifulSoup(files["mailchimp.html"], "html5lib")


def test_what_the_file_says_is_what_is_sent(files: Mapping[str, bytes], letter: BeautifulSoup) -> None:
    for text in (files["liana.txt"].decode(), letter.get_text()):
        said = " ".join(text.split())
        for words in ("Ny <b>nyhet</b>", "20 november 2026", "kl. 8.30 – 15 december 2026, Åbo", "om 5 < 6."):
            assert words in said
        assert "15 december 2026, Åbo 15 december" not in said
        assert said.count("Mötet") == 1


def test_words_of_another_language_are_marked(letter: BeautifulSoup) -> None:
    assert [one.get_text() for one in letter.select("td [lang=fi]")] == ["Suomeksi", "Vain suomeksi."]


@pytest.mark.parametrize(
    ("service", "placeholder"),
    [
        ("mailchimp", "*|UNSUB|*"),
        ("brevo", "{{ unsubscribe }}"),
        ("liana", None),
        ("gruppo", None),
        ("own", "[[avsluta]]"),
    ],
)
def test_each_service_gets_its_own_placeholder(
    files: Mapping[str, bytes], service: str, placeholder: str | None
) -> None:
    soup = BeautifulSoup(files[f"{service}.html"], "html5lib")
    links = {one.get_text(): one["href"] for one in soup.find_all("a")}
    assert links.get("Avsluta prenumerationen") == placeholder
    said = files[f"{service}.txt"].decode()
    assert ("Avsluta prenumerationen" in said, placeholder is None or placeholder in said) == (bool(placeholder), True)


def test_the_html_stands_alone(letter: BeautifulSoup) -> None:
    assert letter.html is not None and letter.html["lang"] == "sv"
    assert letter.find(["img", "style", "link", "script"]) is None
    levels = [int(one.name[1]) for one in letter.find_all(["h1", "h2", "h3", "h4"])]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    body = letter.body
    assert body is not None and body.get_text().split("\n")[1] == "Läs om <kokeilut> & annat"


def test_outlook_gets_a_table_of_a_fixed_width_and_no_style_that_it_lacks(letter: BeautifulSoup) -> None:
    around = [str(one) for one in letter.find_all(string=lambda text: isinstance(text, Comment)) if "mso" in one]
    assert len(around) == 2 and 'width="640"' in around[0]
    for table in letter.find_all("table"):
        assert table["role"] == "presentation"
    for element in letter.select("[style]"):
        parts = (one.partition(":") for one in str(element["style"]).split(";") if one.strip())
        styles = {name.strip(): value for name, _, value in parts}
        for name, value in styles.items():
            known = OUTLOOK[name] or {}
            assert element.name in known.get("elements", [element.name]), f"{name} on {element.name}"
            assert value.strip() in known.get("only", [value.strip()]), f"{name}: {value}"
            assert not [one for one in known.get("never", ()) if one in value], f"{name}: {value}"


def test_headings_of_the_introduction_look_like_those_of_the_issue(letter: BeautifulSoup) -> None:
    first, *others = letter.find_all("h2")
    assert first.get_text() == "Bästa läsare"
    assert {one["style"] for one in others} == {first["style"]}


def test_the_text_is_written_not_stripped(files: Mapping[str, bytes]) -> None:
    text = files["mailchimp.txt"].decode()
    assert "&amp;" not in text
    assert "Bästa läsare\n\nSe sidorna (https://example.org/) & kom med, om 5 < 6.\n\n- yksi\n" in text
    assert "\nNYHETER\n" in text
    assert "\nhttps://example.org/nyhet/\n" in text
    assert not re.search(r"\*\*|\]\(|^#", text, re.MULTILINE)


def test_the_draft_holds_both_and_no_sender(files: Mapping[str, bytes]) -> None:
    draft = email.message_from_bytes(files["outlook.eml"], policy=email.policy.default)
    assert draft.get_content_type() == "multipart/alternative"
    text, html = draft.iter_parts()
    assert [part.get_content_type() for part in (text, html)] == ["text/plain", "text/html"]
    assert (draft["Content-Language"], draft["X-Unsent"], draft["From"], draft["To"]) == ("sv", "1", None, None)
    assert "Mötet" in text.get_content()
    soup = BeautifulSoup(html.get_content(), "html5lib")
    assert soup.find("a", string="Avsluta prenumerationen", href=re.compile("^mailto:"))
    assert all(line.endswith(b"\r\n") for line in files["outlook.eml"].splitlines(keepends=True))


def test_every_parser_reads_the_same_subject(files: Mapping[str, bytes]) -> None:
    new = email.message_from_bytes(files["outlook.eml"], policy=email.policy.default)["Subject"]
    raw = email.message_from_bytes(files["outlook.eml"])["Subject"]
    assert new == str(make_header(decode_header(raw))) == SUBJECT
    assert all(line.isascii() and len(line) < 77 for line in raw.splitlines())


def test_perl_reads_the_same_subject(files: Mapping[str, bytes]) -> None:
    perl = shutil.which("perl")
    if perl is None:
        pytest.skip("no Perl here")
    raw = email.message_from_bytes(files["outlook.eml"])["Subject"]
    program = 'local $/; binmode STDOUT, ":utf8"; print decode("MIME-Header", <STDIN>)'
    read = subprocess.run([perl, "-MEncode", "-e", program], input=raw.encode(), capture_output=True, check=True)
    assert read.stdout.decode() == SUBJECT


def test_the_preview_shows_the_mail_at_two_widths_and_as_text(files: Mapping[str, bytes]) -> None:
    soup = BeautifulSoup(files["preview.html"], "html5lib")
    assert [one["width"] for one in soup.find_all("iframe")] == ["360", "700"]
    for frame in soup.find_all("iframe"):
        heading = BeautifulSoup(str(frame["srcdoc"]), "html5lib").h1
        assert isinstance(heading, Tag) and heading.get_text() == SUBJECT
    assert soup.pre is not None and "\nNYHETER\n" in soup.pre.get_text()


def test_an_issue_that_is_not_there_is_a_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_data(tmp_path / "data", {})
    monkeypatch.setenv("ECOSYSTEM_DATA", str(tmp_path / "data"))
    assert main(["newsletter", "render", "2026-12-24.fi", "--output", str(tmp_path / "out")]) == 1
    assert 'there is no newsletter "2026-12-24.fi"' in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_introduction_keeps_its_headings_lists_and_links() -> None:
    made = make_introduction(
        "## Otsikko\n\n1. yksi\n2. [kaksi](mailto:a@example.org)\n\n<https://example.org/>\n\n> lainaus\n"
    )
    soup = BeautifulSoup(made.html, "html5lib")
    assert [one["href"] for one in soup.find_all("a")] == ["mailto:a@example.org", "https://example.org/"]
    assert [one.get_text() for one in soup.find_all("h2")] == ["Otsikko"]
    assert made.text == "Otsikko\n\n- yksi\n- kaksi (a@example.org)\n\nhttps://example.org/\n\nlainaus"

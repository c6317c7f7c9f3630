"""The pack of a delegation: by command and with the site; a PDF that everyone can read, contacts, calendar, archive."""

import csv
import io
import zipfile
from pathlib import Path

import page as pdf_checker
import pytest
from icalendar import Calendar
from pypdf import PdfReader, PdfWriter

from ecosystem.ground.languages import LANGUAGES
from ecosystem.pages.drawing.drawing import Drawing
from ecosystem.site.site import Site
from rendering import made, site_of, write_files
from workbench import SMALL, DataFolder, run_ecosystem

TEST_DATA = SMALL.data


def write_packs(site: Site, folder: Path) -> None:
    write_files(made(site, "papers meetings").items(), folder)


def make(folder: Path, *arguments: str, data: Path = TEST_DATA) -> Path:
    result = run_ecosystem("delegation", "berliini-2027", "--to", str(folder), *arguments, ECOSYSTEM_DATA=str(data))
    assert result.returncode == 0, result.stderr
    return folder


def archive(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(next(folder.glob("*.zip"))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("pack"), "--language", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_is_accessible_and_says_its_language(tmp_path: Path, language: str) -> None:
    file = make(tmp_path, "--language", language) / f"berliini-2027-{language}.pdf"
    report = pdf_checker.validate_pdf(file, profile=pdf_checker.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    catalogue = PdfReader(file).trailer["/Root"].get_object()
    assert str(catalogue["/Lang"]).startswith(language)  # type: ignore[index]


def test_a_checker_that_finds_nothing_would_be_no_checker(english: Path) -> None:
    writer = PdfWriter(clone_from=english / "berliini-2027-en.pdf")
    del writer.root_object["/MarkInfo"]
    untagged = io.BytesIO()
    writer.write(untagged)
    profile = pdf_checker.ValidationProfile.PDF_UA_1
    assert not pdf_checker.is_pdf_compliant_bytes(untagged.getvalue(), profile=profile)


def test_the_paper_says_all_that_the_page_says(english: Path) -> None:
    reader = PdfReader(english / "berliini-2027-en.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert reader.metadata is not None and reader.metadata.title == "Meeting in Berlin"
    for said in (
        "When: 10 May 2027 – 11 May 2027",
        "Place: Berlin, Germany",
        "Agenda (draft)",
        "Times are local: Central European Time.",
        "10 May 2027: The hospital",
        "10:15–12:00 Presentations Room 1 Example Ltd; Verkosto",
        "Example Ltd, presenter",
        "Service. A service for international partners.",
        "Wants to meet: customers, authorities, Beispiel-Klinikum",
        "Maija Malli, contact person",
        "+358 29 516 3139",
    ):
        assert said in text, f"{said!r} is not in {text!r}"


def test_the_archive_holds_paper_contacts_and_calendar(english: Path) -> None:
    files = archive(english)
    names = [name.removeprefix("berliini-2027/") for name in files]
    assert names[:4] == ["berliini-2027-en.pdf", "contacts.csv", "contacts.vcf", "meeting-berliini-2027.ics"]
    assert files["berliini-2027/berliini-2027-en.pdf"] == (english / "berliini-2027-en.pdf").read_bytes()
    events = Calendar.from_ical(files["berliini-2027/meeting-berliini-2027.ics"]).walk("VEVENT")
    assert [str(event["summary"]) for event in events][:2] == ["Meeting in Berlin", "Welcome"]


def test_a_contact_cannot_run_as_a_formula(english: Path) -> None:
    table = archive(english)["berliini-2027/contacts.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[0][:3] == ["Name", "Role", "Organisation"]
    assert [row[0] for row in rows[1:]] == ["Maija Malli", "'=Maija Malli"]
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]


def test_address_books_read_the_contacts(english: Path) -> None:
    cards = archive(english)["berliini-2027/contacts.vcf"]
    assert max(map(len, cards.split(b"\r\n"))) <= 75
    first, second = (one.splitlines() for one in cards.replace(b"\r\n ", b"").decode().split("END:VCARD\r\n")[:2])
    assert first[:2] == second[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert "FN:Maija Malli" in first and "TITLE:contact person" in first
    assert "TEL;TYPE=WORK,VOICE:+358 29 516 3139" in second


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """Return a file outside the data with a meeting that nobody knows of, and a person who agreed to be named."""
    text = (TEST_DATA / "meetings.yaml").read_text(encoding="utf-8").replace("berliini-2027", "tokio-2027")
    sourced = "          sources:\n            - url: https://example.org/\n      offerings:"
    assert sourced in text
    path = tmp_path / "tokio.yaml"
    times = "  one_to_ones:\n    - date: 2027-05-10\n      start: 13:00\n      end: 14:00\n  agenda:\n"
    text = text.replace(sourced, "          consent: true\n      offerings:").replace("  agenda:\n", times)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_delegation_is_prepared_from_a_private_file(private: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    result = run_ecosystem(
        "delegation", str(private), "--language", "en", "--to", str(folder), ECOSYSTEM_DATA=str(TEST_DATA)
    )
    assert result.returncode == 0, result.stderr
    reader = PdfReader(folder / "tokio-2027-en.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Not announced yet. Do not pass on." in text and "Agreed to be named on 20 November 2026" in text
    assert "One-to-one meetings" in text and "10 May 2027 13:00–13:20 Example Ltd – Beispiel-Klinikum" in text
    assert "/meetings/tokio-2027/" not in text
    calendar = archive(folder)["tokio-2027/meeting-tokio-2027.ics"].decode()
    assert "CLASS:CONFIDENTIAL" in calendar and "/meetings/tokio-2027/" not in calendar.replace("\r\n ", "")


def test_a_person_without_source_and_consent_is_refused_at_the_line(private: Path, tmp_path: Path) -> None:
    private.write_text(private.read_text(encoding="utf-8").replace("          consent: true\n", ""), encoding="utf-8")
    result = run_ecosystem("delegation", str(private), "--to", str(tmp_path / "x"), ECOSYSTEM_DATA=str(TEST_DATA))
    assert (result.returncode, (tmp_path / "x").exists()) == (1, False)
    assert "tokio.yaml:" in result.stderr and "or the person’s consent" in result.stderr


def test_a_private_file_is_not_read_from_the_repository() -> None:
    file = str(TEST_DATA / "meetings.yaml")
    result = run_ecosystem("delegation", file, ECOSYSTEM_DATA=str(TEST_DATA))
    assert result.returncode == 1 and "stands in the repository, which is public" in result.stderr


def test_two_packs_of_the_same_data_are_the_same(english: Path, tmp_path: Path) -> None:
    again = make(tmp_path, "--language", "en")
    for file in english.iterdir():
        assert (again / file.name).read_bytes() == file.read_bytes()


def test_a_meeting_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    result = run_ecosystem("delegation", "berlini-2027", "--to", str(tmp_path / "x"), ECOSYSTEM_DATA=str(TEST_DATA))
    assert result.returncode == 1
    assert result.stderr.endswith("has the id berlini-2027; did you mean berliini-2027?\n")
    assert not (tmp_path / "x").exists()


def test_letters_that_the_fonts_lack_are_a_warning_at_their_line_and_marked_on_paper(
    data_folder: DataFolder, tmp_path: Path
) -> None:
    data_folder.replace("meetings.yaml", "- Beispiel-Klinikum", "- 東京病院 (Tokyo Hospital)")
    result = data_folder.run("delegation", "berliini-2027", "--language", "en", "--to", str(tmp_path / "x"))
    assert result.returncode == 0, result.stderr
    lines = (data_folder.path / "meetings.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if "東京病院" in text)
    assert f"meetings.yaml:{line}:" in result.stderr
    assert "warning: the fonts of the PDF files lack 東京病院" in result.stderr
    reader = PdfReader(next((tmp_path / "x").glob("*.pdf")))
    shown = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "[…] (Tokyo Hospital)" in shown and "stands for letters that the font of this document lacks" in shown


@pytest.mark.parametrize("text", ["#panic()", "$x$ *b* \\ `c` <a>", "[[", "a" * 190])
def test_data_is_never_read_as_markup(data_folder: DataFolder, tmp_path: Path, text: str) -> None:
    data_folder.replace("meetings.yaml", "en: To find a partner for a joint pilot.", f"en: '{text}'")
    folder = make(tmp_path / "x", "--language", "en", data=data_folder.path)
    shown = "".join(page.extract_text() for page in PdfReader(folder / "berliini-2027-en.pdf").pages)
    assert "".join(text.split()) in "".join(shown.split())


def test_the_site_publishes_the_pack_of_a_coming_meeting_that_says_so(tmp_path: Path) -> None:
    write_packs(site_of(TEST_DATA), tmp_path)
    published = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file())
    assert published == [
        f"downloads/meetings/berliini-2027-{language}.{suffix}"
        for language in ("en", "fi", "sv")
        for suffix in ("pdf", "zip")
    ]


def test_no_pack_is_published_unasked(data_folder: DataFolder, tmp_path: Path) -> None:
    data_folder.replace("meetings.yaml", "  publish_pack: true\n", "")
    write_packs(site_of(data_folder.path), tmp_path)
    assert list(tmp_path.rglob("*.pdf")) == []


def test_an_unchanged_paper_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(TEST_DATA)
    write_packs(site, tmp_path / "a")
    monkeypatch.setattr(Drawing, "typeset", lambda *_: pytest.fail("made again"))
    write_packs(site, tmp_path / "b")
    for file in (tmp_path / "a").rglob("*.pdf"):
        assert (tmp_path / "b" / file.relative_to(tmp_path / "a")).read_bytes() == file.read_bytes()

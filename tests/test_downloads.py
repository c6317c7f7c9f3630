"""The files of the offering catalogue, as the programs that open them read them."""

import csv
import io
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import page as pdf_checker
import pytest
from bs4 import BeautifulSoup
from pydantic import BaseModel
from pypdf import PdfReader
from pypdf.generic import Destination

from ecosystem.catalogue.papers import catalogue_counts, render_catalogue, render_organisation
from ecosystem.catalogue.publication import render_catalogues
from ecosystem.demonstration import write_demonstration
from ecosystem.languages import LANGUAGES, Language, as_language
from ecosystem.model import Ecosystem
from ecosystem.model.offering import Offering
from ecosystem.render.drawing import Drawing
from ecosystem.render.papers import LETTERS_LACK, Papers
from ecosystem.render.site import Site
from ecosystem.views.catalogue import catalogue
from ecosystem.views.catalogue_fields import DETAILS
from ecosystem.wording import read_words
from rendering import make_site, read_ecosystem, render
from workbench import ROOT, DataFolder

CATALOGUE = "downloads/sote-ai-offering-{}.{}"
WORDS = {language: read_words(ROOT / "strings" / f"{language}.yaml") for language in LANGUAGES}
NOTICES = {language: words["demo.notice"] for language, words in WORDS.items()}
RUNNING = [
    f"{demo}{words['site.name']}: {words['catalogue.title']}" for words in WORDS.values() for demo in ("DEMO: ", "")
]
FORMULAS = ("=HYPERLINK(1)", "+1", "-2+3", "@SUM(1)")
MARKUP = ("#panic()", "$x$ *b* \\ `c` <a> @b", "[[", "]]>", "</script>", "a" * 190, "\\u{41}")
OTHER_LETTERS = tuple(
    f"Before {text}" for text in ("東京病院", "😀👩\u200d⚕️ hello", "שלום עולם", "ไทย", "\u3000\U0001fae8 x", "\ue000")
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("demo") / "data"
    write_demonstration(folder, ROOT / "data", ROOT / "strings", 5)
    return make_site(read_ecosystem(folder), ECOSYSTEM_DEMO="1")


@pytest.fixture(scope="module")
def real() -> Site:
    return make_site(read_ecosystem())


@pytest.fixture(params=["demo", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


@cache
def pdf(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


@cache
def said(reader: PdfReader) -> str:
    """Return the text of a paper without what stands above and below each page, and without what lines break."""
    pages = [squeezed(one.extract_text()) for one in reader.pages]
    repeated = "|".join(map(re.escape, [*map(squeezed, NOTICES.values()), *map(squeezed, RUNNING)]))
    return "".join(re.sub(f"({repeated})(\\d+/\\d+)?", "", page) for page in pages)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def catalogue_pdf(site: Site, language: Language) -> PdfReader:
    return pdf(site.shelf.files[CATALOGUE.format(language, "pdf")])


def one_pagers(site: Site) -> dict[str, bytes]:
    return {path: paper for path, paper in site.shelf.files.items() if "/organisations/" in path}


def table(site: Site, language: Language) -> list[dict[str, str]]:
    text = site.shelf.files[CATALOGUE.format(language, "csv")].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def workbook(site: Site, language: Language) -> Any:
    return openpyxl.load_workbook(io.BytesIO(site.shelf.files[CATALOGUE.format(language, "xlsx")]))


def sheet_rows(site: Site, language: Language) -> list[dict[str, Any]]:
    rows = list(workbook(site, language).worksheets[0].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def data(site: Site, language: Language) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.shelf.files[CATALOGUE.format(language, "json")])
    return found


def with_offering(site: Site, **changes: Any) -> Ecosystem:
    """Return the data of *site* with its first offering changed."""
    offerings = dict(site.ecosystem.offerings)
    name, first = next(iter(offerings.items()))
    offerings[name] = Offering.model_validate(first.model_dump() | changes)
    return replace(site.ecosystem, offerings=offerings)


def in_all(text: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_are_accessible(site: Site, language: Language) -> None:
    papers = [site.shelf.files[CATALOGUE.format(language, "pdf")], next(iter(one_pagers(site).values()))]
    for paper in papers:
        report = pdf_checker.validate_pdf_bytes(paper, profile=pdf_checker.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, [failure.message for failure in report.failures]
    root: Any = catalogue_pdf(site, language).trailer["/Root"].get_object()
    assert str(root["/Lang"]).startswith(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_on_paper_holds_every_offering(site: Site, language: Language) -> None:
    text = said(catalogue_pdf(site, language))
    for offering in site.ecosystem.offerings.values():
        for phrase in (offering.name, offering.summary):
            assert squeezed(phrase.in_language(language).text) in text, offering.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_files_agree(site: Site, language: Language) -> None:
    interface, formats = site.editions[language].interface, site.editions[language].formats
    label = {detail.key: interface.say(detail.label) for detail in DETAILS}
    rows = {row[label["id"]]: row for row in table(site, language)}
    cells = {row[label["id"]]: row for row in sheet_rows(site, language)}
    entries = {entry["id"]: entry for entry in data(site, language)["entries"]}
    headings = [one.title for one in bookmarks(catalogue_pdf(site, language))]
    text = said(catalogue_pdf(site, language))
    assert rows.keys() == cells.keys() == entries.keys() == site.ecosystem.offerings.keys()
    assert data(site, language)["count"] == len(rows)
    for offering in site.ecosystem.offerings.values():
        row, cell, entry = rows[offering.id], cells[offering.id], entries[offering.id]
        name = offering.name.in_language(language).text
        assert row[label["name"]] == cell[label["name"]] == entry["name"][0]["text"] == name
        assert headings.count(name) >= 1
        assert row[label["provider"]] == cell[label["provider"]].split(" <")[0] or offering.provider.name is None
        trl = offering.maturity.trl if offering.maturity else None
        assert row[label["trl"]] == ("" if trl is None else str(trl))
        assert cell[label["trl"]] == trl
        assert [item["code"] for item in entry["trl"]] == ([] if trl is None else [str(trl)])
        assert row[label["verified_on"]] == entry["verified_on"][0]["code"] == offering.verified_on.isoformat()
        assert cell[label["verified_on"]].date() == offering.verified_on
        assert squeezed(formats.date(offering.verified_on)) in text
        markets = [formats.country(code) for code in offering.markets]
        assert row[label["markets"]] == (cell[label["markets"]] or "") == "; ".join(markets)
        assert [item["code"] for item in entry["markets"]] == list(offering.markets)
        assert not markets or squeezed("; ".join(markets)) in text


def test_nothing_that_an_entry_says_is_left_out(demo: Site) -> None:
    entries = {entry["id"]: json.dumps(entry, ensure_ascii=False) for entry in data(demo, "en")["entries"]}
    formats = demo.editions["en"].formats
    for offering in demo.ecosystem.offerings.values():
        for value in scalars(offering.model_copy(update={"sources": ()})):
            words = " ".join(value.split()) if isinstance(value, str) else str(value)
            dated = formats.partial_date(value) if hasattr(value, "first_day") else words
            entry = " ".join(entries[offering.id].replace("\\n\\n", " ").split())
            if isinstance(value, StrEnum):
                found = f'"{value.value}"' in entry
            elif isinstance(value, bool):
                continue
            elif hasattr(value, "isoformat"):
                found = value.isoformat() in entry or formats.date(value) in entry
            else:
                found = json.dumps(words, ensure_ascii=False)[1:-1] in entry or dated in entry
            assert found or words in (offering.provider.member,), f"{offering.id}: {value!r} is not in {entry}"


def scalars(value: Any) -> list[Any]:
    """Return the values in *value*; of texts in several languages, the English one."""
    if isinstance(value, BaseModel):
        names = list(type(value).model_fields)
        if {"fi", "sv", "en"} == set(names):
            names = ["en"]
        return [one for name in names for one in scalars(getattr(value, name))]
    if isinstance(value, tuple):
        return [one for part in value for one in scalars(part)]
    return [] if value is None else [value]


def bookmarks(reader: PdfReader) -> list[Destination]:
    """Return all bookmarks of a paper."""

    def flat(found: Any) -> list[Destination]:
        return [found] if isinstance(found, Destination) else [one for part in found for one in flat(part)]

    return flat(reader.outline)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_the_pages_where_things_stand(demo: Site, language: Language) -> None:
    reader = catalogue_pdf(demo, language)
    page_of = {squeezed(str(one.title)): reader.get_destination_page_number(one) for one in bookmarks(reader)}
    pages = [number for number in page_of.values() if number is not None]
    first = min(number for number in pages if number > 1)
    lines = "\n".join(reader.pages[number].extract_text() for number in range(1, first))
    listed = re.findall(r"^(.*?)[ .]*\.[ .]*(\d+)$", lines, re.MULTILINE)
    numbers = {squeezed(name): int(number) for name, number in listed}
    assert len(numbers) > len(demo.ecosystem.offerings)
    assert numbers == {name: number + 1 for name, number in zip(page_of, pages, strict=True)}
    for offering in demo.ecosystem.offerings.values():
        name = squeezed(offering.name.in_language(language).text)
        assert name in squeezed(reader.pages[numbers[name] - 1].extract_text())


def test_every_organisation_has_one_page_in_every_language(site: Site) -> None:
    papers = one_pagers(site)
    providers = {entry["organisation"] for entry in data(site, "en")["entries"]}
    assert sorted(papers) == sorted(
        f"downloads/organisations/{slug}-{language}.pdf" for slug in providers for language in LANGUAGES
    )
    assert {path: len(pdf(paper).pages) for path, paper in papers.items()} == dict.fromkeys(papers, 1)


@pytest.mark.parametrize(("offerings", "words"), [(1, 900), (3, 60), (30, 6), (200, 900)])
def test_one_page_is_one_page_whatever_is_written(demo: Site, offerings: int, words: int) -> None:
    first = next(iter(demo.ecosystem.offerings.values()))
    long = in_all(" ".join(["sanahirviö"] * words)[:6000])
    title = in_all("W" * 200)
    shared: dict[str, Any] = {
        "name": title,
        "summary": long,
        "intended_use": long,
        "url": f"https://example.org/{'w' * 1900}",
    }
    many = {
        f"x{n:03}": Offering.model_validate(first.model_dump() | shared | {"id": f"x{n:03}"}) for n in range(offerings)
    }
    crowded = make_site(replace(demo.ecosystem, offerings=many, meetings={}))
    (organisation,) = catalogue(crowded.editions["sv"]).organisations
    reader = pdf(render_organisation(crowded.editions["sv"], crowded.papers, organisation))
    assert len(reader.pages) == 1
    shown = squeezed(reader.pages[0].extract_text())
    say = crowded.editions["sv"].interface
    assert (squeezed(say.say("catalogue.shortened")) in shown) == (offerings > 1 or words > 60)
    left_out = {30: 24, 200: 194}.get(offerings)
    assert left_out is None or squeezed(say.count("catalogue.more", left_out)) in shown


@pytest.fixture(scope="module")
def hostile(demo: Site) -> Site:
    """Return a site whose offerings are called what strangers may write, each one thing."""
    first = next(iter(demo.ecosystem.offerings.values())).model_dump()
    made = {
        f"x{n:02}": Offering.model_validate(
            first
            | {"id": f"x{n:02}", "name": in_all(text), "summary": in_all(text)}
            | ({"provider": {"name": in_all(text)}} if n % 2 else {})
        )
        for n, text in enumerate([*FORMULAS, *MARKUP, *OTHER_LETTERS])
    }
    return make_site(replace(demo.ecosystem, offerings=made, meetings={}))


def test_a_cell_cannot_run_as_a_formula(hostile: Site) -> None:
    names = {row["Identifier"]: row["Name"] for row in table(hostile, "en")}
    assert [names[f"x{n:02}"] for n in range(len(FORMULAS))] == [f"'{formula}" for formula in FORMULAS]
    assert not [cell for row in table(hostile, "en") for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    cells = [cell for row in workbook(hostile, "en").worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value in FORMULAS} == {"s"}
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_data_is_never_read_as_markup(hostile: Site) -> None:
    text = said(pdf(render_catalogue(hostile.editions["en"], hostile.papers, catalogue(hostile.editions["en"]))))
    assert [markup for markup in MARKUP if squeezed(markup) not in text] == []
    names = [row["name"][0]["text"] for row in data(hostile, "en")["entries"]]
    assert [markup for markup in MARKUP if markup not in names] == []


def test_letters_that_the_fonts_lack_are_marked_and_the_mark_explained(hostile: Site) -> None:
    text = said(catalogue_pdf(hostile, "en"))
    assert text.count(f"Before{LETTERS_LACK}") >= len(OTHER_LETTERS)
    assert "standsforlettersthatthefontofthisdocumentlacks" in text
    pages = [pdf(paper) for path, paper in one_pagers(hostile).items() if path.endswith("-en.pdf")]
    assert {len(reader.pages) for reader in pages} == {1}
    assert any(LETTERS_LACK in said(reader) and "standsforletters" in said(reader) for reader in pages)
    names = [squeezed(row["name"][0]["text"]) for row in data(hostile, "en")["entries"]]
    assert [letters for letters in OTHER_LETTERS if squeezed(letters) not in names] == []


def test_what_strangers_write_stays_accessible(hostile: Site) -> None:
    for path in (CATALOGUE.format("en", "pdf"), next(iter(one_pagers(hostile)))):
        paper = hostile.shelf.files[path]
        report = pdf_checker.validate_pdf_bytes(paper, profile=pdf_checker.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, [failure.message for failure in report.failures]


def test_a_paper_whose_letters_are_all_there_says_nothing_of_it(demo: Site) -> None:
    assert "stands for letters" not in " ".join(one.extract_text() for one in catalogue_pdf(demo, "en").pages)


def fresh(site: Site, cache: Path) -> Mapping[str, bytes]:
    """Return the files of *site*, with the papers that are kept in the folder *cache*."""
    return dict(render_catalogues(site.editions, Papers(ROOT / "overrides" / "documents", ROOT / "fonts", cache)))


def test_the_same_data_gives_the_same_bytes_and_only_what_has_changed_is_made_again(
    demo: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    typeset = Drawing.typeset

    def counted(drawing: Drawing, name: str, inputs: Mapping[str, str]) -> bytes:
        made.append(name)
        return typeset(drawing, name, inputs)

    monkeypatch.setattr(Drawing, "typeset", counted)
    assert fresh(demo, tmp_path) == demo.shelf.files
    assert len(made) == 3 * (1 + 5)
    made.clear()
    assert fresh(demo, tmp_path) == demo.shelf.files
    assert made == []
    changed = make_site(with_offering(demo, summary=in_all("New words of one offering.")), ECOSYSTEM_DEMO="1")
    files = fresh(changed, tmp_path)
    assert sorted(made) == ["catalogue.typ"] * 3 + ["organisation.typ"] * 3
    different = [path for path, content in files.items() if demo.shelf.files[path] != content]
    assert len([path for path in different if "/organisations/" in path]) == 3


def test_an_empty_catalogue_says_how_to_join(demo: Site) -> None:
    empty = make_site(replace(demo.ecosystem, offerings={}, meetings={}))
    for language in LANGUAGES:
        say = empty.editions[language].interface.say
        reader = catalogue_pdf(empty, language)
        assert squeezed(say("catalogue.empty")) in said(reader)
        assert squeezed(say("catalogue.join_text")) in said(reader)
        assert data(empty, language)["entries"] == [] and data(empty, language)["join"]["text"]
        assert table(empty, language) == [] and sheet_rows(empty, language) == []
    assert one_pagers(empty) == {}
    assert empty.editions["en"].interface.say("catalogue.empty") in render(empty, "downloads", "en")


def texts_of(path: str, content: bytes) -> list[str]:
    """Return the parts of a file that each must say that it is a demonstration: pages, rows, entries."""
    if path.endswith(".pdf"):
        return [one.extract_text() for one in pdf(content).pages]
    if path.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        rows = [str(row[-1]) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
        return [str(sheet.oddHeader.center.text) for sheet in book.worksheets if sheet.oddHeader] + rows
    if path.endswith(".json"):
        document = json.loads(content)
        return [document["notice"], *(entry["notice"] for entry in document["entries"])]
    return [", ".join(row) for row in list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1:]]


def test_every_file_of_a_demonstration_says_what_it_is(demo: Site, real: Site) -> None:
    for path, content in demo.shelf.files.items():
        language = as_language(re.split(r"[-.]", path)[-2])
        assert all(squeezed(NOTICES[language]) in squeezed(text) for text in texts_of(path, content)), path
    assert "DEMO" not in said(catalogue_pdf(real, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_can_be_read_filtered_and_understood(demo: Site, language: Language) -> None:
    book = workbook(demo, language)
    entries, explained = book.worksheets
    assert entries.freeze_panes == "C2"
    assert entries.auto_filter.ref == entries.dimensions
    widths = [entries.column_dimensions[cell.column_letter].width for cell in entries[1]]
    assert min(widths) >= 12 and max(widths) >= 50
    labels = {row[0] for row in explained.iter_rows(values_only=True)}
    assert {cell.value for cell in entries[1]} <= labels
    assert all(text for _, text in explained.iter_rows(values_only=True))


def test_the_table_opens_in_excel_with_its_letters(demo: Site) -> None:
    content = demo.shelf.files[CATALOGUE.format("fi", "csv")]
    assert content.startswith(b"\xef\xbb\xbf") and "Lääkinnällinen laite" in content.decode()


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_marked(demo: Site) -> None:
    study = {"title": in_all("x" * 200), "url": f"https://example.org/{'y' * 1900}"}
    changed = make_site(with_offering(demo, evidence=[study] * 40))
    cells = [row["Evidence"] for row in sheet_rows(changed, "en") if row["Evidence"] and "xxx" in row["Evidence"]]
    assert [len(cell) for cell in cells] == [32_767] and cells[0].endswith("…")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_downloads_names_every_file_with_its_size(site: Site, language: Language) -> None:
    soup = BeautifulSoup(render(site, "downloads", language), "html.parser")
    rows = {str(row.a["href"]).lstrip("./"): row for row in soup.select("main tbody tr") if row.a is not None}
    own = [path for path in site.shelf.files if "/organisations/" not in path or path.endswith(f"-{language}.pdf")]
    assert sorted(rows) == sorted(own)
    for path, row in rows.items():
        size = site.editions[language].formats.size(len(site.shelf.files[path]))
        assert size in row.get_text(), path
        link = row.a
        assert link is not None and link["hreflang"] == re.split(r"[-.]", path)[-2] and link["type"]
        assert row.time is not None and row.time["datetime"]


def test_sizes_are_written_as_each_language_writes_them(real: Site) -> None:
    sizes = (1, 24_400, 999_499, 999_500, 2_940_000)
    assert [real.editions["en"].formats.size(size) for size in sizes] == [
        f"{number}\u00a0{unit}"
        for number, unit in (("1", "kB"), ("24", "kB"), ("999", "kB"), ("1", "MB"), ("2.9", "MB"))
    ]
    assert real.editions["fi"].formats.size(2_940_000) == "2,9\u00a0MB"


def test_participants_bring_their_papers_to_the_pack_of_a_delegation(data_folder: DataFolder, tmp_path: Path) -> None:
    result = data_folder.run("delegation", "berliini-2027", "--language", "en", "--to", str(tmp_path))
    assert result.returncode == 0, result.stderr
    shutil.unpack_archive(next(tmp_path.glob("*.zip")), tmp_path / "pack")
    papers = sorted(path.name for path in (tmp_path / "pack").rglob("organisations/*"))
    assert papers == ["esimerkki-oy-en.pdf", "network-verkosto-en.pdf"]


def test_the_command_writes_the_files_that_the_site_has(data_folder: DataFolder, tmp_path: Path) -> None:
    result = data_folder.run("downloads", "--to", str(tmp_path / "files"), "--anew")
    assert result.returncode == 0, result.stderr
    target = tmp_path / "files"
    written = {file.relative_to(target).as_posix(): file.read_bytes() for file in target.rglob("*.*")}
    files = make_site(read_ecosystem(data_folder.path)).shelf.files
    assert {f"downloads/{name}": content for name, content in written.items()} == files


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("device: device", "device: not-device", "mdr_class"),
        ("consent: true", "consent: false", "consent"),
        ("    mdr_class: IIa\n", "", "certificate"),
    ],
)
def test_nothing_is_written_of_an_entry_that_contradicts_itself(
    data_folder: DataFolder, tmp_path: Path, old: str, new: str, said: str
) -> None:
    data_folder.replace("offerings.yaml", old, new)
    result = data_folder.run("downloads", "--to", str(tmp_path / "files"))
    assert result.returncode == 1
    assert re.search(rf"offerings\.yaml:\d+:\d+: error: .*{said}", result.stderr), result.stderr
    assert not (tmp_path / "files").exists()


def test_one_entry_is_counted_as_one(demo: Site) -> None:
    first = dict([next(iter(demo.ecosystem.offerings.items()))])
    site = make_site(replace(demo.ecosystem, offerings=first, meetings={}))
    counted = {language: catalogue_counts(one, catalogue(one)) for language, one in site.editions.items()}
    assert counted == {
        "fi": "Luettelossa on 1 kohde 1 organisaatiolta.",
        "sv": "Katalogen har 1 post från 1 organisation.",
        "en": "The catalogue has 1 entry from 1 organisation.",
    }

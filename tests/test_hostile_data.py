"""What people who mean harm write into any field comes out as the text that it is, in every file of the site."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import icalendar
import openpyxl
import pypdf
import pytest
from lxml import etree
from lxml.html import HtmlElement, fromstring
from markdown import markdown

from addresses import SECTIONS, page_path, record_path
from ecosystem.ground.languages import LANGUAGES
from ecosystem.site.newsletter.introduction import check_introduction, make_introduction
from hostile_records import ADDRESS, IDS, INTRODUCTION, LINES, Sites
from workbench import run_ecosystem

#: Addresses that the site itself links to, besides paths of its own and what the records name.
OWN_HOSTS = ("www.sotetekoaly.fi", "example.org")

#: The index and the pages that list its pages.
BY_LETTER = ("a-z", "search", "site-map")

#: Pages whose entries stand by name and differ in what they show.
BY_NAME = ("workgroups",)


def files(site: Path, pattern: str) -> list[Path]:
    found = sorted(site.rglob(pattern))
    assert found, f"no {pattern}"
    return found


def pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    for path in files(site, "*.html"):
        yield path.relative_to(site).as_posix(), fromstring(path.read_bytes())


def structure(page: HtmlElement) -> list[str]:
    """Return the elements of *page* with the names of their attributes; drawings break their texts as they fit."""
    drawn = set(page.xpath("//svg//*"))
    return [f"{one.tag} {sorted(one.attrib)}" for one in page.iter(etree.Element) if one not in drawn]


def shown(page: HtmlElement, selector: str) -> str:
    return " ".join(page.xpath(f"//{selector}")[0].text_content().split())


def addresses(page: HtmlElement) -> list[str]:
    return [str(one) for one in page.xpath("//@href | //@src | //@action | //@srcset | //@poster | //@data")]


def leads_away(address: str) -> bool:
    """Tell whether *address* runs something, or leads where only a text field wanted it to lead."""
    parts = urlsplit(address.strip())
    return parts.scheme not in ("", "https", "mailto", "tel", "webcal") or (parts.hostname or "").startswith("evil.")


def test_pages_have_the_elements_and_attributes_that_harmless_words_give_them(hostile: Sites) -> None:
    harmless = {path: structure(page) for path, page in pages(hostile.harmless)}
    assert len(harmless) > 400
    paths = {path for path, _ in pages(hostile.hostile)}
    named_by_words = [structure for path, structure in harmless.items() if path not in paths]
    by_letter = tuple(page_path(name, language) for name in BY_LETTER for language in LANGUAGES)
    by_name = tuple(page_path(name, language) + "index" for name in BY_NAME for language in LANGUAGES)
    for path, page in pages(hostile.hostile):
        if path.startswith(by_letter):  # words of other letters make other groups, of the same elements
            assert set(structure(page)) <= set(harmless[path]), path
        elif path.startswith(by_name):  # entries in another order, of the same elements
            assert sorted(structure(page)) == sorted(harmless[path]), path
        else:
            assert structure(page) == harmless[path] if path in harmless else structure(page) in named_by_words, path
        assert re.fullmatch(r"[a-z0-9./-]+", path)
        drawing = {f"{one.tag} {sorted(one.attrib)}" for one in page.xpath("//svg//*")}
        assert not {one for one in drawing if re.search(r"^(script|image|foreignObject|use)|'on", one)}, path


def test_a_planted_element_is_seen(hostile: Sites) -> None:
    text = (hostile.hostile / "jasenet" / "2020" / "index.html").read_text(encoding="utf-8")
    assert structure(fromstring(text)) != structure(fromstring(text.replace("&lt;b style=color:red&gt;", "<b>")))


def test_pages_show_every_letter_of_the_words(hostile: Sites) -> None:
    for collection in SECTIONS:
        for language in LANGUAGES:
            for record_id, line in zip(IDS, LINES, strict=True):
                path = hostile.hostile / record_path(collection, record_id, language) / "index.html"
                page = fromstring(path.read_bytes())
                assert shown(page, "h1") == line, path
                assert page.findtext("head/title").startswith(line), path
                assert page.xpath("//meta[@property='og:title']/@content") == [line], path


def test_no_address_runs_anything_or_leads_where_a_text_wanted(hostile: Sites) -> None:
    for path, page in pages(hostile.hostile):
        assert [one for one in addresses(page) if leads_away(one)] == [], path
    used = {one for _, page in pages(hostile.hostile) for one in addresses(page)}
    assert any(urlsplit(one).query == urlsplit(ADDRESS).query for one in used), "the addresses of the records are used"


def test_data_for_search_engines_holds_the_words_as_they_are(hostile: Sites) -> None:
    said: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, str):
            said.add(value)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            collect(part)

    for path in files(hostile.hostile, "*.html"):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8")):
            assert "<" not in text and ">" not in text
            collect(json.loads(text))
    assert set(LINES) <= said


@pytest.mark.parametrize("pattern", ["*.rss", "*.atom"])
def test_feeds_hold_the_words_and_no_markup_of_theirs(hostile: Sites, pattern: str) -> None:
    def contents(path: Path) -> tuple[list[str], list[HtmlElement]]:
        entries = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False).entries
        html = [content.value for entry in entries for content in entry.get("content", [])]
        return [entry.title for entry in entries], [fromstring(f"<div>{one}</div>") for one in html]

    titles: set[str] = set()
    for path in files(hostile.hostile, pattern):
        twin = hostile.harmless / path.relative_to(hostile.hostile)
        named, articles = contents(path)
        titles |= set(named)
        assert [one.tag for one in etree.parse(path).iter()] == [one.tag for one in etree.parse(twin).iter()], path
        assert sorted(map(structure, articles)) == sorted(map(structure, contents(twin)[1])), path
        assert not [one for article in articles for one in addresses(article) if leads_away(one)], path
    assert any(unescape(title) == LINES[0] for title in titles)


def test_json_is_whole_and_holds_the_words(hostile: Sites) -> None:
    texts = [path.read_text(encoding="utf-8") for path in files(hostile.hostile, "*.json")]
    assert all(isinstance(json.loads(text), dict | list) for text in texts)
    members = json.loads((hostile.hostile / "api" / "v1" / "members.json").read_text(encoding="utf-8"))
    assert [record["name"]["fi"] for record in members["records"]] == list(LINES)


def test_calendars_have_the_events_and_properties_of_harmless_ones(hostile: Sites) -> None:
    def outline(calendar: icalendar.Calendar) -> list[tuple[str, list[str]]]:
        return [(str(part.name), sorted(part.keys())) for part in calendar.walk()]

    summaries: set[str] = set()
    for path in files(hostile.hostile, "*.ics"):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        twin = icalendar.Calendar.from_ical((hostile.harmless / path.relative_to(hostile.hostile)).read_bytes())
        assert sorted(outline(calendar)) == sorted(outline(twin)), path
        summaries |= {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
        assert b"\r" not in path.read_bytes().replace(b"\r\n", b""), path
    assert all(any(line in summary for summary in summaries) for line in LINES)


def begins_a_formula(cell: str) -> bool:
    return cell[:1] in tuple("=+-@\t\r") and not re.fullmatch(r"[+-]?[\d .,]+", cell)


def test_no_cell_of_a_table_is_a_formula(hostile: Sites, tmp_path: Path) -> None:
    exported = run_ecosystem("export", "members", "--csv", ECOSYSTEM_DATA=str(hostile.data)).stdout
    tables = {"export": exported.removeprefix("\ufeff")}
    tables |= {path.name: path.read_text(encoding="utf-8-sig") for path in files(hostile.hostile, "*.csv")}
    for name, text in tables.items():
        rows = list(csv.reader(io.StringIO(text)))
        assert len({len(row) for row in rows}) == 1, name
        assert [cell for row in rows for cell in row if begins_a_formula(cell)] == [], name
    assert any(cell == f"'{LINES[3]}" for row in csv.reader(io.StringIO(tables["members.csv"])) for cell in row)
    assert begins_a_formula(LINES[3])


def test_no_cell_of_a_workbook_is_a_formula(hostile: Sites, tmp_path: Path) -> None:
    book = tmp_path / "members.xlsx"
    result = run_ecosystem("export", "members", "--xlsx", str(book), ECOSYSTEM_DATA=str(hostile.data))
    assert result.returncode == 0, result.stderr[-500:]
    for path in [book, *sorted(hostile.hostile.rglob("*.xlsx"))]:
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
        assert "f" not in {cell.data_type for cell in cells}, path
        assert not [cell for cell in cells if cell.hyperlink and leads_away(cell.hyperlink.target or "")], path


def test_papers_hold_the_words_and_lead_nowhere_else(hostile: Sites, tmp_path: Path) -> None:
    result = run_ecosystem("delegation", IDS[4], "--to", str(tmp_path), ECOSYSTEM_DATA=str(hostile.data))
    assert result.returncode == 0, result.stderr[-500:]
    text = ""
    for path in [*files(tmp_path, "*.pdf"), *hostile.hostile.rglob("*.pdf")]:
        reader = pypdf.PdfReader(path)
        text += "".join(page.extract_text() for page in reader.pages)
        assert not {"/OpenAction", "/AA", "/JavaScript"} & set(reader.root_object), path
        for page in reader.pages:
            for note in page.get("/Annots") or []:
                action = note.get_object().get("/A", {})
                assert not leads_away(str(action.get("/URI", ""))), path
                assert action.get("/S", "/URI") == "/URI", path
    assert '#read("/etc/passwd")' in text.replace("\n", "").replace("“", '"').replace("”", '"')
    assert "root:" not in text


def test_every_page_that_may_have_a_card_has_one(hostile: Sites) -> None:
    for path, page in pages(hostile.hostile):
        for address in page.xpath("//meta[@property='og:image']/@content"):
            card = hostile.hostile / urlsplit(address).path.lstrip("/")
            assert card.read_bytes().startswith(b"\x89PNG"), path


def test_statements_name_the_operator_in_the_words_that_were_given(hostile: Sites) -> None:
    for language in LANGUAGES:
        for name in ("accessibility", "privacy"):
            page = fromstring((hostile.hostile / page_path(name, language) / "index.html").read_bytes())
            assert LINES[0] in shown(page, "main")
    contact = (hostile.hostile / ".well-known" / "security.txt").read_text(encoding="utf-8")
    assert [line.split(":")[0] for line in contact.splitlines()][:2] == ["Contact", "Expires"]


#: Introductions in Markdown that mean harm in ways of their own. All but the last are refused where they stand.
MARKDOWN = (
    "[a](javascript:window.ran=1)",
    "[a]( javascript:window.ran=1)",
    "[a](<javascript:window.ran=1>)",
    "[a](java&#115;cript:window.ran=1)",
    "[a](JaVaScRiPt:window.ran=1)",
    "[a](javascript&colon;window.ran=1)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](//evil.example/)",
    "[a][b]\n\n[b]: javascript:window.ran=1",
    "[a][b]\n\n[b]:javascript:window.ran=1",
    "[a][b]\n\n[b]:\n   javascript:window.ran=1",
    "[b]\n\n[b]: <javascript:window.ran=1>",
    "<javascript:window.ran=1>",
    "![a](https://evil.example/a.png)",
    "![a][b]\n\n[b]: https://evil.example/a.png",
    "[![a](https://evil.example/a.png)](https://example.org/)",
    "<svg/onload=window.ran=1>",
    "a <b\nonclick=window.ran=1>b</b>",
    "<!-- --><script>window.ran=1</script>",
    "    <script>window.ran=1</script>",
    "&lt;script&gt;window.ran=1&lt;/script&gt; **a** _b_\n\n- c",
)


@pytest.mark.parametrize("text", [*LINES, *MARKDOWN, INTRODUCTION])
def test_an_introduction_is_inert_whatever_it_holds(text: str) -> None:
    page = fromstring(f"<div>{make_introduction(text).html}</div>")
    assert {one.tag for one in page.iter(etree.Element)} <= {"div", "p", "a", "em", "strong", "ul", "li"}
    assert {name for one in page.iter(etree.Element) for name in one.attrib} <= {"href", "title"}
    assert not [one for one in addresses(page) if urlsplit(one.strip()).scheme not in ("", "https")]


@pytest.mark.parametrize("text", MARKDOWN[:-1])
def test_an_introduction_that_means_harm_is_refused(text: str) -> None:
    assert list(check_introduction(text, "intro.md")) != []


@pytest.mark.parametrize(("command", "language"), [("diff", "fi"), ("report", "sv")])
def test_summaries_of_jobs_are_only_text(hostile: Sites, command: str, language: str) -> None:
    base = [str(hostile.harmless_data)] if command == "diff" else []
    result = run_ecosystem(
        command, *base, "--format", "markdown", "--language", language, ECOSYSTEM_DATA=str(hostile.data)
    )
    assert result.returncode == 0, result.stderr[-500:]
    page = fromstring(f"<div>{markdown(result.stdout, extensions=['tables', 'fenced_code'])}</div>")
    plain = {"div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "code", "pre", "hr", "a", "br"}
    assert {one.tag for one in page.iter(etree.Element)} <= plain
    assert not [one for one in addresses(page) if leads_away(one) or "evil" in one]
    assert not re.search(r"^::", result.stdout, re.MULTILINE)


def test_a_newsletter_holds_the_words_and_no_markup_of_theirs(hostile: Sites, tmp_path: Path) -> None:
    shutil.copytree(hostile.data, tmp_path / "data")
    variables = {"ECOSYSTEM_DATA": str(tmp_path / "data"), "SOURCE_DATE_EPOCH": "1719900000"}
    for step in (
        ["draft", "--since", "2024-01-01", "--date", "2024-07-31", "--language", "en"],
        ["render", "2024-07-31.en", "--output", str(tmp_path)],
    ):
        result = run_ecosystem("newsletter", *step, **variables)
        assert result.returncode == 0, result.stderr[-500:]
    folder = tmp_path / "2024-07-31.en"
    letter = fromstring((folder / "liana.html").read_bytes())
    assert not letter.xpath("//script | //img | //svg | //b | //u | //@onerror | //@onload")
    assert not [one for one in addresses(letter) if leads_away(one)]
    preview = fromstring((folder / "preview.html").read_bytes())
    assert not preview.xpath("//script | //img | //svg | //b | //@onerror | //@onload")
    said = (folder / "liana.txt").read_text(encoding="utf-8")
    assert LINES[0] in " ".join(said.split())

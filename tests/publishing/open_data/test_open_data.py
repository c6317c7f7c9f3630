"""The open data as programs and spreadsheets get it: complete, described, without persons, and lasting."""

import csv
import datetime
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from addresses import COLLECTIONS, EMBEDDED, record_path, section_path
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.parts import Contact
from ecosystem.site.addresses import CHANGES
from ecosystem.site.open_collections import NEWSLETTERS
from ecosystem.site.site import Site
from minimal_records import write_minimal_data
from publishing.open_data.fields import PROMISED, PUBLISHED, fields
from rendering import made, make_site, read_ecosystem, site_of
from workbench import FULL, SMALL, DataFolder
from yaml_files import read_yaml, yaml_text

pytestmark = pytest.mark.slow

Files = Mapping[str, bytes]
SITE = "https://www.sotetekoaly.fi/"
#: The collections whose records have a file each.
WITH_FILES = (*COLLECTIONS, NEWSLETTERS)


def open_data(site: Site) -> dict[str, bytes]:
    return made(site, "open data", "open data in one", *(f"open data {name}" for name in PUBLISHED))


def files_of(data: Path, today: datetime.date = datetime.date(2026, 11, 22)) -> dict[str, bytes]:
    site = site_of(data, today)
    return open_data(site)


@pytest.fixture(scope="module")
def files() -> Files:
    """Return the open data of the full data."""
    return files_of(FULL.data)


@pytest.fixture(scope="module")
def small_files() -> Files:
    """Return the open data of the tests' own data."""
    return files_of(SMALL.data)


def read(files: Files, name: str) -> Any:
    return json.loads(files[f"api/v1/{name}"])


def text_of_all(files: Files) -> Iterator[str]:
    """Yield the text of every file, and of those in the archive of all."""
    with zipfile.ZipFile(io.BytesIO(files["api/v1/all.zip"])) as archive:
        yield from (archive.read(name).decode("utf-8") for name in archive.namelist())
    yield from (content.decode("utf-8") for path, content in files.items() if not path.endswith(".zip"))


def rows(files: Files, collection: str) -> list[dict[str, str]]:
    text = files[f"api/v1/{collection}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(params=["real", "small", "minimal", "minimal with parts"])
def any_files(request: pytest.FixtureRequest, tmp_path: Path, files: Files, small_files: Files) -> Files:
    """Return the open data of one of four sets of data."""
    if request.param in ("real", "small"):
        return files if request.param == "real" else small_files
    return files_of(write_minimal_data(tmp_path / "data", with_parts=request.param == "minimal with parts"))


def test_every_file_is_as_its_schema_says_and_holds_nothing_else(any_files: Files) -> None:
    for name in ("index", *PUBLISHED):
        schema = read(any_files, f"schema/{name}.json")
        Draft202012Validator.check_schema(schema)
        strict = json.loads(json.dumps(schema), object_hook=_closed)
        document = read(any_files, f"{name}.json")
        errors = Draft202012Validator(strict, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(document)
        assert [f"{name}: {error.json_path}: {error.message}" for error in errors] == []


def _closed(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "additionalProperties": False} if value.get("type") == "object" else value


def test_every_field_is_described(files: Files) -> None:
    for name in ("index", *PUBLISHED):
        schema = read(files, f"schema/{name}.json")
        parts = {name: schema, **schema["$defs"]}
        bare = [
            f"{part}.{field}"
            for part, one in parts.items()
            for field, value in one["properties"].items()
            if not value.get("description")
        ]
        assert bare == []
        assert [part for part, one in parts.items() if not one["description"]] == []


def test_the_index_counts_what_the_files_hold(files: Files) -> None:
    index = read(files, "index.json")
    assert [one["name"] for one in index["collections"]] == list(PUBLISHED)
    for one in index["collections"]:
        document = read(files, f"{one['name']}.json")
        assert one["count"] == document["count"] == len(document["records"]) == len(rows(files, one["name"]))
        day = "day" if one["name"] == CHANGES else "updated"
        assert one["updated"] == max((record[day] for record in document["records"]), default=None)
        for kind in ("json", "csv", "schema"):
            assert one[kind].removeprefix(SITE) in files
    assert index["licence"] == {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    assert index["generated"] == "2026-11-22T12:00:00+00:00"
    assert index["updated"] == max(one["updated"] for one in index["collections"] if one["updated"])


def test_a_record_says_what_its_data_file_says(files: Files) -> None:
    source = read_yaml(FULL.data / "regions.yaml")
    for entry, record in zip(source, read(files, "regions.json")["records"], strict=True):
        for field in ("id", "name", "short_title", "kind", "updated"):
            assert record[field] == entry[field]
        assert record["tile"] == {name: int(number) for name, number in entry["tile"].items()}
        assert record["nickname"] == entry.get("nickname")


def test_a_record_knows_its_pages(files: Files) -> None:
    for collection in COLLECTIONS:
        for record in read(files, f"{collection}.json")["records"]:
            is_row = collection == "glossary" and record["definition"] is None
            assert record["pages"] == {
                language: SITE
                + (
                    f"{section_path(collection, language)}#row-{record['id']}"
                    if is_row
                    else record_path(collection, record["id"], language)
                )
                for language in LANGUAGES
            }


def test_each_record_has_a_file_of_its_own(files: Files) -> None:
    for collection in WITH_FILES:
        for record in read(files, f"{collection}.json")["records"]:
            assert read(files, f"{collection}/{record['id']}.json") == record


def test_one_archive_holds_all_collections_and_says_whether_it_is_whole(files: Files) -> None:
    content = files["api/v1/all.zip"]
    digest = hashlib.sha256(content).hexdigest()
    assert files["api/v1/all.zip.sha256"].decode() == f"{digest}  all.zip\n"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        lines = (line.split("  ") for line in archive.read("SHA256SUMS").decode().splitlines())
        sums = {name: told for told, name in lines}
        assert sums == {
            name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist() if name != "SHA256SUMS"
        }
        assert archive.read("pilots.json") == files["api/v1/pilots.json"]
    suffixes = ("{}.json", "{}.csv", "schema/{}.json")
    assert sums.keys() == {suffix.format(name) for suffix in suffixes for name in PUBLISHED}


def test_made_up_data_is_marked_in_every_file() -> None:
    folder = SMALL.data
    site = make_site(read_ecosystem(folder), ECOSYSTEM_DATA=str(folder), ECOSYSTEM_DEMO="1")
    made = open_data(site)
    for collection in PUBLISHED:
        assert read(made, f"{collection}.json")["publisher"]["en"].startswith("DEMO")
        assert all(row["demo"].startswith("DEMO") for row in rows(made, collection))
    assert read(made, "index.json")["publisher"]["fi"].startswith("DEMO")


def test_tables_and_documents_agree(files: Files, small_files: Files) -> None:
    for some in (files, small_files):
        for record, row in zip(read(some, "members.json")["records"], rows(some, "members"), strict=True):
            assert row["id"] == record["id"]
            for language in LANGUAGES:
                assert row[f"name_{language}"] == record["name"][language]
                assert row[f"pages_{language}"] == record["pages"][language]
                assert row[f"summary_{language}"] == ((record["summary"] or {}).get(language) or "")
            assert row["region"] == (record["region"] or "")
            assert row["offers"] == "; ".join(record["offers"])
        for record, row in zip(read(some, "pilots.json")["records"], rows(some, "pilots"), strict=True):
            assert row["goals_sv"] == "\n".join(goal["sv"] for goal in record["goals"])
            assert row["period_start"] == ((record["period"] or {}).get("start") or "")
            assert [one.get("url") for one in json.loads(row["sources"])] == [one["url"] for one in record["sources"]]


def test_no_two_columns_have_the_same_name(files: Files) -> None:
    for collection in PUBLISHED:
        heading = files[f"api/v1/{collection}.csv"].decode("utf-8-sig").split("\r\n", 1)[0].split(",")
        assert len(heading) == len(set(heading))


def test_a_cell_that_a_spreadsheet_would_run_is_held_back(data_folder: DataFolder) -> None:
    data_folder.replace("members.yaml", "fi: Åland ry", 'fi: "=HYPERLINK(1)"')
    made = files_of(data_folder.path)
    assert "'=HYPERLINK(1)" in [row["name_fi"] for row in rows(made, "members")]
    assert "=HYPERLINK(1)" in [record["name"]["fi"] for record in read(made, "members.json")["records"]]


def test_no_person_is_in_the_open_data(small_files: Files, files: Files) -> None:
    for folder, some in ((SMALL.data, small_files), (FULL.data, files)):
        contacts = list(_contacts(folder))
        assert contacts
        everything = "\n".join(text_of_all(some))
        for contact in contacts:
            for field in ("email", "phone", "name"):
                assert contact.get(field, "no such word") not in everything


def _contacts(folder: Path) -> Iterator[dict[str, str]]:
    """Yield what looks like a person in any data file: it has the fields of a contact and a way to reach it."""
    waiting = [read_yaml(file) for file in folder.glob("*.yaml")]
    while waiting:
        value = waiting.pop()
        waiting += value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
        if isinstance(value, dict) and set(value) <= set(Contact.model_fields) and "email" in value:
            yield value


def test_what_is_not_public_yet_is_left_out_and_nothing_refers_to_it(data_folder: DataFolder) -> None:
    meetings = read_yaml(data_folder.path / "meetings.yaml")
    meetings[0]["news"] = ["alku-2025", "tuleva-2099"]
    data_folder.write("meetings.yaml", yaml_text(meetings))
    before = files_of(data_folder.path)
    after = files_of(data_folder.path, datetime.date(2099, 12, 31))
    assert "tuleva-2099" not in "\n".join(text_of_all(before))
    assert read(before, "meetings.json")["records"][0]["news"] == ["alku-2025"]
    assert [record["id"] for record in read(after, "news.json")["records"]] == ["alku-2025", "tuleva-2099"]
    assert read(after, "meetings.json")["records"][0]["news"] == ["alku-2025", "tuleva-2099"]


def test_what_is_computed_is_told_with_its_value(data_folder: DataFolder) -> None:
    data_folder.replace(
        "action_plan.yaml", "computed: member-events", "computed: members-listed\n          complete: true"
    )
    indicators = {
        indicator["id"]: indicator
        for plan in read(files_of(data_folder.path), "action_plan.json")["records"]
        for metric in plan["metrics"]
        for indicator in metric["indicators"]
    }
    assert indicators["jasentapahtumat"]["computed_value"] == 2
    declared = indicators["members"]
    assert declared["computed_value"] is None
    assert [(one["date"], one["comparator"], one["value"]) for one in declared["readings"]] == [
        ("2025-03-03", "exactly", 222),
        ("2026-11-22", "over", 250),
    ]


def test_no_promised_field_goes_or_changes_its_type() -> None:
    there = set(fields())
    promised = PROMISED.read_text(encoding="utf-8").splitlines()
    assert promised, "nothing is promised"
    assert [line for line in promised if line not in there] == []


def test_two_renderings_are_the_same(files: Files) -> None:
    assert files_of(FULL.data) == files


def test_the_description_of_the_interface_is_valid_and_names_every_file(files: Files) -> None:
    description = read(files, "openapi.json")
    validate(description)
    server = description["servers"][0]["url"]
    described = {server.removeprefix(SITE) + path for path in description["paths"]}
    schemas = {path for path in files if "/schema/" in path}
    records = {
        f"api/v1/{name}/{record['id']}.json" for name in PUBLISHED for record in read(files, f"{name}.json")["records"]
    }
    named = {f"api/v1/{name}/{{id}}.json" for name in WITH_FILES}
    assert described == (files.keys() - schemas - records - {"api/v1/openapi.json"}) | named
    names = [operation["get"]["operationId"] for operation in description["paths"].values()]
    assert len(names) == len(set(names))


def test_the_page_of_open_data_leads_to_every_data_set(page: Callable[[str], str], built_site: Path) -> None:
    for path in ("avoin-data/", "sv/oppna-data/", "en/open-data/"):
        shown = BeautifulSoup(page(path), "html5lib")
        links = {urljoin(SITE + path, str(link["href"])).removeprefix(SITE) for link in shown.select("main a[href]")}
        for name in PUBLISHED:
            assert {f"api/v1/{name}.json", f"api/v1/{name}.csv", f"api/v1/schema/{name}.json"} <= links
        assert {"api/v1/index.json", "api/v1/openapi.json", "api/v1/dcat.ttl", "api/v1/dcat.jsonld"} <= links
        assert [link for link in links if link.startswith("api/") and not (built_site / link).is_file()] == []


def test_what_the_page_gives_to_copy_works(page: Callable[[str], str], built_site: Path) -> None:
    shown = BeautifulSoup(page("sv/oppna-data/"), "html5lib")
    codes = [code.get_text() for code in shown.select("section pre code")]
    addresses = [address for code in codes for address in re.findall(rf"{SITE}[^\s\"]+", code)]
    assert len(addresses) == 3 + len(EMBEDDED)
    for address in addresses:
        file = built_site / address.removeprefix(SITE)
        assert (file / "index.html" if file.is_dir() else file).is_file()
    frames = [BeautifulSoup(code, "html5lib").find("iframe") for code in codes if code.startswith("<iframe")]
    assert [frame and len(str(frame["title"])) > 5 for frame in frames] == [True] * len(EMBEDDED)


def test_search_engines_of_data_find_every_data_set(page: Callable[[str], str]) -> None:
    shown = BeautifulSoup(page("en/open-data/"), "html5lib")
    said = [json.loads(str(script.string)) for script in shown.select('script[type="application/ld+json"]')]
    (catalogue,) = [one for one in said if one["@type"] == "DataCatalog"]
    assert len(catalogue["dataset"]) == len(PUBLISHED)
    for one in catalogue["dataset"]:
        assert 50 <= len(one["description"]) <= 5000
        assert one["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert [file["encodingFormat"] for file in one["distribution"]] == ["application/json", "text/csv"]

"""A new kind of record is a folder, two templates, words and data, and nothing of the project has to be edited for it.

The toy kind in `tests/content/toy_kind/` is put into a copy of the project, where all is done that people do with a
kind. It is the smallest example of one.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from bs4 import BeautifulSoup
from rdflib import DCTERMS, Graph, URIRef

from ecosystem.editing.forms.issue_form import read_form
from ecosystem.ground.languages import LANGUAGES
from workbench import ENGINE, FULL, NOW, ROOT, SMALL, edit
from yaml_files import read_yaml

pytestmark = pytest.mark.slow

TOY = ROOT / "tests" / "content" / "toy_kind"
SITE_URL = "https://www.sotetekoaly.fi/"

#: Where the list and its records stand, and what one of them is called.
LISTS = {"fi": "tyokalut/", "sv": "sv/verktyg/", "en": "en/tools/"}
TOOL = "kokeilun-mallipohja"
NAMES = {"fi": "Kokeilun mallipohja", "sv": "Mall för försök", "en": "Template for pilots"}
CHOICES = {
    "fi": ["tarkistuslista", "mallipohja"],
    "sv": ["checklista", "mall"],
    "en": ["checklist", "template"],
}

#: What the search takes of the pages that it is asked about.
SEARCHED = """
import sys
from pathlib import Path
from ecosystem.search.copies import PageKinds
from ecosystem.site.addresses import ADDRESSES
kinds = PageKinds(ADDRESSES)
for path in sys.argv[1:]:
    document = Path("site", path, "index.html").read_text(encoding="utf-8")
    print(kinds.of(path), " ".join(kinds.content_of(path, document).split()))
"""


@dataclass(frozen=True)
class Copy:
    """A copy of the project."""

    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the copy's own code."""
        return self.python("-m", "ecosystem", *arguments)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        decided_here = ("ECOSYSTEM_", "PYTHON")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(decided_here)}
        own = {
            "PYTHONPATH": str(self.folder / "hooks"),
            "PYTHONUTF8": "1",
            "SOURCE_DATE_EPOCH": NOW,
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "",
            "ECOSYSTEM_SEARCH": "0",
            "ECOSYSTEM_CARDS": "0",
        }
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={**kept, **own},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def site(self, path: str) -> str:
        """Return a file of the site."""
        return (self.folder / "site" / path).read_text(encoding="utf-8")

    def page(self, path: str) -> BeautifulSoup:
        return BeautifulSoup(self.site(f"{path}index.html"), "html.parser")


def copy_project(folder: Path) -> Copy:
    """Copy all that a site is made of; what nothing is added to is linked."""
    without_compiled = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=without_compiled)
    for part in ("overrides", "strings"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copytree(FULL.docs, folder / "docs")
    shutil.copytree(SMALL.data, folder / "data")
    shutil.copy(FULL.operator, folder / "operator.yaml")
    (folder / ".github" / "ISSUE_TEMPLATE").mkdir(parents=True)
    for part in ("mkdocs.yml", "pyproject.toml", "fonts", *(f"EDITING.{language}.md" for language in LANGUAGES)):
        (folder / part).symlink_to(ROOT / part)
    return Copy(folder)


def add_kind(copy: Copy) -> list[str]:
    """Add the toy kind as CONTRIBUTING says; return the new files, and those to which lines are added."""
    added = []
    places = {"kinds": "hooks/ecosystem/kinds", "overrides": "overrides", "docs": "docs", "data": "data"}
    for source in sorted(path for path in TOY.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        part, _, rest = source.relative_to(TOY).as_posix().partition("/")
        name = f"{places.get(part, part)}/{rest}"
        target = copy.folder / name
        if part == "strings":
            target.write_text(target.read_text(encoding="utf-8") + source.read_text(encoding="utf-8"), encoding="utf-8")
        else:
            assert not target.exists()
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
        added.append(name)
    return added


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return a copy of the project with the toy kind, and its site."""
    made = copy_project(tmp_path_factory.mktemp("project") / "copy")
    added = add_kind(made)
    folders = {"/".join(name.split("/")[:4]) for name in added if name.startswith("hooks/")}
    assert folders == {"hooks/ecosystem/kinds/tools"}
    assert [name for name in added if name.startswith("overrides/")] == [
        "overrides/entries/tools.html",
        "overrides/pages/tools.html",
        "overrides/records/tools.html",
    ]
    built = made.run("build", "--engine", ENGINE)
    assert built.returncode == 0, built.stdout + built.stderr
    return made


@pytest.fixture
def data(copy: Copy) -> Iterator[Path]:
    """Return the file of the tools, which is afterwards as it was."""
    file = copy.folder / "data" / "tools.yaml"
    text = file.read_text(encoding="utf-8")
    yield file
    file.write_text(text, encoding="utf-8")


def json_ld(page: BeautifulSoup) -> list[dict[str, Any]]:
    return [json.loads(script.get_text()) for script in page.find_all("script", type="application/ld+json")]


def flat(found: list[Any]) -> list[dict[str, Any]]:
    return [thing for one in found for thing in (one if isinstance(one, list) else [one])]


def test_a_mistake_is_found_at_its_line(copy: Copy, data: Path) -> None:
    edit(data, "  kind: template\n", "  kind: templat\n")
    lines = data.read_text(encoding="utf-8").split("\n")
    found = copy.run("check")
    assert found.returncode == 1
    lines_said = [line for line in found.stdout.split("\n") if line.startswith("data/tools.yaml:")]
    (said,) = [line for line in lines_said if ": error: " in line]
    assert said.startswith(f"data/tools.yaml:{lines.index('  kind: templat') + 1}:")
    assert "template" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_can_be_filtered_and_leads_to_each_record(copy: Copy, language: str) -> None:
    page = copy.page(LISTS[language])
    bar = page.find("form", class_="filter-bar")
    assert bar is not None
    labels = [" ".join(label.get_text().split()) for label in bar.select("label:has(input[type=checkbox])")]
    assert labels == [f"{choice} 1" for choice in CHOICES[language]]
    assert page.find("script", src=re.compile("filter-bar")) is not None
    links = [str(link["href"]) for link in page.select("#tools a")]
    assert sorted(link.split("/")[-2] for link in links) == ["hankinnan-tarkistuslista", TOOL]
    footer = copy.page("" if language == "fi" else f"{language}/").select("footer a")
    assert LISTS[language].split("/")[-2] in [
        str(link["href"]).split("/")[-2] for link in footer if "/" in link["href"]
    ]


@pytest.mark.parametrize("path", ["", f"{TOOL}/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_its_counterparts(copy: Copy, language: str, path: str) -> None:
    page = copy.page(LISTS[language] + path)
    alternates = {link["hreflang"]: link["href"] for link in page.find_all("link", rel="alternate", hreflang=True)}
    expected = {own: SITE_URL + place + path for own, place in LISTS.items()}
    assert alternates == expected | {"x-default": expected["fi"]}
    if path:
        assert [heading.get_text() for heading in page.find_all("h1")] == [NAMES[language]]
    assert SITE_URL + LISTS[language] + path in copy.site("sitemap.xml")


def test_machines_are_told_what_a_page_is_about(copy: Copy) -> None:
    (found,) = [one for one in flat(json_ld(copy.page(f"{LISTS['sv']}{TOOL}/"))) if one["@type"] == "CreativeWork"]
    assert found["name"] == NAMES["sv"]
    assert found["description"] == "En plan för ett försök på en sida."
    assert found["mainEntityOfPage"] == f"{SITE_URL}{LISTS['sv']}{TOOL}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_tells_of_the_records(copy: Copy, language: str) -> None:
    feed = feedparser.parse(copy.site(f"feeds/{language}/tools.rss"))
    assert not feed.bozo
    newest = feed.entries[0]
    assert newest.title == NAMES[language]
    assert newest.link == f"{SITE_URL}{LISTS[language]}{TOOL}/"
    assert len(feed.entries) == 2
    everything = feedparser.parse(copy.site(f"feeds/{language}/all.rss"))
    assert {entry.link for entry in feed.entries} <= {entry.link for entry in everything.entries}
    assert f"feeds/{language}/tools.atom" in copy.site("feeds/feeds.opml")


def test_the_search_reads_the_pages_and_knows_their_kind(copy: Copy) -> None:
    asked = [f"{place}{TOOL}/" for place in LISTS.values()]
    found = copy.python("-c", SEARCHED, *asked)
    assert found.returncode == 0, found.stderr
    for line, name in zip(found.stdout.splitlines(), NAMES.values(), strict=True):
        assert line.startswith("tools ")
        assert name in line


def test_the_open_data_has_the_records(copy: Copy) -> None:
    published = json.loads(copy.site("api/v1/tools.json"))
    schema = json.loads(copy.site("api/v1/schema/tools.json"))
    jsonschema.validate(published, schema)
    (records,) = [value for value in published.values() if isinstance(value, list) and value and "id" in value[0]]
    assert [record["id"] for record in records] == ["hankinnan-tarkistuslista", TOOL]
    rows = list(csv.DictReader(io.StringIO(copy.site("api/v1/tools.csv").removeprefix("\ufeff"))))
    assert [row["name_en"] for row in rows] == ["Procurement checklist", NAMES["en"]]
    paths = json.loads(copy.site("api/v1/openapi.json"))["paths"]
    assert {"/tools.json", "/tools.csv"} <= {path.removeprefix("/api/v1") for path in paths}
    catalogue = Graph().parse(data=copy.site("api/v1/dcat.ttl"), format="turtle")
    titles = {str(title) for title in catalogue.objects(predicate=DCTERMS.title)}
    assert any("Työkalut" in title for title in titles)
    assert any("api/v1/tools.csv" in str(one) for one in catalogue.all_nodes() if isinstance(one, URIRef))


def test_code_editors_get_a_schema(copy: Copy, data: Path) -> None:
    written = copy.run("schema")
    assert "data/schema/tools.json" in written.stdout
    schema = json.loads((data.parent / "schema" / "tools.json").read_text(encoding="utf-8"))
    # dates as texts: YAML would make days of them
    jsonschema.validate(read_yaml(data), schema)


def test_a_command_begins_a_record_that_passes_the_checks(copy: Copy, data: Path) -> None:
    before = copy.folder / "before"
    shutil.copytree(data.parent, before)
    texts = [f"--{field}-{language}=Jotain" for field in ("name", "summary") for language in LANGUAGES]
    new = copy.run("new", "tool", "--id=jotain", "--kind=software", *texts, "--source=https://example.org/")
    assert new.returncode == 0, new.stdout + new.stderr
    assert re.search(r"data/tools\.yaml:\d+", new.stdout)
    assert "- id: jotain\n" in data.read_text(encoding="utf-8")
    assert copy.run("check").returncode == 0
    assert copy.run("fmt", "--check").returncode == 0
    changes = copy.run("diff", str(before))
    assert "Tools" in changes.stdout
    assert "Jotain" in changes.stdout


def test_the_report_names_what_is_overdue(copy: Copy, data: Path) -> None:
    edit(data, "  updated: 2026-11-21\n", "  review_by: 2026-11-21\n  updated: 2026-11-21\n")
    report = copy.run("report")
    assert report.returncode == 0, report.stderr
    assert re.search(rf"^.*data/tools\.yaml:\d+: .*{NAMES['en']}", report.stdout, re.MULTILINE)


def test_anybody_can_ask_for_a_record_with_a_form(copy: Copy, data: Path) -> None:
    written = copy.run("forms")
    assert ".github/ISSUE_TEMPLATE/tool.yml" in written.stdout, written.stderr
    assert copy.run("forms", "--check").returncode == 0
    questions = read_form(copy.folder / ".github" / "ISSUE_TEMPLATE" / "tool.yml")
    asked = {question.id: question for question in questions}
    assert list(asked["kind"].options) == [
        "tarkistuslista · checklista · checklist (checklist)",
        "ohjelma · program · software (software)",
        "mallipohja · mall · template (template)",
    ]
    assert asked["name-fi"].label == "Nimi suomeksi · Namn på finska · Name in Finnish"
    given = {"kind": list(asked["kind"].options)[1], "url": "https://example.org/x", "name-sv": "_No response_"}
    given["consent"] = "\n".join(f"- [x] {option}" for option in asked["consent"].options)
    issue = copy.folder / "issue.md"
    answered = "\n\n".join(f"### {one.label}\n\n{given.get(one.id, 'Apuri')}" for one in questions)
    issue.write_text(answered, encoding="utf-8")
    joined = copy.run("join", str(issue), "--kind", "tools")
    assert joined.returncode == 0, joined.stdout + joined.stderr
    (tool,) = [one for one in read_yaml(data) if one["id"] == "apuri"]
    assert tool["kind"] == "software"
    assert tool["sources"] == [{"url": "https://example.org/x"}]
    assert copy.run("check").returncode == 0

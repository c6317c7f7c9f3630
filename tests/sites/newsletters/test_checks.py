"""What the check says of the files of the archive."""

import json

import jsonschema
import pytest

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import read_nodes
from ecosystem.ground.problems import Severity
from ecosystem.site.newsletter.archive import read_issue
from ecosystem.words.messages import read_messages
from sites.newsletters.issues import FILE
from workbench import ROOT, SMALL, DataFolder

pytestmark = pytest.mark.slow

GOOD = """\
date: 2026-12-01
language: fi
title: Uutiskirje
introduction: |

  Hyvä lukija.

  Katso [sivut](https://example.org/).
sections:
  - heading: Uutiset
    stories:
      - title: Uutinen
        date: 2026-11-20
        url: https://example.org/
"""


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ("title: Uutiskirje", "titel: Uutiskirje", "3:1: error: unknown field titel. Did you mean title?"),
        ("title: Uutiskirje\n", "title: Uutiskirje\nmore: x\n", "4:1: error: unknown field more"),
        ("date: 2026-12-01", "date: 1.12.2026", '1:7: error: date "1.12.2026" is not a date'),
        ("date: 2026-12-01", "date: 2026-12-02", "1:7: error: the day 2026-12-02 is not that of the file's name"),
        ("language: fi\n", "", "1:1: error: language is missing here; add a line"),
        ("language: fi", "language: de", '2:11: error: language "de" is not one of fi, sv, en'),
        ("language: fi", "language: sv", "2:11: error: the language sv is not that of the file's name (fi)"),
        ("title: Uutiskirje\n", "title: Uutiskirje\ncorrected: 2026-11-30\n", "4:12: error: the day of correction"),
        ("https://example.org/).", "javascript:x).", '8:17: error: the link to "javascript:x" must begin with'),
        ("  Hyvä lukija.", "  <div>Hyvä lukija.", '6:3: error: "<div>" is HTML'),
        (
            "url: https://example.org/\n",
            "url: http://x/\n",
            '14:14: error: sections[1].stories[1].url "http:',
        ),
        ("      - title: Uutinen", "      - titel: Uutinen", "12:9: error: unknown field titel. Did you mean title?"),
        ("title: Uutiskirje", "title: Uutis: kirje", "3:13: error: there is a colon and a space inside a text"),
        ("title: Uutiskirje", "title: Uutis\tkirje", "3:13: error: a tab"),
        (GOOD[GOOD.index("introduction") :], "", "1:1: error: the newsletter has neither an introduction nor"),
        (GOOD, "- id: x\n", "1:1: error: the file must begin with the fields of a newsletter"),
    ],
)
def test_a_mistake_is_a_message_with_its_place(data_folder: DataFolder, old: str, new: str, answer: str) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    assert old in GOOD
    data_folder.write(FILE, GOOD.replace(old, new, 1))
    result = data_folder.run("check")
    first, *rest = result.stdout.splitlines()
    assert result.returncode == 1
    assert f"{FILE}:{answer}" in first
    assert len(rest) == 1, "one mistake is one finding, then the summary"


def test_a_good_file_has_nothing_to_say(data_folder: DataFolder) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    data_folder.write(FILE, GOOD)
    result = data_folder.run("check")
    assert (result.returncode, len(result.stdout.splitlines())) == (0, 1), result.stdout


def test_a_fault_in_a_folded_introduction_is_found_at_its_beginning(data_folder: DataFolder) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    data_folder.write(FILE, GOOD.replace("introduction: |", "introduction: >").replace("Katso", "<b>Katso"))
    result = data_folder.run("check")
    assert f'{FILE}:4:15: error: "<b>" is HTML' in result.stdout


@pytest.mark.parametrize("name", ["joulukuu.yaml", "2026-12-01.yaml", "2026-12-01.de.yaml", "2026-12-01.fi.yml"])
def test_a_file_of_another_name_is_a_finding(data_folder: DataFolder, name: str) -> None:
    (data_folder.path / "newsletters").mkdir(exist_ok=True)
    data_folder.write(f"newsletters/{name}", GOOD)
    result = data_folder.run("check")
    assert result.returncode == 1
    assert f"newsletters/{name}:1:1: error: {name} is not the name of a newsletter" in result.stdout


def test_code_editors_know_the_fields() -> None:
    schema = json.loads((ROOT / "data" / "schema" / "newsletters.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for path in (SMALL.data / "newsletters").glob("*.yaml"):
        document, _, _ = read_nodes(path.read_text(encoding="utf-8"), path.name)
        plain = json.loads(json.dumps(document))
        jsonschema.validate(plain, schema)
        for wrong in ({"date": "1.12.2026"}, {"language": "de"}, {"titel": "A"}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(plain | wrong, schema)


def test_an_event_that_is_over_before_the_newsletter_is_a_warning_at_its_day() -> None:
    over = GOOD.replace("date: 2026-11-20\n", "date: 2026-11-20\n        when: keskiviikkona\n")
    issue, (problem,) = read_issue(over, FILE)
    assert issue is not None
    assert (str(problem.place), problem.severity) == (f"{FILE}:13:15", Severity.WARNING)
    said = {language: read_messages(ROOT / "strings", language).text(problem) for language in LANGUAGES}
    assert all("2026-11-20" in text and "2026-12-01" in text for text in said.values())
    assert len(set(said.values())) == len(LANGUAGES)

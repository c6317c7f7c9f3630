"""`schema`: what code editors know of the data files."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from addresses import COLLECTIONS
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import read_nodes
from workbench import ROOT, Content, DataFolder, run_ecosystem

SCHEMAS = sorted((ROOT / "data" / "schema").glob("*.json"))


def test_the_schemas_are_up_to_date() -> None:
    result = run_ecosystem("schema", "--check", ECOSYSTEM_DATA=str(ROOT / "data"))
    assert (result.returncode, result.stdout) == (0, ""), "run `make schema`"
    assert {path.stem for path in SCHEMAS} == {*COLLECTIONS, "newsletters", "references"}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_data_fits_its_schema(collection: str, content: Content) -> None:
    schema = json.loads((ROOT / "data" / "schema" / f"{collection}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document, _, _ = read_nodes((content.data / f"{collection}.yaml").read_text(encoding="utf-8"), collection)
    # plain lists and mappings: the validator knows no others
    jsonschema.validate(json.loads(json.dumps(document)), schema)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "firm"),
        ("updated", "7.3.2025"),
        ("url", "http://x.fi/"),
        ("since", "03/2025"),
        ("id", "Ä"),
        ("kidn", ""),
    ],
)
def test_the_schema_refuses_what_is_wrong(field: str, value: str) -> None:
    schema = json.loads((ROOT / "data" / "schema" / "members.json").read_text(encoding="utf-8"))
    text = dict.fromkeys(LANGUAGES, "x")
    sound = {"id": "x", "name": text, "kind": "other", "updated": "2025-03-07", "sources": [{"url": "https://x.fi/"}]}
    jsonschema.validate([sound], schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([sound | {field: value}], schema)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_every_field_is_explained(path: Path) -> None:
    for name, definition in json.loads(path.read_text(encoding="utf-8"))["$defs"].items():
        for field, shape in definition.get("properties", {}).items():
            assert shape.get("description"), (name, field)


def test_visual_studio_code_knows_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    expected = {f"./data/schema/{name}.json": f"data/{name}.yaml" for name in COLLECTIONS}
    expected["./data/schema/newsletters.json"] = "data/newsletters/*.yaml"
    assert settings["yaml.schemas"] == expected


def test_a_wrong_value_is_explained_in_three_languages_and_choices_have_names() -> None:
    definitions = json.loads((ROOT / "data" / "schema" / "members.json").read_text(encoding="utf-8"))["$defs"]
    updated = definitions["Member"]["properties"]["updated"]
    said = updated["patternErrorMessage"].splitlines()
    assert [("2025-03-07" in line, "updated" in line) for line in said] == [(True, True)] * 3
    assert updated["description"].startswith("päivitetty · uppdaterad · updated. ")
    kinds = definitions["MemberKind"]
    assert dict(zip(kinds["enum"], kinds["enumDescriptions"], strict=True))["ministry"] == (
        "ministeriö · ministerium · ministry"
    )


def test_what_there_is_to_refer_to_is_offered_with_its_names(data_folder: DataFolder) -> None:
    (data_folder.path / "schema").mkdir(exist_ok=True)
    assert data_folder.run("schema").returncode == 0
    region = json.loads((data_folder.path / "schema" / "members.json").read_text(encoding="utf-8"))["$defs"]["Member"]
    offered = region["properties"]["region"]["anyOf"][1]["$ref"]
    file, _, path = offered.partition("#/$defs/")
    regions = json.loads((data_folder.path / "schema" / file).read_text(encoding="utf-8"))["$defs"][path]
    names = dict(zip(regions["enum"], regions["enumDescriptions"], strict=True))
    assert names["etelainen"].startswith("Eteläinen hyvinvointialue · Södra välfärdsområdet · ")


def test_a_task_brings_what_the_check_says_beside_the_lines(data_folder: DataFolder) -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    data_folder.replace("members.yaml", "kind: ", "kind: x")
    lines = data_folder.run("check").stdout.splitlines()
    found = [match for line in lines if (match := re.match(pattern["regexp"], line))]
    assert [match[pattern["severity"]] for match in found] == ["error"]
    assert found[0][pattern["file"]].endswith("members.yaml")


def test_the_lists_of_fields_are_up_to_date() -> None:
    result = run_ecosystem("fields", "--check")
    assert (result.returncode, result.stdout) == (0, ""), "run `python -m ecosystem fields`"

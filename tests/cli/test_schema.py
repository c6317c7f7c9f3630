"""`schema`: what code editors know of the data files."""

import json
from pathlib import Path

import jsonschema
import pytest

from addresses import COLLECTIONS
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import read_nodes
from workbench import ROOT, Content, run_ecosystem

SCHEMAS = sorted((ROOT / "data" / "schema").glob("*.json"))


def test_the_schemas_are_up_to_date() -> None:
    result = run_ecosystem("schema", "--check", ECOSYSTEM_DATA=str(ROOT / "data"))
    assert (result.returncode, result.stdout) == (0, ""), "run `make schema`"
    assert {path.stem for path in SCHEMAS} == {*COLLECTIONS, "newsletters"}


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


def test_the_lists_of_fields_are_up_to_date() -> None:
    result = run_ecosystem("fields", "--check")
    assert (result.returncode, result.stdout) == (0, ""), "run `python -m ecosystem fields`"

"""`schema`: what code editors know of the data files."""

import json
from pathlib import Path

import jsonschema
import pytest

from addresses import COLLECTIONS
from ecosystem.editing.schema import collection_schemas
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.nodes import read_nodes
from workbench import ROOT, Content


@pytest.mark.parametrize("path", collection_schemas(ROOT / "data"), ids=lambda path: path.stem)
def test_the_schemas_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == collection_schemas(ROOT / "data")[path], "run `make schema`"


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


def test_every_field_is_explained() -> None:
    for text in collection_schemas(ROOT / "data").values():
        for name, definition in json.loads(text)["$defs"].items():
            for field, shape in definition.get("properties", {}).items():
                assert shape.get("description"), (name, field)


def test_visual_studio_code_knows_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    expected = {f"./data/schema/{name}.json": f"data/{name}.yaml" for name in COLLECTIONS}
    expected["./data/schema/newsletters.json"] = "data/newsletters/*.yaml"
    assert settings["yaml.schemas"] == expected

"""JSON for people: the bytes of the standard library, made another way."""

import json

import pytest

from ecosystem.ground.json_text import indented_json


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize(
    "value",
    [{}, [], {"a": {}}, [[], {}], 'ä\n"', None, 1.5, {"nimi": "Ä", "list": [1, True, None, {"b": [{"c": "</é>"}]}]}],
)
def test_it_is_written_as_the_standard_library_writes_it(value: object, step: int) -> None:
    assert indented_json(value, step) == json.dumps(value, ensure_ascii=False, indent=step)

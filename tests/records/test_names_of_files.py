"""Ids and names of pictures are names of files on every system."""

import pytest
from pydantic import TypeAdapter, ValidationError

from ecosystem.records.values import Id, PictureFile


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_what_windows_cannot_store_is_no_name(name: str) -> None:
    for type_, value in ((Id, name), (PictureFile, f"{name}.png")):
        reads: TypeAdapter[str] = TypeAdapter(type_)
        with pytest.raises(ValidationError) as caught:
            reads.validate_python(value)
        assert caught.value.errors()[0]["type"] == "name_of_device"
        assert reads.validate_python(value.replace(name, f"{name}-a")).startswith(name)

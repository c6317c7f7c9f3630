"""The rules of news."""

from collections.abc import Iterator
from pathlib import Path

from ecosystem.ground.problems import Problem, quote
from ecosystem.pages.pictures import FOLDER as PICTURES
from ecosystem.pages.pictures import PictureError, read_picture
from ecosystem.records.load import LoadedData


def pictures_can_be_shown(data: LoadedData) -> Iterator[Problem]:
    """The picture of a news item is there, and is what its name says."""
    for entry in data["news"].entries:
        if entry.record.image is not None:
            name = entry.record.image.file
            try:
                read_picture(Path(entry.file).parent / PICTURES, name)
            except PictureError as error:
                place = entry.place("image", "file")
                yield Problem(place, error.code, {"value": quote(name), **error.details})

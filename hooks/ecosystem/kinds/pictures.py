"""Pictures that records of several kinds show: what is said of one, and the rule that it can be shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from pydantic import Field

from ecosystem.ground.problems import Problem, quote
from ecosystem.pages.edition import Pictured
from ecosystem.pages.pictures import FOLDER, PictureError, read_picture
from ecosystem.publishing.open_data import shapes
from ecosystem.publishing.open_data.outline import ADDRESS
from ecosystem.records.load import LoadedData
from ecosystem.records.record import Part
from ecosystem.records.texts import Title
from ecosystem.records.values import Line, PictureFile


class Image(Part):
    """A picture, by the name of its file in `data/images/`."""

    file: PictureFile = Field(description="The file in data/images/: PNG, JPEG or WebP.")
    alt: Title = Field(description="What the picture shows, for those who do not see it.")
    credit: Line | None = Field(None, description="Who made it.")
    licence: Line | None = Field(None, description="Under which licence it may be shown.")


#: What open data says of a picture besides.
IMAGE_URL: Final = shapes.Field(
    "url",
    "The address of the picture.",
    ADDRESS,
    False,
    lambda image, context: f"{context.site_url}{FOLDER}/{image.file}",
)


def pictured(field: str = "image") -> Pictured:
    """Return the role of a kind whose records have a picture in *field*: an `Image`, or the name of a file alone."""
    return Pictured(lambda record: [file] if (file := _file_of(getattr(record, field))) else [])


def pictures_can_be_shown(collection: str, field: str = "image") -> Callable[[LoadedData], Iterator[Problem]]:
    """Return the rule that the picture in *field* of each record is there, and is what its name says."""

    def rule(data: LoadedData) -> Iterator[Problem]:
        for entry in data[collection].entries:
            picture: Image | str | None = getattr(entry.record, field)
            file = _file_of(picture)
            if file is None:
                continue
            try:
                read_picture(Path(entry.file).parent / FOLDER, file)
            except PictureError as error:
                place = entry.place(field, "file") if isinstance(picture, Image) else entry.place(field)
                yield Problem(place, error.code, {"value": quote(file), **error.details})

    return rule


def _file_of(picture: Image | str | None) -> str | None:
    return picture.file if isinstance(picture, Image) else picture

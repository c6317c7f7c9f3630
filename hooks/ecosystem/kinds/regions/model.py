"""The organisers of health and social care: the wellbeing services counties, HUS and the City of Helsinki."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ecosystem.kinds.parts import SourcedRecord
from ecosystem.records.record import Part
from ecosystem.records.texts import Title
from ecosystem.records.values import Count, Few, Line, Url

TILE_ROWS = 8
TILE_COLUMNS = 4


class RegionKind(StrEnum):
    """What kind of organiser it is."""

    COUNTY = "county"
    JOINT_AUTHORITY = "joint-authority"
    CITY = "city"


class Tile(Part):
    """A place in the tile map of Finland; row 1 is the north, column 1 the west."""

    row: Annotated[Count, Field(ge=1, le=TILE_ROWS, description="The row, from the north.")]
    column: Annotated[Count, Field(ge=1, le=TILE_COLUMNS, description="The column, from the west.")]


class Municipality(Part):
    """A municipality by its names in the two national languages."""

    fi: Line = Field(description="In Finnish.")
    sv: Line = Field(description="In Swedish.")


class Region(SourcedRecord):
    """An organiser of health and social care."""

    name: Title = Field(description="The official name in each language.")
    short_title: Title = Field(description="The name without its kind, for maps and lists: Pirkanmaa.")
    nickname: Line | None = Field(None, description="The name that it uses for its services, such as Pirha.")
    kind: RegionKind = Field(description="County, joint authority or city.")
    code: Line | None = Field(None, description="The code of Statistics Finland's classification.")
    url: Url | None = Field(None, description="The home page.")
    municipalities: Annotated[tuple[Municipality, ...], Few] = Field((), description="The municipalities it serves.")
    tile: Tile = Field(description="Its place in the tile map.")

    @property
    def other_names(self) -> tuple[str, ...]:
        """Its names without its kind, that of its services, and those of its municipalities: people type their town."""
        towns = [name for town in self.municipalities for name in (town.fi, town.sv)]
        return (*self.short_title.wordings().values(), *filter(None, [self.nickname]), *towns)

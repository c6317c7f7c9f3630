"""What regions are called in lists and maps."""

from collections.abc import Iterable, Mapping

from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition


def region_names(edition: Edition, regions: Iterable[Region] | None = None) -> Mapping[str, str]:
    """Return the short names of *regions*, else of all, by id, in the reader's alphabetical order."""
    listed = edition.ecosystem.of(Region).values() if regions is None else regions
    return {one.id: one.short_title.in_language(edition.language).text for one in edition.by_name(listed)}

"""Whether two sites are of equal work: as many pages, and as many bytes on a page, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Final

from benchmarks.addresses import Addresses, root

#: By how much a number of theirs may differ from ours: 15 %.
TOLERANCE: Final = 0.15


@dataclass(frozen=True)
class Section:
    """The pages of one section in two sites: how many there are, and how many bytes each has on average."""

    name: str
    our_pages: int
    their_pages: int
    our_bytes: float
    their_bytes: float

    @property
    def pages(self) -> float:
        """Their number of pages as a share of ours."""
        return self.their_pages / self.our_pages

    @property
    def bytes(self) -> float:
        """Their mean of bytes on a page as a share of ours."""
        return self.their_bytes / self.our_bytes

    @property
    def is_equal(self) -> bool:
        """Whether both differ by no more than the tolerance."""
        return all(abs(share - 1) <= TOLERANCE for share in (self.pages, self.bytes))


def compare(ours: Path, theirs: Path, addresses: Addresses) -> list[Section]:
    """Return each section of records of two built sites side by side, and all their pages as the last."""
    pairs = [
        (name, list(_records(ours, name, addresses)), list(_records(theirs, name, addresses)))
        for name in sorted(addresses.listing)
    ]
    pairs.append(("all pages", list(ours.rglob("*.html")), list(theirs.rglob("*.html"))))
    return [
        Section(name, len(own), len(other), _mean_bytes(own), _mean_bytes(other)) for name, own, other in pairs if own
    ]


def complaint(sections: list[Section]) -> str | None:
    """Return what is unequal in one sentence, or None."""
    unequal = [
        f"{one.name} ({one.their_pages} pages to {one.our_pages}, {one.bytes:.0%} of the bytes)"
        for one in sections
        if not one.is_equal
    ]
    return f"the two sites differ by more than {TOLERANCE:.0%} in: {'; '.join(unequal)}" if unequal else None


def _records(site: Path, name: str, addresses: Addresses) -> Iterator[Path]:
    """Yield the files of the pages of records below the page *name*, in all languages."""
    for language, path in addresses.pages[name].items():
        yield from (site / root(language) / path).glob("*/index.html")


def _mean_bytes(files: list[Path]) -> float:
    return fmean(file.stat().st_size for file in files) if files else 0.0

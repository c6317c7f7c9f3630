"""Links in hand-written pages that lead nowhere: to records that are not there, and to files that are no pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Place, Problem, Severity, quote
from ecosystem.ground.suggestion import nearest
from ecosystem.ground.text import read_text
from ecosystem.records.load import LoadedData

_LINK: Final = re.compile(r"\]\(\s*<?(?P<address>[^)\s>]*)")
_RECORD: Final = re.compile(r"record:(?P<collection>[^/]*)/(?P<id>.*)")
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|#|//")


def broken_links(folder: Path, data: LoadedData | None) -> Iterator[Problem]:
    """Yield what is wrong with the links in the pages below *folder*: an error where the page could not be made.

    Without *data*, links to records are passed over.
    """
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.md")):
            text, _ = read_text(path, path.as_posix())
            for number, line in enumerate((text or "").split("\n"), 1):
                for link in _LINK.finditer(line):
                    place = Place(path.as_posix(), number, link.start("address") + 1)
                    yield from _fault(link["address"], path, place, data)


def _fault(address: str, page: Path, place: Place, data: LoadedData | None) -> Iterator[Problem]:
    if data is not None and (record := _RECORD.fullmatch(address)):
        loaded = data.get(record["collection"])
        ids = [entry.record.id for entry in loaded.entries] if loaded else []
        if record["id"] not in ids and (loaded is None or loaded.complete):
            meant = nearest(record["id"], ids) if loaded else nearest(record["collection"], data)
            suggestion = {"suggestion": quote(meant)} if meant else {}
            details = {"value": quote(f"{record['collection']}/{record['id']}")} | suggestion
            yield Problem(place, "link_to_record_unknown", details, Severity.WARNING)
    elif not _ELSEWHERE.match(address) and not _is_page(address.partition("#")[0], page):
        meant = nearest(address, [other.name for other in page.parent.glob("*.md")])
        suggestion = {"suggestion": quote(meant)} if meant else {}
        yield Problem(place, "link_to_page_unknown", {"value": quote(address)} | suggestion)


def _is_page(address: str, page: Path) -> bool:
    """Tell whether *address* is the name of a page beside *page*; an empty one is the page itself."""
    return address.endswith(".md") and "/" not in address and (page.parent / address).is_file()

"""Sources are cited by what they are called: an address alone tells a reader its host, and no more."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Problem, Severity, printable
from ecosystem.records.load import LoadedData
from ecosystem.records.values_in import values_in

#: By this a part of a record is a source, whatever else has an address.
_SOURCE: Final = "source_shape"


def sources_have_titles(data: LoadedData) -> Iterator[Problem]:
    """An address is cited with the title of what stands there; each is told of where it is cited first.

    A home page is called what its host is.
    """
    seen: set[object] = set()
    for loaded in data.values():
        for entry in loaded.entries:
            for owner, path, value in values_in(entry.record):
                if path[-1] != "url" or getattr(owner, "expected", None) != _SOURCE or value in seen:
                    continue
                if getattr(owner, "title", None) is None and not _is_home_page(str(value)):
                    seen.add(value)
                    yield Problem(
                        entry.place(*path), "source_untitled", {"url": printable(str(value))}, Severity.WARNING
                    )


def _is_home_page(url: str) -> bool:
    address = urlsplit(url)
    return not address.query and address.path.strip("/") in ("", *LANGUAGES)

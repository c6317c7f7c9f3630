"""Pagefind's program, and its settings."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pagefind_bin_extended

from ecosystem.ground.errors import EcosystemError

#: How many places of words a file of the index holds. The engine fetches whole files, so small ones save a reader's
#: traffic; Pagefind's own number is 20,000, and there is no other way to change it than this variable.
_CHUNK: Final = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "3000"}
#: Its memory in large pages, where the system has them: to hand out small ones took most of the system's time for it.
_LARGE_PAGES: Final = {"_RJEM_MALLOC_CONF": "thp:always,metadata_thp:always,dirty_decay_ms:-1,narenas:1"}


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents to index: their names, in order, and what makes the HTML of each, whenever it is asked for."""

    names: tuple[str, ...]
    html_of: Callable[[str], str]


class IndexingError(EcosystemError):
    """The search index was not made; the message says why."""

    def __init__(self, reason: object) -> None:
        super().__init__(f"the search index was not made: {reason}")


def program() -> str:
    """Return the path of the program.

    Raises:
        OSError: it is not installed.
    """
    return str(pagefind_bin_extended.get_executable())


def environment() -> dict[str, str]:
    """Return the environment without the settings of Pagefind that somebody has there, and with ours."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    return inherited | _CHUNK | _LARGE_PAGES

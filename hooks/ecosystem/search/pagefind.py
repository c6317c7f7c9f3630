"""Have Pagefind make an index of documents, in their order, and write its files.

Pagefind numbers pages in the order in which it meets them, so the same documents in the same order give the same index.
There are two ways to that, and the files are the same: a folder that the system lists in a known order, where there is
one, and a conversation, which costs half as much again.

Each document is named by a number made from its path, which both ways can carry; the address of its page is put back.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final, TypeAlias

from ecosystem.ground.files import gzipped
from ecosystem.search.pagefind_folder import UnorderedError, files_from_folder
from ecosystem.search.pagefind_program import Documents, IndexingError
from ecosystem.search.pagefind_service import files_from_service

#: What Pagefind writes that nobody here asks for: its own search fields, and the engine for other languages.
_UNUSED: Final = ("pagefind-*.css", "pagefind-*.js", "wasm.unknown.pagefind")
_ENTRY: Final = "pagefind-entry.json"
_FRAGMENTS: Final = ".pf_fragment"
#: What each of Pagefind's binary files begins with.
_SIGNATURE: Final = b"pagefind_dcd"

_Files: TypeAlias = Iterator[tuple[PurePosixPath, bytes]]


def make_index(pages: Sequence[str], document_of: Callable[[str], str], target: Path, shown: Collection[str]) -> None:
    """Write the index of the *pages*, given by path, into the folder *target*.

    *document_of* makes the HTML of the page at a path, whenever it is needed: all of them fill much memory. Of a page's
    metadata only the fields *shown* are kept for its result; the others serve to find it.

    Raises:
        IndexingError: Pagefind is absent or failed.
    """
    paths = {f"{hashlib.sha256(path.encode('utf-8')).hexdigest()[:16]}.html": path for path in pages}
    documents = Documents(tuple(paths), lambda name: document_of(paths[name]))
    try:
        folders: set[PurePosixPath] = set()
        for file, content in _files(documents):
            if any(file.match(pattern) for pattern in _UNUSED):
                continue
            if file.parent not in folders:
                folders.add(file.parent)
                (target / file.parent).mkdir(parents=True, exist_ok=True)
            (target / file).write_bytes(_ours(file, content, paths, shown))
    except OSError as error:
        raise IndexingError(error) from error


def _files(documents: Documents) -> _Files:
    """Yield the files of the index of *documents*, each with its path."""
    try:
        yield from files_from_folder(documents)
    except UnorderedError:
        yield from files_from_service(documents)


def _ours(file: PurePosixPath, content: bytes, paths: Mapping[str, str], shown: Collection[str]) -> bytes:
    """Return the *content* of a *file* of Pagefind's as it is on the site."""
    if file.suffix == _FRAGMENTS:
        return _fragment(content, paths, shown)
    if file.name == _ENTRY:  # its one list is in another order each time
        return json.dumps(json.loads(content), sort_keys=True).encode("utf-8")
    return content


def _fragment(content: bytes, paths: Mapping[str, str], shown: Collection[str]) -> bytes:
    """Return what is fetched of a result, with the address of its page and without the metadata that only the index
    needed: it is most of it.
    """
    page = json.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
    page["url"] = f"/{paths[page['url'].removeprefix('/')]}"
    page["meta"] = {name: value for name, value in page["meta"].items() if name in shown}
    slim = json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return gzipped(_SIGNATURE + slim, 6)

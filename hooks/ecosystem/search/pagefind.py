"""Have Pagefind make an index of documents, in their order.

Given a folder, Pagefind reads it in the order of the file system, which differs from one machine to the next, and
numbers the pages so. As a service it takes one document after the other, and the same documents give the same index.
Its own Python client waits a tenth of a second for each answer; ours asks for all and then listens.

We write the files of the index, from its last answer: those that Pagefind 1.5.2 writes may still be empty when it says
that it is done, and when it ends.
"""

import base64
import gzip
import json
import os
import subprocess
import threading
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

import pagefind_bin_extended

from ecosystem.errors import EcosystemError

#: How many places of words a file of the index holds. The engine fetches whole files, so small ones save a reader's
#: traffic; Pagefind's own number is 20,000, and there is no other way to change it than this variable.
_CHUNK: Final = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "3000"}

#: What Pagefind writes that nobody here asks for: its own search fields, and the engine for other languages.
_UNUSED: Final = ("pagefind-*.css", "pagefind-*.js", "wasm.unknown.pagefind")

_END: Final = b","
_INDEX: Final = {"index_id": 0}
_LAST: Final = "GetFiles"
_ENTRY: Final = "pagefind-entry.json"
_FRAGMENTS: Final = "*.pf_fragment"
#: What each of Pagefind's binary files begins with.
_SIGNATURE: Final = b"pagefind_dcd"


class IndexingError(EcosystemError):
    """The search index was not made; the message says why."""


def make_index(documents: Iterable[tuple[str, str]], target: Path, shown: Collection[str]) -> None:
    """Write the index of *documents*, each the path of a page and its HTML, into the folder *target*.

    Of a page's metadata only the fields *shown* are kept for its result; the others serve to find it.
    """
    try:
        command = [str(pagefind_bin_extended.get_executable()), "--service"]
        with subprocess.Popen(  # noqa: S603
            command, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as service:
            try:
                files = _converse(service, _requests(documents))
            finally:
                service.kill()
    except OSError as error:
        raise IndexingError(f"the search index was not made: {error}") from error
    for file in files:
        path = PurePosixPath(file["path"])
        if any(path.match(pattern) for pattern in _UNUSED):
            continue
        content = base64.b64decode(file["content"])
        if path.match(_FRAGMENTS):
            content = _slim(content, shown)
        elif path.name == _ENTRY:
            content = _in_order(content)
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)


def _converse(service: subprocess.Popen[bytes], requests: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """Ask *service* all of *requests*, while a thread hears its answers; return the files of the last answer."""
    asking, hearing = service.stdin, service.stdout
    assert asking is not None  # noqa: S101 - pipes were asked for
    assert hearing is not None  # noqa: S101
    answers: list[dict[str, Any]] = []
    listener = threading.Thread(target=lambda: answers.extend(_answers(hearing)), daemon=True)
    listener.start()
    for number, request in enumerate(requests, 1):
        message = json.dumps({"message_id": number, "payload": request}, ensure_ascii=False)
        asking.write(base64.b64encode(message.encode("utf-8")) + _END)
    asking.flush()
    listener.join()
    errors = [answer["message"] for answer in answers if answer["type"] == "Error"]
    if errors or not answers or answers[-1]["type"] != _LAST:
        reason = errors[0] if errors else "Pagefind ended before its time"
        raise IndexingError(f"the search index was not made: {reason}")
    files: list[dict[str, str]] = answers[-1]["files"]
    return files


def _requests(documents: Iterable[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {}}
    for path, html in documents:
        yield {"type": "AddFile", **_INDEX, "url": f"/{path}", "file_path": None, "file_contents": html}
    yield {"type": _LAST, **_INDEX}


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Yield what comes through *pipe* until the last request is answered."""
    pieces: list[bytes] = []
    while block := os.read(pipe.fileno(), 1 << 16):
        *ends, rest = block.split(_END)
        for end in ends:
            answer: dict[str, Any] = json.loads(base64.b64decode(b"".join([*pieces, end])))["payload"]
            pieces.clear()
            yield answer
            if answer["type"] == _LAST:
                return
        pieces.append(rest)


def _environment() -> dict[str, str]:
    """Return the environment without the settings of Pagefind that somebody has there, and with ours."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")} | _CHUNK


def _in_order(entry: bytes) -> bytes:
    """Return the one list that Pagefind writes in another order each time in order."""
    return json.dumps(json.loads(entry), sort_keys=True).encode("utf-8")


def _slim(fragment: bytes, shown: Collection[str]) -> bytes:
    """Take from what is fetched of a result the metadata that only the index needed: it is most of it."""
    page = json.loads(gzip.decompress(fragment).removeprefix(_SIGNATURE))
    page["meta"] = {name: value for name, value in page["meta"].items() if name in shown}
    content = json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return gzip.compress(_SIGNATURE + content, compresslevel=6, mtime=0)

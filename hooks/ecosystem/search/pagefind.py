"""Have Pagefind make an index of documents, in their order.

Given a folder, Pagefind reads it in the order of the file system, which differs from one machine to the next, and
numbers the pages so. As a service it takes one document after the other, and the same documents give the same index.
Its own Python client waits a tenth of a second for each answer; ours asks for all and then listens.
"""

import base64
import gzip
import json
import os
import subprocess
import threading
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
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
_LAST: Final = "WriteFiles"
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
                _converse(service, _requests(documents, target))
                # It may still write after its last answer, and one that is killed then leaves a file empty.
                service.communicate()
            finally:
                service.kill()
    except OSError as error:
        raise IndexingError(f"the search index was not made: {error}") from error
    _tidy(target)
    for fragment in target.glob("fragment/*.pf_fragment"):
        _slim(fragment, shown)


def _converse(service: subprocess.Popen[bytes], requests: Iterable[dict[str, Any]]) -> None:
    """Ask *service* all of *requests*, while a thread hears its answers, until the last is answered."""
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


def _requests(documents: Iterable[tuple[str, str]], target: Path) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {}}
    for path, html in documents:
        yield {"type": "AddFile", **_INDEX, "url": f"/{path}", "file_path": None, "file_contents": html}
    yield {"type": _LAST, **_INDEX, "output_path": str(target.resolve())}


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Yield what comes through *pipe* until the last request is answered."""
    rest = b""
    while block := os.read(pipe.fileno(), 1 << 16):
        *whole, rest = (rest + block).split(_END)
        for encoded in whole:
            answer: dict[str, Any] = json.loads(base64.b64decode(encoded))["payload"]
            yield answer
            if answer["type"] == _LAST:
                return


def _environment() -> dict[str, str]:
    """Return the environment without the settings of Pagefind that somebody has there, and with ours."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")} | _CHUNK


def _tidy(target: Path) -> None:
    """Remove what is not used, and put the one list that Pagefind writes in another order each time in order."""
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
    entry = target / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")


def _slim(fragment: Path, shown: Collection[str]) -> None:
    """Take from what is fetched of a result the metadata that only the index needed: it is most of it."""
    page = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(_SIGNATURE))
    page["meta"] = {name: value for name, value in page["meta"].items() if name in shown}
    content = json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    fragment.write_bytes(gzip.compress(_SIGNATURE + content, compresslevel=6, mtime=0))

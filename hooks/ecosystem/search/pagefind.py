"""Have Pagefind make an index of documents, in their order.

Given a folder, Pagefind reads it in the order of the file system, which differs from one machine to the next, and
numbers the pages so. As a service it takes one document after the other, and the same documents give the same index.
Its own Python client waits a tenth of a second for each answer; ours asks for all and then listens.
"""

import base64
import gzip
import hashlib
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Final

import cbor2
import pagefind_bin_extended

from ecosystem.errors import EcosystemError

#: How many places of words a file of the index holds. The engine fetches whole files, so small ones save a reader's
#: traffic; Pagefind's own number is 20,000, and there is no other way to change it than this variable.
_CHUNK: Final = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}

#: What Pagefind writes that nobody here asks for: its own search fields, and the engine for other languages.
_UNUSED: Final = ("pagefind-*.css", "pagefind-*.js", "wasm.unknown.pagefind")

_END: Final = b","
_INDEX: Final = {"index_id": 0}
_LAST: Final = "WriteFiles"
#: What each of Pagefind's binary files begins with.
_SIGNATURE: Final = b"pagefind_dcd"


class IndexingError(EcosystemError):
    """The search index was not made; the message says why."""


def make_index(documents: Iterable[tuple[str, str]], target: Path) -> None:
    """Write the index of *documents*, each the path of a page and its HTML, into the folder *target*."""
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
    """Remove what is not used, and put in order what Pagefind writes in another order each time."""
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
    entry = target / "pagefind-entry.json"
    written = json.loads(entry.read_text(encoding="utf-8"))
    for language in written["languages"].values():
        language["hash"] = _settle(target, language["hash"])
    entry.write_text(json.dumps(written, sort_keys=True), encoding="utf-8")


def _settle(target: Path, meta_hash: str) -> str:
    """Sort the values of the filter of one language; return the new hash of the language's head file.

    Pagefind 1.5.2 writes them as its hash table has them. This may go with the first version that sorts them.
    """
    language = meta_hash.partition("_")[0]
    head_file = target / f"pagefind.{meta_hash}.pf_meta"
    head = gzip.decompress(head_file.read_bytes())
    for file in sorted(target.glob(f"filter/{language}_*.pf_filter")):
        name, values = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
        content = _SIGNATURE + cbor2.dumps([name, sorted(values)])
        settled = f"{language}_{hashlib.sha256(content).hexdigest()}"[: len(file.stem)]
        head = head.replace(file.stem.encode(), settled.encode())
        file.unlink()
        file.with_stem(settled).write_bytes(gzip.compress(content, mtime=0))
    head_file.unlink()
    settled = f"{language}_{hashlib.sha256(head).hexdigest()}"[: len(meta_hash)]
    (target / f"pagefind.{settled}.pf_meta").write_bytes(gzip.compress(head, mtime=0))
    return settled

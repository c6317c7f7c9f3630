"""Pagefind as a service, which takes one document after the other.

Its own Python client waits a tenth of a second for each answer; ours asks for all and then listens. The files come with
the last answer: those that Pagefind 1.5.2 writes as a service may still be empty when it ends.
"""

import base64
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import IO, Any, Final

from ecosystem.search.pagefind_program import Documents, IndexingError, environment, program

_END: Final = b","
_INDEX: Final = {"index_id": 0}
_LAST: Final = "GetFiles"


def files_from_service(documents: Documents) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the files of the index of *documents*.

    Raises:
        IndexingError: Pagefind failed.
        OSError: it is absent.
    """
    with subprocess.Popen(  # noqa: S603
        [program(), "--service"], env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as service:
        try:
            files = _converse(service, _requests(documents))
        finally:
            service.kill()
    for file in files:
        yield PurePosixPath(file["path"]), base64.b64decode(file["content"])


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
        raise IndexingError(errors[0] if errors else "Pagefind ended before its time")
    files: list[dict[str, str]] = answers[-1]["files"]
    return files


def _requests(documents: Documents) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {}}
    for name in documents.names:
        html = documents.html_of(name)
        yield {"type": "AddFile", **_INDEX, "url": f"/{name}", "file_path": None, "file_contents": html}
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

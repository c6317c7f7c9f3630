"""Show the preview to browsers of this machine, and let them load a page again when pages have changed."""

import mimetypes
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES
from ecosystem.pages.addresses import NOT_FOUND

#: Only this machine: what is being written is nobody else's yet.
HOST: Final = "127.0.0.1"

#: Where browsers hear of new pages, as server-sent events (HTML, 9.2). `reload.js` asks there.
EVENTS: Final = "preview-events"

#: The script by which a page of a preview asks, and its address, which `overrides/frame.html` names.
_SCRIPT: Final = Path(__file__).with_name("reload.js")
_SCRIPT_ADDRESS: Final = "preview.js"

#: Seconds after which a silent connection is tried, to find those that have gone.
_HEARTBEAT: Final = 20


class Announcer:
    """Tells all who listen that there are new pages."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._number = 0

    def announce(self) -> None:
        """Tell of new pages."""
        with self._news:
            self._number += 1
            self._news.notify_all()

    def listen(self, tell: Callable[[bytes], None]) -> None:
        """Call *tell* with each event until it raises an `OSError`."""
        with self._news:
            heard = self._number
        while True:
            with self._news:
                is_new = self._news.wait_for(partial(self._is_past, heard), _HEARTBEAT)
                heard = self._number
            tell(b"data: new pages\n\n" if is_new else b": still here\n\n")

    def _is_past(self, number: int) -> bool:
        return self._number != number


def make_server(port: int, read: Callable[[str], bytes | None], announcer: Announcer) -> ThreadingHTTPServer:
    """Return a server of the files that *read* finds by path."""

    class Handler(_Handler):
        """Serves these files."""

        def read(self, path: str) -> bytes | None:
            return read(path)

        def listen(self) -> None:
            announcer.listen(self.tell)

    server = ThreadingHTTPServer((HOST, port), Handler)
    server.daemon_threads = True
    return server


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def read(self, path: str) -> bytes | None:
        raise NotImplementedError

    def listen(self) -> None:
        raise NotImplementedError

    def tell(self, event: bytes) -> None:
        """Write *event* to the stream."""
        self.wfile.write(event)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        if path == EVENTS:
            self._stream()
            return
        if path == _SCRIPT_ADDRESS:
            self._answer(HTTPStatus.OK, _SCRIPT.read_bytes(), path)
            return
        file = f"{path}index.html" if path.endswith("/") or not path else path
        content = self.read(file)
        if content is not None:
            self._answer(HTTPStatus.OK, content, file)
        elif not path.endswith("/") and self.read(f"{path}/index.html") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._answer(HTTPStatus.NOT_FOUND, self.read(_not_found(path)) or b"", "404.html")

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of single requests: the log tells what is made."""

    def _answer(self, status: HTTPStatus, content: bytes, file: str) -> None:
        media_type = mimetypes.guess_type(file)[0] or "application/octet-stream"
        is_text = media_type.startswith("text/") or media_type.endswith(("json", "xml", "javascript"))
        self.send_response(status)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8" if is_text else media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        try:
            self.listen()
        except OSError:
            return  # the browser has gone


def _not_found(path: str) -> str:
    """Return the file that says, in the language of *path*, that there is no such page."""
    first = PurePosixPath(path).parts[:1]
    is_other = first and first[0] in LANGUAGES and first[0] != DEFAULT_LANGUAGE
    return f"{first[0]}/{NOT_FOUND}.html" if is_other else f"{NOT_FOUND}.html"

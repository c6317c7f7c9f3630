"""Serve a built site as a web host does: compressed, with index pages, headers, and a page for what is not there."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from host_file import HostFile, read_host_file

COMPRESSED = ("text/", "application/javascript", "application/json", "application/manifest+json", "image/svg+xml")
mimetypes.add_type("application/manifest+json", ".webmanifest")


@lru_cache(maxsize=16)
def compressed(content: bytes) -> bytes:
    """Return *content* compressed; every page asks for the same style sheet."""
    return gzip.compress(content, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, folder: Path, told: HostFile | None) -> None:
        self.folder = folder
        self.told = told
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.folder / path
        if file.is_dir():
            file /= "index.html"
        status = 200
        if not file.is_file():
            status, file = 404, self.folder / "404.html"
        content = file.read_bytes()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": [f"{kind}; charset=utf-8" if kind.startswith("text/") else kind]}
        headers |= self.told.headers(f"/{path}") if self.told else {}
        self.send_response(status)
        for name, values in headers.items():
            self.send_header(name, ", ".join(values))
        if kind.startswith(COMPRESSED):
            content = compressed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: a test says what it found."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve *folder*; give its address, with a slash at the end."""
    told = read_host_file(folder) if (folder / "_headers").exists() else None
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder=folder, told=told))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""Run the preview: notice changes, update the site, serve it."""

import sys
import threading
from pathlib import Path
from typing import Final

from watchdog.events import FileClosedNoWriteEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.settings import Settings
from ecosystem.site.preview.preview import Preview
from ecosystem.site.preview.server import HOST, Announcer, make_server

#: Seconds without another change after which what an editor saves is taken to be saved.
_QUIET: Final = 0.05


class Changes(FileSystemEventHandler):
    """Notices what changes in files and folders."""

    def __init__(self, preview: Preview, watched: list[Path]) -> None:
        self._preview = preview
        self._files = {path.absolute() for path in watched if not path.is_dir()}
        self._folders = tuple(path.absolute() for path in watched if path.is_dir())
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change, of any file that the site is made of."""
        if event.is_directory or isinstance(event, FileOpenedEvent | FileClosedNoWriteEvent):
            return
        paths = [Path(str(path)).absolute() for path in (event.src_path, event.dest_path) if path]
        if any(self._concerns(path) for path in paths):
            self._preview.expect_change()
            self._changed.set()

    def are_there(self) -> bool:
        """Tell whether something has changed since the last `wait`."""
        return self._changed.is_set()

    def wait(self) -> None:
        """Wait for a change, and until it is complete."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(_QUIET)

    def _concerns(self, path: Path) -> bool:
        return path in self._files or any(
            folder in path.parents and not any(part.startswith(".") for part in path.relative_to(folder).parts)
            for folder in self._folders
        )


def serve(settings: Settings, engine: str, port: int) -> None:
    """Serve the site on *port* of this machine until the process is ended; port 0 is any free one."""
    announcer = Announcer()
    preview = Preview(engine, announcer.announce)
    try:
        server = make_server(port, preview.read, announcer)
    except OSError as error:
        raise EcosystemError(f"port {port} cannot be used ({error.strerror}); choose another with --port") from error
    watched = [settings.data, settings.documents, settings.strings, settings.templates, settings.operator]
    watched += sorted(settings.guides.glob("EDITING.*.md"))
    changes = Changes(preview, watched)
    observer = Observer()
    for folder in {path.absolute() for path in watched if path.is_dir()}:
        observer.schedule(changes, str(folder), recursive=True)
    for folder in {path.absolute().parent for path in watched if not path.is_dir()}:
        observer.schedule(changes, str(folder), recursive=False)
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stderr.write(f"serving on http://{HOST}:{server.server_port}/ – end with Ctrl+C\n")
    try:
        while True:
            preview.update(changes.are_there)
            changes.wait()
            sys.stderr.write("a file has changed\n")
    finally:
        observer.stop()
        server.shutdown()

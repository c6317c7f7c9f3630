"""The HTML of the pages that people write, as the engine makes it of their Markdown, kept by all that decides it.

The engine runs as a program of its own, beside the reading of the data. It is not asked again while no page, and
nothing of the engine, has changed.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.files import replace_bytes
from ecosystem.ground.languages import Language, as_language
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.site.addresses import ADDRESSES

#: Names the file into which the adapter puts the HTML of all pages, instead of building the site.
PAGES_FILE: Final = "ECOSYSTEM_PAGES"

_CONFIGURATION: Final = ROOT / "mkdocs.yml"
_ADAPTER: Final = ROOT / "hooks" / "mkdocs_adapter.py"
_PARTS_OF_THE_ENGINE: Final = ("markdown", "mkdocs-material", "mkdocs-static-i18n")


class EngineError(EcosystemError):
    """The engine could not make HTML of the pages; it has said why."""


@dataclass(frozen=True, slots=True)
class MarkdownPages:
    """The HTML of all pages by language and name."""

    html: Mapping[tuple[Language, str], str]


class EngineRun:
    """The making of the pages' HTML, which has begun; where it is kept, there is nothing to make."""

    def __init__(self, engine: str, settings: Settings) -> None:
        self._engine, self._documents = engine, settings.documents
        self._key = _key(engine, settings.documents)
        self._kept = settings.cache / "pages" / f"{self._key}.json"
        self._process: subprocess.Popen[bytes] | None = None
        if _read(self._kept) is not None:
            return
        self._workplace = tempfile.TemporaryDirectory(prefix="ecosystem-pages-")
        self._made = Path(self._workplace.name) / "pages.json"
        command = [sys.executable, "-m", "ecosystem.site.engine", engine, "build", "--quiet"]
        command += ["-f", str(_CONFIGURATION), "--strict", "--site-dir", f"{self._workplace.name}/site"]
        environment = {**os.environ, PAGES_FILE: str(self._made), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        environment["ECOSYSTEM_DOCS"] = str(settings.documents.absolute())
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: S603

    def pages(self) -> MarkdownPages:
        """Return the pages when they are made; raise `EngineError` when they cannot be."""
        if self._process is not None:
            status = self._process.wait()
            content = self._made.read_bytes() if self._made.exists() else b""
            self._workplace.cleanup()
            if status or not content:
                raise EngineError("the pages could not be turned into HTML: mend what is said above")
            self._process = None
            # what was saved while the engine ran may be in its HTML, which then is not that of the text as it was
            if _key(self._engine, self._documents) == self._key:
                self._kept.parent.mkdir(parents=True, exist_ok=True)
                replace_bytes(self._kept, content)
            pages = _parsed(content)
        else:
            pages = _read(self._kept)
        if pages is None:
            raise EngineError(f"the HTML of the pages was lost: {self._kept} cannot be read")
        return pages

    def stop(self) -> None:
        """End the engine when nobody needs the pages any more."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._workplace.cleanup()
            self._process = None


def pages_document(html: Mapping[tuple[Language, str], str]) -> bytes:
    """Return what the adapter writes for `EngineRun` to read."""
    listed = [[language, name, text] for (language, name), text in sorted(html.items())]
    return json.dumps({"pages": listed}, ensure_ascii=False).encode()


def _read(path: Path) -> MarkdownPages | None:
    """Return the pages in the file at *path*; None when there is none that is whole."""
    try:
        return _parsed(path.read_bytes())
    except OSError:
        return None


def _parsed(content: bytes) -> MarkdownPages | None:
    try:
        document = json.loads(content)
        html = {(as_language(language), str(name)): str(text) for language, name, text in document["pages"]}
        return MarkdownPages(html)
    except (ValueError, KeyError, TypeError):
        return None


def _key(engine: str, documents: Path) -> str:
    """Return a name made of all that decides the HTML of the pages."""
    whole = hashlib.sha256(repr([(part, _version(part)) for part in (engine, *_PARTS_OF_THE_ENGINE)]).encode())
    whole.update(repr(ADDRESSES.pages).encode())
    for file in (_CONFIGURATION, _ADAPTER, *sorted(documents.rglob("*.md"))):
        content = file.read_bytes()
        place = f"{file.parent.name}/{file.name}" if file.is_relative_to(documents) else file.name
        whole.update(b"\0".join((os.fsencode(place), str(len(content)).encode(), content)))
    return whole.hexdigest()[:32]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"

"""Style sheet, scripts, letters and icons, named by their content so that browsers may keep them for ever."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecosystem.ground.uses import note

FOLDER: Final = "assets"

#: Files whose own name is fixed by convention or by other files.
_FIXED_NAMES: Final = ("favicon.svg", "source-sans-3-LICENSE.txt")

_IMPORT: Final = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
_URL: Final = re.compile(r'url\("([^"/:]+)"\)')
_REMARKS: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENTED: Final = re.compile(r"^\s+", re.MULTILINE)
#: Comments of our own scripts on lines of their own: a quarter of what a first search fetches of them, compressed.
_COMMENTS: Final = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Assets:
    """The files below `assets/`: their content by path, and the path of each by its plain name."""

    files: Mapping[str, bytes]
    paths: Mapping[str, str]

    def path(self, name: str) -> str:
        """Return the path of the file called *name* in the templates' `assets` folder."""
        note("asset", name)
        return self.paths[name]


def read_assets(folder: Path) -> Assets:
    """Read the assets in *folder*. Style sheets and scripts are served without their comments."""
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    sources = sorted(path for path in folder.iterdir() if path.is_file())
    for source in sorted(sources, key=lambda path: path.suffix == ".css"):  # a style sheet names the other files
        content = source.read_bytes()
        if source.suffix == ".css":
            sheet = _URL.sub(lambda found: f'url("{Path(paths[found[1]]).name}")', _with_imports(source))
            content = _INDENTED.sub("", _REMARKS.sub("", sheet)).encode("utf-8")
        elif source.suffix == ".js":
            content = _COMMENTS.sub("", content.decode("utf-8")).encode("utf-8")
        name = source.name
        if name not in _FIXED_NAMES:
            digest = hashlib.sha256(content).hexdigest()[:10]
            name = f"{source.stem}.{digest}{source.suffix}"
        paths[source.name] = f"{FOLDER}/{name}"
        files[f"{FOLDER}/{name}"] = content
    return Assets(files, paths)


def _with_imports(sheet: Path) -> str:
    """Return the style sheet with the sheets that it imports in place, so that a browser asks once."""
    text = sheet.read_text(encoding="utf-8")
    return _IMPORT.sub(lambda found: (sheet.parent / found[1]).read_text(encoding="utf-8"), text)

"""The lock file of the site's packages (`requirements/site.txt`), as uv writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError

_PACKAGE: Final = re.compile(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==(\S+)(?: ; .+?)?(?: \\)?$")
_HASH: Final = re.compile(r"^ {4}--hash=sha256:([0-9a-f]{64})(?: \\)?$")
_ASKED_FOR_BY: Final = re.compile(r"^ {4}#(?: via)?\s+([a-z0-9-]+)(?:\[[^\]]*\])?(?: \(pyproject\.toml\))?$")


class LockError(EcosystemError):
    """The lock file has a line that cannot be read; the message says which."""


@dataclass(frozen=True, slots=True)
class Package:
    """A locked package: the digests of its files, and the packages that ask for it (or the project itself)."""

    name: str
    version: str
    digests: tuple[str, ...]
    asked_for_by: tuple[str, ...]

    @property
    def address(self) -> str:
        """Return its package address, as other programs write it (purl)."""
        return f"pkg:pypi/{self.name}@{self.version}"


def read_lock(path: Path) -> list[Package]:
    """Return the packages in the lock file at *path*, in its order."""
    return list(_packages(path.read_text(encoding="utf-8"), path.name))


def _packages(text: str, file: str) -> Iterator[Package]:
    name = version = ""
    digests: list[str] = []
    asked_for_by: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if found := _PACKAGE.match(line):
            if name:
                yield Package(name, version, tuple(digests), tuple(asked_for_by))
            (name, version), digests, asked_for_by = found.groups(), [], []
        elif found := _HASH.match(line):
            digests.append(found[1])
        elif found := _ASKED_FOR_BY.match(line):
            asked_for_by.append(found[1])
        elif line.strip() != "# via":
            raise LockError(f"{file}:{number}: not a line of a lock file with hashes: {line.strip()}")
    if name:
        yield Package(name, version, tuple(digests), tuple(asked_for_by))

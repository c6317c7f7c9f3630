"""Read a version of the data, from a folder or from a revision that git knows, as nodes by collection and id.

Nodes rather than records: an old version must be readable even when the models have moved on.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.git import ask_git
from ecosystem.ground.nodes import MapNode, SeqNode, read_nodes
from ecosystem.records.kind import Kinds
from ecosystem.records.load import SUFFIX, without_garbage_collection

Version: TypeAlias = Mapping[str, Mapping[str, MapNode]]


class NoSuchVersionError(EcosystemError):
    """There is neither a folder nor a revision of this name."""


class UnreadableVersionError(EcosystemError):
    """A file of a version cannot be read; its name is the message."""


def read_version(base: str, data: Path, kinds: Kinds) -> Version:
    """Return the version *base* of the collections of *kinds*: a folder, or *data* as it was in a git revision."""
    folder = Path(base)
    if folder.is_dir():
        inner = folder / "data"
        is_data = any((folder / f"{name}{SUFFIX}").is_file() for name in kinds)
        return read_folder(inner if inner.is_dir() and not is_data else folder, kinds)
    commit = ask_git(data, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if commit is None:
        raise NoSuchVersionError(base)
    revision = commit.decode().strip()
    return {name: _read(ask_git(data, "show", f"{revision}:./{name}{SUFFIX}"), f"{name}{SUFFIX}") for name in kinds}


def read_folder(folder: Path, kinds: Kinds) -> Version:
    """Return the collections of *kinds* in *folder*; a file that does not exist has no records."""
    version: dict[str, Mapping[str, MapNode]] = {}
    for name in kinds:
        path = folder / f"{name}{SUFFIX}"
        version[name] = _read(path.read_bytes() if path.is_file() else None, path.as_posix())
    return version


def _read(content: bytes | None, file: str) -> dict[str, MapNode]:
    if content is None:
        return {}
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableVersionError(file) from None
    with without_garbage_collection():
        document, problems, _ = read_nodes(text, file)
    if problems or not isinstance(document, SeqNode):
        raise UnreadableVersionError(file)
    return {str(record.get("id")): record for record in document if isinstance(record, MapNode)}

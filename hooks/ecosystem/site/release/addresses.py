"""See that no address of an earlier release is lost: each is still there, leads on, or says that its record has gone.

A release is a folder with the site, or the archive of one. Files of a record besides its page, such as its feed, may go
with it: its page tells what became of it.
"""

import re
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.problems import Place, Problem
from ecosystem.search.index import FOLDER as INDEX

#: What is fetched by its own pages alone, under names that change with their content, and files for hosts and robots.
_OWN: Final = re.compile(rf"(assets|{INDEX})/|[^/]*$|.*/404\.html$")

_PAGE: Final = "index.html"


class UnreadableReleaseError(EcosystemError):
    """There is neither a folder nor an archive of a site."""


def read_paths(release: Path) -> frozenset[str]:
    """Return the paths of all files of *release*, below the site's own address."""
    if release.is_dir():
        return frozenset(one.relative_to(release).as_posix() for one in release.rglob("*") if one.is_file())
    try:
        with tarfile.open(release) as archive:
            files = [PurePosixPath(one.name) for one in archive if one.isfile()]
    except (OSError, tarfile.TarError) as error:
        raise UnreadableReleaseError(f"{release} is neither the folder of a site nor an archive of one") from error
    return frozenset(PurePosixPath(*one.parts[1:]).as_posix() for one in files)


def lost_addresses(earlier: Iterable[str], now: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each public address of the files *earlier* at which *now* nothing stands."""
    records = frozenset(PurePosixPath(path).parent.name for path in now if path.endswith(f"/{_PAGE}"))
    for path in sorted(earlier):
        if path not in now and not _OWN.match(path) and not _is_of_record(path, records):
            yield Problem(Place(path.removesuffix(_PAGE)), "address_lost")


def _is_of_record(path: str, records: frozenset[str]) -> bool:
    """Tell whether a file that is no page is that of one of *records*: `feeds/fi/pilot-x.rss`."""
    if path.endswith(f"/{_PAGE}"):
        return False
    words = PurePosixPath(path).name.partition(".")[0].split("-")
    ends = ("-".join(words[start:]) for start in range(len(words)))
    begins = ("-".join(words[:end]) for end in range(1, len(words)))
    return any(one in records for one in (*ends, *begins))

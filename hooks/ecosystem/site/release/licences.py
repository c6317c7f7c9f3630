"""The licence of each package that the site is made with: `requirements/licences.txt`, one line for each.

The list is written from what the packages say of themselves (`python -m ecosystem licences`) and is kept, so that a
release needs no installed package to name it and a new package is looked at before it is used.
"""

from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.site.release.lock import Package

FILE: Final = "licences.txt"

#: The licences, by SPDX name, under which a package may be used. All let anyone use the program; none of their
#: conditions reaches the site that it makes, and each goes together with the EUPL of our code.
ALLOWED: Final = frozenset(
    {
        "Apache-2.0",
        "Apache-2.0 OR BSD-2-Clause",
        "BSD-2-Clause",
        "BSD-2-Clause OR LGPL-3.0-or-later",
        "BSD-3-Clause",
        "GPL-3.0-or-later",
        "LGPL-3.0-or-later",
        "MIT",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
    }
)

#: What packages write instead of an SPDX name.
_SPELLINGS: Final[Mapping[str, str]] = {
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "FreeBSD and LGPLv3+": "BSD-2-Clause OR LGPL-3.0-or-later",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

#: Packages that say no more than "BSD" of themselves, from the texts of their licences.
_READ: Final[Mapping[str, str]] = {"colorama": "BSD-3-Clause", "jinja2": "BSD-3-Clause"}


class LicenceError(EcosystemError):
    """The licence of a package is not known; the message says which."""


def read_licences(path: Path) -> dict[str, str]:
    """Return the SPDX name of the licence of each package that the file at *path* lists."""
    return dict(line.split(" ", 1) for line in path.read_text(encoding="utf-8").splitlines())


def licences_text(packages: Iterable[Package], known: Mapping[str, str]) -> str:
    """Return the list for *packages*: what those installed here say, and what is *known* of those for other systems."""
    found = {package.name: own_licence(package.name) or known.get(package.name) for package in packages}
    missing = sorted(name for name, licence in found.items() if licence is None)
    if missing:
        raise LicenceError(f"no licence is known of {', '.join(missing)}: read it and add a line to {FILE}")
    return "".join(f"{name} {licence}\n" for name, licence in sorted(found.items()))


def own_licence(name: str) -> str | None:
    """Return the SPDX name of what the installed package *name* says; None if it is not installed or says nothing."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    if name in _READ:
        return _READ[name]
    classes = [entry.split(" :: ")[-1] for entry in said.get_all("Classifier") or [] if entry.startswith("License")]
    names = [*(said.get_all("License-Expression") or []), *(said.get_all("License") or []), *classes]
    spdx = [_SPELLINGS.get(one, one) for one in names]
    return next((one for one in spdx if one in ALLOWED), next(iter(spdx), None))

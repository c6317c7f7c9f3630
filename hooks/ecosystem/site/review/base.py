"""The site as it was: made of the data and the pages of an earlier commit, by the code of now.

Code that changed with the content would change every page; what an editor changed is what its reviewer shall see.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.git import ask_git
from ecosystem.ground.settings import Settings
from ecosystem.site.build import build_site

#: In the cache: the content of then, and the site that was made of it.
_FOLDER: Final = "review"


class NoSuchCommitError(EcosystemError):
    """Git knows no commit of this name; the name is the message."""


def site_as_it_was(revision: str, settings: Settings, engine: str) -> Path:
    """Return the folder of the site of *revision*, built with *engine*.

    The content is a clone, so that the days on which things appeared are those of then. Raises `NoSuchCommitError`, and
    `BuildError` where the content of then does not fit the code of now.
    """
    commit = ask_git(settings.data, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    top = ask_git(settings.data, "rev-parse", "--show-toplevel")
    if commit is None or top is None:
        raise NoSuchCommitError(revision)
    source = Path(top.decode().rstrip("\n"))
    clone = settings.cache / _FOLDER / "content"
    _clone(source, commit.decode().strip(), clone)
    site = settings.cache / _FOLDER / "site"
    build_site(engine, site.absolute(), _variables(settings, source, clone.absolute()))
    return site


def _clone(source: Path, commit: str, clone: Path) -> None:
    shutil.rmtree(clone, ignore_errors=True)
    clone.parent.mkdir(parents=True, exist_ok=True)
    target = str(clone.absolute())
    for arguments in (
        ("clone", "--quiet", "--shared", "--no-checkout", ".", target),
        ("-C", target, "checkout", "--quiet", "--detach", commit),
    ):
        if ask_git(source, *arguments) is None:
            raise NoSuchCommitError(commit)


def _variables(settings: Settings, source: Path, clone: Path) -> Mapping[str, str]:
    """Return what makes a build read the content in *clone*; what does not belong to *source* stays as it is now."""
    places = {
        "ECOSYSTEM_DATA": settings.data,
        "ECOSYSTEM_DOCS": settings.documents,
        "ECOSYSTEM_OPERATOR": settings.operator,
    }
    inside = {name: place.resolve() for name, place in places.items() if place.resolve().is_relative_to(source)}
    return {name: str(clone / place.relative_to(source)) for name, place in inside.items()}

"""Where the small pages stand that other sites show in a frame."""

from typing import Final

from ecosystem.ground.languages import Language

#: The folder of the pages that other sites may show in a frame.
EMBED: Final = "embed/"


def embed_path(name: str, language: Language) -> str:
    """Return the path of the page for frames called *name*: `embed/sv/members/`."""
    return f"{EMBED}{language}/{name}/"

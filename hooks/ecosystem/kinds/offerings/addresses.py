"""Where the pages and files of the offering catalogue are, besides the offerings themselves."""

from typing import Final

from ecosystem.ground.languages import Language

#: The page that lists the organisations of the catalogue; each of them stands below it under its slug. No collection
#: has its records there, so no id can be in the way.
PROVIDERS: Final = "providers"

#: The page of the reader's own selection.
SELECTION: Final = "selection"

#: The page that holds chosen entries side by side.
COMPARISON: Final = "compare"

#: The words of all entries, which the filter bar of the catalogue searches.
WORDS_PATH: Final = "downloads/sote-ai-offering-words.json"

#: The page of the catalogue's files.
DOWNLOADS: Final = "downloads"


def catalogue_path(language: Language, suffix: str) -> str:
    """Return the path of the offering catalogue as a file: `downloads/sote-ai-offering-en.pdf`."""
    return f"downloads/sote-ai-offering-{language}.{suffix}"


def organisation_paper_path(slug: str, language: Language) -> str:
    """Return the path of the paper of an organisation of the catalogue: `downloads/organisations/thl-en.pdf`."""
    return f"downloads/organisations/{slug}-{language}.pdf"

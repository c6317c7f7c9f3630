"""Links between pages. They are relative, so that the site works below any address.

A template does not know where its page will stand: it writes a link as a token and a path below the site's own
address, and `place` turns the tokens of a finished document into the way from that page to the root.
"""

from typing import Final

from ecosystem.pages.addresses import file_of

#: Stands for the root of the site until a document knows where it stands. It begins with a character that no data file
#: and no page may hold (`source.text.REFUSED`), so no text can be taken for it.
ROOT: Final = "\ue000site-root/"


def link(path: str) -> str:
    """Return a link to *path*, to be placed."""
    return ROOT + path


def way_to_root(here: str) -> str:
    """Return the way from the page at *here* to the root of the site: ``../../`` for ``jasenet/thl/``."""
    return "../" * file_of(here).count("/") or "./"


def place(document: str, root: str) -> str:
    """Return *document* with its links leading through *root*: the way to it, or its address."""
    return document.replace(ROOT, root)

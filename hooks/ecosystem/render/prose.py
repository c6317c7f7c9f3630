"""The HTML of hand-written pages, as the engine makes it of Markdown, fitted to the site's policy."""

import re
from typing import Final

#: How Python-Markdown aligns a column of a table. Our policy lets no element carry a style of its own.
_ALIGNED: Final = re.compile(r'(<t[hd]) style="text-align: (left|center|right);"')


def fit_to_policy(html: str) -> str:
    """Return *html* with the alignment of columns as classes, which `styles/tables.css` knows."""
    return _ALIGNED.sub(r'\1 class="column-\2"', html)

"""The HTML that the engine makes of hand-written pages, fitted to the site's policy and set for reading."""

import re
from typing import Final

from ecosystem.pages.typography import keep_together_in

#: How Python-Markdown aligns a column of a table. Our policy lets no element carry a style of its own.
_ALIGNED: Final = re.compile(r'(<t[hd]) style="text-align: (left|center|right);"')


def typeset(html: str) -> str:
    """Return *html* with the alignment of columns as classes (`styles/tables.css`), and each number with its unit."""
    return keep_together_in(_ALIGNED.sub(r'\1 class="column-\2"', html))

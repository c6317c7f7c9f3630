"""Links from hand-written pages to records: `[Findata](record:networks/findata)`.

The engine takes such an address for another site's and leaves it alone. A record that the data does not have (yet, or
any more) is named without a link: a page must not break because an entry went.
"""

import re
from typing import Final

from ecosystem.pages.edition import Edition
from ecosystem.pages.links import link

_ANCHOR: Final = re.compile(r'<a href="record:(?P<collection>\w+)/(?P<id>[a-z0-9-]+)"(?P<rest>[^>]*)>(?P<text>.*?)</a>')


def link_records(html: str, edition: Edition) -> str:
    """Return *html* with its links to records leading to their pages in the reader's language."""
    ecosystem = edition.ecosystem

    def led(anchor: re.Match[str]) -> str:
        collection, record_id = anchor["collection"], anchor["id"]
        if collection in ecosystem.kinds and record_id in ecosystem.collection(collection):
            address = link(edition.record_path(collection, record_id))
            return f'<a href="{address}"{anchor["rest"]}>{anchor["text"]}</a>'
        return anchor["text"]

    return _ANCHOR.sub(led, html)

"""Links from hand-written pages to records: `[Findata](record:networks/findata)`.

The engine takes such an address for another site's and leaves it alone. A record that the data does not have (yet, or
any more) is named without a link: a page must not break because an entry went.
"""

import re
from typing import Final

from ecosystem.addresses import SECTIONS, record_path
from ecosystem.languages import Language
from ecosystem.model import Ecosystem
from ecosystem.render.links import link

_ANCHOR: Final = re.compile(r'<a href="record:(?P<collection>\w+)/(?P<id>[a-z0-9-]+)"(?P<rest>[^>]*)>(?P<text>.*?)</a>')


def link_records(html: str, ecosystem: Ecosystem, language: Language) -> str:
    """Return *html* with its links to records leading to their pages in *language*."""

    def led(anchor: re.Match[str]) -> str:
        for collection in SECTIONS:
            if collection == anchor["collection"] and anchor["id"] in ecosystem.collection(collection):
                address = link(record_path(collection, anchor["id"], language))
                return f'<a href="{address}"{anchor["rest"]}>{anchor["text"]}</a>'
        return anchor["text"]

    return _ANCHOR.sub(led, html)

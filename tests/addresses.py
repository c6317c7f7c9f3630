"""The addresses of the site, as tests ask for them."""

import datetime
from collections.abc import Mapping
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.kinds.offerings.addresses import PROVIDERS
from ecosystem.kinds.registry import KINDS
from ecosystem.records.record import Record
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.newsletter.listing import newsletter_path as path_of_newsletter

PAGES: Final = ADDRESSES.pages
SECTIONS: Final = ADDRESSES.sections
#: The pages that other sites put into a frame, by their names in addresses.
EMBEDDED: Final = ("members", "figures", "events", "offering")
COLLECTIONS: Final[Mapping[str, type[Record]]] = KINDS.models

page_path = ADDRESSES.page
record_path = ADDRESSES.record
section_path = ADDRESSES.section
numbered_path = ADDRESSES.numbered
page_alternates = ADDRESSES.alternates
record_alternates = ADDRESSES.record_alternates


def provider_path(slug: str, language: Language) -> str:
    """Return the path of an organisation of the offering catalogue."""
    return ADDRESSES.below(PROVIDERS, slug, language)


def newsletter_path(day: datetime.date, language: Language) -> str:
    """Return the path of the newsletter that was sent on *day*."""
    return path_of_newsletter(ADDRESSES, day, language)

"""Where the pages of the site are that belong to no kind of record."""

from collections.abc import Mapping
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.kinds.offerings.addresses import DOWNLOADS
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.addresses import HOME, Addresses, OwnPages
from ecosystem.pages.visitors import Visitor
from ecosystem.publishing.feeds.listing import HISTORY_OF_DATA, NEWSLETTER_FEED
from ecosystem.publishing.open_data.collections import OPEN_DATA
from ecosystem.search.opensearch import SEARCH

SITUATION: Final = "situation"
JOIN: Final = "join"
ABOUT: Final = "about"
INFRASTRUCTURE: Final = "infrastructure"
CONTACT: Final = "contact"
PRESS: Final = "press"
SUBSCRIBE: Final = "subscribe"
#: The page that lists the sent newsletters; each of them stands below it under its day. Its feed has the same name.
NEWSLETTER: Final = NEWSLETTER_FEED
#: The history of the data; each month of it stands below it.
CHANGES: Final = HISTORY_OF_DATA
ACCESSIBILITY: Final = "accessibility"
PRIVACY: Final = "privacy"
SITE_MAP: Final = "site-map"
A_TO_Z: Final = "a-z"

PAGES: Final = OwnPages(
    {
        HOME: {"fi": "", "sv": "", "en": ""},
        SITUATION: {"fi": "tilannekuva", "sv": "lagesbild", "en": "situational-picture"},
        JOIN: {"fi": "liity", "sv": "bli-medlem", "en": "join"},
        CONTACT: {"fi": "yhteystiedot", "sv": "kontakt", "en": "contact"},
        Visitor.COUNTY.value: {"fi": "hyvinvointialueille", "sv": "for-valfardsomraden", "en": "for-counties"},
        Visitor.COMPANY.value: {"fi": "yrityksille", "sv": "for-foretag", "en": "for-companies"},
        Visitor.RESEARCHER.value: {"fi": "tutkijoille", "sv": "for-forskare", "en": "for-researchers"},
        Visitor.ASSOCIATION.value: {"fi": "jarjestoille", "sv": "for-organisationer", "en": "for-associations"},
        Visitor.PARTNER.value: {
            "fi": "kansainvalisille-kumppaneille",
            "sv": "for-internationella-partner",
            "en": "for-partners",
        },
        PRESS: {"fi": "medialle", "sv": "for-medier", "en": "press"},
        ABOUT: {"fi": "ekosysteemi", "sv": "ekosystemet", "en": "about"},
        INFRASTRUCTURE: {
            "fi": "yhteinen-infrastruktuuri",
            "sv": "gemensam-infrastruktur",
            "en": "shared-infrastructure",
        },
        SUBSCRIBE: {"fi": "tilaa", "sv": "prenumerera", "en": "subscribe"},
        NEWSLETTER: {"fi": "uutiskirje", "sv": "nyhetsbrev", "en": "newsletter"},
        CHANGES: {"fi": "muutokset", "sv": "andringar", "en": "changes"},
        ACCESSIBILITY: {"fi": "saavutettavuus", "sv": "tillganglighet", "en": "accessibility"},
        PRIVACY: {"fi": "tietosuoja", "sv": "dataskydd", "en": "privacy"},
        DOWNLOADS: {"fi": "lataukset", "sv": "nedladdningar", "en": "downloads"},
        SEARCH: {"fi": "haku", "sv": "sok", "en": "search"},
        SITE_MAP: {"fi": "sivukartta", "sv": "webbkarta", "en": "site-map"},
        A_TO_Z: {"fi": "hakemisto", "sv": "register", "en": "a-z"},
        OPEN_DATA: {"fi": "avoin-data", "sv": "oppna-data", "en": "open-data"},
    },
    parents=(NEWSLETTER, CHANGES),
)

#: The page for editors: their guide, and what needs attention in the data. Search engines leave it out.
EDITORS: Final[Mapping[Language, str]] = {"fi": "toimitukselle/", "sv": "sv/for-redaktionen/", "en": "en/for-editors/"}

#: Below it: where each record is edited. Only where the repository is known.
EDITING: Final[Mapping[Language, str]] = {
    "fi": "toimitukselle/muokkaa/",
    "sv": "sv/for-redaktionen/redigera/",
    "en": "en/for-editors/edit/",
}

#: All pages of the site.
ADDRESSES: Final = Addresses(KINDS, PAGES)

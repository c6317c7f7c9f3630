"""Where everything is on the site. The only place that knows what an address looks like.

All addresses here are paths below the site's own address, without a leading slash: `sv/medlemmar/digifinland/`.
They are public and permanent: others link to them.
"""

import datetime
from collections.abc import Mapping
from typing import Final

from ecosystem.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from ecosystem.model.record import CollectionName

#: The address of each page that people write, by its file name in `docs/<language>/`, and of each section.
PAGES: Final[Mapping[str, Mapping[Language, str]]] = {
    "index": {"fi": "", "sv": "", "en": ""},
    "members": {"fi": "jasenet", "sv": "medlemmar", "en": "members"},
    "regions": {"fi": "alueet", "sv": "omraden", "en": "regions"},
    "pilots": {"fi": "kokeilut", "sv": "forsoksprojekt", "en": "pilots"},
    "pilot-programmes": {"fi": "kokeiluohjelmat", "sv": "forsoksprogram", "en": "pilot-programmes"},
    "workgroups": {"fi": "tyoryhmat", "sv": "arbetsgrupper", "en": "workgroups"},
    "events": {"fi": "tapahtumat", "sv": "evenemang", "en": "events"},
    "news": {"fi": "uutiset", "sv": "nyheter", "en": "news"},
    "action-plan": {"fi": "toimintasuunnitelma", "sv": "verksamhetsplan", "en": "action-plan"},
    "offering": {"fi": "tarjooma", "sv": "utbud", "en": "offering"},
    "providers": {"fi": "tarjoajat", "sv": "leverantorer", "en": "providers"},
    "selection": {"fi": "oma-valikoima", "sv": "mitt-urval", "en": "my-selection"},
    "publications": {"fi": "julkaisut", "sv": "publikationer", "en": "publications"},
    "networks": {"fi": "verkostot", "sv": "natverk", "en": "networks"},
    "operating-models": {"fi": "toimintamallit", "sv": "verksamhetsmodeller", "en": "operating-models"},
    "glossary": {"fi": "sanasto", "sv": "ordlista", "en": "glossary"},
    "meetings": {"fi": "tapaamiset", "sv": "moten", "en": "meetings"},
    "situation": {"fi": "tilannekuva", "sv": "lagesbild", "en": "situational-picture"},
    "join": {"fi": "liity", "sv": "bli-medlem", "en": "join"},
    "about": {"fi": "ekosysteemi", "sv": "ekosystemet", "en": "about"},
    "subscribe": {"fi": "tilaa", "sv": "prenumerera", "en": "subscribe"},
    "newsletter": {"fi": "uutiskirje", "sv": "nyhetsbrev", "en": "newsletter"},
    "accessibility": {"fi": "saavutettavuus", "sv": "tillganglighet", "en": "accessibility"},
    "privacy": {"fi": "tietosuoja", "sv": "dataskydd", "en": "privacy"},
    "downloads": {"fi": "lataukset", "sv": "nedladdningar", "en": "downloads"},
    "search": {"fi": "haku", "sv": "sok", "en": "search"},
    "site-map": {"fi": "sivukartta", "sv": "webbkarta", "en": "site-map"},
    "a-z": {"fi": "hakemisto", "sv": "register", "en": "a-z"},
    "open-data": {"fi": "avoin-data", "sv": "oppna-data", "en": "open-data"},
}

#: The page that lists the organisations of the offering catalogue; each of them stands below it under its slug. No
#: collection has its records there, so no id can be in the way.
PROVIDERS: Final = "providers"

#: The page for editors: their guide, and what needs attention in the data. Search engines leave it out.
EDITORS: Final[Mapping[Language, str]] = {"fi": "toimitukselle/", "sv": "sv/for-redaktionen/", "en": "en/for-editors/"}

#: The page that lists the sent newsletters; each of them stands below it under its day.
NEWSLETTER: Final = "newsletter"

#: The page that explains the open data.
OPEN_DATA: Final = "open-data"

#: The folder of the open data. A new version gets a folder of its own, so that programs go on working.
API: Final = "api/v1"

#: The page that a web server shows for an address that does not exist: a file, not a folder.
NOT_FOUND: Final = "404"

#: The calendar of all events, and how those of working groups and international meetings begin. The others are named
#: by an event's id.
ALL_EVENTS: Final = "events"
GROUP_PREFIX: Final = "workgroup-"
MEETING_PREFIX: Final = "meeting-"
#: What stands before the number in the address of a long list's further pages: `jasenet/sivu/2/`.
NUMBERED: Final[Mapping[Language, str]] = {"fi": "sivu", "sv": "sida", "en": "page"}

#: The page under which the records of each collection stand.
SECTIONS: Final[Mapping[CollectionName, str]] = {
    "members": "members",
    "regions": "regions",
    "pilots": "pilots",
    "pilot_programmes": "pilot-programmes",
    "workgroups": "workgroups",
    "events": "events",
    "news": "news",
    "action_plan": "action-plan",
    "offerings": "offering",
    "publications": "publications",
    "networks": "networks",
    "operating_models": "operating-models",
    "glossary": "glossary",
    "meetings": "meetings",
}


#: Anchors of every page, and of the pages that show the parts of a plan or the figures of a publication: the id of a
#: part or a figure is an anchor beside them.
_EVERY_PAGE: Final = frozenset({"content", "main-menu"})
PLAN_ANCHORS: Final = _EVERY_PAGE | {"glance", "metrics", "measures", "contacts"}
FIGURE_ANCHORS: Final = _EVERY_PAGE | {
    *("figures", "content-of-it", "recommendations"),
    *("matrix", "exchange", "published"),
}


def language_root(language: Language) -> str:
    """Return the path of *language*'s home page: empty for the default language."""
    return "" if language == DEFAULT_LANGUAGE else f"{language}/"


def page_path(page: str, language: Language) -> str:
    """Return the path of the hand-written *page*, named as its file: `members` gives `jasenet/`."""
    if page == NOT_FOUND:
        return f"{language_root(language)}404.html"
    own = PAGES[page][language]
    return language_root(language) + (f"{own}/" if own else "")


def numbered_path(page: str, number: int, language: Language) -> str:
    """Return the path of page *number* of the list *page*; the first is the page itself."""
    first = page_path(page, language)
    return first if number == 1 else f"{first}{NUMBERED[language]}/{number}/"


def section_path(collection: CollectionName, language: Language) -> str:
    """Return the path of the list page of *collection*."""
    return page_path(SECTIONS[collection], language)


def record_path(collection: CollectionName, record_id: str, language: Language) -> str:
    """Return the path of a record's own page."""
    return f"{section_path(collection, language)}{record_id}/"


def page_alternates(page: str) -> dict[Language, str]:
    """Return the paths of *page* in all languages."""
    return {language: page_path(page, language) for language in LANGUAGES}


def newsletter_path(day: datetime.date, language: Language) -> str:
    """Return the path of the newsletter that was sent on *day* in *language*: `sv/nyhetsbrev/2026-12-01/`."""
    return f"{page_path(NEWSLETTER, language)}{day.isoformat()}/"


def provider_path(slug: str, language: Language) -> str:
    """Return the path of an organisation of the offering catalogue: `en/providers/network-findata/`."""
    return f"{page_path(PROVIDERS, language)}{slug}/"


def record_alternates(collection: CollectionName, record_id: str) -> dict[Language, str]:
    """Return the paths of a record's page in all languages."""
    return {language: record_path(collection, record_id, language) for language in LANGUAGES}


def default_alternate(alternates: Mapping[Language, str]) -> str:
    """Return the one of a page's *alternates* for readers of any other language: a page need not have them all."""
    return next(alternates[language] for language in LANGUAGES if language in alternates)


def feed_path(topic: str, language: Language, suffix: str) -> str:
    """Return the path of the feed of *topic* in the format with *suffix*: `feeds/sv/news.atom`."""
    return f"feeds/{language}/{topic}.{suffix}"


def opml_path(language: Language | None = None) -> str:
    """Return the path of the list of all feeds of *language*; without one, of all languages."""
    return f"feeds/{language}/feeds.opml" if language else "feeds/feeds.opml"


def calendar_path(name: str, language: Language) -> str:
    """Return the path of the calendar called *name*: `calendar/sv/ai-aamu.ics`."""
    return f"calendar/{language}/{name}.ics"


def opensearch_path(language: Language) -> str:
    """Return the path of the file by which a browser adds the site's search to its own: `opensearch.sv.xml`."""
    return f"opensearch.{language}.xml"


def api_path(name: str) -> str:
    """Return the path of the file called *name* of the open data: `api/v1/members.json`."""
    return f"{API}/{name}"


#: The description of all open data for other portals (DCAT-AP), by the name of its format.
DATA_CATALOGUE: Final[Mapping[str, str]] = {"turtle": api_path("dcat.ttl"), "json_ld": api_path("dcat.jsonld")}


#: Where the pages stand that other sites may show in a frame, and their names.
EMBED: Final = "embed/"
EMBEDDED: Final = ("members", "figures", "events")


def embed_path(name: str, language: Language) -> str:
    """Return the path of the page for frames called *name*: `embed/sv/members/`."""
    return f"{EMBED}{language}/{name}/"


def catalogue_path(language: Language, suffix: str) -> str:
    """Return the path of the offering catalogue as a file: `downloads/sote-ai-offering-en.pdf`."""
    return f"downloads/sote-ai-offering-{language}.{suffix}"


def organisation_paper_path(slug: str, language: Language) -> str:
    """Return the path of the paper of an organisation of the catalogue: `downloads/organisations/thl-en.pdf`."""
    return f"downloads/organisations/{slug}-{language}.pdf"


def pack_path(meeting_id: str, language: Language, suffix: str) -> str:
    """Return the path of the pack of a delegation: `downloads/meetings/berlin-2027-en.zip`."""
    return f"downloads/meetings/{meeting_id}-{language}.{suffix}"


def file_of(path: str) -> str:
    """Return the file in which the page at *path* is stored."""
    return path if path.endswith(".html") else f"{path}index.html"

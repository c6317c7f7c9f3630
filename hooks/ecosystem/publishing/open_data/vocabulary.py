"""The codes by which portals of the European Union know languages, themes, formats and the rest.

Each code is said again in the catalogue with its kind and its scheme, so that a validator that does not load the
Union's tables can still tell that it is one of them.
"""

from collections.abc import Mapping
from typing import Final

from rdflib import DCAT, DCTERMS, SKOS, Namespace, URIRef

from ecosystem.ground.languages import Language

DCATAP: Final = Namespace("http://data.europa.eu/r5r/")
VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")

_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
_IANA: Final = "https://www.iana.org/assignments/media-types/"

DATA_THEMES: Final = URIRef(f"{_AUTHORITY}data-theme")
PUBLISHER_TYPES: Final = URIRef("http://purl.org/adms/publishertype/1.0")

LANGUAGES: Final[Mapping[Language, URIRef]] = {
    "fi": URIRef(f"{_AUTHORITY}language/FIN"),
    "sv": URIRef(f"{_AUTHORITY}language/SWE"),
    "en": URIRef(f"{_AUTHORITY}language/ENG"),
}
HEALTH: Final = URIRef(f"{_AUTHORITY}data-theme/HEAL")
GOVERNMENT: Final = URIRef(f"{_AUTHORITY}data-theme/GOVE")
TECHNOLOGY: Final = URIRef(f"{_AUTHORITY}data-theme/TECH")
THEMES: Final = (HEALTH, GOVERNMENT, TECHNOLOGY)
FINLAND: Final = URIRef(f"{_AUTHORITY}country/FIN")
IRREGULAR: Final = URIRef(f"{_AUTHORITY}frequency/IRREG")
AVAILABLE: Final = URIRef(f"{_AUTHORITY}planned-availability/AVAILABLE")
PUBLIC: Final = URIRef(f"{_AUTHORITY}access-right/PUBLIC")
NATIONAL_AUTHORITY: Final = URIRef("http://purl.org/adms/publishertype/NationalAuthority")

#: The code of each format, and its media type where IANA has registered one.
FORMATS: Final[Mapping[str, tuple[URIRef, URIRef | None]]] = {
    name: (URIRef(f"{_AUTHORITY}file-type/{code}"), URIRef(_IANA + media_type) if media_type else None)
    for name, (code, media_type) in {
        "JSON": ("JSON", "application/json"),
        "CSV": ("CSV", "text/csv"),
        "XLSX": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "PDF": ("PDF", "application/pdf"),
        "RSS": ("RSS", None),
        "Atom": ("ATOM", "application/atom+xml"),
        "JSON Feed": ("JSON", "application/json"),
        "iCalendar": ("ICS", "text/calendar"),
    }.items()
}

#: What each code is, and the scheme that it belongs to.
KINDS: Final[Mapping[URIRef, tuple[URIRef, URIRef]]] = {
    **{code: (DCTERMS.LinguisticSystem, URIRef(f"{_AUTHORITY}language")) for code in LANGUAGES.values()},
    **{code: (DCTERMS.MediaTypeOrExtent, URIRef(f"{_AUTHORITY}file-type")) for code, _ in FORMATS.values()},
    **dict.fromkeys(THEMES, (SKOS.Concept, DATA_THEMES)),
    FINLAND: (DCTERMS.Location, URIRef(f"{_AUTHORITY}country")),
    IRREGULAR: (DCTERMS.Frequency, URIRef(f"{_AUTHORITY}frequency")),
    AVAILABLE: (SKOS.Concept, URIRef(f"{_AUTHORITY}planned-availability")),
    PUBLIC: (DCTERMS.RightsStatement, URIRef(f"{_AUTHORITY}access-right")),
    NATIONAL_AUTHORITY: (SKOS.Concept, PUBLISHER_TYPES),
}

#: The words of the interface for the codes that must have a name.
NAMES: Final[Mapping[URIRef, str]] = {
    HEALTH: "open_data.code.data-theme.HEAL",
    GOVERNMENT: "open_data.code.data-theme.GOVE",
    TECHNOLOGY: "open_data.code.data-theme.TECH",
    AVAILABLE: "open_data.code.planned-availability.AVAILABLE",
    PUBLIC: "open_data.code.access-right.PUBLIC",
    NATIONAL_AUTHORITY: "open_data.code.publishertype.NationalAuthority",
}

#: The words for the schemes that must have a title.
SCHEMES: Final[Mapping[URIRef, str]] = {
    DATA_THEMES: "open_data.code.data-themes",
    PUBLISHER_TYPES: "open_data.code.publishertypes",
}

#: The short names by which the files are written.
PREFIXES: Final[Mapping[str, Namespace]] = {
    "dcat": Namespace(str(DCAT)),
    "dcatap": DCATAP,
    "dct": Namespace(str(DCTERMS)),
    "foaf": Namespace("http://xmlns.com/foaf/0.1/"),
    "skos": Namespace(str(SKOS)),
    "vcard": VCARD,
}

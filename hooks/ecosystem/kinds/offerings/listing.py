"""The offering catalogue: its pages, grouped by category, and what its entries can be filtered by."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from ecosystem.ground.uses import once
from ecosystem.kinds.offerings.addresses import WORDS_PATH
from ecosystem.kinds.offerings.assurance import assurance
from ecosystem.kinds.offerings.clinical import IcdChapter, Modality, Specialty
from ecosystem.kinds.offerings.model import (
    CareSetting,
    Counterpart,
    Offering,
    OfferingCategory,
    OfferingKind,
    PriceModel,
)
from ecosystem.kinds.offerings.providers import certifications_of, listed_offerings
from ecosystem.kinds.offerings.quality import Assurance, DigiHtaResult, StandardName
from ecosystem.kinds.offerings.regulation import AiActRisk, DeviceStatus, IvdrClass, MddClass, MdrClass
from ecosystem.kinds.offerings.validity import holds
from ecosystem.kinds.organisations.parts import CertificationName
from ecosystem.kinds.pilots.model import UseCase
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, Facets, choices, facets_of
from ecosystem.pages.list_pages import BY_NAME, GROUPED, NEWEST, Heading, ListPage, list_pages
from ecosystem.records.places import EU_MEMBERS

#: Readiness levels that are filtered together, each with its first and last level.
READINESS: Final = {"trl-7-9": (7, 9), "trl-4-6": (4, 6), "trl-1-3": (1, 3)}
LIVE: Final = "live"

#: What is said of each group of the facet of maturity.
_READINESS_WORDS: Final = {
    LIVE: "readiness.live",
    "trl-7-9": "readiness.trl-7-9",
    "trl-4-6": "readiness.trl-4-6",
    "trl-1-3": "readiness.trl-1-3",
}

#: The fields that are explained to the reader, in the order in which an offering's page shows them.
EXPLAINED: Final = (
    "provider",
    "kind",
    "category",
    "assurance",
    "use_cases",
    "users",
    "care_settings",
    "specialties",
    "icd_chapters",
    "modalities",
    "trl",
    "live_deployments",
    "languages",
    "markets",
    "hosting",
    "price_models",
    "standards",
    "certifications",
    "digihta",
    "meetings",
    "contact",
    "region",
    "verified_on",
    "declared",
    "intended_use",
    "device",
    "mdr_class",
    "ivdr_class",
    "mdd_class",
    "certificate",
    "ai_act_role",
    "ai_act_risk",
    "regulation_note",
    "evidence",
    "references",
)
_CLASSES: Final = {"mdr_class": MdrClass, "ivdr_class": IvdrClass, "mdd_class": MddClass}


def catalogue(edition: Edition) -> Mapping[str, Any]:
    """Return what the catalogue's first page shows: the list and its filters."""
    return {
        "catalogue": catalogue_pages(edition)[0],
        "words": WORDS_PATH,
        "explained": EXPLAINED,
    }


def stated_fields(offering: Offering) -> tuple[str, ...]:
    """Return which of the explained fields *offering* states."""
    stated = {**dict(offering), **dict(offering.maturity or ()), **dict(offering.regulation or ())}
    stated |= {"assurance": True, "declared": True, "regulation_note": stated.get("note")}
    return tuple(name for name in EXPLAINED if stated.get(name) not in (None, ()))


@once
def catalogue_pages(edition: Edition) -> tuple[ListPage[Offering], ...]:
    """Return all pages of the catalogue, by category and in it by name."""
    place = {category: number for number, category in enumerate(OfferingCategory)}
    headings = {
        category: Heading(f"offerings-{category.value}", label)
        for category, label in zip(OfferingCategory, choices(edition, OfferingCategory).values(), strict=True)
    }
    return list_pages(
        edition,
        "offerings",
        sorted(listed_offerings(edition), key=lambda one: place[one.category]),
        offering_facets(edition),
        page="offering",
        day_of=lambda one: one.updated,
        orders=(GROUPED, BY_NAME, NEWEST),
        heading_of=lambda one: headings[one.category],
    )


@once
def offering_facets(edition: Edition) -> Facets:
    """Return what offerings can be filtered by."""
    say = edition.interface.say
    listed = listed_offerings(edition)
    today = edition.today
    countries = _countries(edition, listed)
    readiness = {value: say(key) for value, key in _READINESS_WORDS.items()}
    aspects = (
        Aspect("kind", say("field.kind"), lambda one: [one.kind], choices(edition, OfferingKind)),
        Aspect("category", say("field.category"), lambda one: [one.category], choices(edition, OfferingCategory)),
        Aspect("use_case", say("field.use_cases"), lambda one: one.use_cases, choices(edition, UseCase)),
        Aspect(
            "care_setting", say("field.care_settings"), lambda one: one.care_settings, choices(edition, CareSetting)
        ),
        Aspect("specialty", say("field.specialties"), lambda one: one.specialties, choices(edition, Specialty)),
        Aspect("icd", say("field.icd_chapters"), lambda one: one.icd_chapters, choices(edition, IcdChapter)),
        Aspect("modality", say("field.modalities"), lambda one: one.modalities, choices(edition, Modality)),
        Aspect("assurance", say("field.assurance"), lambda one: [assurance(one, today)], choices(edition, Assurance)),
        Aspect("maturity", say("field.maturity"), readiness_of, readiness),
        Aspect("device", say("field.device"), partial(device_values, today), _device_names(edition)),
        Aspect("ai_act", say("field.ai_act_risk"), _risk, choices(edition, AiActRisk)),
        Aspect("market", say("field.markets"), lambda one: found_in(countries, one.markets), countries),
        Aspect("standard", say("field.standards"), _standards, choices(edition, StandardName)),
        Aspect(
            "certification",
            say("field.certifications"),
            partial(_certifications, edition),
            choices(edition, CertificationName),
        ),
        Aspect("digihta", say("field.digihta"), partial(_digihta, today), choices(edition, DigiHtaResult)),
        Aspect("price", say("field.price_models"), lambda one: one.price_models, choices(edition, PriceModel)),
        Aspect("meets", say("field.meetings"), _counterparts, choices(edition, Counterpart)),
    )
    return facets_of(listed, aspects)


def readiness_of(offering: Offering) -> Iterator[str]:
    """Yield the group of the offering's readiness level, and whether it is in live use."""
    maturity = offering.maturity
    if maturity is None:
        return
    if maturity.live_deployments:
        yield LIVE
    for group, (first, last) in READINESS.items():
        if maturity.trl is not None and first <= maturity.trl <= last:
            yield group


def device_values(today: datetime.date, offering: Offering) -> Iterator[str]:
    """Yield whether the offering is a medical device, as stated, and its classes: `device`, `mdr_class-IIa`.

    A class whose certificate has ended is not among them.
    """
    regulation = offering.regulation
    if regulation is None:
        return
    if regulation.device is not None:
        yield regulation.device
    if regulation.certificate and not holds(regulation.certificate.valid_until, today):
        return
    for field, value in regulation.classes:
        yield f"{field}-{value}"


def _risk(offering: Offering) -> Iterable[str]:
    regulation = offering.regulation
    return [regulation.ai_act_risk] if regulation and regulation.ai_act_risk else []


def found_in(countries: Iterable[str], markets: Collection[str]) -> Iterable[str]:
    """Return in which of *countries* one finds what is meant for *markets*: a union means its countries, none all."""
    if not markets:
        return countries
    return [one for one in countries if one in markets or (one in EU_MEMBERS and "EU" in markets)]


def _standards(offering: Offering) -> Iterable[str]:
    return [standard.name for standard in offering.standards]


def _certifications(edition: Edition, offering: Offering) -> Iterable[str]:
    return [one.name for one in certifications_of(edition, offering) if holds(one.valid_until, edition.today)]


def _digihta(today: datetime.date, offering: Offering) -> Iterable[str]:
    digihta = offering.digihta
    return [digihta.result] if digihta and holds(digihta.valid_until, today) else []


def _counterparts(offering: Offering) -> Iterable[str]:
    return offering.meetings.counterparts if offering.meetings else []


def _device_names(edition: Edition) -> Mapping[str, str]:
    say = edition.interface.say
    classes = {
        f"{field}-{value}": f"{say(f'field.{field}')}: {edition.interface.choice(value)}"
        for field, values in _CLASSES.items()
        for value in values
    }
    return {**choices(edition, DeviceStatus), **classes}


def _countries(edition: Edition, offerings: Iterable[Offering]) -> Mapping[str, str]:
    names = {code: edition.formats.country(code) for one in offerings for code in one.markets}
    return dict(sorted(names.items(), key=lambda pair: edition.formats.sort_key(pair[1])))

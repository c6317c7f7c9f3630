"""The offerings of the demonstration: every field of the model is filled somewhere, every choice chosen."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from ecosystem.editing.demonstration import ADDRESS, Fields, Made, Texts, Words, provenance, text
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.members.demonstration import Organisation, organisations
from ecosystem.kinds.offerings.clinical import IcdChapter, Modality, Specialty
from ecosystem.kinds.offerings.model import (
    CareSetting,
    Counterpart,
    Hosting,
    OfferingCategory,
    OfferingKind,
    PriceModel,
    UserGroup,
)
from ecosystem.kinds.offerings.quality import DigiHtaResult, StandardName
from ecosystem.kinds.offerings.regulation import (
    AiActRisk,
    AiActRole,
    DeviceStatus,
    IvdrClass,
    MddClass,
    MdrClass,
    ProductRegulation,
)
from ecosystem.kinds.organisations.parts import CertificationName
from ecosystem.kinds.pilots.model import UseCase

Choice = TypeVar("Choice", bound=StrEnum)


class Subject(NamedTuple):
    """What an offering is about; its words stand in `strings/demonstration/` under its key."""

    key: str
    kind: OfferingKind
    category: OfferingCategory
    use_cases: tuple[UseCase, ...]


_PRODUCT, _SERVICE, _EXPERTISE = OfferingKind.PRODUCT, OfferingKind.SERVICE, OfferingKind.EXPERTISE
_SUBJECTS: Final = (
    Subject("dictation", _PRODUCT, OfferingCategory.CLINICAL, (UseCase.DOCUMENTATION,)),
    Subject("registry", _SERVICE, OfferingCategory.DATA_ACCESS, (UseCase.RESEARCH_DATA,)),
    Subject("images", _PRODUCT, OfferingCategory.CLINICAL, (UseCase.DIAGNOSTICS, UseCase.RISK_PREDICTION)),
    Subject("regulation", _EXPERTISE, OfferingCategory.ECOSYSTEM_SERVICES, ()),
    Subject("home", _PRODUCT, OfferingCategory.SOCIAL_CARE, (UseCase.RISK_PREDICTION,)),
    Subject("letters", _SERVICE, OfferingCategory.ADMINISTRATION, (UseCase.CLIENT_GUIDANCE,)),
    Subject("guidance", _PRODUCT, OfferingCategory.CLINICAL, (UseCase.CLIENT_GUIDANCE,)),
    Subject("rehabilitation", _EXPERTISE, OfferingCategory.TESTING, ()),
    Subject("assessment", _PRODUCT, OfferingCategory.SOCIAL_CARE, (UseCase.NEEDS_ASSESSMENT,)),
    Subject("shifts", _PRODUCT, OfferingCategory.ADMINISTRATION, (UseCase.MANAGEMENT,)),
    Subject("testbed", _SERVICE, OfferingCategory.TESTING, ()),
    Subject("laboratory", _PRODUCT, OfferingCategory.CLINICAL, (UseCase.DIAGNOSTICS,)),
    Subject("training", _EXPERTISE, OfferingCategory.ECOSYSTEM_SERVICES, (UseCase.ASSISTANT,)),
    Subject("synthetic", _PRODUCT, OfferingCategory.DATA_ACCESS, (UseCase.RESEARCH_DATA,)),
)

#: What products for care may state in turn; those for the laboratory are of the law on in vitro diagnostics.
_CARE: Final[tuple[tuple[str, StrEnum], ...]] = (
    *(("mdr_class", one) for one in MdrClass),
    *(("mdd_class", one) for one in MddClass),
)
_LABORATORY: Final[tuple[tuple[str, StrEnum], ...]] = tuple(("ivdr_class", one) for one in IvdrClass)
_NO_CLASS: Final[tuple[tuple[str, StrEnum], ...]] = (
    ("device", DeviceStatus.NOT_DEVICE),
    ("device", DeviceStatus.UNDER_ASSESSMENT),
)
#: Of which statements a subject takes every third, and from which on, so that together they take all.
_STATED: Final = {
    "images": (_CARE, 0),
    "home": (_CARE, 1),
    "guidance": (_CARE, 2),
    "laboratory": (_LABORATORY, 0),
}
_MARKETS: Final = ("EU", "SE", "NO", "DE", "JP", "US", "GB", "EE", "NL", "KR")
_SPEAKS: Final = ("fi", "en", "sv", "de", "ja")
_PROFILES: Final = {StandardName.FHIR: "R4", StandardName.ICD: "10", StandardName.OMOP: "5.4"}


def demonstration_records(made: Made) -> list[Fields]:
    """Return the records of what all organisations offer."""
    return [fields for one in organisations(made) for fields in offerings_of(made.words, one, made.ids["regions"])]


def offerings_of(words: Words, one: Organisation, regions: Sequence[str]) -> Iterator[Fields]:
    """Yield the records of what *one* offers: mostly one offering, sometimes two or three."""
    number = one.number
    for turn in range(1 + (number % 4 == 0) + (number % 10 == 0)):
        yield _offering(words, one, turn, number + 5 * turn, regions)


def _offering(words: Words, one: Organisation, turn: int, place: int, regions: Sequence[str]) -> Fields:
    """Return an offering of *one*; *place* decides which of the possible values it has."""
    subject = _SUBJECTS[place % len(_SUBJECTS)]
    title = text(words, f"subject.{subject.key}.name")
    path = f"{one.id}-{subject.key}"
    fields: Fields = {
        "id": path,
        "name": {
            language: words[language].say("offering.name", name=one.short[language], subject=title[language])
            for language in LANGUAGES
        },
        "provider": {"member": one.id} if one.is_member else {"name": one.name},
        "kind": subject.kind.value,
        "category": subject.category.value,
    }
    if subject.use_cases:
        fields["use_cases"] = [case.value for case in subject.use_cases]
    fields |= {
        "summary": _summary(words, subject, place),
        "intended_use": text(words, f"subject.{subject.key}.use"),
        "users": _some(UserGroup, place, 2),
        "care_settings": _some(CareSetting, place, 3),
    }
    if subject.category is OfferingCategory.CLINICAL:
        fields |= {
            "specialties": _some(Specialty, 3 * place, 3),
            "icd_chapters": _some(IcdChapter, 2 * place, 2),
            "modalities": _some(Modality, place, 2),
        }
    fields["maturity"] = _maturity(subject, place)
    if subject.kind is _PRODUCT:
        fields["regulation"] = _regulation(subject, words, path, place)
        fields["standards"] = _standards(words, place)
        if place % 2:
            fields["digihta"] = _digihta(path, place)
    fields["certifications"] = [
        {"name": name, "url": f"{ADDRESS}/{one.id}/{name}", "valid_until": f"20{28 + place % 4}-12-31"}
        for name in _some(CertificationName, place, 2)
    ]
    if place % 3 == 0:
        fields["evidence"] = [
            {
                "title": text(words, "evidence.title", number=place + 1),
                "url": f"{ADDRESS}/{path}/study",
                "date": f"2026-{place % 12 + 1:02}",
            }
        ]
    if place % 4 < 2:
        fields["references"] = [_reference(words, place + more) for more in range(place % 2 + 1)]
    fields |= {
        "languages": list(_SPEAKS[: 2 + place % 4]),
        "markets": [_MARKETS[(place + step) % len(_MARKETS)] for step in range(1 + place % 3)],
        "hosting": _some(Hosting, place, 1 + place % 2),
    }
    fields["price_models"] = _some(PriceModel, place, 1 + place % 2)
    if place % 2 == 0:
        fields["meetings"] = _meetings(place)
    fields["contact"] = _contact(words, one)
    fields["region"] = regions[place % len(regions)]
    fields["url"] = f"{ADDRESS}/{path}"
    fields |= {"verified_on": f"2026-11-{place % 19 + 1:02}", "self_declared": "true" if place % 5 else "false"}
    return fields | provenance()


def _summary(words: Words, subject: Subject, place: int) -> Texts:
    what = text(words, f"subject.{subject.key}.summary")
    summaries: Texts = {
        language: words[language].say("offering.summary", summary=what[language]) for language in LANGUAGES
    }
    if place % 6 == 0:
        more = text(words, "offering.more")
        return {language: f"{summary}\n\n{more[language]}" for language, summary in summaries.items()}
    return summaries


def _maturity(subject: Subject, place: int) -> Fields:
    """Return how ready it is: a product that may be a device is near its market, and only what is ready is in use."""
    level = 7 + place % 3 if subject.kind is _PRODUCT else place % 9 + 1
    fields: Fields = {"trl": str(level)}
    if level == 9:
        fields["live_deployments"] = str(place * 7 % 40 + 1)
    return fields


def _regulation(subject: Subject, words: Words, path: str, place: int) -> Fields:
    statements, first = _STATED.get(subject.key, (_NO_CLASS, 0))
    field, value = statements[(place // len(_SUBJECTS) * 3 + first) % len(statements)]
    device = value if field == "device" else DeviceStatus.DEVICE
    is_certified = ProductRegulation.model_validate({field: value}).needs_outside_assessment
    fields: Fields = {
        "device": device.value,
        "ai_act_role": _one(AiActRole, place),
        "ai_act_risk": AiActRisk.HIGH.value if is_certified else _one(AiActRisk, place),
        "note": text(words, "regulation.note"),
    }
    if device is DeviceStatus.DEVICE:
        fields[field] = value.value
        fields["certificate"] = {"url": f"{ADDRESS}/{path}/certificate", "valid_until": f"20{27 + place % 5}-06-30"}
    return fields


def _standards(words: Words, place: int) -> Plain:
    names = tuple(StandardName)
    chosen = [names[(place + step) % len(names)] for step in (0, 3, 5)]
    versions = [_PROFILES.get(name) or words["en"].say("standard.profile") for name in chosen]
    return [
        {"name": name.value, "version": version} if name in _PROFILES or place % 3 else {"name": name.value}
        for name, version in zip(chosen, versions, strict=True)
    ]


def _digihta(path: str, place: int) -> Fields:
    fields: Fields = {
        "result": _one(DigiHtaResult, place // 2),
        "date": f"2026-{place % 12 + 1:02}",
        "url": f"{ADDRESS}/{path}/digihta",
    }
    return fields


def _reference(words: Words, place: int) -> Fields:
    return {
        "customer": {"name": text(words, "reference.customer", number=place + 1)},
        "country": _MARKETS[place % (len(_MARKETS) - 1) + 1],
        "summary": text(words, "reference.summary"),
        "consent": "true",
    }


def _meetings(place: int) -> Fields:
    fields: Fields = {"counterparts": _some(Counterpart, place // 2, 2)}
    if place % 4:
        fields["countries"] = [_MARKETS[(place + step) % len(_MARKETS)] for step in (1, 4)]
    return fields


def _contact(words: Words, one: Organisation) -> Fields:
    """Return how *one* is reached: a desk with a page, or a person with e-mail and a number that no network has."""
    if one.number % 2:
        return {"name": words["fi"].say("contact.name"), "url": f"{ADDRESS}/{one.id}/contact"}
    return {
        "name": words["fi"].say("contact.person", number=one.number + 1),
        "role": text(words, "contact.role"),
        "email": f"{one.id}@example.org",
        "phone": f"+358 00 000 0{one.number % 1000:03}",
    }


def _one(kind: type[Choice], place: int) -> str:
    values = tuple(kind)
    return values[place % len(values)].value


def _some(kind: type[Choice], place: int, number: int) -> list[str]:
    values = tuple(kind)
    return [values[(place + step) % len(values)].value for step in range(number)]

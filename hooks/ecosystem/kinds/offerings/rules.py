"""The rules for offerings: what an entry says may not contradict itself, for buyers abroad rely on it."""

import datetime
from collections.abc import Iterator
from typing import Final

from ecosystem.ground.problems import Problem, Severity
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.quality import StandardName, Verification
from ecosystem.kinds.offerings.regulation import AiActRisk, DeviceStatus
from ecosystem.kinds.offerings.validity import evidence_terms, verification
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Entry

#: From this readiness level on, a solution has been shown to work where it is used.
_READY_FOR_USE: Final = 7


def device_classes_fit(data: LoadedData) -> Iterator[Problem]:
    """Only a medical device has a class, and it has one."""
    for entry, offering in _offerings(data):
        regulation = offering.regulation
        if regulation is None:
            continue
        for field, value in regulation.classes:
            if regulation.device is not DeviceStatus.DEVICE:
                code = "class_without_device" if regulation.device is None else "class_of_no_device"
                details = {"field": field, "value": value.value, "device": str(regulation.device)}
                yield Problem(entry.place("regulation", field), code, details)
        for field, _ in regulation.classes[1:]:
            details = {"field": field, "first": regulation.classes[0][0]}
            yield Problem(entry.place("regulation", field), "classes_of_two_laws", details)


def certificates_have_a_class(data: LoadedData) -> Iterator[Problem]:
    """A device's certificate says of which class the device is."""
    for entry, offering in _offerings(data):
        regulation = offering.regulation
        if regulation and regulation.certificate and not regulation.classes:
            yield Problem(entry.place("regulation", "certificate"), "certificate_without_class")


def references_have_consent(data: LoadedData) -> Iterator[Problem]:
    """Nobody is named as a customer who has not agreed to it."""
    for entry, offering in _offerings(data):
        for index, reference in enumerate(offering.references):
            if not reference.consent:
                yield Problem(entry.place("references", index, "consent"), "reference_without_consent")


def standards_are_told_apart(data: LoadedData) -> Iterator[Problem]:
    """A standard is named once, and FHIR with its version: systems of two versions do not understand each other."""
    for entry, offering in _offerings(data):
        seen: set[tuple[StandardName, str | None]] = set()
        for index, standard in enumerate(offering.standards):
            key = (standard.name, standard.version)
            if key in seen:
                yield Problem(
                    entry.place("standards", index, "name"), "standard_named_twice", {"value": standard.name.value}
                )
            seen.add(key)
            if standard.name is StandardName.FHIR and standard.version is None:
                yield Problem(entry.place("standards", index, "name"), "fhir_version_missing")


def devices_are_certified(data: LoadedData) -> Iterator[Problem]:
    """A device of a class that a notified body certifies has its certificate."""
    for entry, offering in _offerings(data):
        regulation = offering.regulation
        if regulation and regulation.needs_notified_body and regulation.certificate is None:
            field, value = regulation.classes[0]
            details = {"field": field, "value": value.value}
            yield Problem(
                entry.place("regulation", field), "notified_body_certificate_missing", details, Severity.WARNING
            )


def risks_follow_from_classes(data: LoadedData) -> Iterator[Problem]:
    """A device that a notified body assesses is of high risk under the AI Act: its article 6, paragraph 1."""
    for entry, offering in _offerings(data):
        regulation = offering.regulation
        if regulation is None or not regulation.needs_outside_assessment:
            continue
        if regulation.ai_act_risk not in (None, AiActRisk.HIGH):
            field, value = regulation.classes[0]
            details = {"field": field, "value": value.value, "risk": str(regulation.ai_act_risk)}
            yield Problem(entry.place("regulation", "ai_act_risk"), "risk_below_class", details, Severity.WARNING)


def what_is_in_use_is_ready(data: LoadedData) -> Iterator[Problem]:
    """What is in daily use has been shown to work there."""
    for entry, offering in _offerings(data):
        maturity = offering.maturity
        if maturity and maturity.live_deployments and maturity.trl is not None and maturity.trl < _READY_FOR_USE:
            details = {"trl": str(maturity.trl), "count": str(maturity.live_deployments)}
            yield Problem(entry.place("maturity", "trl"), "in_use_before_ready", details, Severity.WARNING)


def evidence_is_in_force(data: LoadedData, today: datetime.date) -> Iterator[Problem]:
    """Certificates and assessments have not ended."""
    for entry, offering in _offerings(data):
        for term in evidence_terms(offering):
            if term.last_day < today:
                details = {"field": term.field, "date": str(term.last_day)}
                yield Problem(entry.place(*term.path), "evidence_ended", details, Severity.WARNING)


def entries_are_verified(data: LoadedData, today: datetime.date) -> Iterator[Problem]:
    """Entries have been held against their sources within a year."""
    for entry, offering in _offerings(data):
        state = verification(offering, today)
        if state is not Verification.CURRENT:
            details = {"date": str(offering.verified_on)}
            code = "verification_lapsed" if state is Verification.LAPSED else "verification_old"
            yield Problem(entry.place("verified_on"), code, details, Severity.WARNING)


def _offerings(data: LoadedData) -> Iterator[tuple[Entry, Offering]]:
    for entry in data["offerings"].entries:
        yield entry, entry.record

"""The rules for offerings: what an entry says may not contradict itself, for buyers abroad rely on it."""

from collections.abc import Iterator

from ecosystem.ground.problems import Problem
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.quality import StandardName
from ecosystem.kinds.offerings.regulation import DeviceStatus
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Entry


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


def _offerings(data: LoadedData) -> Iterator[tuple[Entry, Offering]]:
    for entry in data["offerings"].entries:
        yield entry, entry.record

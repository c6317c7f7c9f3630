"""The rules for organisations: what stands in two places may not contradict itself."""

import datetime
from collections.abc import Iterator

from ecosystem.ground.problems import Problem, Severity, quote
from ecosystem.kinds.organisations.model import Organisation
from ecosystem.kinds.parts import Actor
from ecosystem.records.load import LoadedData
from ecosystem.records.reading import Entry


def organisations_are_entered_once(data: LoadedData) -> Iterator[Problem]:
    """Two entries are not the same listed organisation."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in data["organisations"].entries:
        if (listed := entry.record.listed_as) is None:
            continue
        seen = first.setdefault(listed, entry)
        if seen is not entry:
            yield Problem(entry.place("id"), "organisation_twice", {"value": listed[1], "first": seen.record.id})


def names_agree(data: LoadedData) -> Iterator[Problem]:
    """An organisation that the site lists is called what it is called there."""
    for entry in data["organisations"].entries:
        if (listed := entry.record.listed_as) is None:
            continue
        collection, record_id = listed
        named = next((one.record.heading for one in data[collection].entries if one.record.id == record_id), None)
        if named is None:
            continue
        for language, wording in entry.record.name.wordings().items():
            there = named.wordings().get(language)
            if there is not None and there != wording:
                details = {"value": quote(wording), "there": quote(there), "file": data[collection].file}
                yield Problem(entry.place("name", language), "organisation_named_otherwise", details)


def certificates_agree(data: LoadedData) -> Iterator[Problem]:
    """An offering states no other certificate of a standard than the organisation that provides it."""
    records: list[Organisation] = [entry.record for entry in data["organisations"].entries]
    by_listing = {record.listed_as: record for record in records if record.listed_as}
    by_id = {record.id: record for record in records}
    for entry in data["offerings"].entries:
        provider: Actor = entry.record.provider
        listed = [("members", provider.member), ("networks", provider.network), ("regions", provider.region)]
        known = by_id.get(provider.organisation or "") or next(
            (by_listing[collection, name] for collection, name in listed if name and (collection, name) in by_listing),
            None,
        )
        if known is None:
            continue
        own = {one.name: one for one in known.certifications}
        for index, stated in enumerate(entry.record.certifications):
            if stated.name in own and stated != own[stated.name]:
                details = {"value": stated.name.value, "organisation": known.id}
                yield Problem(entry.place("certifications", index), "certificate_contradicts_organisation", details)


def certificates_are_in_force(data: LoadedData, today: datetime.date) -> Iterator[Problem]:
    """The certificates of organisations have not ended."""
    for entry in data["organisations"].entries:
        for index, one in enumerate(entry.record.certifications):
            if one.valid_until and one.valid_until < today:
                details = {"field": "certifications", "date": str(one.valid_until)}
                yield Problem(entry.place("certifications", index), "evidence_ended", details, Severity.WARNING)

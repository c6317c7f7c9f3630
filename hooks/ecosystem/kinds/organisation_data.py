"""Organisations for machines: members, networks, and those who organise care."""

from collections.abc import Iterable
from typing import Final

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.networks.model import Network, NetworkKind
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd, site_publisher, thing

_PROJECTS: Final = (NetworkKind.PROJECT, NetworkKind.PROGRAMME)


def organisation_type(record: Member | Region | Network | None) -> str:
    """Return the type of an organisation: projects and programmes have one of their own."""
    is_project = isinstance(record, Network) and record.kind in _PROJECTS
    return "Project" if is_project else "Organization"


def organisation_data(edition: Edition, record: Member | Region | Network, address: str) -> JsonLd:
    """Return an organisation that the site lists."""
    data = thing(organisation_type(record), address) | {"name": edition.title(record)}
    others = sorted(set(record.heading.wordings().values()) - {data["name"]})
    if names := [*others, *dict.fromkeys(_short_names(record))]:
        data["alternateName"] = names
    if record.in_short is not None:
        data["description"] = record.in_short.in_language(edition.language).text
    if record.url is not None:
        data["url"] = record.url
    if isinstance(record, Member):
        data["memberOf"] = site_publisher(edition)
    return data


def _short_names(record: Member | Region | Network) -> Iterable[str]:
    """Return what *record* is called for short, in any language."""
    if isinstance(record, Region):
        return filter(None, [record.nickname])
    return record.short_name.wordings().values() if record.short_name else ()

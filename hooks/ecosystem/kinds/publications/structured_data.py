"""Publications for machines."""

from typing import Final

from ecosystem.kinds.members.model import Member
from ecosystem.kinds.publications.model import Publication, PublicationKind
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd, thing

#: What schema.org calls them; the rest are works without a type of their own.
_TYPES: Final = {
    PublicationKind.ARTICLE: "ScholarlyArticle",
    PublicationKind.REPORT: "Report",
    PublicationKind.REVIEW: "Report",
    PublicationKind.STUDY: "Report",
}


def publication_data(edition: Edition, one: Publication, address: str) -> JsonLd:
    """Return a publication. One whose title is not known has none; nothing is said that the site does not know."""
    data = thing(_TYPES.get(one.kind, "CreativeWork"), address)
    if one.title_known:
        data["name"] = edition.title(one)
        others = {*one.title.wordings().values(), *one.other_names} - {data["name"]}
        if others:
            data["alternateName"] = sorted(others)
    data["description"] = one.summary.in_language(edition.language).text
    if one.languages:
        data["inLanguage"] = list(one.languages)
    if one.date:
        data["datePublished"] = str(one.date)
    if publisher := _publisher(edition, one):
        data["publisher"] = {"@type": "Organization", "name": publisher}
    if one.series:
        data["isPartOf"] = {"@type": "CreativeWork", "name": one.series.in_language(edition.language).text}
    if one.url:
        data["url"] = one.url
    return data


def _publisher(edition: Edition, one: Publication) -> str | None:
    if one.publisher_member:
        return edition.title(edition.ecosystem.of(Member)[one.publisher_member])
    return one.publisher.in_language(edition.language).text if one.publisher else None

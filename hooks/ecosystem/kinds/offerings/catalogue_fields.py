"""The details of an offering as all files of the catalogue show them: what each is called, means and says.

A detail says a tuple of `Item`s: none when it is not known. Paper, workbook, table and JSON all write these down.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.kinds.actors import actor_name
from ecosystem.kinds.offerings.assurance import assurance
from ecosystem.kinds.offerings.home_use import home_uses, said_of
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.providers import certifications_of, provider_path, provider_slug
from ecosystem.kinds.offerings.validity import holds, verification
from ecosystem.kinds.parts import Source
from ecosystem.kinds.publications.model import Publication
from ecosystem.kinds.regions.model import Region
from ecosystem.pages.edition import Edition
from ecosystem.records.texts import Text
from ecosystem.records.values import Day

_PARAGRAPH_BREAK: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Item:
    """A value in the reader's words, the language of the words, its code for machines and an address that it has.

    What holds only for a time has the last day, and whether that has passed.
    """

    text: str
    language: Language
    code: str | None = None
    url: str | None = None
    valid_until: datetime.date | None = None
    has_ended: bool = False


class Shape(StrEnum):
    """What the items of a detail are."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail of an offering. `key` is the same in every language and file; `label` and `explanation` name words.

    A choice is a detail whose items have codes that are the same in every language.
    """

    key: str
    label: str
    explanation: str
    read: Callable[[Edition, Offering], Iterable[Item]]
    shape: Shape = Shape.TEXT
    is_choice: bool = False


def _words(edition: Edition, text: Text | None, code: str | None = None) -> Iterator[Item]:
    if text is not None:
        phrase = text.in_language(edition.language)
        paragraphs = (" ".join(part.split()) for part in _PARAGRAPH_BREAK.split(phrase.text) if part.strip())
        yield Item("\n\n".join(paragraphs), phrase.language, code)


def _choices(edition: Edition, values: Iterable[StrEnum | None]) -> Iterator[Item]:
    for value in values:
        if value is not None:
            yield Item(edition.interface.choice(value), edition.language, value.value)


def _number(edition: Edition, value: int | None) -> Iterator[Item]:
    if value is not None:
        yield Item(edition.formats.number(value), edition.language, str(value))


def _date(edition: Edition, day: Day) -> Iterator[Item]:
    yield Item(edition.formats.date(day), edition.language, day.isoformat())


def _address(edition: Edition, url: str | None) -> Iterator[Item]:
    if url is not None:
        yield Item(url, edition.language, url=url)


def _name(edition: Edition, one: Offering) -> Iterator[Item]:
    return _words(edition, one.name)


def _provider(edition: Edition, one: Offering) -> Iterator[Item]:
    phrase = actor_name(edition, one.provider)
    page = edition.site_url + provider_path(edition, provider_slug(edition, one.provider))
    yield Item(phrase.text, phrase.language, url=page)


def _certificate(edition: Edition, one: Offering) -> Iterator[Item]:
    if one.regulation and (certificate := one.regulation.certificate):
        yield _until(edition, Item(certificate.url, edition.language, url=certificate.url), certificate.valid_until)


def _until(edition: Edition, item: Item, day: Day | None) -> Item:
    """Return *item* as one that holds until *day*: its words say so, and that it has ended where it has."""
    if day is None:
        return item
    has_ended = not holds(day, edition.today)
    until = edition.interface.say("offering.ended" if has_ended else "offering.valid_until")
    text = f"{item.text}, {until} {edition.formats.date(day)}"
    return replace(item, text=text, valid_until=day, has_ended=has_ended)


def _standards(edition: Edition, one: Offering) -> Iterator[Item]:
    for standard in one.standards:
        name = edition.interface.choice(standard.name)
        text = f"{name} {standard.version}" if standard.version else name
        yield Item(text, edition.language, standard.name.value)


def _certifications(edition: Edition, one: Offering) -> Iterator[Item]:
    for certification in certifications_of(edition, one):
        name = edition.interface.choice(certification.name)
        item = Item(name, edition.language, certification.name.value, certification.url)
        yield _until(edition, item, certification.valid_until)


def _digihta(edition: Edition, one: Offering) -> Iterator[Item]:
    if result := one.digihta:
        text = f"{edition.interface.choice(result.result)} ({edition.formats.partial_date(result.date)})"
        yield _until(edition, Item(text, edition.language, result.result.value, result.url), result.valid_until)


def _evidence(edition: Edition, one: Offering) -> Iterator[Item]:
    for proof in one.evidence:
        title = proof.title.in_language(edition.language)
        dated = f" ({edition.formats.partial_date(proof.date)})" if proof.date else ""
        yield Item(title.text + dated, title.language, url=proof.url)


def _references(edition: Edition, one: Offering) -> Iterator[Item]:
    for reference in one.references:
        customer = actor_name(edition, reference.customer)
        place = f" ({edition.formats.country(reference.country)})" if reference.country else ""
        how = reference.summary.in_language(edition.language) if reference.summary else None
        said = f": {' '.join(how.text.split())}" if how else ""
        language = how.language if how else customer.language
        yield Item(f"{customer.text}{place}{said}", language, reference.country)


def _countries(edition: Edition, codes: Iterable[str]) -> Iterator[Item]:
    for code in codes:
        yield Item(edition.formats.country(code), edition.language, code)


def _home_uses(edition: Edition, one: Offering) -> Iterator[Item]:
    for use in home_uses(edition, one):
        phrase = said_of(edition, use)
        yield Item(phrase.text, phrase.language, url=edition.address(use.collection, use.record.id))


def _languages(edition: Edition, one: Offering) -> Iterator[Item]:
    for code in one.languages:
        yield Item(edition.formats.language_name(code), edition.language, code)


def _contact(edition: Edition, one: Offering) -> Iterator[Item]:
    if one.contact is None:
        return
    contact = one.contact
    role = contact.role.in_language(edition.language) if contact.role else None
    if named := ", ".join(part for part in (contact.name, role.text if role else None) if part):
        yield Item(named, role.language if role else edition.language)
    if contact.email:
        yield Item(contact.email, edition.language, url=f"mailto:{contact.email}")
    if contact.phone:
        yield Item(contact.phone, edition.language, url=f"tel:{contact.phone.replace(' ', '')}")
    yield from _address(edition, contact.url)


def _region(edition: Edition, one: Offering) -> Iterator[Item]:
    if one.region:
        yield from _words(edition, edition.ecosystem.of(Region)[one.region].name, code=one.region)


def _declared(edition: Edition, one: Offering) -> Iterator[Item]:
    own = one.self_declared
    text = edition.interface.say("offering.self_declared" if own else "offering.from_sources")
    yield Item(text, edition.language, str(own).lower())


def _sources(edition: Edition, one: Offering) -> Iterator[Item]:
    for source in one.sources:
        yield from _source(edition, source)


def _source(edition: Edition, source: Source) -> Iterator[Item]:
    if source.document is None:
        yield from _address(edition, source.url)
        return
    title = edition.ecosystem.of(Publication)[source.document].heading.in_language(edition.language)
    text = f"{title.text}: {source.page}" if source.page else title.text
    yield Item(text, title.language, source.document, edition.address("publications", source.document))


def _detail_of_regulation(field: str) -> Detail:
    """Return the detail of the choice *field* of what is said of an offering's regulation."""

    def read(edition: Edition, one: Offering) -> Iterator[Item]:
        return _choices(edition, [getattr(one.regulation, field)] if one.regulation else [])

    return Detail(field, f"field.{field}", f"explain.{field}", read, is_choice=True)


def _detail_of_choices(field: str) -> Detail:
    """Return the detail of *field*, in which an offering may have several choices."""

    def read(edition: Edition, one: Offering) -> Iterator[Item]:
        return _choices(edition, getattr(one, field))

    return Detail(field, f"field.{field}", f"explain.{field}", read, is_choice=True)


#: All details, in the order in which they are read.
DETAILS: Final[tuple[Detail, ...]] = (
    Detail("name", "field.name", "explain.name", _name),
    Detail("provider", "field.provider", "explain.provider", _provider),
    Detail("kind", "field.kind", "explain.kind", lambda e, o: _choices(e, [o.kind]), is_choice=True),
    Detail("category", "field.category", "explain.category", lambda e, o: _choices(e, [o.category]), is_choice=True),
    Detail(
        "assurance",
        "field.assurance",
        "explain.assurance",
        lambda e, o: _choices(e, [assurance(o, e.today)]),
        is_choice=True,
    ),
    Detail("summary", "field.summary", "explain.summary", lambda e, o: _words(e, o.summary)),
    Detail("intended_use", "field.intended_use", "explain.intended_use", lambda e, o: _words(e, o.intended_use)),
    _detail_of_choices("use_cases"),
    _detail_of_choices("users"),
    _detail_of_choices("care_settings"),
    _detail_of_choices("specialties"),
    _detail_of_choices("icd_chapters"),
    _detail_of_choices("modalities"),
    Detail(
        "trl",
        "field.trl",
        "explain.trl",
        lambda e, o: _number(e, o.maturity.trl if o.maturity else None),
        Shape.NUMBER,
    ),
    Detail(
        "live_deployments",
        "field.live_deployments",
        "explain.live_deployments",
        lambda e, o: _number(e, o.maturity.live_deployments if o.maturity else None),
        Shape.NUMBER,
    ),
    _detail_of_regulation("device"),
    _detail_of_regulation("mdr_class"),
    _detail_of_regulation("ivdr_class"),
    _detail_of_regulation("mdd_class"),
    Detail("certificate", "field.certificate", "explain.certificate", _certificate),
    _detail_of_regulation("ai_act_role"),
    _detail_of_regulation("ai_act_risk"),
    Detail(
        "regulation_note",
        "field.regulation_note",
        "explain.regulation_note",
        lambda e, o: _words(e, o.regulation.note if o.regulation else None),
    ),
    Detail("standards", "field.standards", "explain.standards", _standards, is_choice=True),
    Detail("certifications", "field.certifications", "explain.certifications", _certifications, is_choice=True),
    Detail("digihta", "field.digihta", "explain.digihta", _digihta, is_choice=True),
    Detail("evidence", "field.evidence", "explain.evidence", _evidence),
    Detail("references", "field.references", "explain.references", _references),
    Detail("home_use", "field.home_use", "explain.home_use", _home_uses),
    Detail("languages", "field.languages", "explain.languages", _languages, is_choice=True),
    Detail("markets", "field.markets", "explain.markets", lambda e, o: _countries(e, o.markets), is_choice=True),
    _detail_of_choices("hosting"),
    _detail_of_choices("price_models"),
    Detail(
        "meetings",
        "field.meetings",
        "explain.meetings",
        lambda e, o: _choices(e, o.meetings.counterparts if o.meetings else ()),
        is_choice=True,
    ),
    Detail(
        "meeting_countries",
        "field.meeting_countries",
        "explain.meeting_countries",
        lambda e, o: _countries(e, o.meetings.countries if o.meetings else ()),
        is_choice=True,
    ),
    Detail("contact", "field.contact", "explain.contact", _contact),
    Detail("region", "field.region", "explain.region", _region, is_choice=True),
    Detail("url", "field.url", "explain.url", lambda e, o: _address(e, o.url), Shape.ADDRESS),
    Detail("verified_on", "field.verified_on", "explain.verified_on", lambda e, o: _date(e, o.verified_on), Shape.DATE),
    Detail(
        "verification",
        "field.verification",
        "explain.verification",
        lambda e, o: _choices(e, [verification(o, e.today)]),
        is_choice=True,
    ),
    Detail("declared", "field.declared", "explain.declared", _declared),
    Detail("sources", "sources.heading", "explain.sources", _sources),
    Detail("updated", "record.updated", "explain.updated", lambda e, o: _date(e, o.updated), Shape.DATE),
    Detail(
        "address",
        "field.address",
        "explain.address",
        lambda e, o: _address(e, e.address("offerings", o.id)),
        Shape.ADDRESS,
    ),
    Detail("id", "field.id", "explain.id", lambda e, o: [Item(o.id, e.language, o.id)]),
)

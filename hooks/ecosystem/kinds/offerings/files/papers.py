"""What the papers of the catalogue say: the values of `catalogue.typ` and `organisation.typ`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from ecosystem.kinds.offerings.catalogue import (
    Catalogue,
    Entry,
    Organisation,
    Version,
    catalogue_name,
    catalogue_subtitle,
    joining_address,
)
from ecosystem.kinds.offerings.catalogue_fields import DETAILS, Detail, Item
from ecosystem.kinds.offerings.files.matrix import groups, holders
from ecosystem.kinds.offerings.model import OfferingCategory
from ecosystem.pages.edition import Edition
from ecosystem.publishing.papers import Papers, paper_phrase
from ecosystem.records.texts import Phrase
from ecosystem.records.values import LONGEST_PROSE

Values: TypeAlias = dict[str, Any]

#: The details that stand above the others or nowhere in an entry on paper.
_ABOVE: Final = frozenset({"name", "provider", "kind", "category", "summary", "id", "updated"})
#: What stands on paper in the line of another detail.
_IN_LINE: Final[Mapping[str, tuple[str, ...]]] = {"verified_on": ("verification", "declared")}
_HELD_IN_LINE: Final = frozenset(key for keys in _IN_LINE.values() for key in keys)

#: The details by which an entry is looked up on paper, besides its organisation.
_INDEXED: Final = frozenset({"markets", "specialties", "standards"})

#: Stands in a cell of a table for what is not known.
_NOT_KNOWN: Final = "–"

#: What an organisation's page shows of an offering in short.
_IN_SHORT: Final = frozenset(
    [
        *("intended_use", "users", "trl", "live_deployments", "device", "mdr_class", "ivdr_class", "mdd_class"),
        *("standards", "certifications", "digihta", "markets", "meetings"),
    ]
)
#: What it leaves to the page of the offering, or says once for all offerings.
_ON_ITS_PAGE: Final = frozenset({"contact", "sources", "updated", "address"})

#: How much of its texts the page of an organisation shows, fullest first: at most so many letters of a text, so many
#: offerings, and all their details, the main ones as a list or in a line, or none. The first that fits is taken; the
#: last always does.
_FULLNESS: Final = (
    (LONGEST_PROSE, 200, "all"),
    (LONGEST_PROSE, 200, "list"),
    (LONGEST_PROSE, 200, "line"),
    (600, 200, "line"),
    (300, 12, "line"),
    (160, 12, "none"),
    (90, 6, "none"),
)
#: More letters than this never fit a page, so that much is not even tried: trying is what costs time.
_MOST_LETTERS: Final = 9000


def render_catalogue(edition: Edition, papers: Papers, whole: Catalogue) -> bytes:
    """Return the catalogue as an accessible PDF."""
    say = edition.interface.say
    values = {
        **_common(edition, whole.version),
        "title": say("catalogue.title"),
        "subtitle": catalogue_subtitle(edition),
        "subject": catalogue_name(edition),
        "keywords": say("story.keywords").split(", "),
        "running": f"{say('site.name')}: {say('catalogue.title')}",
        "counts": catalogue_counts(edition, whole),
        "licence": say("frame.licence"),
        "address": edition.site_url + edition.path("offering"),
        "join": joining_address(edition),
        "groups": [_group(edition, category, entries) for category, entries in whole.groups],
        "indexes": list(_indexes(edition, whole)),
        "explanations": [
            {"label": say(detail.label), "text": say(detail.explanation)} for detail in DETAILS if detail.key != "id"
        ],
        "words": {
            "about": say("catalogue.about"),
            "about_text": say("catalogue.about_text"),
            "category": say("field.category"),
            "contents": say("catalogue.contents"),
            "device": say("field.device"),
            "entries": say("catalogue.entries"),
            "entry": say("catalogue.entry"),
            "explanation": say("catalogue.explanation"),
            "explanations": say("catalogue.explanations"),
            "field": say("catalogue.field"),
            "index": say("catalogue.index"),
            "join": say("catalogue.join"),
            "join_text": say("catalogue.join_text"),
            "national": say("catalogue.national"),
            "page": say("catalogue.page"),
            "provider": say("field.provider"),
            "trl": say("catalogue.trl"),
        },
    }
    return papers.make("catalogue.typ", papers.with_marks(values, say("catalogue.letters")), "the catalogue")


def render_organisation(edition: Edition, papers: Papers, one: Organisation) -> bytes:
    """Return the page of an organisation as an accessible PDF of exactly one page."""
    say = edition.interface.say
    number = len(one.entries)
    contacts = {item.text: item for entry in one.entries for item in entry.details["contact"]}
    entries = [_in_short(edition, entry) for entry in one.entries]
    values = {
        **_common(edition, one.version),
        "name": paper_phrase(one.name),
        "kind": one.kind,
        "texts": [paper_phrase(text) for text in one.texts],
        "url": one.url,
        "contacts": [_item(item) for item in contacts.values()],
        "entries": entries,
        "address": edition.site_url + one.path,
        "fullness": [
            {
                "letters": letters,
                "offerings": most,
                "details": details,
                "more": _more(edition, number - most),
                "is_short": letters < LONGEST_PROSE or number > most,
            }
            for letters, most, details in _FULLNESS
            if _may_fit(entries, letters, most) or (letters, most, details) == _FULLNESS[-1]
        ],
        "words": {
            "contact": say("field.contact"),
            "offers": say("catalogue.offers"),
            "catalogue": catalogue_name(edition),
            "shortened": say("catalogue.shortened"),
            "url": say("field.url"),
        },
    }
    values = papers.with_marks(values, say("catalogue.letters"))
    return papers.make("organisation.typ", values, f"the page of {one.slug}")


def _may_fit(entries: Sequence[Values], letters: int, most: int) -> bool:
    """Tell whether the names and descriptions of the first *most* entries, cut after so many *letters*, can fit."""
    shown = [text for entry in entries[:most] for text in (entry["name"]["text"], entry["summary"]["text"])]
    return sum(min(len(text), letters) for text in shown) <= _MOST_LETTERS


def catalogue_counts(edition: Edition, whole: Catalogue) -> str:
    """Return the sentence that says how much the catalogue holds."""
    if not whole.entries:
        return edition.interface.say("catalogue.empty")
    offerings = edition.interface.count("catalogue.offerings", len(whole.entries))
    organisations = edition.interface.count("catalogue.organisations", len(whole.organisations))
    return edition.interface.say("catalogue.counts", offerings=offerings, organisations=organisations)


def version_line(edition: Edition, version: Version) -> str:
    """Return which state of the data a file shows: ``Data version 3f2a9c1d04, 20 November 2026``."""
    return f"{edition.interface.say('catalogue.version')} {version.name}, {edition.formats.date(version.date)}"


def _common(edition: Edition, version: Version) -> Values:
    return {
        "language": edition.language,
        "site": edition.interface.say("site.name"),
        "demo": edition.interface.say("demo.notice") if edition.demo else None,
        "updated": [version.date.year, version.date.month, version.date.day],
        "version": version_line(edition, version),
    }


def _more(edition: Edition, left_out: int) -> str | None:
    return edition.interface.count("catalogue.more", left_out) if left_out > 0 else None


def _group(edition: Edition, category: OfferingCategory, entries: Iterable[Entry]) -> Values:
    name = edition.interface.choice(category)
    listed = [_entry(edition, entry) for entry in entries]
    return {"name": name[0].upper() + name[1:], "label": f"category-{category}", "entries": listed}


def _indexes(edition: Edition, whole: Catalogue) -> Iterator[Values]:
    """Yield the lists by which an entry is found on paper: each with its words, and the ids of those that have them."""
    organisations = [
        {**paper_phrase(one.name), "entries": [entry.id for entry in one.entries]} for one in whole.organisations
    ]
    if organisations:
        yield {"name": edition.interface.say("field.provider"), "rows": organisations}
    for group in groups(edition, whole):
        if group.key in _INDEXED:
            rows = [
                {"text": words, "language": edition.language, "entries": [entry.id for entry in found]}
                for words, found in holders(whole, group)
            ]
            yield {"name": group.label, "rows": rows}


def _entry(edition: Edition, entry: Entry) -> Values:
    return {
        "id": entry.id,
        "name": _item(entry.details["name"][0]),
        "provider": _item(entry.details["provider"][0]),
        "kind": entry.text("kind"),
        "trl": entry.text("trl") or _NOT_KNOWN,
        "device": entry.text("device") or _NOT_KNOWN,
        "summary": _paragraphs(entry.details["summary"][0]),
        "facts": [_fact(edition, detail, entry) for detail in DETAILS if _is_fact(detail, entry)],
    }


def _in_short(edition: Edition, entry: Entry) -> Values:
    listed = [detail for detail in DETAILS if _is_fact(detail, entry) and detail.key not in _ON_ITS_PAGE]
    return {
        "name": _item(entry.details["name"][0]),
        "kind": f"{entry.text('kind')}, {entry.text('category')}",
        "summary": _item(entry.details["summary"][0]),
        "facts": [{**_fact(edition, detail, entry), "short": detail.key in _IN_SHORT} for detail in listed],
        "address": entry.text("address"),
    }


def _is_fact(detail: Detail, entry: Entry) -> bool:
    return detail.key not in _ABOVE | _HELD_IN_LINE and bool(entry.details[detail.key])


def _fact(edition: Edition, detail: Detail, entry: Entry) -> Values:
    return {
        "label": edition.interface.say(detail.label),
        "items": [_item(item) for key in (detail.key, *_IN_LINE.get(detail.key, ())) for item in entry.details[key]],
    }


def _item(item: Item) -> Mapping[str, str | None]:
    return {**paper_phrase(Phrase(item.text, item.language)), "url": item.url}


def _paragraphs(item: Item) -> list[dict[str, str]]:
    return [paper_phrase(Phrase(part, item.language)) for part in item.text.split("\n\n")]

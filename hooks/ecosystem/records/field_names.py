"""What a field is called elsewhere and in other languages: `startDate`, `location`, `kuvaus`; `title` for `name`."""

from collections.abc import Collection
from typing import Final

from ecosystem.ground.suggestion import nearest

#: Two field names of one mapping are a misspelling of each other from this likeness on.
LEAST_LIKENESS_OF_FIELDS: Final = 60

#: What others call a field, in small letters without joiners, and what it may be called here: the first that there is.
_SYNONYMS: Final = {
    "address": ("url", "place"),
    "adress": ("url", "place"),
    "aika": ("hours", "date"),
    "alkaa": ("hours.start", "start", "date"),
    "anmälan": ("registration",),
    "begin": ("hours.start", "start", "date"),
    "beskrivning": ("summary", "description"),
    "bild": ("image",),
    "body": ("body", "summary"),
    "börjar": ("hours.start", "start", "date"),
    "category": ("kind", "topics", "classes"),
    "city": ("place", "region"),
    "content": ("body", "description", "summary"),
    "county": ("region",),
    "date": ("date", "updated"),
    "datetime": ("date",),
    "day": ("date",),
    "description": ("summary", "description"),
    "end": ("end_date", "hours.end"),
    "enddate": ("end_date", "end"),
    "endtime": ("hours.end", "end"),
    "finish": ("end_date", "end"),
    "from": ("hours.start", "start"),
    "headline": ("title", "name"),
    "homepage": ("url",),
    "ilmoittautuminen": ("registration",),
    "image": ("image",),
    "kallor": ("sources",),
    "key": ("id",),
    "kieli": ("languages", "language"),
    "kuva": ("image",),
    "kuvaus": ("summary", "description"),
    "källa": ("sources",),
    "lahteet": ("sources",),
    "lang": ("languages", "language"),
    "language": ("languages", "language"),
    "lank": ("url",),
    "link": ("url",),
    "linkki": ("url",),
    "location": ("place", "region"),
    "lähde": ("sources",),
    "länk": ("url",),
    "modified": ("updated",),
    "name": ("title", "question", "term", "name"),
    "organization": ("organisers", "name"),
    "organizer": ("organisers", "organiser"),
    "osoite": ("url", "place"),
    "otsikko": ("title", "name"),
    "photo": ("image",),
    "picture": ("image",),
    "päättyy": ("hours.end", "end", "end_date"),
    "rubrik": ("title", "name"),
    "signup": ("registration",),
    "slug": ("id",),
    "slutar": ("hours.end", "end", "end_date"),
    "source": ("sources",),
    "språk": ("languages", "language"),
    "stage": ("status", "state"),
    "startdate": ("date", "start"),
    "starttime": ("hours.start", "start"),
    "state": ("status", "stage"),
    "status": ("state", "stage"),
    "subtitle": ("summary",),
    "summary": ("description",),
    "tags": ("topics", "use_cases"),
    "teksti": ("body", "summary"),
    "text": ("body", "summary"),
    "tid": ("hours", "date"),
    "tila": ("status", "state", "stage"),
    "time": ("hours",),
    "timezone": ("time_zone",),
    "title": ("name", "question", "term"),
    "to": ("hours.end", "end"),
    "typ": ("kind", "classes"),
    "type": ("kind", "classes"),
    "tyyppi": ("kind", "classes"),
    "venue": ("place",),
    "verkkosivu": ("url",),
    "web": ("url",),
    "webbplats": ("url",),
    "website": ("url",),
}


def field_meant(name: str, fields: Collection[str], groups: Collection[str] = ()) -> str | None:
    """Return the one of *fields* that *name* stands for, or that it misspells; None when it resembles none.

    It may also stand for a field of one of the *groups*: `hours.start`.
    """
    plain = name.casefold().replace("_", "").replace("-", "").replace(" ", "")
    for synonym in _SYNONYMS.get(plain, ()):
        group, dot, _ = synonym.partition(".")
        if group in (groups if dot else fields):
            return synonym
    return nearest(name, fields, LEAST_LIKENESS_OF_FIELDS)

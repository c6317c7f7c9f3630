"""The open data for search engines of data: a catalogue of data sets, each with its files."""

from collections.abc import Sequence

from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import CONTEXT, JsonLd, site_publisher
from ecosystem.publishing.open_data.collections import ISSUED, LICENCE, OpenCollection
from ecosystem.site.open_collections import all_collections


def data_catalogue(edition: Edition, address: str) -> Sequence[JsonLd]:
    """Return what the page of open data at *address* says."""
    return [_data_catalogue(edition, address)]


def _data_catalogue(edition: Edition, address: str) -> JsonLd:
    say = edition.interface.say
    return {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "@id": f"{address}#catalogue",
        "name": say("open_data.name"),
        "description": say("open_data.description"),
        "url": address,
        "license": LICENCE,
        "publisher": site_publisher(edition),
        "dataset": [_data_set(edition, address, one) for one in all_collections(edition)],
    }


def _data_set(edition: Edition, address: str, collection: OpenCollection) -> JsonLd:
    say = edition.interface.say
    about = say(f"open_data.about.{collection.name}") + " " + say("open_data.part_of")
    changed = {"dateModified": collection.updated.isoformat()} if collection.updated else {}
    return {
        "@type": "Dataset",
        "@id": f"{address}#{collection.name}",
        "name": f"{say(f'collection.{collection.name}')} – {say('site.name')}",
        "description": about,
        "url": address,
        "license": LICENCE,
        "creator": site_publisher(edition),
        "datePublished": ISSUED.isoformat(),
        **changed,
        "inLanguage": ["fi", "sv", "en"],
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.name,
                "encodingFormat": file.media_type,
                "contentUrl": edition.site_url + file.path,
            }
            for file in collection.files[:2]
        ],
    }

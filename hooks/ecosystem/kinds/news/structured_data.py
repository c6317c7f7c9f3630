"""News for machines."""

from ecosystem.kinds.news.model import NewsItem
from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd, site_publisher, thing


def news_data(edition: Edition, item: NewsItem, address: str) -> JsonLd:
    """Return a news item."""
    publisher = site_publisher(edition)
    picture = {"image": edition.site_url + edition.pictures[item.image.file].path} if item.image else {}
    return (
        thing("NewsArticle", address)
        | picture
        | {
            "headline": edition.title(item),
            "description": item.summary.in_language(edition.language).text,
            "datePublished": item.date.isoformat(),
            "dateModified": max(item.updated, item.date).isoformat(),
            "inLanguage": edition.language,
            "author": publisher,
            "publisher": publisher,
        }
    )

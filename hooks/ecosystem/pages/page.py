"""A page as a value: where it stands, what the sitemap says of it, and how its document is made when asked for."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ecosystem.ground.languages import Language


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `updated` is when what it shows last changed, and `alternates` are its paths in all languages that it has. One that
    is not `listed` stands neither in the sitemap nor in the search.
    """

    path: str
    language: Language
    updated: datetime.date
    alternates: Mapping[Language, str]
    document: Callable[[], str]
    listed: bool = True

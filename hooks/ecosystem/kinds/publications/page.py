"""What the pages of publications show."""

from collections.abc import Mapping
from typing import Any

from ecosystem.ground.uses import once
from ecosystem.kinds.publications.charts import figure_chart
from ecosystem.kinds.publications.model import Publication, PublicationKind, PublicationScope
from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, by_language, by_year, choices, facets_of
from ecosystem.pages.list_pages import BY_NAME, GROUPED, NEWEST, Heading, ListPage, list_pages


def publications(edition: Edition) -> Mapping[str, Any]:
    """Return the list of all publications."""
    return {"publications": publication_pages(edition)[0]}


@once
def publication_pages(edition: Edition) -> tuple[ListPage[Publication], ...]:
    """Return all pages of the list: by relation to the ecosystem, then by name."""
    say = edition.interface.say
    scopes = choices(edition, PublicationScope)
    order = list(PublicationScope)
    by_name = edition.by_name(edition.ecosystem.of(Publication).values())
    listed = sorted(by_name, key=lambda one: order.index(one.scope))
    aspects = (
        Aspect("scope", say("field.scope"), lambda one: [one.scope], scopes),
        Aspect("kind", say("field.kind"), lambda one: [one.kind], choices(edition, PublicationKind)),
        by_language(edition),
        by_year(edition, listed, lambda one: one.date.year if one.date else None),
    )
    return list_pages(
        edition,
        "publications",
        listed,
        facets_of(listed, aspects),
        day_of=lambda one: one.date,
        orders=(GROUPED, BY_NAME, NEWEST),
        heading_of=lambda one: Heading(one.scope.value, scopes[one.scope]),
    )


def more(edition: Edition, publication: Publication) -> Mapping[str, Any]:
    """Return the charts of the publication's figures."""
    return {"charts": [figure_chart(edition, publication, figure) for figure in publication.figures]}


def card_line(edition: Edition, one: Publication) -> str:
    """Return what kind of document *one* is, and when it came out."""
    when = edition.formats.partial_date(one.date) if one.date else None
    return " · ".join(filter(None, [edition.interface.choice(one.kind), when]))

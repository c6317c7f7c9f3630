"""What the pages of publications show."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.publications.charts import figure_chart
from ecosystem.kinds.publications.model import Publication, PublicationKind, PublicationScope
from ecosystem.pages.edition import Edition


def publications(edition: Edition) -> Mapping[str, Any]:
    """Return all publications by their relation to the ecosystem, then by name, and by kind."""
    listed = edition.by_name(edition.ecosystem.of(Publication).values())
    scopes = [(scope, [one for one in listed if one.scope is scope]) for scope in PublicationScope]
    kinds = {kind: [one for one in listed if one.kind is kind] for kind in PublicationKind}
    return {
        "scopes": [(scope, some) for scope, some in scopes if some],
        "kinds": {kind: some for kind, some in kinds.items() if some},
    }


def more(edition: Edition, publication: Publication) -> Mapping[str, Any]:
    """Return the charts of the publication's figures."""
    return {"charts": [figure_chart(edition, publication, figure) for figure in publication.figures]}

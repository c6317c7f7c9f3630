"""The small pages that other sites put into a frame. Search engines leave them out: they repeat what pages say."""

from collections.abc import Iterator
from functools import partial

from ecosystem.pages.embedding import embed_path
from ecosystem.pages.links import place, way_to_root
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.publishing.open_data.collections import LICENCE, LICENCE_NAME
from ecosystem.site.pages.embeds import WHOLE, embed_of, offering_parts


def embed_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield every page for frames."""
    edition = renderer.edition
    for name in (*WHOLE, *offering_parts(edition)):
        embed = embed_of(edition, name)
        path = embed_path(name, edition.language)
        yield Page(
            path, edition.language, embed.updated or edition.today, {}, partial(_document, renderer, name), listed=False
        )


def _document(renderer: Renderer, name: str) -> str:
    embed = embed_of(renderer.edition, name)
    template = renderer.environment.get_template(f"embed/{embed.template}.html")
    document = template.render(
        view=embed, assets=renderer.assets, licence=LICENCE, licence_name=LICENCE_NAME, **embed.values
    )
    return place(document, way_to_root(embed_path(name, renderer.language)))

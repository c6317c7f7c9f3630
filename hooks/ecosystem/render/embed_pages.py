"""The small pages that other sites put into a frame. Search engines leave them out: they repeat what pages say."""

from pathlib import Path

from ecosystem.addresses import embed_path, file_of
from ecosystem.render.links import place, way_to_root
from ecosystem.render.site import Site
from ecosystem.views.embeds import embeds
from ecosystem.views.open_data import LICENCE, LICENCE_NAME


def write_embed_pages(site: Site, folder: Path) -> None:
    """Write every page for frames in every language below *folder*."""
    for language, edition in site.editions.items():
        for name, embed in embeds(edition).items():
            path = embed_path(name, language)
            template = site.environments[language].get_template(f"embed/{name}.html")
            document = template.render(
                view=embed, assets=site.assets, licence=LICENCE, licence_name=LICENCE_NAME, **embed.values
            )
            file = folder / file_of(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(place(document, way_to_root(path)), encoding="utf-8")

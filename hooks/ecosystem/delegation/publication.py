"""The packs that stand on the site: those of meetings to come whose records say so."""

from collections.abc import Iterator, Mapping

from ecosystem.delegation.pack import pack_archive, render_pack
from ecosystem.languages import Language
from ecosystem.render.papers import Papers
from ecosystem.views.edition import Edition
from ecosystem.views.international_meetings import published_packs


def render_packs(editions: Mapping[Language, Edition], papers: Papers) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the published packs in all languages."""
    for edition in editions.values():
        for meeting in edition.ecosystem.meetings.values():
            if paths := published_packs(edition, meeting):
                files = render_pack(edition, papers, meeting)
                yield paths["pdf"], next(iter(files.values()))
                yield paths["zip"], pack_archive(meeting, files)

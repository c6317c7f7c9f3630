"""The packs that stand on the site: those of meetings to come whose records say so."""

from collections.abc import Iterator, Mapping

from ecosystem.ground.languages import Language
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.meetings.pack.pack import pack_archive, render_pack
from ecosystem.kinds.meetings.view import published_packs
from ecosystem.pages.edition import Edition
from ecosystem.publishing.papers import Papers


def render_packs(editions: Mapping[Language, Edition], papers: Papers) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the published packs in all languages."""
    for edition in editions.values():
        for meeting in edition.ecosystem.of(InternationalMeeting).values():
            if paths := published_packs(edition, meeting):
                files = render_pack(edition, papers, meeting)
                yield paths["pdf"], next(iter(files.values()))
                yield paths["zip"], pack_archive(meeting, files)

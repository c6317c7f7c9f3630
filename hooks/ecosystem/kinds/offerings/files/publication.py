"""The files of the catalogue in all languages, each under its address."""

from collections.abc import Iterator, Mapping

from ecosystem.ground.languages import Language
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.offerings.addresses import WORDS_PATH, catalogue_path, organisation_paper_path
from ecosystem.kinds.offerings.catalogue import catalogue, organisation_of_actor
from ecosystem.kinds.offerings.files.data import render_data
from ecosystem.kinds.offerings.files.papers import render_catalogue, render_organisation
from ecosystem.kinds.offerings.files.table import render_table
from ecosystem.kinds.offerings.files.words import render_words
from ecosystem.kinds.offerings.files.workbook import render_workbook
from ecosystem.pages.edition import Edition
from ecosystem.publishing.papers import Papers


def render_catalogues(editions: Mapping[Language, Edition], papers: Papers) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the catalogue and of the papers of its organisations, in all languages."""
    catalogues = {language: catalogue(edition) for language, edition in editions.items()}
    yield WORDS_PATH, render_words(catalogues.values())
    for language, whole in catalogues.items():
        edition = editions[language]
        yield catalogue_path(language, "pdf"), render_catalogue(edition, papers, whole)
        yield catalogue_path(language, "xlsx"), render_workbook(edition, whole)
        yield catalogue_path(language, "csv"), render_table(edition, whole)
        yield catalogue_path(language, "json"), render_data(edition, whole)
        for one in whole.organisations:
            yield organisation_paper_path(one.slug, language), render_organisation(edition, papers, one)


def papers_of_participants(edition: Edition, papers: Papers, meeting: InternationalMeeting) -> dict[str, bytes]:
    """Return a paper of each organisation that takes part in *meeting* and is more than a name, by file name."""
    known = (organisation_of_actor(edition, one.organisation) for one in meeting.participants)
    return {
        f"{one.slug}-{edition.language}.pdf": render_organisation(edition, papers, one)
        for one in sorted(filter(None, known), key=lambda one: one.slug)
    }

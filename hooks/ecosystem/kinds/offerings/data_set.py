"""The offering catalogue as a data set for other portals."""

from collections.abc import Mapping

from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from ecosystem.kinds.offerings.addresses import DOWNLOADS
from ecosystem.kinds.offerings.downloads import catalogue_downloads
from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data.data_sets import DataFile, DataSet, keywords_for


def catalogue_set(editions: Mapping[Language, Edition]) -> DataSet:
    """Return the data set of the offering catalogue: its files in every language."""
    listed = catalogue_downloads(editions[DEFAULT_LANGUAGE])
    titles = {language: editions[language].interface.say("open_data.catalogue") for language in LANGUAGES}
    return DataSet(
        name="offering-catalogue",
        titles=titles,
        descriptions={
            language: editions[language].interface.say("open_data.about.catalogue") for language in LANGUAGES
        },
        keywords=keywords_for(editions, titles),
        pages=editions[DEFAULT_LANGUAGE].content.addresses.alternates(DOWNLOADS),
        updated=max((one.date for one in listed), default=None),
        files=tuple(DataFile(one.path, one.suffix.upper(), one.language) for one in listed),
    )

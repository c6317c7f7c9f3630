"""The join page offers the form where it is known where the data is kept, and only there."""

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.settings import SettingsError, read_settings
from rendering import make_site, read_ecosystem, soup_of

FORM = "https://github.com/example/site/issues/new?template=join.yml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_offered_where_there_is_one(language: Language) -> None:
    site = make_site(read_ecosystem(), REPOSITORY_URL="https://github.com/example/site/")
    (link,) = soup_of(site, "join", language).find_all("a", href=FORM)
    section = link.find_parent("section")
    assert section is not None
    assert section.h2 is not None
    assert section.h2.get_text(strip=True)
    assert "GitHub" in section.get_text()


def test_without_a_repository_there_is_no_form() -> None:
    page = soup_of(make_site(read_ecosystem()), "join", "en")
    assert "github" not in str(page.find("main")).lower()
    assert page.find("h1") is not None


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="REPOSITORY_URL"):
        read_settings({"REPOSITORY_URL": "javascript:alert(1)"})

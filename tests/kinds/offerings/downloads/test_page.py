"""The page of downloads names every file with its size."""

import re

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.addresses import WORDS_PATH
from ecosystem.site.site import Site
from rendering import render

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_downloads_names_every_file_with_its_size(site: Site, language: Language) -> None:
    soup = BeautifulSoup(render(site, "downloads", language), "html.parser")
    rows = {str(row.a["href"]).lstrip("./"): row for row in soup.select("main tbody tr") if row.a is not None}
    own = [
        path
        for path in site.content.shelf.files
        if path != WORDS_PATH and ("/organisations/" not in path or path.endswith(f"-{language}.pdf"))
    ]
    assert sorted(rows) == sorted(own)
    for path, row in rows.items():
        size = site.editions[language].formats.size(len(site.content.shelf.files[path]))
        assert size in row.get_text(), path
        link = row.a
        assert link is not None and link["hreflang"] == re.split(r"[-.]", path)[-2] and link["type"]
        assert row.time is not None and row.time["datetime"]


def test_sizes_are_written_as_each_language_writes_them(full: Site) -> None:
    sizes = (1, 24_400, 999_499, 999_500, 2_940_000)
    assert [full.editions["en"].formats.size(size) for size in sizes] == [
        f"{number}\u00a0{unit}"
        for number, unit in (("1", "kB"), ("24", "kB"), ("999", "kB"), ("1", "MB"), ("2.9", "MB"))
    ]
    assert full.editions["fi"].formats.size(2_940_000) == "2,9\u00a0MB"

"""Each component has examples that render, on a page that only those who work on the site get."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.settings import ROOT, read_settings
from ecosystem.pages.page import Page
from ecosystem.site.pages.components import PATH, read_examples
from ecosystem.site.site import Site
from rendering import all_but_written, site_of
from workbench import FULL

EXAMPLES = read_examples(ROOT / "overrides")


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of(FULL.data)


def made(site: Site) -> Page:
    """Return the page as those who work on the site get it."""
    return all_but_written(replace(site, settings=replace(site.settings, components=True)))[PATH]


@pytest.fixture(scope="module")
def page(site: Site) -> BeautifulSoup:
    return BeautifulSoup(made(site).document(), "html5lib")


@pytest.mark.parametrize("component", EXAMPLES)
def test_a_component_has_examples_and_each_shows_something(component: str, page: BeautifulSoup) -> None:
    shown = page.select(f"#component-{component} .component__shown")
    assert len(shown) == len(EXAMPLES[component]) > 0, f"overrides/components/examples/{component}.yaml is missing"
    for example in shown:
        assert example.get_text(strip=True) or example.select("svg")


def test_every_file_of_examples_belongs_to_a_component() -> None:
    files = (ROOT / "overrides" / "components" / "examples").glob("*.yaml")
    assert {file.stem for file in files} <= set(EXAMPLES)


def test_the_page_is_neither_indexed_nor_in_the_sitemap(site: Site, page: BeautifulSoup) -> None:
    robots = page.select_one("meta[name=robots]")
    assert robots is not None and robots["content"] == "noindex"
    assert not page.select("link[rel=canonical]")
    assert not made(site).listed


def test_the_page_is_not_part_of_the_published_site(site: Site) -> None:
    assert PATH not in all_but_written(site)
    assert read_settings({"ECOSYSTEM_COMPONENTS": "1"}).components
    assert not read_settings({}).components

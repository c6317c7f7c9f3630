"""Browsers and search engines are told of the site's own search."""

import json
from xml.etree import ElementTree

import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.search.opensearch import opensearch_path, render_opensearch
from ecosystem.site.site import Site
from rendering import make_site, read_ecosystem, soup_of

SITE_URL = "https://www.sotetekoaly.fi/"
SEARCHES: dict[Language, str] = {"fi": "haku/?q=", "sv": "sv/sok/?q=", "en": "en/search/?q="}
NAMESPACE = {"o": "http://a9.com/-/spec/opensearch/1.1/"}

#: What the specification allows, in characters.
LONGEST = {"ShortName": 16, "LongName": 48, "Description": 1024}


@pytest.fixture(scope="module")
def site() -> Site:
    return make_site(read_ecosystem(), ECOSYSTEM_CARDS="0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_can_add_the_search_of_each_language(site: Site, language: Language) -> None:
    root = ElementTree.fromstring(render_opensearch(site.editions[language]))  # noqa: S314 - our own file
    assert root.tag == f"{{{NAMESPACE['o']}}}OpenSearchDescription"
    url = root.find("o:Url", NAMESPACE)
    assert url is not None
    assert url.attrib == {"type": "text/html", "template": f"{SITE_URL}{SEARCHES[language]}{{searchTerms}}"}
    for name, longest in LONGEST.items():
        text = root.findtext(f"o:{name}", namespaces=NAMESPACE)
        assert text and len(text) <= longest, name
    assert root.findtext("o:Language", namespaces=NAMESPACE) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_description(site: Site, language: Language) -> None:
    for page in ("index", "pilots"):
        (link,) = soup_of(site, page, language).select("link[rel=search]")
        assert str(link["href"]).endswith(opensearch_path(language))
        assert link["type"] == "application/opensearchdescription+xml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_tells_search_engines_of_the_search(site: Site, language: Language) -> None:
    scripts = soup_of(site, "index", language).find_all("script", type="application/ld+json")
    action = next(data for data in map(json.loads, (one.get_text() for one in scripts)) if data["@type"] == "WebSite")[
        "potentialAction"
    ]
    assert action["@type"] == "SearchAction"
    assert action["target"]["urlTemplate"] == f"{SITE_URL}{SEARCHES[language]}{{search_term_string}}"
    assert action["query-input"] == "required name=search_term_string"

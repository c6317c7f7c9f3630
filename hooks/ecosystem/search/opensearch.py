"""The OpenSearch description, by which a browser adds the site's search to its own."""

from typing import Final
from xml.etree import ElementTree

from ecosystem.ground.languages import Language
from ecosystem.pages.edition import Edition

_NAMESPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"

#: The page of the search.
SEARCH: Final = "search"

#: What a browser puts the query in the place of.
QUERY: Final = "{searchTerms}"


def opensearch_path(language: Language) -> str:
    """Return the path of the description of the search in *language*: `opensearch.sv.xml`."""
    return f"opensearch.{language}.xml"


def render_opensearch(edition: Edition) -> bytes:
    """Return the description of the search in the language of *edition*."""
    say = edition.interface.say
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.Element(f"{{{_NAMESPACE}}}OpenSearchDescription")

    def add(name: str, text: str = "", **attributes: str) -> None:
        element = ElementTree.SubElement(root, f"{{{_NAMESPACE}}}{name}", attributes)
        element.text = text or None

    add("ShortName", say("search.short_name"))
    add("LongName", say("site.name"))
    add("Description", say("search.description"))
    add("Image", f"{edition.site_url}assets/favicon.svg", type="image/svg+xml")
    add("Image", f"{edition.site_url}favicon.ico", type="image/x-icon", width="32", height="32")
    add("Url", type="text/html", template=f"{edition.site_url}{edition.path(SEARCH)}?q={QUERY}")
    add("Language", edition.language)
    add("InputEncoding", "UTF-8")
    ElementTree.indent(root, space="")
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"

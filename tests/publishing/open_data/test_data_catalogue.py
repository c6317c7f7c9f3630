"""The catalogue by which other portals harvest the data: complete by DCAT-AP 3, the same in both formats, and true."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from ecosystem.pages.site_operator import Operator
from ecosystem.publishing.open_data.data_catalogue import render_data_catalogue
from ecosystem.site.products import publication
from publishing.open_data.fields import PUBLISHED
from rendering import make_site, read_ecosystem, site_of
from subscriptions import FEED_TOPICS
from workbench import ROOT, SMALL

pytestmark = pytest.mark.slow

SITE = "https://www.sotetekoaly.fi/"
SHAPES = Graph().parse(Path(__file__).with_name("dcat-ap.shapes.ttl"))


def rendered(data: Path, operator: Operator | None = None) -> Mapping[str, bytes]:
    site = make_site(read_ecosystem(data), operator) if operator else site_of(data)
    return dict(render_data_catalogue(publication(site), len))


def graph(files: Mapping[str, bytes]) -> Graph:
    return Graph().parse(data=files["api/v1/dcat.ttl"], format="turtle")


@pytest.fixture(scope="module")
def built(built_site: Path) -> Graph:
    """Return the catalogue of the built site."""
    return Graph().parse(built_site / "api" / "v1" / "dcat.ttl")


def faults(catalogue: Graph) -> str:
    conforms, _, text = validate(catalogue, shacl_graph=SHAPES)
    return "" if conforms else str(text)


def test_the_catalogue_has_what_dcat_ap_asks_for(built: Graph) -> None:
    assert faults(built) == ""
    assert faults(graph(rendered(SMALL.data))) == ""


@pytest.mark.parametrize(
    ("kind", "predicate"),
    [
        (DCAT.Catalog, DCTERMS.title),
        (DCAT.Dataset, DCTERMS.description),
        (DCAT.Dataset, DCTERMS.publisher),
        (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, DCTERMS.license),
        (DCAT.DataService, DCAT.endpointURL),
    ],
)
def test_a_missing_property_is_found(kind: URIRef, predicate: URIRef) -> None:
    catalogue = graph(rendered(SMALL.data))
    thing = next(catalogue.subjects(RDF.type, kind))
    catalogue.remove((thing, predicate, None))
    assert str(predicate).split("#")[-1].split("/")[-1] in faults(catalogue)


def test_both_formats_say_the_same_and_everything_has_a_name(built_site: Path, built: Graph) -> None:
    linked = Graph().parse(built_site / "api" / "v1" / "dcat.jsonld", format="json-ld")
    assert isomorphic(built, linked)
    assert [node for triple in built for node in triple if isinstance(node, BNode)] == []


def test_every_file_is_there_and_as_large_as_it_says(built_site: Path, built: Graph) -> None:
    listed = list(built.subjects(RDF.type, DCAT.Distribution))
    assert len(listed) > 2 * len(PUBLISHED)
    for distribution in listed:
        file = built_site / path_of(built.value(distribution, DCAT.downloadURL))
        assert file.stat().st_size == int(str(built.value(distribution, DCAT.byteSize)))
        for schema in built.objects(distribution, DCTERMS.conformsTo):
            assert (built_site / path_of(schema)).is_file()
    for page in set(built.objects(None, DCAT.landingPage)):
        assert (built_site / path_of(page) / "index.html").is_file()
    for service in built.subjects(RDF.type, DCAT.DataService):
        for predicate in (DCAT.endpointURL, DCAT.endpointDescription):
            assert (built_site / path_of(built.value(service, predicate))).is_file()


def path_of(address: object) -> str:
    assert str(address).startswith(SITE)
    return urlsplit(str(address)).path.removeprefix("/")


def test_every_data_file_of_the_site_is_listed(built_site: Path, built: Graph) -> None:
    listed = {path_of(address) for address in built.objects(None, DCAT.downloadURL)}
    assert [file for file in data_files(built_site) if file not in listed] == []


def data_files(site: Path) -> Iterator[str]:
    """Yield the files that hold data of their own: collections, the offering catalogue, feeds of topics, calendars."""
    yield from (f"api/v1/{name}.{suffix}" for name in PUBLISHED for suffix in ("json", "csv"))
    feeds = (path for path in site.glob("feeds/??/*.*") if path.stem in ("all", *FEED_TOPICS))
    yield from (path.relative_to(site).as_posix() for path in feeds)
    downloads = (path.relative_to(site).as_posix() for path in site.glob("downloads/*.*"))
    # The words serve the search of the catalogue, and Finland's story is a paper to read.
    yield from (path for path in downloads if not re.search(r"-words[.]json$|/finland-ai-health-", path))
    yield from (path.relative_to(site).as_posix() for path in site.glob("calendar/??/events.ics"))


def test_a_named_operator_publishes_the_data() -> None:
    name = {"fi": "Esimerkkivirasto", "sv": "Exempelverket", "en": "Example Agency"}
    catalogue = graph(rendered(SMALL.data, Operator.model_validate({"name": name})))
    assert (None, None, Literal("Exempelverket", lang="sv")) in catalogue
    assert faults(catalogue) == ""


def test_the_bytes_do_not_depend_on_the_run() -> None:
    program = (
        "import sys; sys.path[:0] = ['hooks', 'tests']; "
        "from publishing.open_data.test_data_catalogue import SMALL, rendered; "
        "sys.stdout.buffer.write(b''.join(rendered(SMALL.data).values()))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONHASHSEED"}
    run = [sys.executable, "-c", program]
    other = subprocess.run(run, cwd=ROOT, env={**environment, "PYTHONHASHSEED": "7"}, capture_output=True, check=True)
    assert other.stdout == b"".join(rendered(SMALL.data).values())

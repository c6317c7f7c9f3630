"""The catalogue by which other portals find and fetch the open data: DCAT-AP 3, as Turtle and as JSON-LD.

Nothing in it is without a name of its own (no blank nodes): a portal that harvests it again finds the same things.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from rdflib import DCAT, DCTERMS, FOAF, RDF, SKOS, XSD, Graph, Literal, Node, URIRef
from rdflib.plugins.serializers.jsonld import from_rdf
from rdflib.plugins.serializers.turtle import TurtleSerializer

from ecosystem.ground.json_text import indented_json
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.edition import Edition
from ecosystem.publishing.open_data import vocabulary as eu
from ecosystem.publishing.open_data.collections import (
    DATA_CATALOGUE,
    INDEX,
    ISSUED,
    LICENCE,
    LICENCE_NAME,
    OPEN_DATA,
    OPENAPI,
    newest_of,
)
from ecosystem.publishing.open_data.data_sets import (
    DataFile,
    DataSet,
    MoreDataSets,
    collection_sets,
    keywords,
    subscription_sets,
)
from ecosystem.publishing.open_data.envelope import Publication

#: How a file's size is found, in bytes, from its path.
Sizes = Callable[[str], int]

_OPENAPI_STANDARD: Final = URIRef("https://spec.openapis.org/oas/v3.1.0")
_LICENCE: Final = URIRef(LICENCE)


def render_data_catalogue(publication: Publication, sizes: Sizes) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the catalogue in each format; *sizes* knows the files that it lists."""
    graph = _Catalogue(publication, sizes).graph
    turtle = io.BytesIO()
    _Turtle(graph).serialize(turtle, encoding="utf-8")
    yield DATA_CATALOGUE["turtle"], turtle.getvalue()
    context = {prefix: str(namespace) for prefix, namespace in eu.PREFIXES.items()}
    document = from_rdf(graph, context)  # type: ignore[no-untyped-call] # it takes a graph and gives plain values
    yield DATA_CATALOGUE["json_ld"], f"{indented_json(_in_order(document), 1)}\n".encode()


class _Turtle(TurtleSerializer):
    """Turtle, each name shortened once: rdflib takes an address apart at each mention, twice where nothing shortens it.

    That the answers can be kept rests on every namespace having its prefix from the beginning.
    """

    def __init__(self, store: Graph) -> None:
        super().__init__(store)
        self._short: dict[Node, str | None] = {}

    def get_pname(self, uri: Node, gen_prefix: bool = True) -> str | None:
        """Return *uri* with a prefix, or None where it has none."""
        if not isinstance(uri, URIRef):
            return None
        if uri not in self._short:
            self._short[uri] = super().get_pname(uri, gen_prefix)
        return self._short[uri]


def _in_order(value: Any) -> Any:
    """Return *value* with names and lists sorted: rdflib leaves them in an order that differs from run to run."""
    if isinstance(value, dict):
        return {name: _in_order(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_in_order, value), key=json.dumps)
    return value


class _Catalogue:
    """The graph as it grows: what is said of each thing, once."""

    def __init__(self, publication: Publication, sizes: Sizes) -> None:
        self.publication = publication
        self.sizes = sizes
        self.site_url = publication.site_url
        self.graph = Graph(bind_namespaces="none")
        for prefix, namespace in eu.PREFIXES.items():
            self.graph.bind(prefix, namespace)
        self.catalogue = self._own("catalogue")
        self.service = self._own("service")
        self.publisher = URIRef(f"{self.site_url}#ecosystem")
        self.contact = self._own("contact")
        self.rights = self._own("rights")
        editions = publication.editions
        self.pages = self._edition().content.addresses.alternates(OPEN_DATA)
        self._say_surroundings()
        of_interface = collection_sets(editions, publication.collections, self.pages)
        roles = self._edition().ecosystem.kinds.playing(MoreDataSets)
        more = [one for _, role in roles for one in role.sets(editions)]
        sets = (*of_interface, *more, *subscription_sets(editions))
        for one in sets:
            self._say_set(one)
        self._say_catalogue(sets)
        self._say_service(of_interface)
        self._say_codes()

    def _own(self, name: str) -> URIRef:
        return URIRef(f"{self.site_url}{DATA_CATALOGUE['turtle']}#{name}")

    def _add(self, thing: URIRef, kind: Node, said: Iterable[tuple[URIRef, Node | None]]) -> None:
        self.graph.add((thing, RDF.type, kind))
        for predicate, value in said:
            if value is not None:
                self.graph.add((thing, predicate, value))

    def _words(self, predicate: URIRef, key: str) -> list[tuple[URIRef, Node]]:
        text = self.publication.said(key)
        return [(predicate, Literal(getattr(text, language), lang=language)) for language in LANGUAGES]

    def _say_surroundings(self) -> None:
        operator = self._edition().content.operator
        name = operator.name.wordings() if operator.name else self.publication.said("site.name").wordings()
        names = [Literal(text, lang=language) for language, text in name.items()]
        self._add(
            self.publisher,
            FOAF.Agent,
            [
                *((FOAF.name, one) for one in names),
                (DCTERMS.type, eu.NATIONAL_AUTHORITY),
                (FOAF.homepage, URIRef(self.site_url)),
            ],
        )
        page = URIRef(self.site_url + self.pages["en"])
        email = operator.contact_email
        self._add(
            self.contact,
            eu.VCARD.Kind,
            [
                *((eu.VCARD.fn, one) for one in names),
                (eu.VCARD.hasURL, page),
                (eu.VCARD.hasEmail, URIRef(f"mailto:{email}") if email else None),
            ],
        )
        self._add(self.rights, DCTERMS.RightsStatement, self._words(DCTERMS.title, "frame.licence"))
        self._add(_LICENCE, DCTERMS.LicenseDocument, [(DCTERMS.title, Literal(LICENCE_NAME))])
        self._add(_OPENAPI_STANDARD, DCTERMS.Standard, [(DCTERMS.title, Literal("OpenAPI 3.1.0"))])
        self._say_document(self.site_url)
        for path in self.pages.values():
            self._say_document(self.site_url + path)

    def _say_codes(self) -> None:
        """Say what the codes are that have been used."""
        for scheme, key in eu.SCHEMES.items():
            self._add(scheme, SKOS.ConceptScheme, self._words(DCTERMS.title, key))
        for code, (kind, scheme) in eu.KINDS.items():
            if (None, None, code) in self.graph:
                name = self._words(SKOS.prefLabel, eu.NAMES[code]) if code in eu.NAMES else []
                self._add(code, kind, [(SKOS.inScheme, scheme), *name])
        for _, media_type in eu.FORMATS.values():
            if media_type is not None and (None, None, media_type) in self.graph:
                self._add(media_type, DCTERMS.MediaType, [])

    def _edition(self) -> Edition:
        return next(iter(self.publication.editions.values()))

    def _say_document(self, address: str) -> URIRef:
        document = URIRef(address)
        self._add(document, FOAF.Document, [])
        return document

    def _common(self) -> list[tuple[URIRef, Node]]:
        """Return what is said of the catalogue, of the interface and of each data set alike."""
        return [
            (DCTERMS.publisher, self.publisher),
            (DCAT.contactPoint, self.contact),
            *((DCAT.theme, theme) for theme in eu.THEMES),
        ]

    def _say_catalogue(self, sets: Iterable[DataSet]) -> None:
        newest = newest_of(self.publication.collections)
        said: list[tuple[URIRef, Node | None]] = [
            *self._words(DCTERMS.title, "open_data.name"),
            *self._words(DCTERMS.description, "open_data.description"),
            *self._common(),
            (DCTERMS.license, _LICENCE),
            *((DCTERMS.language, code) for code in eu.LANGUAGES.values()),
            (DCAT.themeTaxonomy, eu.DATA_THEMES),
            (DCTERMS.spatial, eu.FINLAND),
            (DCTERMS.issued, Literal(ISSUED)),
            (DCTERMS.modified, Literal(max(newest, ISSUED) if newest else ISSUED)),
            (FOAF.homepage, URIRef(self.site_url)),
            (DCAT.service, self.service),
            *((DCAT.dataset, self._own(one.name)) for one in sets),
        ]
        self._add(self.catalogue, DCAT.Catalog, said)

    def _say_service(self, served: Iterable[DataSet]) -> None:
        pages = self.pages.values()
        said: list[tuple[URIRef, Node | None]] = [
            *self._words(DCTERMS.title, "open_data.interface"),
            *self._words(DCTERMS.description, "open_data.description"),
            *self._common(),
            *self._tagged({language: keywords(self.publication.editions[language]) for language in LANGUAGES}),
            (DCTERMS.license, _LICENCE),
            (DCTERMS.accessRights, eu.PUBLIC),
            (DCTERMS.conformsTo, _OPENAPI_STANDARD),
            (DCTERMS.format, eu.FORMATS["JSON"][0]),
            (DCTERMS.format, eu.FORMATS["CSV"][0]),
            (DCAT.endpointURL, URIRef(self.site_url + INDEX)),
            (DCAT.endpointDescription, URIRef(self.site_url + OPENAPI)),
            *((DCAT.landingPage, URIRef(self.site_url + path)) for path in pages),
            *((DCAT.servesDataset, self._own(one.name)) for one in served),
        ]
        self._add(self.service, DCAT.DataService, said)

    @staticmethod
    def _tagged(words: Mapping[Language, Iterable[str]]) -> list[tuple[URIRef, Node]]:
        return [(DCAT.keyword, Literal(word, lang=language)) for language, some in words.items() for word in some]

    def _say_set(self, one: DataSet) -> None:
        languages = dict.fromkeys(file.language for file in one.files if file.language) or LANGUAGES
        said: list[tuple[URIRef, Node | None]] = [
            *((DCTERMS.title, Literal(text, lang=language)) for language, text in one.titles.items()),
            *((DCTERMS.description, Literal(text, lang=language)) for language, text in one.descriptions.items()),
            *self._tagged(one.keywords),
            *self._common(),
            (DCTERMS.identifier, Literal(self._own(one.name))),
            (DCTERMS.accessRights, eu.PUBLIC),
            (DCTERMS.accrualPeriodicity, eu.IRREGULAR),
            (DCTERMS.spatial, eu.FINLAND),
            (DCTERMS.issued, Literal(min(ISSUED, one.updated or ISSUED))),
            (DCTERMS.modified, Literal(one.updated) if one.updated else None),
            *((DCTERMS.language, eu.LANGUAGES[language]) for language in languages),
            *((DCAT.landingPage, self._say_document(self.site_url + path)) for path in one.pages.values()),
            *((DCAT.distribution, self._say_file(one, file)) for file in one.files),
        ]
        self._add(self._own(one.name), DCAT.Dataset, said)

    def _say_file(self, one: DataSet, file: DataFile) -> URIRef:
        distribution = self._own(f"file-{file.path}")
        address = URIRef(self.site_url + file.path)
        code, media_type = eu.FORMATS[file.format]
        languages = (file.language,) if file.language else LANGUAGES
        titles = {language: f"{one.titles[language]} ({file.format})" for language in languages}
        said: list[tuple[URIRef, Node | None]] = [
            *((DCTERMS.title, Literal(text, lang=language)) for language, text in titles.items()),
            (DCAT.accessURL, address),
            (DCAT.downloadURL, address),
            (DCTERMS.format, code),
            (DCAT.mediaType, media_type),
            (DCTERMS.license, _LICENCE),
            (DCTERMS.rights, self.rights),
            (DCAT.byteSize, Literal(self.sizes(file.path), datatype=XSD.nonNegativeInteger)),
            (DCTERMS.modified, Literal(one.updated) if one.updated else None),
            (eu.DCATAP.availability, eu.AVAILABLE),
            *((DCTERMS.language, eu.LANGUAGES[language]) for language in languages),
            (DCTERMS.conformsTo, self._say_schema(one, file.schema) if file.schema else None),
            (DCAT.accessService, self.service if file.served else None),
        ]
        self._add(distribution, DCAT.Distribution, said)
        return distribution

    def _say_schema(self, one: DataSet, path: str) -> URIRef:
        schema = URIRef(self.site_url + path)
        said: list[tuple[URIRef, Node]] = []
        for language in LANGUAGES:
            say = self.publication.editions[language].interface.say
            title = say("open_data.schema_of", title=one.titles[language])
            said.append((DCTERMS.title, Literal(title, lang=language)))
        self._add(schema, DCTERMS.Standard, said)
        return schema

"""What each thing that can change is like now, told from any other state of it.

The things are those of `ground.uses`: what a page or a file used when it was made. Each sort of thing has its function
here; a kind adds its own questions as a role (`pages.edition.Answers`).
"""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from jinja2 import Environment, TemplateNotFound

from ecosystem.ground.languages import DEFAULT_LANGUAGE, LANGUAGES, Language, as_language
from ecosystem.ground.uses import Use
from ecosystem.pages.contact import point_of_contact
from ecosystem.pages.edition import Answers, Edition, Query
from ecosystem.pages.written_pages import HandWrittenPage
from ecosystem.records.history.storing import pasts_text
from ecosystem.site.newsletter.listing import all_issues
from ecosystem.site.pages.components import all_examples
from ecosystem.site.pages.editors import read_guide
from ecosystem.site.site import Site

#: What is told of a thing that is not there.
ABSENT: Final = ""

#: A statement by which a template takes in another, with the name of this one when it is no expression. To look for
#: these costs a hundredth of reading the template as Jinja does.
_REFERENCE: Final = re.compile(r"""\{%[-+]?\s*(?:include|import|from|extends)\s+(?:(["'])(.+?)\1)?""")

#: How the names of templates end; what else stands beside them is drawn, typeset or served as it is.
_ENDINGS: Final = ("html", "txt")

#: Stands in a use for all of its sort.
_ALL: Final = "*"


@dataclass(frozen=True, slots=True)
class _Source:
    """The digest of a template, and which others it names: all, where it names one by an expression."""

    digest: str
    refers_to: Collection[str]


class Fingerprints:
    """The fingerprints of all things that the pages and files of *site* can use.

    Those files that are read while pages are made are read here before that: one that is saved in the meantime then
    counts as changed the next time, whichever state of it a page has seen.
    """

    def __init__(self, site: Site, written: Mapping[tuple[Language, str], HandWrittenPage]) -> None:
        self._site = site
        self._written = written
        environment = site.renderers[DEFAULT_LANGUAGE].environment
        self._templates = {name: _read_source(environment, name) for name in environment.list_templates(_ENDINGS)}
        self._guides = {language: read_guide(site.settings.guides, language) for language in LANGUAGES}
        self._examples = repr(all_examples(site.settings.templates)) if site.settings.components else ABSENT
        self._sorts: Mapping[str, Callable[..., str]] = {
            "asset": self._asset,
            "collection": self._collection,
            "contact": self._contact,
            "examples": self._told_examples,
            "field": self._field,
            "history": self._history,
            "ids": self._ids,
            "lines": self._lines,
            "newsletters": self._newsletters,
            "page": self._page,
            "picture": self._picture,
            "query": self._query,
            "record": self._record,
            "relations": self._relations,
            "report": self._report,
            "template": self._template,
            "terms": self._terms,
            "title": self._title,
            "today": self._today,
            "word": self._word,
        }

    def of(self, use: Use) -> str:
        """Return the fingerprint of *use*; `ABSENT` when there is no such thing."""
        sort, *name = use
        return self._sorts[sort](*name)

    def _asset(self, name: str) -> str:
        return self._site.assets.paths.get(name, ABSENT)

    def _record(self, collection: str, record_id: str) -> str:
        return self._site.ecosystem.collection(collection).digest(record_id).hex()

    def _collection(self, name: str) -> str:
        return self._site.ecosystem.collection(name).digest_of_all().hex()

    def _contact(self) -> str:
        return repr(point_of_contact(self._edition(DEFAULT_LANGUAGE)))

    def _history(self) -> str:
        return _digest(pasts_text(self._site.content.past).encode())

    def _ids(self, name: str) -> str:
        return self._site.ecosystem.collection(name).digest_of_ids().hex()

    def _relations(self, collection: str, record_id: str) -> str:
        return repr(self._site.content.relations.keys(collection, record_id))

    def _query(self, name: str, record_id: str) -> str:
        query = self._queries[name]
        kind = next(kind for kind, role in self._site.ecosystem.kinds.playing(Answers) if query in role.queries)
        if not self._site.ecosystem.collection(kind.name).digest(record_id):
            return ABSENT
        return query.tell(query.answer(self._site.content, record_id))

    @cached_property
    def _queries(self) -> Mapping[str, Query[Any]]:
        roles = (role for _, role in self._site.ecosystem.kinds.playing(Answers))
        return {query.name: query for role in roles for query in role.queries}

    def _word(self, language: str, key: str) -> str:
        return self._edition(language).interface.words.get(key, ABSENT)

    def _field(self, language: str, name: str) -> str:
        return self._site.content.names_of_fields(as_language(language)).get(name, ABSENT)

    def _title(self, language: str, page: str) -> str:
        titles = self._edition(language).titles
        return repr(list(titles)) if page == _ALL else titles.get(page, ABSENT)

    def _page(self, language: str, name: str) -> str:
        written = self._written.get((as_language(language), name))
        return ABSENT if written is None else _digest(repr(written).encode())

    def _picture(self, name: str) -> str:
        pictures = self._site.content.pictures
        if name == _ALL:
            return repr(list(pictures))
        return _digest(pictures[name].content) if name in pictures else ABSENT

    def _lines(self) -> str:
        return _digest(repr(self._site.lines).encode())

    def _newsletters(self) -> str:
        edition = self._edition(DEFAULT_LANGUAGE)
        return _digest("\n".join(issue.model_dump_json() for issue in all_issues(edition)).encode())

    def _terms(self, language: str) -> str:
        return self._site.renderers[as_language(language)].terms.content

    def _report(self, language: str) -> str:
        key = as_language(language)
        report = self._site.attention and self._site.attention(key)
        return repr(report) + self._guides.get(key, ABSENT)

    def _told_examples(self) -> str:
        return self._examples

    def _today(self) -> str:
        return self._site.content.day.isoformat()

    def _template(self, name: str) -> str:
        """Return what tells the template *name*, with all that it includes and imports, from any other state."""
        reached = {name: self._sources(name)}
        waiting = [name]
        while waiting:
            for other in reached[waiting.pop()].refers_to:
                if other not in reached:
                    reached[other] = self._sources(other)
                    waiting.append(other)
        return _digest(repr([(one, reached[one].digest) for one in sorted(reached)]).encode())

    def _sources(self, name: str) -> _Source:
        if name not in self._templates:
            environment = self._site.renderers[DEFAULT_LANGUAGE].environment
            self._templates[name] = _read_source(environment, name)
        return self._templates[name]

    def _edition(self, language: str) -> Edition:
        return self._site.renderers[as_language(language)].edition


def _read_source(environment: Environment, name: str) -> _Source:
    try:
        source = environment.loader.get_source(environment, name)[0] if environment.loader else ABSENT
    except TemplateNotFound:
        return _Source(ABSENT, ())
    named = [literal for _, literal in _REFERENCE.findall(source)]
    return _Source(_digest(source.encode()), named if all(named) else environment.list_templates())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

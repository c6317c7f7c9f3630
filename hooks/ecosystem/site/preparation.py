"""Everything that is read and checked before a page is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from ecosystem.editing.attention import Situation, report
from ecosystem.editing.changes.describe import Sections, read_editors_words
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.problems import Problem, in_reading_order
from ecosystem.ground.settings import Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.assets import Assets, read_assets
from ecosystem.pages.documents import Document, overdue_statements, read_documents
from ecosystem.pages.site_operator import Operator, read_operator
from ecosystem.pages.written_pages import HandWrittenPage
from ecosystem.records.check import check, load_and_check, warnings_of_time
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.history.past import History
from ecosystem.records.history.reading import read_history
from ecosystem.records.load import LoadedData, to_ecosystem
from ecosystem.search.answers import Answers, read_answers
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.markdown_pages import MarkdownPages
from ecosystem.site.newsletter.archive import read_archive
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.pages.editing import lines_of
from ecosystem.site.site import Site, Titles, make_site
from ecosystem.words.interface import read_interfaces
from ecosystem.words.messages import read_messages

#: The pages that people write, by language and name.
Documents = Mapping[tuple[Language, str], Document]
Written = Mapping[tuple[Language, str], HandWrittenPage]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was read, before a page is made, and what is wrong with it."""

    data: LoadedData
    documents: Documents
    operator: Operator
    newsletters: Sequence[Issue]
    answers: Answers
    history: History
    problems: list[Problem]


def read_everything(settings: Settings) -> Findings:
    """Read and check data, pages, newsletters, answers and operator."""
    data, problems = load_and_check(settings.data, KINDS)
    documents, findings = read_documents(settings.documents, ADDRESSES)
    operator = read_operator(settings.operator)
    newsletters, of_archive = read_archive(settings.data)
    answers, of_answers = read_answers(settings.data, ADDRESSES, data)
    history, of_history = past_of(settings)
    findings += [*of_archive, *of_answers, *of_history, *operator.problems, *operator.missing()]
    findings += overdue_statements(documents.values(), settings.today)
    findings += warnings_of_time(data, KINDS, settings.today)
    problems = in_reading_order([*problems, *findings])
    return Findings(data, documents, operator.operator, newsletters, answers, history, problems)


def prepare_site(settings: Settings, found: Findings, pages: MarkdownPages) -> tuple[Site, Written]:
    """Return the site of what was *found*, which has no errors, and its hand-written *pages*."""
    compiled = settings.cache / "jinja"
    compiled.mkdir(parents=True, exist_ok=True)
    site = make_site(
        ecosystem=to_ecosystem(found.data, KINDS),
        interfaces=read_interfaces(settings.strings),
        assets=read_assets(settings.templates / "assets"),
        settings=settings,
        titles=titles_of(found.documents),
        attention=cache(partial(_attention, settings, found)),
        lines=lines_of(found.data),
        operator=found.operator,
        cache=compiled,
        newsletters=found.newsletters,
        answers=found.answers,
        history=found.history,
    )
    return site, {key: _written(document, pages.html[key]) for key, document in found.documents.items()}


def _written(document: Document, html: str) -> HandWrittenPage:
    return HandWrittenPage(
        name=document.name,
        language=document.language,
        title=document.title,
        description=document.description,
        updated=document.updated,
        html=html,
    )


def past_of(settings: Settings) -> tuple[History, list[Problem]]:
    """Return what is remembered of the data, and what is wrong with that."""
    if not settings.has_history:
        return History(), []
    return read_history(settings.data, KINDS, settings.cache, settings.today)


def site_for_a_command(settings: Settings, ecosystem: Ecosystem, newsletters: Sequence[Issue] = ()) -> Site:
    """Return the site of *ecosystem* for a command that writes files of it without building it."""
    return make_site(
        ecosystem=ecosystem,
        interfaces=read_interfaces(settings.strings),
        assets=Assets({}, {}),
        settings=settings,
        titles=titles_of(read_documents(settings.documents, ADDRESSES)[0]),
        operator=read_operator(settings.operator).operator,
        newsletters=newsletters,
        history=past_of(settings)[0],
    )


def checked(settings: Settings) -> tuple[Ecosystem | None, list[Problem]]:
    """Return the data of *settings*, None if it has errors, and what is wrong with it."""
    return check(settings.data, KINDS)


def problems_of_answers(settings: Settings, data: LoadedData) -> list[Problem]:
    """Return what is wrong with what the search answers to questions."""
    return read_answers(settings.data, ADDRESSES, data)[1]


def situation(settings: Settings, data: LoadedData, problems: list[Problem], language: Language) -> Situation:
    """Return what the report for editors looks at."""
    return Situation(
        data=data,
        problems=problems,
        messages=read_messages(settings.strings, language),
        words=read_editors_words(settings.strings, language),
        today=settings.today,
        site_url=settings.site_url,
        addresses=ADDRESSES,
        kinds=KINDS,
    )


def titles_of(documents: Documents) -> Titles:
    """Return the titles of *documents* by language and page."""
    titles: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
    for (language, name), document in documents.items():
        titles[language][name] = document.title
    return titles


def _attention(settings: Settings, found: Findings, language: Language) -> Sections:
    return report(situation(settings, found.data, found.problems, language))

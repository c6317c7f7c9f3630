"""The page of ways to edit: for each record the form that changes it and its line in the data.

Pages of records lead to its rows, so that an editor who sees a slip is two links from where it is mended. It is there
where the repository is known; search engines leave it out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final, TypeAlias

from ecosystem.editing.forms.form import option_text
from ecosystem.editing.forms.request_form import RequestForm, Requests
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.uses import note
from ecosystem.pages.addresses import HOME
from ecosystem.pages.edit_links import EditLinks, row_of
from ecosystem.pages.edition import Edition
from ecosystem.pages.frame import Crumb, Frame, language_links
from ecosystem.pages.page import Page
from ecosystem.pages.renderer import Renderer
from ecosystem.records.load import SUFFIX, LoadedData
from ecosystem.records.texts import Text
from ecosystem.site.addresses import EDITING, EDITORS

#: The line on which each record begins, by collection and id.
Lines: TypeAlias = Mapping[tuple[str, str], int]
NO_LINES: Final[Lines] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EditRow:
    """A record: its anchor and name, the line of its file and the address of that, and the form that changes it."""

    anchor: str
    name: Text
    line: int
    source: str
    form: str | None


@dataclass(frozen=True, slots=True)
class EditSection:
    """The records of a kind, and the addresses of the forms that ask for a new one."""

    collection: str
    file: str
    forms: tuple[str, ...]
    rows: tuple[EditRow, ...]


def lines_of(data: LoadedData) -> Lines:
    """Return the line on which each record of *data* begins."""
    return {(name, entry.record.id): entry.place().line for name, loaded in data.items() for entry in loaded.entries}


def editing_page(renderer: Renderer, links: EditLinks, lines: Lines) -> Page:
    """Return the page with the ways to edit that *links* know, to the *lines* of the data."""
    document = partial(_document, renderer, links, lines)
    return Page(links.page, renderer.language, renderer.edition.today, EDITING, document, listed=False)


def _document(renderer: Renderer, links: EditLinks, lines: Lines) -> str:
    edition, language = renderer.edition, renderer.language
    say = edition.interface.say
    note("lines")
    frame = Frame(
        here=links.page,
        title=say("edit.title"),
        title_language=language,
        description=say("edit.description"),
        section=None,
        crumbs=(
            Crumb(say("page.home"), edition.path(HOME), language),
            Crumb(say("editors.title"), EDITORS[language], language),
            Crumb(say("edit.title"), links.page, language),
        ),
        alternates=EDITING,
        indexed=False,
        languages=language_links(EDITING),
    )
    return renderer.show("pages/editing.html", frame, sections=list(_sections(edition, links, lines)))


def _sections(edition: Edition, links: EditLinks, lines: Lines) -> Iterator[EditSection]:
    for name, kind in edition.ecosystem.kinds.items():
        file = f"{name}{SUFFIX}"
        role = kind.role(Requests)
        forms = role.forms if role else ()
        changed_by = dict(_changes(edition, links, forms))
        rows = [
            EditRow(
                anchor=row_of(name, record.id),
                name=record.heading,
                line=lines[name, record.id],
                source=links.of_line(file, lines[name, record.id]),
                form=changed_by.get(record.id),
            )
            for record in edition.by_name(edition.ecosystem.collection(name).values())
        ]
        new = [links.of_form(form.name) for form in forms if form.targets is None]
        yield EditSection(name, file, tuple(new), tuple(rows))


def _changes(edition: Edition, links: EditLinks, forms: Iterable[RequestForm]) -> Iterator[tuple[str, str]]:
    """Yield the id of each record that a form changes, and the address of the form, in which it is chosen."""
    for form in forms:
        for target in form.targets(edition.ecosystem) if form.targets else ():
            names = (target.heading.in_language(language).text for language in LANGUAGES)
            yield target.id, links.of_form(form.name, option_text(names, target.value))

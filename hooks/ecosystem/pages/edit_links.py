"""Where what a page shows can be changed, for the editor who looks at it: known where the repository is.

A hand-written page leads to its own file. A record leads to its row on a page of ways to edit: that one knows on which
line each record begins, which changes with every record before it, so no other page must.
"""

from dataclasses import dataclass
from urllib.parse import quote

from ecosystem.ground.languages import Language
from ecosystem.pages.links import link


def row_of(collection: str, record_id: str) -> str:
    """Return the anchor of a record on the page of ways to edit."""
    return f"{collection}-{record_id}"


@dataclass(frozen=True, slots=True)
class EditLinks:
    """The address of the *repository*, and the path of the page that lists the ways to edit, in one language."""

    repository: str
    page: str

    def of_document(self, language: Language, name: str) -> str:
        """Return where the hand-written page *name* is edited."""
        return f"{self.repository}/edit/main/docs/{language}/{name}.md"

    def of_record(self, collection: str, record_id: str) -> str:
        """Return where the ways to edit a record stand."""
        return link(f"{self.page}#{row_of(collection, record_id)}")

    def of_line(self, file: str, line: int) -> str:
        """Return where a line of a data file is shown, with the pencil that edits it."""
        return f"{self.repository}/blob/main/data/{file}?plain=1#L{line}"

    def of_form(self, form: str, record: str = "") -> str:
        """Return where the issue form *form* is filled in, for the *record* that stands among its choices."""
        chosen = f"&record={quote(record)}" if record else ""
        return f"{self.repository}/issues/new?template={form}.yml{chosen}"

"""From an approved application to a new entry of its collection.

The entry goes in as text at its sorted place. Then the file is read again: every other byte and every other
record must be as before, and the new record must say what the application says, else nothing is written.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecosystem.editing.forms.form import CONSENT, Form, question_id
from ecosystem.editing.forms.issue_form import FormField, read_answers
from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.editing.replacement import check_replacement, read_exactly
from ecosystem.editing.tables.record_table import changed_fields, columns_of
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Place, Problem, has_errors, quote
from ecosystem.records.kind import Kind, Kinds
from ecosystem.records.record import field_order
from ecosystem.records.values import LONGEST_ID

_LEGAL_FORM: Final = re.compile(r"[ ,]+(oyj?|ab|abp|ry|rf|sr|ltd)\.?$", re.IGNORECASE)
_LETTERS: Final = str.maketrans({"å": "a", "ä": "a", "æ": "ae", "ö": "o", "ø": "o", "ß": "ss"})


class InsertionError(EcosystemError):
    """The new text does not hold what it should; nothing was written."""


@dataclass(frozen=True, kw_only=True)
class Application:
    """What arrived: the Markdown of the form, called *file* in messages, and what goes with it.

    *updated* is the day (2025-03-07) and *source* the address for the entry; without one, the organisation's home
    page is its source. *record_id* is the id, where an editor has chosen one.
    """

    body: str
    file: str
    updated: str
    source: str | None = None
    record_id: str | None = None


def plan_entry(
    path: Path, kind: Kind, kinds: Kinds, form: list[FormField], application: Application
) -> tuple[str, str, list[Problem]]:
    """Return the new text of *path*, records of *kind*, the new id, and the problems; with an error, write nothing."""
    answers, problems = read_answers(application.body, form, application.file)
    here = Place(application.file)
    consent = next(field for field in form if field.id == CONSENT)
    if not problems and len(answers[CONSENT]) != len(consent.options):
        problems = [Problem(here, "form_consent_missing", {"label": consent.label})]
    if problems:
        return "", "", problems
    fields = _fields(kind, answers, application)
    record_id = str(fields["id"])
    old = read_exactly(path)
    collection = CollectionText(old, path.as_posix())
    if not record_id:
        return "", "", [Problem(here, "form_id_missing")]
    if any(record.id == record_id for record in collection.records):
        return "", "", [Problem(here, "form_id_taken", {"id": quote(record_id), "file": path.as_posix()})]
    new = collection.with_changes({}, [fields], field_order(kind.model))
    labels = {question.id: question.label for question in form}
    problems = [
        Problem(here, found.code, _asked(found.details, labels), found.severity)
        for found in check_replacement(path, new, kinds)
    ]
    if not has_errors(problems):
        _compare(old, new, fields, path)
    return new, record_id, problems


def _asked(details: Mapping[str, str], labels: Mapping[str, str]) -> Mapping[str, str]:
    """Return *details* with the question in place of the field: who reads them has the form before them."""
    field = details.get("field", "")
    asked = labels.get(question_id(field)) or labels.get(question_id(f"{field.partition('.')[0]}.fi"))
    return {**details, "field": asked} if asked else details


def _fields(kind: Kind, answers: Mapping[str, list[str]], application: Application) -> dict[str, Plain]:
    """Return the entry of *kind* that *answers* describe, as a data file holds it."""
    columns = columns_of(kind.model)
    asked = kind.role(Form)
    cells = {
        column.name: "; ".join(answers[question])
        for column in columns
        if (question := question_id(column.name)) in answers
    }
    if asked is not None:
        cells |= {**asked.given, **dict.fromkeys(asked.dated, application.updated)}
    heading = "name" if "name.fi" in cells else "title"
    for language in LANGUAGES:
        cells[f"{heading}.{language}"] = cells.get(f"{heading}.{language}") or cells[f"{heading}.fi"]
    cells["id"] = application.record_id or make_id(cells.get("short_name") or cells[f"{heading}.fi"])
    fields = {name: value for name, value in changed_fields(columns, {}, cells).items() if value is not None}
    source: Plain = [{"url": application.source or cells.get("url", "")}]
    return {"id": cells["id"]} | fields | {"updated": application.updated, "sources": source}


def make_id(name: str) -> str:
    """Return an id for an organisation called *name*: ``Esimerkki Oy`` gives ``esimerkki``; empty if it has none."""
    plain_letters = unicodedata.normalize("NFKD", _LEGAL_FORM.sub("", name).casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain_letters if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", letters)
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:LONGEST_ID]
        if len(longer) > LONGEST_ID:
            break
        made = longer
    return made


def _compare(old: str, new: str, fields: Mapping[str, Plain], path: Path) -> None:
    """Raise `InsertionError` unless *new* is *old* with one more record, which says *fields*."""
    before = {record.id: plain(record.node) for record in CollectionText(old, path.as_posix()).records}
    after = CollectionText(new, path.as_posix())
    added = [record for record in after.records if record.id not in before]
    rest = {record.id: plain(record.node) for record in after.records if record.id in before}
    if len(added) != 1 or rest != before or plain(added[0].node) != fields:
        raise InsertionError(f"the entry would not read back as it was written; {path} is as it was")
    at = sum(len(line) for line in after.lines[: added[0].start])
    without = new[:at] + new[at + len(new) - len(old) :]
    if before and without != old and not new.startswith(old):
        raise InsertionError(f"the entry would change other lines; {path} is as it was")

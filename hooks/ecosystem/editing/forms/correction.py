"""The form by which anybody corrects a text of the site: the page, what stands there, and what should."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final, cast

from ecosystem.editing.forms.form import CONSENT
from ecosystem.editing.forms.issue_form import read_answers
from ecosystem.editing.forms.request_form import ANSWER_LANGUAGE, RequestForm
from ecosystem.editing.forms.requests import Plan, Request, hold_the_others
from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.editing.replacement import check_replacement, read_exactly
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Place, Problem, has_errors, quote
from ecosystem.records.kind import Kind, Kinds
from ecosystem.records.load import SUFFIX
from ecosystem.records.record import field_order

CORRECTION: Final = RequestForm(
    name="correction", fields=("page", "wrong", "right"), required=("page", "wrong", "right"), needs_source=False
)

#: Fields in which no visitor corrects a word: they name the record and date it.
_NOT_CORRECTED: Final = frozenset({"id", "updated", "sources", "formerly", "review_by"})


def plan_correction(data: Path, kinds: Kinds, request: Request) -> Plan:
    """Return what the correction would make of the record whose page it names, if the text stands there once."""
    given, problems = read_answers(request.body, request.questions, request.file)
    language = next((one for one in LANGUAGES if given.get(ANSWER_LANGUAGE) == [one]), None)
    here = Place(request.file)
    nothing = Plan(path=data, language=language, problems=problems)
    consent = next(question for question in request.questions if question.id == CONSENT)
    if problems:
        return nothing
    if len(given[CONSENT]) != len(consent.options):
        return Plan(path=data, problems=[Problem(here, "form_consent_missing", {"label": consent.label})])
    page, (wrong,), (right,) = given["page"][0], given["wrong"], given["right"]
    for kind, record_id in _named(page, kinds):
        path = data / f"{kind.name}{SUFFIX}"
        if not path.is_file():
            continue
        collection = CollectionText(read_exactly(path), path.as_posix())
        record = next((one for one in collection.records if one.id == record_id), None)
        if record is None:
            continue
        was = cast("Mapping[str, Plain]", plain(record.node))
        places = [field for field, value in was.items() if field not in _NOT_CORRECTED and _count(value, wrong)]
        if len(places) != 1 or _count(was[places[0]], wrong) != 1:
            break
        changes = {places[0]: _corrected(was[places[0]], wrong, right), "updated": request.today}
        text = collection.with_changes({record_id: changes}, [], field_order(kind.model))
        found = check_replacement(path, text, kinds)
        if not has_errors(found):
            hold_the_others(collection, text, record_id)
        return Plan(path=path, text=text, id=record_id, language=language, problems=found)
    found = [Problem(here, "correction_by_hand", {"page": quote(page), "value": quote(wrong)})]
    return Plan(path=data, language=language, problems=found)


def _named(page: str, kinds: Kinds) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds whose section the address *page* is in, with the id that it names there."""
    steps = [step for step in page.partition("#")[0].partition("?")[0].split("/") if step]
    for section, record_id in pairwise(steps):
        for kind in kinds.values():
            if section in kind.addresses.values():
                yield kind, record_id


def _count(value: Plain, text: str) -> int:
    """Return how often *text* stands in *value*."""
    if isinstance(value, str):
        return value.count(text)
    return sum(_count(inner, text) for inner in (value.values() if isinstance(value, Mapping) else value))


def _corrected(value: Plain, wrong: str, right: str) -> Plain:
    if isinstance(value, str):
        return value.replace(wrong, right)
    if isinstance(value, Mapping):
        return {name: _corrected(inner, wrong, right) for name, inner in value.items()}
    return [_corrected(inner, wrong, right) for inner in value]

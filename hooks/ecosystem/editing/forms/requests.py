"""From an approved form to a change of the data: a new record, another value, one more item.

The answers become fields as a data file holds them; the whole folder is checked with them before anything is written.
"""

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast, get_origin

from pydantic import BaseModel

from ecosystem.editing.forms.form import CONSENT, FormWords, Outline, question_id
from ecosystem.editing.forms.issue_form import FormField, read_answers
from ecosystem.editing.forms.joining import InsertionError, make_id
from ecosystem.editing.forms.request_form import ANSWER_LANGUAGE, BETWEEN_IDS, RECORD, SOURCE, RequestForm
from ecosystem.editing.record_text import CollectionText, plain
from ecosystem.editing.replacement import check_replacement, read_exactly
from ecosystem.editing.yaml_text import Plain
from ecosystem.ground.languages import LANGUAGES, NATIVE_NAMES, Language
from ecosystem.ground.problems import Place, Problem, has_errors
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.kind import Kind, Kinds
from ecosystem.records.load import SUFFIX
from ecosystem.records.reading import model_at
from ecosystem.records.record import Record, field_order
from ecosystem.records.texts import Title
from ecosystem.records.written_dates import day_meant, time_meant

_INDEX: Final = re.compile(r"\[\d+\]")


@dataclass(frozen=True, kw_only=True)
class Request:
    """What arrived: the Markdown of the *form*, called *file* in messages, its day, and the address of its issue.

    *questions* are those of the form as it stands in the repository.
    """

    form: RequestForm
    questions: list[FormField]
    body: str
    file: str
    today: str
    address: str | None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a request would do: the file and its new text, the record's id, and what is wrong with it."""

    path: Path
    text: str = ""
    id: str = ""
    language: Language | None = None
    problems: Sequence[Problem] = ()

    @property
    def refused(self) -> bool:
        """Whether nothing may be written."""
        return has_errors(list(self.problems))


def outline_of(
    form: RequestForm, model: type[BaseModel] | None, words: Mapping[Language, FormWords], ecosystem: Ecosystem
) -> Outline:
    """Return what *form*, on records of *model*, consists of."""
    choices: dict[str, Mapping[str, Sequence[str]]] = {
        ANSWER_LANGUAGE: {language: [NATIVE_NAMES[language]] for language in LANGUAGES}
    }
    if form.targets is not None:
        targets = {target.value: target.heading for target in form.targets(ecosystem)}
        choices[RECORD] = {
            value: [heading.in_language(language).text for language in LANGUAGES] for value, heading in targets.items()
        }
    for question, values in form.choices.items():
        choices[question] = {
            value: [one.find(f"{form.name}.choice.{question}.{value}") or value for one in words.values()]
            for value in values
        }
    return Outline(
        prefix=form.name,
        label=form.name,
        model=form.part or model,
        questions=form.questions,
        required=(
            ANSWER_LANGUAGE,
            *((RECORD,) if form.targets else ()),
            *form.required,
            *((SOURCE,) if form.needs_source else ()),
        ),
        consents=form.consents,
        choices=choices,
    )


def plan_request(data: Path, kind: Kind, kinds: Kinds, request: Request) -> Plan:
    """Return what *request* would make of the records of *kind* in *data*."""
    path = data / f"{kind.name}{SUFFIX}"
    form = request.form
    given, problems = read_answers(request.body, request.questions, request.file)
    language = next((one for one in LANGUAGES if given.get(ANSWER_LANGUAGE) == [one]), None)
    here = Place(request.file)
    consent = next(question for question in request.questions if question.id == CONSENT)
    if not problems and len(given[CONSENT]) != len(consent.options):
        problems = [Problem(here, "form_consent_missing", {"label": consent.label})]
    if problems:
        return Plan(path=path, language=language, problems=problems)
    answers = answered(form, form.part or kind.model, given)
    if form.source_in is not None:
        answers[form.source_in] = answers[SOURCE]
    collection = CollectionText(read_exactly(path), path.as_posix())
    if form.targets is None:
        text, record_id = _with_new(collection, kind, answers, request)
    else:
        target = given[RECORD][0]
        record_id = target.partition(BETWEEN_IDS)[0]
        if all(record.id != record_id for record in collection.records):
            return Plan(path=path, language=language, problems=[Problem(here, "form_record_gone", {"id": record_id})])
        text = _with_change(collection, kind.model, target, answers, request)
    if not record_id:
        return Plan(path=path, language=language, problems=[Problem(here, "form_id_missing")])
    found = [replace(problem, place=here) for problem in check_replacement(path, text, kinds)]
    if not has_errors(found):
        hold_the_others(collection, text, record_id)
    return Plan(path=path, text=text, id=record_id, language=language, problems=found)


def hold_the_others(before: CollectionText, text: str, record_id: str) -> None:
    """Raise `InsertionError` unless all records of *before* but *record_id* read in *text* as they did."""
    after = CollectionText(text, "the new text")
    was = {one.id: plain(one.node) for one in before.records if one.id != record_id}
    if {one.id: plain(one.node) for one in after.records if one.id != record_id} != was:
        raise InsertionError("the change would touch other entries; nothing was written")


def answered(form: RequestForm, model: type[BaseModel], given: Mapping[str, list[str]]) -> dict[str, Plain]:
    """Return the answers *given* by field, each as a data file holds it; what was not answered is left out."""
    answers: dict[str, Plain] = {}
    for field in (*form.fields, SOURCE):
        values = given.get(question_id(field), [])
        if not values:
            continue
        *around, last = field.split(".")
        inner = model_at(model, tuple(around))
        info = inner.model_fields.get(last) if inner is not None else None
        if info is not None and get_origin(info.annotation) is tuple:
            answers[field] = [part.strip() for value in values for part in value.split(";")]
        else:
            answers[field] = _as_data_has_it(values[0], str(info.rebuild_annotation()) if info is not None else last)
    return answers


def _as_data_has_it(value: str, type_: str) -> str:
    """Return *value* in the form of its type, where people write it otherwise: days and times."""
    if "_day" in type_ or "PartialDate" in type_ or type_.endswith("date"):
        return day_meant(value) or value
    if "_time" in type_:
        return time_meant(value) or value
    return value


def put_in(record: dict[str, Plain], field: str, value: Plain) -> None:
    """Put *value* into *record* at *field*, a dotted path."""
    *around, last = field.split(".")
    for step in around:
        inner = record.get(step)
        record[step] = dict(inner) if isinstance(inner, Mapping) else {}
        record = cast("dict[str, Plain]", record[step])
    record[last] = value


def ordered(value: Plain, model: type[BaseModel] | None) -> Plain:
    """Return *value* with its fields in the order of *model*, at every level."""
    if isinstance(value, Mapping):
        order = field_order(model) if model is not None else list(value)
        names = sorted(value, key=lambda name: order.index(name) if name in order else len(order))
        return {name: ordered(value[name], model_at(model, (name,)) if model is not None else None) for name in names}
    return value if isinstance(value, str) else [ordered(item, model) for item in value]


def with_source(sources: Plain | None, address: str, today: str) -> Plain:
    """Return *sources* with *address* among them, read *today*."""
    known = [dict(source) for source in sources or () if isinstance(source, Mapping)]
    if not any(source.get("url") == address for source in known):
        known.append({"url": address, "read_on": today})
    return cast("Plain", known)


def _with_new(
    collection: CollectionText, kind: Kind, answers: Mapping[str, Plain], request: Request
) -> tuple[str, str]:
    """Return the text with a record of the *answers*, and its id; that is empty when none can be made."""
    record: dict[str, Plain] = {}
    for field, value in answers.items():
        if field != SOURCE:
            put_in(record, field, value)
    _fill_languages(record, kind.model)
    heading = next((record[name] for name in ("name", "title", "question") if name in record), {})
    name = str(heading.get("fi", "")) if isinstance(heading, Mapping) else ""
    new_id = _free_id(make_id(name), {one.id for one in collection.records}, str(record.get("date", "")))
    record |= {"id": new_id, "updated": request.today}
    record["sources"] = with_source(None, str(answers.get(SOURCE) or request.address or ""), request.today)
    whole = cast("Mapping[str, Plain]", ordered(record, kind.model))
    return (collection.with_changes({}, [whole], field_order(kind.model)) if new_id else ""), new_id


def _fill_languages(record: dict[str, Plain], model: type[Record]) -> None:
    """Give a name that is the same in all languages, and was typed once, to each of them."""
    for field, value in record.items():
        inner = model_at(model, (field,))
        if isinstance(value, Mapping) and inner is not None and issubclass(inner, Title) and "fi" in value:
            record[field] = {language: value.get(language, value["fi"]) for language in LANGUAGES}


def _free_id(made: str, taken: set[str], day: str) -> str:
    """Return *made*, or it with the year of *day* or a number behind it, as no other record is called."""
    if not made:
        return ""
    candidates = [made, *([f"{made}-{day[:4]}"] if day else []), *(f"{made}-{number}" for number in range(2, 100))]
    return next((candidate for candidate in candidates if candidate not in taken), "")


def _with_change(
    collection: CollectionText,
    model: type[Record],
    target: str,
    answers: Mapping[str, Plain],
    request: Request,
) -> str:
    """Return the text with the change that *answers* ask for in the *target*, a record or an item of one."""
    form = request.form
    record_id, _, item = target.partition(BETWEEN_IDS)
    record = next(record for record in collection.records if record.id == record_id)
    was = cast("Mapping[str, Plain]", plain(record.node))
    own = {field: value for field, value in answers.items() if field != SOURCE}
    if form.change is not None:
        fields = dict(form.change({**answers, "today": request.today}, was, item))
    else:
        now = copy.deepcopy(dict(was))
        for field, value in own.items():
            put_in(now, field, value)
        fields = {name: now[name] for name in dict.fromkeys(field.partition(".")[0] for field in own)}
    if form.part is None:
        address = str(answers.get(SOURCE) or request.address or "")
        fields["sources"] = with_source(was.get("sources"), address, request.today)
    fields["updated"] = request.today
    changed = {
        name: None if value is None else ordered(value, model_at(model, (name,)))
        for name, value in fields.items()
        if value != was.get(name)
    }
    return collection.with_changes({record.id: changed}, [], field_order(model))


def question_of(field: str, prefix: str, form: RequestForm, words: FormWords) -> str | None:
    """Return in the words of the form what was asked for *field*, a path as messages have it; None if nothing was."""
    path = _INDEX.sub("", field).removeprefix('"').split(".")
    for start in range(len(path)):
        name = ".".join(path[start:])
        for asked in (name, f"{name}.fi"):
            if asked in form.questions:
                return words.question(prefix, asked)
    return None

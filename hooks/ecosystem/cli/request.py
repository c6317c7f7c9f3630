"""`request`: turn an approved form into the change that it asks for."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.cli.join import application_form, read_application
from ecosystem.cli.wording import messages_in
from ecosystem.editing.changes.describe import as_text, describe, read_editors_words
from ecosystem.editing.forms.correction import CORRECTION, plan_correction
from ecosystem.editing.forms.form import FormWords
from ecosystem.editing.forms.issue_form import read_form
from ecosystem.editing.forms.request_form import RequestForm, Requests
from ecosystem.editing.forms.requests import Plan, Request, plan_request, question_of
from ecosystem.editing.replacement import replace_file
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES, NATIVE_NAMES, Language
from ecosystem.ground.problems import Problem, in_reading_order
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.history.find import find_changes
from ecosystem.records.history.versions import read_folder
from ecosystem.records.kind import Kind
from ecosystem.words.wording import read_words

NAME: Final = "request"
HELP: Final = "turn a form (the text of an issue, or the event that carries it) into the change that it asks for"

#: Each form of a kind by its name, with the kind.
FORMS: Final = {form.name: (kind, form) for kind, role in KINDS.playing(Requests) for form in role.forms}

#: What is missing in the data is an answer that was not given.
_MISSING: Final = ("field_missing", "field_missing_here", "language_missing", "languages_missing")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file, the form, and the languages of the answer."""
    parser.add_argument("file", type=Path, help="the issue's text as Markdown, or GitHub's event as JSON")
    names = sorted([*FORMS, CORRECTION.name])
    parser.add_argument("--form", choices=names, help="which form it is (default: the one whose label the issue has)")
    parser.add_argument(
        "--language",
        action="append",
        choices=LANGUAGES,
        help="a language of the answer when the form asks for none (default: the locale's)",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the change and say it in words, or say what is wrong and write nothing."""
    body, address = read_application(options.file)
    name = options.form or application_form(options.file, [*FORMS, CORRECTION.name])
    if name is None:
        raise EcosystemError("the issue has the label of no form: give --form")
    kind, form = FORMS.get(name, (None, CORRECTION))
    request = Request(
        form=form,
        questions=read_form(ROOT / form.path),
        body=body,
        file=str(options.file),
        today=settings.today.isoformat(),
        address=address,
    )
    before = read_folder(settings.data, KINDS)
    if kind is None:
        plan = plan_correction(settings.data, KINDS, request)
    else:
        plan = plan_request(settings.data, kind, KINDS, request)
    if not plan.refused:
        replace_file(plan.path, plan.text)
    languages = [plan.language] if plan.language else dict.fromkeys(options.language or [settings.language])
    for language in languages:
        words = read_editors_words(settings.strings, language)
        said = [NATIVE_NAMES[language], *_findings(plan, form, kind, language, settings)]
        if not plan.refused:
            changes = describe(list(find_changes(before, read_folder(settings.data, KINDS), KINDS)), words)
            said.append(as_text(words.say("diff.title"), changes, words.say("diff.nothing")))
        sys.stdout.write("\n".join([*said, ""]) + "\n")
    return int(plan.refused)


def _findings(plan: Plan, form: RequestForm, kind: Kind | None, language: Language, settings: Settings) -> list[str]:
    """Return what is wrong, in the form's own words instead of names of fields; and how to try again."""
    messages = messages_in(language, settings)
    own = read_words(settings.strings / "forms" / f"{language}.yaml")
    words = FormWords(own, read_editors_words(settings.strings, language))

    def asked(problem: Problem) -> Problem:
        field = problem.details.get("field", "")
        question = question_of(field, form.name, form, words) if kind is not None and field else None
        code = "form_answer_missing" if problem.code in _MISSING and question else problem.code
        details = {**problem.details, "field": question or field} | ({"label": question} if question else {})
        return Problem(problem.place, code, details, problem.severity)

    found = [f"- {messages.text(asked(problem))}" for problem in in_reading_order(list(plan.problems))]
    return [*dict.fromkeys(found), *([messages.words["request_again"]] if plan.refused else [])]

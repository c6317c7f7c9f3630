"""`forms`: write the issue forms by which anybody can ask for a record."""

import argparse
import sys
from typing import Final

from ecosystem.editing.changes.describe import read_editors_words
from ecosystem.editing.forms.correction import CORRECTION
from ecosystem.editing.forms.form import Form, FormWords, form_text, outline_text
from ecosystem.editing.forms.request_form import Requests
from ecosystem.editing.forms.requests import outline_of
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.words.wording import read_words

NAME: Final = "forms"
HELP: Final = "write the issue forms by which anybody can ask for an entry, in .github/ISSUE_TEMPLATE/"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to compare instead of writing."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a form is not up to date")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the forms that have changed, and name them; with `--check`, 1 if there are any."""
    ecosystem, _ = check(settings.data, KINDS)
    if ecosystem is None:
        raise EcosystemError("the data must be mended first: `check` says how")
    words = {
        language: FormWords(
            read_words(settings.strings / "forms" / f"{language}.yaml"), read_editors_words(settings.strings, language)
        )
        for language in LANGUAGES
    }
    texts = {ROOT / form.path: form_text(kind, form, words, ecosystem) for kind, form in KINDS.playing(Form)}
    requests = [(form, kind.model) for kind, role in KINDS.playing(Requests) for form in role.forms]
    for form, model in (*requests, (CORRECTION, None)):
        texts[ROOT / form.path] = outline_text(outline_of(form, model, words, ecosystem), words, ecosystem)
    stale = {
        path: text for path, text in texts.items() if not path.is_file() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if not options.check:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and options.check else 0

"""The words of the site: the same in all three languages, all used, none missing."""

import re
from enum import StrEnum
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import walk_packages

import pytest
from pydantic import BaseModel

import ecosystem.kinds
from ecosystem.ground.languages import LANGUAGES
from ecosystem.words.interface import choice_key, read_interfaces
from ecosystem.words.wording import placeholders, read_words
from workbench import ROOT

WORDS = {language: read_words(ROOT / "strings" / f"{language}.yaml") for language in LANGUAGES}

#: Words that are found by a key made of two parts: see `ecosystem.words.interface`.
BUILT = re.compile(r"(choice|collection|language|nav|period|rhythm)\.|calendar\.\w+\.description")


#: Choices whose values the site says in other words than their names.
NEVER_SHOWN = ("Interval", "Weekday", "Dating", "Computation")


def choices() -> list[StrEnum]:
    """Return the values of all choices of the modules of kinds that define models."""
    modules = [import_module(found.name) for found in walk_packages(ecosystem.kinds.__path__, "ecosystem.kinds.")]
    kinds = {
        kind
        for module in modules
        if any(
            issubclass(one, BaseModel) and one.__module__ == module.__name__ for _, one in getmembers(module, isclass)
        )
        for _, kind in getmembers(module, isclass)
        if issubclass(kind, StrEnum) and kind is not StrEnum and kind.__name__ not in NEVER_SHOWN
    }
    return [value for kind in sorted(kinds, key=lambda kind: kind.__name__) for value in kind]


def test_every_language_has_the_same_keys() -> None:
    for language in LANGUAGES:
        assert WORDS[language].keys() == WORDS["fi"].keys()


@pytest.mark.parametrize("key", WORDS["fi"])
def test_every_language_has_the_same_placeholders(key: str) -> None:
    assert {placeholders(WORDS[language][key]) for language in LANGUAGES} == {placeholders(WORDS["fi"][key])}


def test_keys_stand_in_alphabetical_order() -> None:
    for language in LANGUAGES:
        assert list(WORDS[language]) == sorted(WORDS[language])


def test_every_choice_of_the_model_has_a_name_in_every_language() -> None:
    missing = [choice_key(value) for value in choices() if choice_key(value) not in WORDS["fi"]]
    assert missing == []


def test_no_choice_is_named_that_the_model_does_not_have() -> None:
    known = {choice_key(value) for value in choices()}
    assert [key for key in WORDS["fi"] if key.startswith("choice.") and key not in known] == []


def test_every_word_is_used_and_every_used_word_exists() -> None:
    templates = [path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".html", ".txt")]
    sources = [*templates, *(ROOT / "hooks").rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    called = set(re.findall(r'(?:\bs|say)\("([a-z_.-]+)"(?! ~)', text))
    counted = set(re.findall(r'(?:\bn|count)\("([a-z_.-]+)"(?! ~)', text))
    counted_keys = {f"{key}.{form}" for key in counted for form in ("one", "other")}
    prefixes = tuple(re.findall(r'\bs\("([a-z_.-]+)" ~', text))
    others = [read_words(ROOT / "strings" / kind / "fi.yaml").keys() for kind in ("editing", "leads", "demonstration")]
    assert sorted((called | counted_keys) - WORDS["fi"].keys() - set().union(*others)) == []
    unused = [
        key
        for key in WORDS["fi"]
        if key not in called | counted_keys
        and f'"{key}"' not in text
        and not BUILT.match(key)
        and not key.startswith(prefixes)
    ]
    assert unused == []


def test_plural_forms_follow_the_language() -> None:
    interfaces = read_interfaces(ROOT / "strings")
    assert interfaces["fi"].count("members.listed", 1) == "Luettelossa on 1 jäsen."
    assert interfaces["fi"].count("members.listed", 5) == "Luettelossa on 5 jäsentä."
    assert interfaces["sv"].count("members.listed", 0) == "I förteckningen finns 0 medlemmar."
    assert interfaces["en"].count("members.listed", 1) == "The list has 1 member."


def test_templates_hold_no_prose() -> None:
    markup = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>|&\w+;", re.DOTALL)
    for path in (ROOT / "overrides").rglob("*.html"):
        left = markup.sub(" ", path.read_text(encoding="utf-8"))
        assert not re.search(r"[A-Za-zÅÄÖåäö]{3,}", left), f"{path}: {left.split()}"


def test_messages_are_words_of_files_not_of_code() -> None:
    codes = set(re.findall(r'Problem\([^,()]*(?:\([^()]*\))?[^,()]*, "(\w+)"', _code()))
    messages = read_words(ROOT / "strings" / "messages" / "en.yaml")
    of_commands = read_words(ROOT / "strings" / "commands" / "en.yaml")
    assert len(codes) > 20
    assert sorted(codes - messages.keys() - of_commands.keys()) == []


def _code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in Path(ROOT / "hooks").rglob("*.py"))

"""Misspelt words are noticed; accepted words, and names that stand in the data, are let through."""

import pytest

from ecosystem.editing.proofreading.accepted_words import AcceptedWords, accept, read_accepted_words
from ecosystem.editing.proofreading.unknown_words import unknown_words
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from prose import passage
from workbench import DataFolder

pytestmark = pytest.mark.slow  # the dictionaries take seconds to read

NOTHING = {name: frozenset[str]() for name in ("names", *LANGUAGES)}
NAMES = AcceptedWords(NOTHING, frozenset({"Kaijku"}))


def unknown(text: str, language: Language, accepted: AcceptedWords = NAMES) -> list[str]:
    return [word for _, word in unknown_words([passage(text, language)], accepted)]


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("fi", "saavuttettavuus"),
        ("fi", "kokeiluprojketti"),
        ("sv", "välfärsområde"),
        ("sv", "tillgänglihet"),
        ("en", "recieve"),
        ("en", "organization"),
        ("en", "color"),
    ],
)
def test_a_planted_mistake_is_noticed(language: Language, wrong: str) -> None:
    assert unknown(f"{wrong}.", language) == [wrong]


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("fi", "hyvinvointialueiden"),
        ("sv", "välfärdsområdenas"),
        ("en", "organisation's colours"),
        ("fi", "Kaijku, Kaijkun, Kaijkussa ja Kaijku-hanke"),
        ("sv", "Kaijku och Kaijkus produkter"),
        ("en", "Kaijku and Kaijku’s products"),
    ],
)
def test_a_right_word_is_let_through(language: Language, right: str) -> None:
    assert unknown(right, language) == []


def test_a_name_in_the_data_needs_no_list(data_folder: DataFolder) -> None:
    data_folder.replace("members.yaml", "fi: Esimerkki Oy", "fi: Wrzk Oy")
    accepted = read_accepted_words(data_folder.path, load_and_check(data_folder.path, KINDS)[0])
    assert unknown("Wrzk on yritys.", "fi", accepted) == []


def test_a_word_is_accepted_by_command_once_and_in_its_place(data_folder: DataFolder) -> None:
    accept(data_folder.path, [("fi", "wrzka"), ("fi", "avaimmo"), ("fi", "wrzka")])
    accept(data_folder.path, [("fi", "kjerta")])
    assert (data_folder.path / "words" / "fi.txt").read_text(encoding="utf-8") == "avaimmo\nkjerta\nwrzka\n"
    accepted = read_accepted_words(data_folder.path, {})
    assert unknown("wrzka kjerta avaimmo", "fi", accepted) == []
    assert unknown("wrzka", "sv", accepted) == ["wrzka"]


def test_what_the_command_accepts_the_check_no_longer_says(data_folder: DataFolder) -> None:
    data_folder.replace("pilots.yaml", "fi: Kokeiltiin kirjaamista.", "fi: Kokeiltiin wrzkaa ja Qxzimiä.")
    first = data_folder.run("words", "--language", "en").stdout
    assert [line.split("the word ")[1].split()[0] for line in first.splitlines() if "pilots.yaml" in line] == [
        '"wrzkaa"',
        '"Qxzimiä"',
    ]
    accepted = data_folder.run("words", "--accept", "wrzkaa", "Qxzimiä")
    assert (accepted.returncode, accepted.stdout) == (0, "fi: wrzkaa\nnames: Qxzimiä\n")
    assert "pilots.yaml" not in data_folder.run("check", "--spelling").stdout

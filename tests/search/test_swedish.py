"""What Swedish words are found by: base forms and parts of compounds."""

import pytest

from ecosystem.search.swedish import Swedish


@pytest.fixture(scope="module")
def swedish() -> Swedish:
    return Swedish()


@pytest.mark.parametrize(
    ("word", "relative"),
    [
        ("välfärdsområden", "välfärdsområde"),
        ("välfärdsområden", "välfärd"),
        ("välfärdsområden", "område"),
        ("hälsovården", "vård"),
        ("arbetsgrupp", "grupp"),
        ("patientsäkerhet", "säkerhet"),
        ("språkmodeller", "modell"),
        ("böcker", "bok"),
    ],
)
def test_a_word_is_found_by_its_base_form_and_its_parts(swedish: Swedish, word: str, relative: str) -> None:
    assert relative in swedish.relatives(word)


@pytest.mark.parametrize("word", ["region", "modell", "vård", "xyzzy", "ai"])
def test_a_simple_word_has_no_parts(swedish: Swedish, word: str) -> None:
    assert swedish.relatives(word) == ()


@pytest.mark.parametrize(
    ("base", "definite"),
    [
        ("arbetsgrupp", "arbetsgruppen"),
        ("nätverk", "nätverket"),
        ("testmiljö", "testmiljön"),
        ("område", "området"),
        ("koordinator", "koordinatorn"),
        ("kompetenscenter", "kompetenscentret"),
        ("seminarium", "seminariet"),
    ],
)
def test_a_name_is_found_by_its_definite_form(swedish: Swedish, base: str, definite: str) -> None:
    assert definite in swedish.inflections(base)

"""What Finnish words are found by: base forms, parts of compounds, and forms with another stem."""

import pytest

from ecosystem.search.finnish import Finnish, voikko
from ecosystem.search.finnish_forms import action, forms


@pytest.fixture(scope="module")
def finnish() -> Finnish:
    analyse = voikko()
    assert analyse is not None
    return Finnish(analyse)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("hyvinvointialueella", "hyvinvointialue"),
        ("kokeiluista", "kokeilu"),
        ("työryhmän", "työryhmä"),
        ("tapahtumaan", "tapahtuma"),
        ("hoidon", "hoito"),
        ("hankkeissa", "hanke"),
        ("tarpeen", "tarve"),
        ("asiakkaiden", "asiakas"),
        ("juridisessa", "juridinen"),
        ("terveyden", "terveys"),
    ],
)
def test_an_inflected_word_is_found_by_its_base_form(finnish: Finnish, word: str, base: str) -> None:
    assert base in finnish.relatives(word)


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("tekoälyverkosto", "verkosto"),
        ("terveydenhoito", "hoito"),
        ("terveydenhuollon", "terveys"),
        ("potilastietojärjestelmä", "tietojärjestelmä"),
        ("potilastietojärjestelmissä", "järjestelmä"),
        ("tekoälyverkostoista", "verkosto"),
    ],
)
def test_a_compound_is_found_by_its_parts(finnish: Finnish, word: str, part: str) -> None:
    assert part in finnish.relatives(word)


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("hoito", "hoidon"),
        ("verkko", "verkon"),
        ("kunta", "kunnan"),
        ("kunta", "kuntien"),
        ("kunta", "kunnissa"),
        ("hanke", "hankkeen"),
        ("tarve", "tarpeen"),
        ("osoite", "osoitteen"),
        ("asiakas", "asiakkaan"),
        ("juridinen", "juridisen"),
        ("terveys", "terveyden"),
        ("hallitus", "hallituksen"),
        ("vuosi", "vuoden"),
        ("nimi", "nimen"),
        ("puhelin", "puhelimen"),
        ("toiminta", "toiminnan"),
        ("toiminta", "toiminnoissa"),
        ("jäsen", "jäsenten"),
    ],
)
def test_a_base_form_gives_the_forms_with_another_stem(base: str, form: str) -> None:
    assert form in forms(base)


@pytest.mark.parametrize("base", ["kirjasto", "kokeilu", "ryhmä", "palvelu"])
def test_where_the_stem_never_changes_nothing_is_added(base: str) -> None:
    assert forms(base) == ()


@pytest.mark.parametrize(
    ("verb", "noun"),
    [("liittyä", "liittyminen"), ("kirjata", "kirjaaminen"), ("kokeilla", "kokeileminen"), ("arvioida", "arvioiminen")],
)
def test_a_verb_gives_the_noun_of_its_action(verb: str, noun: str) -> None:
    assert action(verb) == noun


def test_an_unknown_word_stays_as_it_is(finnish: Finnish) -> None:
    assert finnish.bases("xyzzy") == ("xyzzy",)
    assert finnish.relatives("xyzzy") == ()


def test_letters_that_no_finnish_word_has_are_no_error(finnish: Finnish) -> None:
    assert finnish.bases("ελλάδα") == ("ελλάδα",)

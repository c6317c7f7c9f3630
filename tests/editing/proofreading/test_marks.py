"""Quotation marks, dashes, spaces and numbers that a language writes otherwise are noticed."""

import pytest

from ecosystem.editing.proofreading.marks import wrong_marks
from ecosystem.ground.languages import Language
from prose import passage


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("fi", 'Merkintä "ei tiedossa" on väärin.'),
        ("fi", "Liittyneistä 45% on yrityksiä."),
        ("fi", "Rahoitus on 2.3 miljoonaa euroa."),
        ("fi", "Saajia on 1,500."),
        ("fi", "Webinaari on klo 8:30."),
        ("fi", "Päivä on 07.03.2025."),
        ("fi", "Sivu - ja toinen."),
        ("fi", "Sivu , ja toinen."),
        ("fi", "Sivu.. Toinen."),
        ("fi", "Ja niin edelleen..."),
        ("sv", "Det kallas “okänt” här."),
        ("sv", "Det gäller 2.3 miljoner euro."),
        ("sv", "Planen är från 7.3.2025."),
        ("sv", "Mötet är den 7. mars."),
        ("sv", "Mötet börjar kl 8."),
        ("sv", "Två  mellanslag."),
        ("en", "It says ”not known” here."),
        ("en", "It says ‘not known’ here."),
        ("en", "The ecosystem's work."),
        ("en", "It has 1 200 recipients."),
        ("en", "It is 45 % of them."),
        ("en", "It took 2,3 million euros."),
        ("en", "It is on March 7, 2025."),
        ("en", "Kello on 8-9."),
    ],
)
def test_a_planted_fault_is_noticed_once(language: Language, wrong: str) -> None:
    assert len(list(wrong_marks(passage(wrong, language)))) == 1


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("fi", "Rahoitus on 2,3 miljoonaa euroa, ja ”kaikki” maksoivat 45 % klo 8.30–9.30, 7.3.2025."),
        ("sv", "Målet är 1 500 mottagare den 7 mars 2025, kl. 8.30–9.30, och ”allt” är 45 %."),
        ("en", "The “aim” is 1,500 recipients, 2.3 million euros and 45% on 7 March 2025, in members’ words."),
        ("fi", "- Ensimmäinen kohta\n- Toinen, jossa on `koodi - ja viiva` ja https://example.org/1-2"),
    ],
)
def test_right_marks_are_let_through(language: Language, right: str) -> None:
    assert list(wrong_marks(passage(right, language))) == []

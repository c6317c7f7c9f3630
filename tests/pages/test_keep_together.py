"""What a line must not part is kept together: numbers, their units and months, abbreviations before a number."""

import re
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from ecosystem.pages.typography import keep_together, keep_together_in

N = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Saajia on 1 500, joista 45 % yrityksiä.", f"Saajia on 1{N}500, joista 45{N}% yrityksiä."),
        ("Rahoitus on 2,3 miljoonaa euroa.", f"Rahoitus on 2,3{N}miljoonaa euroa."),
        ("Kokous on 7. maaliskuuta klo 8.30.", f"Kokous on 7.{N}maaliskuuta klo{N}8.30."),
        ("Mötet är den 7 mars kl. 8.30.", f"Mötet är den 7{N}mars kl.{N}8.30."),
        ("Budgeten är 12 345 678 €.", f"Budgeten är 12{N}345{N}678{N}€."),
        ("The meeting is on 7 March; 2.3 million euros.", f"The meeting is on 7{N}March; 2.3{N}million euros."),
    ],
)
def test_a_number_and_its_company_are_kept_together(typed: str, shown: str) -> None:
    assert keep_together(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Vuonna 2025 100 jäsentä liittyi.",
        "Luku 3 minusta",
        "Pilotti 7 marsipaania",
        "He came in 2025 and left.",
        "klo on",
    ],
)
def test_other_spaces_stay_as_they_are(text: str) -> None:
    assert keep_together(text) == text


def test_tags_and_code_stay_as_they_are() -> None:
    html = '<p title="1 500">1 500 <code>1 500 <b>45 %</b></code></p>'
    assert keep_together_in(html) == f'<p title="1 500">1{N}500 <code>1 500 <b>45 %</b></code></p>'


def test_pages_that_people_write_and_texts_of_records_are_set_so(built_site: Path) -> None:
    parted = re.compile(
        r"\d (?:miljoon|milj|million|%|prosent|procent|per cent)|\bklo \d|\bkl\. \d|(?<!\d)\d{1,3} \d{3}\b"
    )
    found, seen = [], 0
    for page in built_site.rglob("index.html"):
        if "for-" in str(page) or "toimitukselle" in str(page):
            continue  # the guides for editors, which are rendered as they are typed
        for text in document_fromstring(page.read_text(encoding="utf-8")).xpath(
            "//main//*[contains(concat(' ', @class, ' '), ' prose ')]//p | //article/p"
        ):
            found += [(page.parent.name, one) for one in parted.findall(text.text_content())]
            seen += 1
    assert seen > 100
    assert found == []

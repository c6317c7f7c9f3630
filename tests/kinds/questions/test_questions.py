"""Questions: an answer with its day, its laws and its sources, and an open question shown as open."""

import pytest
from bs4 import BeautifulSoup

from ecosystem.ground.languages import Language
from ecosystem.kinds.questions.model import Question
from rendering import make_site, of_records, read_ecosystem, soup_of, words

ECOSYSTEM = read_ecosystem()
SITE = make_site(ECOSYSTEM)
ANSWERED = "tietolupa"
OPEN = "kielimalli"

NOT_YET = {
    "fi": "Ei vielä vastausta tällä sivustolla.",
    "sv": "Inget svar på webbplatsen ännu.",
    "en": "No answer on this site yet.",
}


def page_of(question: str, language: Language = "en") -> BeautifulSoup:
    """Return the page of a question."""
    path = SITE.editions[language].record_path("questions", question)
    return BeautifulSoup(next(page for page in of_records(SITE) if page.path == path).document(), "html.parser")


def test_the_page_of_an_answered_question() -> None:
    page = page_of(ANSWERED)
    assert words(page, "h1") == "Who gives permission to use health and social data for developing AI?"
    assert words(page, "article section p").startswith("Findata gives the permit when, for example,")
    assert "Answer checked on 22 November 2026." in words(page, "article section")
    facts = [(words(row, "dt"), words(row, "dd")) for row in page.select(".facts__row")]
    assert facts[0] == ("Who is asked", "Findata, the Health and Social Data Permit Authority")
    laws = [words(item, "a") for item in page.select(".related li") if item.a and "/laws/" in str(item.a["href"])]
    assert len(laws) == 2
    assert NOT_YET["en"] not in page.text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_open_question_is_shown_as_open(language: Language) -> None:
    page = page_of(OPEN, language)
    assert words(page, "article .notice") == NOT_YET[language]
    listed = soup_of(SITE, "questions", language)
    assert words(listed, "#open li .quiet") == NOT_YET[language]
    answered = sum(question.answer is not None for question in ECOSYSTEM.of(Question).values())
    assert len(listed.select("#answered li")) == answered == 3
    assert len(listed.select("#open li")) == 1


def test_without_questions_the_page_says_so() -> None:
    page = soup_of(make_site(ECOSYSTEM.with_records(questions={})), "questions", "fi")
    assert [notice.text for notice in page.select(".empty")] == ["Kysymyksiä ei ole vielä lisätty."]

"""What the index knows of a page besides its own words."""

import pytest

from ecosystem.languages import Language
from ecosystem.search.enrichment import Enrichment, Extra, Page, PlainWords
from ecosystem.search.finnish import Finnish, voikko
from ecosystem.search.swedish import Swedish
from ecosystem.search.words import words_of

TERMS: list[dict[Language, tuple[str, ...]]] = [
    {"fi": ("hyvinvointialue",), "sv": ("välfärdsområde",), "en": ("wellbeing services county",)},
    {"fi": ("tekoäly",), "sv": ("artificiell intelligens",), "en": ("artificial intelligence", "AI")},
]
ALTERNATES: dict[Language, str] = {"fi": "tyoryhmat/verkosto/", "sv": "sv/arbetsgrupper/verkosto/"}


def page(path: str, language: Language, title: str, text: str) -> Page:
    return Page(
        path=path,
        language=language,
        kind="workgroups",
        content=f"<h1>{title}</h1><p>{text}</p>",
        title=title,
        words=frozenset(words_of(f"{title} {text}")),
        alternates=ALTERNATES,
        names=("HTV",),
    )


@pytest.fixture(scope="module")
def extra() -> dict[Language, Extra]:
    analyse = voikko()
    assert analyse is not None
    pages = [
        page("tyoryhmat/verkosto/", "fi", "Tekoälyverkosto", "Hyvinvointialueilla jaetaan kokemuksia hankkeista."),
        page("sv/arbetsgrupper/verkosto/", "sv", "AI-nätverket", "Erfarenheter delas."),
    ]
    words = Enrichment(
        {one.path: one for one in pages}, {"fi": Finnish(analyse), "sv": Swedish(), "en": PlainWords()}, TERMS
    )
    return {one.language: words.of(one) for one in pages}


def test_a_page_is_called_by_its_names_in_all_languages(extra: dict[Language, Extra]) -> None:
    assert {"tekoälyverkosto", "verkosto", "nätverk", "htv"} <= set(extra["sv"].names)


def test_base_forms_of_its_words_find_it(extra: dict[Language, Extra]) -> None:
    assert {"hanke", "kokemus"} <= set(extra["fi"].words)


def test_the_glossary_finds_what_a_page_speaks_of_in_another_language(extra: dict[Language, Extra]) -> None:
    assert {"wellbeing", "county", "välfärdsområde"} <= set(extra["fi"].others)
    assert {"hyvinvointialue", "wellbeing"} <= set(extra["sv"].others)


def test_no_word_is_listed_twice(extra: dict[Language, Extra]) -> None:
    one = extra["fi"]
    lists = [*one.names, *one.words, *one.others]
    assert len(lists) == len(set(lists))


def test_whole_names_and_their_first_letters_are_known(extra: dict[Language, Extra]) -> None:
    assert {"xqtekoalyverkosto", "xqainatverket", "xqhtv", "xqan"} <= set(extra["fi"].exact)
    assert extra["fi"].brief == ("tekoälyverkosto",)


def test_half_a_word_is_made_whole() -> None:
    analyse = voikko()
    assert analyse is not None
    one = page("a/", "fi", "Sosiaali- ja terveydenhuolto", "")
    words = Enrichment({"a/": one}, {"fi": Finnish(analyse), "sv": Swedish(), "en": PlainWords()}, [])
    assert "sosiaalihuolto" in words.of(one).names

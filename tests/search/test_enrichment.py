"""What the index knows of a page besides its own words."""

from dataclasses import replace

import pytest

from ecosystem.ground.languages import Language
from ecosystem.search.enrichment import Enrichment, Extra, Page
from ecosystem.search.finnish import Finnish, voikko
from ecosystem.search.morphology import Morphology, PlainWords
from ecosystem.search.names import names_in, written_together
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
        words=tuple(sorted(set(words_of(f"{title} {text}")))),
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


def test_whole_names_are_known_in_any_form_and_as_they_are(extra: dict[Language, Extra]) -> None:
    assert {"xqtekoalyverkosto", "xqtekoalyverkosto0", "xqainatverket", "xqainatverket0", "xqhtv0"} <= set(
        extra["fi"].exact
    )
    assert extra["fi"].brief == ("tekoälyverkosto",)


def test_parts_of_a_short_title_are_known(extra: dict[Language, Extra]) -> None:
    assert {"xqverkosto2", "xqaly2"} <= set(extra["fi"].exact)


@pytest.fixture(scope="module")
def ministry() -> Extra:
    analyse = voikko()
    assert analyse is not None
    alternates: dict[Language, str] = {"fi": "jasenet/stm/", "sv": "sv/medlemmar/stm/"}
    titles: dict[Language, str] = {
        "fi": "Sosiaali- ja terveysministeriö",
        "sv": "Social- och hälsovårdsministeriet",
    }
    pages = [
        replace(page(path, language, titles[language], ""), alternates=alternates, names=(), nicknames=("alue",))
        for language, path in alternates.items()
    ]
    term: dict[Language, tuple[str, ...]] = {"fi": ("sosiaali- ja terveysministeriö", "MINI"), "en": ("MSAH",)}
    morphologies: dict[Language, Morphology] = {"fi": Finnish(analyse), "sv": Swedish(), "en": PlainWords()}
    return Enrichment({one.path: one for one in pages}, morphologies, [term]).of(pages[1])


def test_first_letters_are_known_those_of_a_last_compound_too(ministry: Extra) -> None:
    assert {"xqst1", "xqstm1", "xqshm1"} <= set(ministry.exact)


def test_a_nickname_is_known_but_is_no_name(ministry: Extra) -> None:
    assert "xqalue1" in ministry.exact
    assert "xqalue0" not in ministry.exact
    assert "alue" in ministry.names


def test_what_the_glossary_calls_a_thing_is_its_name(ministry: Extra) -> None:
    assert {"xqmini0", "xqmsah0"} <= set(ministry.exact)


def test_the_end_of_a_long_name_is_known() -> None:
    one = page("en/a/", "en", "Institute for Health and Welfare", "")
    exact = Enrichment({"en/a/": one}, {"fi": PlainWords(), "sv": PlainWords(), "en": PlainWords()}, []).of(one).exact
    assert "xqhealthandwelfare1" in exact
    assert "xqforhealthandwelfare1" not in exact


def test_what_stands_in_brackets_is_another_name() -> None:
    assert names_in("Folkpensionsanstalten (FPA)") == [
        "Folkpensionsanstalten (FPA)",
        "Folkpensionsanstalten",
        "FPA",
    ]
    assert names_in("Una Oy") == ["Una Oy"]


def test_short_names_are_words_too_in_which_a_slip_is_found(extra: dict[Language, Extra]) -> None:
    assert {"tekoalyverkosto", "htv"} <= set(written_together(extra["fi"].exact))


def test_half_a_word_is_made_whole() -> None:
    analyse = voikko()
    assert analyse is not None
    one = page("a/", "fi", "Sosiaali- ja terveydenhuolto", "")
    words = Enrichment({"a/": one}, {"fi": Finnish(analyse), "sv": Swedish(), "en": PlainWords()}, [])
    assert "sosiaalihuolto" in words.of(one).names


def test_a_word_of_many_pages_finds_none_of_them_in_another_language() -> None:
    pages = {}
    for number in range(60):
        versions: dict[Language, str] = {"fi": f"jasenet/{number}/", "en": f"en/members/{number}/"}
        finnish = page(versions["fi"], "fi", f"Jäsen {number}", "Kuvaus.")
        english = page(versions["en"], "en", f"Member {number}", f"The website {'reimburses' if number == 7 else ''}")
        for one in (finnish, english):
            pages[one.path] = replace(one, alternates=versions)
    words = Enrichment(pages, {"fi": PlainWords(), "sv": PlainWords(), "en": PlainWords()}, [])
    others = [set(words.of(pages[f"jasenet/{number}/"]).others) for number in (7, 8)]
    assert "reimburses" in others[0]
    assert not {"the", "website", "reimburses"} & others[1]

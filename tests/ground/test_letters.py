"""What letters show, when texts are the same words, and how an address is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as texts

from ecosystem.ground.letters import same_words, shown_address, shows_something, unescaped
from ecosystem.ground.text import refused_character


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TEKOÄLYAGENTTİ", "tekoälyagentti"),
        ("EU:n\u00a0tekoälyasetus", "eu:n  tekoälyasetus"),
        ("Straße", "STRASSE"),
        ("ΣΟΦΟΣ", "σοφος"),
        ("terveyden\u00adhuolto", "Terveydenhuolto"),
        ("a\u0308", "Ä"),
        ("ﬁ", "FI"),
    ],
)
def test_the_same_words_are_one(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


def test_other_words_are_others() -> None:
    assert len({same_words(words) for words in ("sää", "saa", "sa a", "agentt\u0131", "agentti")}) == 5


@pytest.mark.parametrize("text", ["\u3164", "\u2800", "\u115f\uffa0", "\u200b", " \u00a0", "\u0301", ""])
def test_what_shows_nothing_is_known(text: str) -> None:
    assert not shows_something(text)
    assert shows_something(f"{text}a")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.fi/ty%C3%B6", "https://a.fi/työ"),
        ("https://a.fi/%E2%80%AEgnp.exe", "https://a.fi/%E2%80%AEgnp.exe"),
        ("https://a.fi/a%2Fb%20c%00", "https://a.fi/a%2Fb%20c%00"),
        ("https://a.fi/%ff%E3%85%A4", "https://a.fi/%ff%E3%85%A4"),
        ("https://a.fi/%C3%A4%ff", "https://a.fi/%C3%A4%ff"),
    ],
)
def test_only_letters_and_digits_of_an_address_are_written_out(address: str, shown: str) -> None:
    assert shown_address(address) == shown


@given(texts.lists(texts.integers(0, 255)))
def test_an_address_shows_no_sign_that_is_refused_elsewhere(codes: list[int]) -> None:
    address = "https://a.fi/" + "".join(f"%{code:02X}" for code in codes)
    shown = shown_address(address)
    assert shown.isprintable()
    assert " " not in shown
    assert refused_character(shown) is None
    assert unescaped(shown) == unescaped(address)

"""Social cards: right size, same bytes, drawn once, and never with an empty box for a letter."""

import struct
from pathlib import Path

import pytest

from ecosystem.ground.settings import ROOT
from ecosystem.pages.drawing.cards import HEIGHT, WIDTH, Card, Cards
from ecosystem.pages.drawing.drawing import Drawing, DrawingError
from ecosystem.pages.drawing.fonts import FontError, read_coverage
from rendering import write_files

SOURCES, FONTS = ROOT / "overrides" / "images", ROOT / "fonts"
CARD = Card("Länsi-Uudenmaan hyvinvointialue – é å", "Alueet", "SOTE-tekoälyn ekosysteemi", "fi")


def made(folder: Path, *choice: Card) -> Path:
    cards = Cards(Drawing(SOURCES, FONTS), folder / "cache")
    card = cards.choose(*choice)
    write_files(cards.pictures([card]), folder / "site")
    return folder / "site" / cards.path(card)


@pytest.mark.parametrize("left", [b"", b"\x89PNG half of it"])
def test_a_kept_card_that_a_power_cut_has_left_half_is_drawn_anew(tmp_path: Path, left: bytes) -> None:
    whole = made(tmp_path, CARD)
    content = whole.read_bytes()
    (tmp_path / "cache" / whole.name).write_bytes(left)
    assert made(tmp_path, CARD).read_bytes() == content


def test_card_has_its_size_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    first = made(tmp_path / "a", CARD)
    second = made(tmp_path / "b", CARD)
    assert struct.unpack(">II", first.read_bytes()[16:24]) == (WIDTH, HEIGHT)
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_card_is_drawn_only_once(tmp_path: Path) -> None:
    kept = tmp_path / "cache" / made(tmp_path, CARD).name
    as_it_was = b"as it was" + kept.read_bytes()
    kept.write_bytes(as_it_was)
    assert made(tmp_path, CARD).read_bytes() == as_it_was


def test_other_words_make_another_card(tmp_path: Path) -> None:
    other = Card("Lappi", CARD.kind, CARD.site, "fi")
    assert made(tmp_path, CARD).name != made(tmp_path, other).name


@pytest.mark.parametrize("title", ["株式会社", "Hei 🙂", "a\u202eb"])
def test_letter_that_the_fonts_lack_gives_the_next_card(tmp_path: Path, title: str) -> None:
    strange = Card(title, CARD.kind, CARD.site, "fi")
    assert made(tmp_path, strange, CARD) == made(tmp_path, CARD)
    with pytest.raises(DrawingError, match=r"U\+[0-9A-F]{4}"):
        made(tmp_path, strange)


@pytest.mark.parametrize("title", ["#panic()", "$x$ *b* \\ `c` <a>", "x" * 300, "sana " * 60])
def test_title_is_never_markup_and_any_length_is_drawn(tmp_path: Path, title: str) -> None:
    assert made(tmp_path, Card(title, CARD.kind, CARD.site, "en")).exists()


def test_missing_font_is_said(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="no font in"):
        Drawing(SOURCES, tmp_path)
    (tmp_path / "broken.otf").write_bytes(b"no font")
    with pytest.raises(FontError, match="not a font"):
        Drawing(SOURCES, tmp_path)


def test_warning_of_the_typesetter_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "card.typ").write_text('#set text(font: "No Such Font")\nA', encoding="utf-8")
    with pytest.raises(DrawingError, match="unknown font family"):
        Drawing(tmp_path, FONTS).draw("card.typ")


def test_fonts_have_the_letters_of_the_three_languages() -> None:
    assert {ord(letter) for letter in "äöåÄÖÅéÉšž–—”’»…€"} <= read_coverage(FONTS)

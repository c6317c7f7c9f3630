"""What was found out about words stays from one build to the next, and nothing else does."""

from pathlib import Path

import pytest

from ecosystem.search.finnish import Finnish, Reading, voikko
from ecosystem.search.known_words import Entry, KnownWords, file_of_words
from ecosystem.search.swedish import Swedish


def unknown(word: str) -> Entry:
    raise AssertionError(f"{word} was looked up again")


def known(word: str) -> Entry:
    return ((f"{word}-base",), ())


def test_a_known_word_is_not_looked_up_again(tmp_path: Path) -> None:
    file = tmp_path / "words" / "library-1.json"
    first = KnownWords(known, file)
    assert first["hoidon"] == (("hoidon-base",), ())
    first.keep()
    assert KnownWords(unknown, file)["hoidon"] == (("hoidon-base",), ())


def test_the_dictionary_of_finnish_is_not_read_for_known_words(tmp_path: Path) -> None:
    def no_dictionary(word: str) -> list[Reading]:
        raise AssertionError(f"{word} was looked up again")

    analyse = voikko()
    assert analyse is not None
    first = Finnish(analyse, tmp_path)
    relatives = first.relatives("terveydenhuollon")
    assert {"terveydenhuolto", "huolto", "huollon"} <= set(relatives)
    first.keep()
    assert Finnish(no_dictionary, tmp_path).relatives("terveydenhuollon") == relatives


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"hoidon": 1}', b"\xff\xfe", b"null"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "library-1.json"
    file.write_bytes(damage)
    words = KnownWords(known, file)
    assert words["hoidon"] == (("hoidon-base",), ())
    words.keep()
    assert KnownWords(unknown, file)["hoidon"] == (("hoidon-base",), ())


def test_what_other_versions_knew_is_removed(tmp_path: Path) -> None:
    for name in ("library-old.json", "other-old.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    words = KnownWords(known, tmp_path / "library-new.json")
    assert words["hoidon"]
    words.keep()
    assert {path.name for path in tmp_path.iterdir()} == {"library-new.json", "other-old.json"}


def test_each_version_of_a_library_and_of_our_code_has_its_own_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {file_of_words(tmp_path, "simplemma", "swedish"), file_of_words(tmp_path, "simplemma", "finnish")}
    monkeypatch.setattr("ecosystem.search.known_words.version", lambda _: "0.0.1")
    files.add(file_of_words(tmp_path, "simplemma", "swedish"))
    assert len(files) == 3


def test_swedish_words_are_kept(tmp_path: Path) -> None:
    first = Swedish(tmp_path)
    assert "område" in first.relatives("välfärdsområden")
    first.keep()
    assert len(list(tmp_path.glob("simplemma-*.json"))) == 1

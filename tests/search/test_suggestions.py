"""What the search field of the header suggests, by the first letters of a word."""

import json
from pathlib import Path

from ecosystem.search.suggestions import Called, Suggestion, write_suggestions


def suggested(folder: Path, letters: str) -> list[str]:
    """Return the titles that are suggested for *letters*; a file that is not there suggests nothing."""
    file = folder / "names" / f"fi-{letters}.json"
    return [title for (title, _), _, _ in json.loads(file.read_text("utf-8"))] if file.exists() else []


def test_a_page_is_suggested_by_the_beginnings_of_the_words_of_its_names(tmp_path: Path) -> None:
    ministry = Suggestion(Called("Sosiaali- ja terveysministeriö"), "jasenet/stm/", (Called("Ministry", "en"),))
    write_suggestions("fi", [ministry, Suggestion(Called("Ääni"), "aani/")], tmp_path)
    for letters in ("so", "ja", "te", "mi"):
        assert suggested(tmp_path, letters) == ["Sosiaali- ja terveysministeriö"]
    assert suggested(tmp_path, "aa") == ["Ääni"]
    assert suggested(tmp_path, "er") == []


def test_only_the_names_that_begin_so_are_told(tmp_path: Path) -> None:
    write_suggestions("fi", [Suggestion(Called("Alku"), "a/", (Called("Beginning", "en"),))], tmp_path)
    (entry,) = json.loads((tmp_path / "names" / "fi-be.json").read_text("utf-8"))
    assert entry == [["Alku", ""], "a/", [["Beginning", "en"]]]
    (entry,) = json.loads((tmp_path / "names" / "fi-al.json").read_text("utf-8"))
    assert entry == [["Alku", ""], "a/", []]


def test_words_far_down_a_long_title_name_no_file(tmp_path: Path) -> None:
    write_suggestions("fi", [Suggestion(Called("ab cd ef gh ij kl mn"), "a/")], tmp_path)
    assert suggested(tmp_path, "kl") == ["ab cd ef gh ij kl mn"]
    assert suggested(tmp_path, "mn") == []

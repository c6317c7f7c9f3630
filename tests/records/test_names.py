"""A name in the wrong language is a warning: no English name of a Finnish body on a Finnish or Swedish page."""

import pytest

from workbench import DataFolder

#: Where the small content gets a publisher whose name the members know.
BEFORE = "  date: 2025-03-07\n  languages:\n"


def said(folder: DataFolder, publisher: str) -> list[str]:
    """Return what the check says when the plan has *publisher*, without the folder."""
    folder.replace("publications.yaml", BEFORE, f"  date: 2025-03-07\n  publisher:\n{publisher}  languages:\n")
    result = folder.run("check")
    assert result.returncode == 0, result.stdout
    *lines, _summary = result.stdout.replace(f"{folder.path.as_posix()}/", "").splitlines()
    return lines


def test_the_name_of_another_language_is_a_warning_at_its_line(data_folder: DataFolder) -> None:
    assert said(data_folder, "    fi: Esimerkki Oy\n    sv: Example Ltd\n    en: Example Ltd\n") == [
        "publications.yaml:13:9: warning: “Example Ltd” is its name in another language; "
        "in the language sv it is Exempel Ab"
    ]


def test_a_name_that_is_shown_for_want_of_a_better_is_one_too(data_folder: DataFolder) -> None:
    lines = said(data_folder, "    en: Example Ltd\n")
    assert [line.rpartition(" it is ")[2] for line in lines] == ["Esimerkki Oy", "Exempel Ab"]


@pytest.mark.parametrize("publisher", ["    fi: Tekoäly\n    en: Esimerkki\n", "    fi: Muu Oy\n    sv: Muu Ab\n"])
def test_other_names_are_none_of_its_business(data_folder: DataFolder, publisher: str) -> None:
    assert said(data_folder, publisher) == []


def test_a_proposed_term_is_no_official_name(data_folder: DataFolder) -> None:
    data_folder.replace("glossary.yaml", "    sv: official\n", "    sv: proposed\n")
    assert said(data_folder, "    fi: Muu\n    sv: artificial intelligence\n") == []

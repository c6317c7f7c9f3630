"""`report`: what needs an editor's attention."""

from pathlib import Path

from workbench import Run, edit


def test_the_report_names_what_needs_attention(data: Path, run: Run) -> None:
    edit(data / "members.yaml", "  updated: 2026-11-22", "  review_by: 2026-09-20\n  updated: 2026-11-22")
    edit(data / "members.yaml", "  short_name: HUS", "  short_name: HUS\n  summary:\n    fi: Vain suomeksi")
    edit(data / "members.yaml", "url: https://digifinland.fi/\n", "url: https://www.sotetekoaly.fi/jasenet/ei-ole/\n")
    edit(data / "pilots.yaml", "organiser: kanta-hame", "organiser: kanta-hme")
    status, text = run("report")
    assert status == 0
    assert "DigiFinland Oy: was to be reviewed by 2026-09-20" in text
    assert "HUS Group: summary: missing in Swedish, in English" in text
    assert "events.yaml:59: CleverHealth Network annual seminar 2024: took place on 2024-01-18" in text
    assert "the site has no such page: https://www.sotetekoaly.fi/jasenet/ei-ole/" in text
    assert "Did you mean kanta-hame?" in text
    assert "### Missing translations (" in run("report", "--format", "markdown")[1]
    assert "Puuttuvat käännökset" in run("report", "--language", "fi")[1]


def test_a_page_that_exists_is_no_dead_reference(data: Path, run: Run) -> None:
    edit(
        data / "members.yaml", "url: https://digifinland.fi/\n", "url: https://www.sotetekoaly.fi/sv/medlemmar/hus/#x\n"
    )
    assert "Dead internal references (0)" in run("report")[1]

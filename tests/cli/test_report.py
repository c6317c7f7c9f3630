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


def test_an_ended_pilot_that_is_spoken_of_as_going_on_is_named(data: Path, run: Run) -> None:
    before = run("report")[1]
    edit(data / "pilots.yaml", "en: Whether the work continues depends", "en: The pilot is being tested; all depends")
    said = run("report")[1]
    assert "ended on 2025-12-31, but the text says “is being” (language en)" in said
    assert "“is being”" not in before
    edit(data / "pilots.yaml", "    end: 2025\n", "    end: 2027\n")
    edit(data / "pilots.yaml", "    end: 2025\n", "    end: 2027\n")
    assert "“is being”" not in run("report")[1]


def test_a_source_without_a_title_is_named_once(data: Path, run: Run) -> None:
    address = "https://www.example.org/raportti"
    for name in ("members.yaml", "pilots.yaml"):
        edit(data / name, "  sources:\n", f"  sources:\n    - url: {address}\n")
    assert run("report")[1].count(f"the source {address} has no title") == 1
    edit(data / "members.yaml", f"    - url: {address}\n", f"    - title: {{fi: Raportti}}\n      url: {address}\n")
    edit(data / "pilots.yaml", f"    - url: {address}\n", f"    - title: {{fi: Raportti}}\n      url: {address}\n")
    assert address not in run("report")[1]

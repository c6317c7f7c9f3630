"""Summaries fit where GitHub shows them, and no address in them is a live link."""

from ecosystem.editing.changes.describe import Line, as_markdown

#: What GitHub takes as the summary of a step.
MEBIBYTE = 1024 * 1024


def test_a_long_summary_ends_with_what_is_left_out() -> None:
    report = as_markdown("Title", [("Members", [Line("ä" * 1000)] * 5000)], "nothing")
    assert len(report.encode()) < MEBIBYTE
    assert report.startswith("## Title\n")
    assert report.rstrip().rsplit("\n", 1)[1].startswith("… (+4")


def test_what_github_would_make_a_link_of_is_none() -> None:
    report = as_markdown(
        "Title", [("Members", [Line("https://evil.example and WWW.evil.example, awww. x")])], "nothing"
    )
    assert "- https&#58;//evil.example and WWW&#46;evil.example, awww. x" in report

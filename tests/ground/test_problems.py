"""Findings in the order of reading, and never more of one file than somebody reads."""

from ecosystem.ground.problems import MOST_OF_A_FILE, Place, Problem, Severity, has_errors, in_reading_order


def test_of_very_many_findings_the_worst_and_first_are_said_with_the_number_of_the_others() -> None:
    warnings = [Problem(Place("a.yaml", line), "x", severity=Severity.WARNING) for line in range(1, 3001)]
    error, other = Problem(Place("a.yaml", 5000), "y"), Problem(Place("b.yaml"), "z")
    said = in_reading_order([other, error, *warnings])
    assert len(said) == MOST_OF_A_FILE + 2
    assert said[-1] == other
    assert error in said
    assert (said[-2].code, said[-2].details) == ("more_problems", {"number": str(3001 - MOST_OF_A_FILE)})
    assert said[0] == warnings[0]
    assert has_errors([said[-2]])

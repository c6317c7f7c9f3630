"""The table of meetings of two: who want each other first, nobody twice at a time, and what finds no time is said."""

import datetime
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import pytest
from pydantic import ValidationError

from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.meetings.one_to_ones import Timetable, timetable
from ecosystem.kinds.parts import Actor
from workbench import DataFolder

ALL = ("fi", "sv", "en")


def meeting(wishes: Sequence[tuple[str, str]], *times: Mapping[str, Any]) -> InternationalMeeting:
    """Return a meeting of all who are named in *wishes*, each a pair of who wants whom."""
    parties = dict.fromkeys(name for wish in wishes for name in wish)
    return InternationalMeeting.model_validate(
        {
            "id": "tokio-2027",
            "name": dict.fromkeys(ALL, "Tokio"),
            "kind": "outgoing-delegation",
            "status": "planned",
            "summary": dict.fromkeys(ALL, "…"),
            "start": "2027-05-10",
            "participants": [{"organisation": {"name": {"en": name}}} for name in parties],
            "wanted": [
                {"who": {"name": {"en": who}}, "organisations": [whom], "purpose": {"en": "…"}} for who, whom in wishes
            ],
            "one_to_ones": list(times),
            "updated": "2026-11-20",
            "sources": [{"url": "https://example.org/"}],
        }
    )


def name(actor: Actor) -> str:
    assert actor.name is not None
    return str(actor.name.en)


def shown(table: Timetable) -> list[tuple[str, list[str]]]:
    return [(f"{one.start:%H:%M}", [f"{name(two.who)}-{name(two.whom)}" for two in one.pairs]) for one in table.slots]


def table(wishes: Sequence[tuple[str, str]], *times: Mapping[str, Any]) -> Timetable:
    return timetable(meeting(wishes, *times), lambda actor: [name(actor)])


def morning(end: str, minutes: str = "20") -> dict[str, str]:
    return {"date": "2027-05-10", "start": "09:00", "end": end, "minutes": minutes}


def test_those_who_want_each_other_come_first_and_meet_once() -> None:
    made = table([("A", "B"), ("A", "C"), ("C", "a"), ("D", "B")], morning("09:40"))
    assert shown(made) == [("09:00", ["A-C", "D-B"]), ("09:20", ["A-B"])]
    assert made.unplaced == ()


def test_what_finds_no_time_is_said_and_whom_nobody_knows_is_no_meeting() -> None:
    made = table([("A", "B"), ("A", "C"), ("A", "D")], morning("09:50"))
    assert [len(pairs) for _, pairs in shown(made)] == [1, 1]
    assert [(name(one.who), name(one.whom), one.wish) for one in made.unplaced] == [("A", "D", 2)]
    stranger = meeting([("A", "B")], morning("10:00")).model_copy(update={"participants": ()})
    assert timetable(stranger, lambda actor: [name(actor)]) == Timetable((), ())


def test_nobody_is_in_two_places_at_a_time() -> None:
    everybody = list(combinations("ABCDEF", 2))
    made = table(everybody, morning("12:00"), {**morning("15:00"), "start": "13:00"})
    assert made.unplaced == ()
    assert sum(len(slot.pairs) for slot in made.slots) == len(everybody)
    for slot in made.slots:
        busy = [name(actor) for pair in slot.pairs for actor in (pair.who, pair.whom)]
        assert len(busy) == len(set(busy))
        assert datetime.time(9) <= slot.start < slot.end <= datetime.time(15)


def test_a_time_without_room_for_one_is_refused() -> None:
    with pytest.raises(ValidationError, match="no room for one meeting"):
        meeting([("A", "B")], morning("09:15"))


def test_too_little_time_is_a_warning_at_the_wish(data_folder: DataFolder) -> None:
    data_folder.replace(
        "meetings.yaml",
        "  agenda:\n",
        "    - who:\n        network: verkosto\n      organisations:\n        - Beispiel-Klinikum\n"
        "      purpose:\n        en: To talk.\n"
        "  one_to_ones:\n    - date: 2027-05-10\n      start: 13:00\n      end: 13:20\n  agenda:\n",
    )
    result = data_folder.run("check")
    lines = (data_folder.path / "meetings.yaml").read_text(encoding="utf-8").splitlines()
    wish = next(
        number for number, line in enumerate(lines, start=1) if line == "        network: verkosto" and number > 45
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"meetings.yaml:{wish - 1}:" in result.stdout
    assert "verkosto and Beispiel-Klinikum want to meet" in result.stdout

"""A year of the data, replayed in git: each thing is told once, on the day it appeared.

Two feed readers that were written by others read it in every format, and two libraries for calendars.
"""

import datetime
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import atoma
import feedparser
import icalendar
import pytest
import vobject

from ecosystem.kinds.registry import KINDS
from ecosystem.publishing.calendars.publication import render_calendars
from ecosystem.publishing.feeds.publication import render_feeds
from ecosystem.records.history.reading import read_history
from ecosystem.site.newsletter.stories import Stories
from ecosystem.site.site import Site
from repository import commit, git
from subscriptions import SOURCES, Record, event, make_site, news_item, read_records, three

pytestmark = pytest.mark.slow


#: Title and day of publication of each entry of a feed, by id.
Told: TypeAlias = dict[str, tuple[str, str]]
#: When each event of a calendar begins, its state, and how often it was changed, by its id and the day it stands for.
Diary: TypeAlias = dict[tuple[str, str], tuple[str, str, int]]


def by_feedparser(content: bytes) -> Told:
    """Return what feedparser finds in a feed."""
    return {one.id: (one.title, one.published[:10]) for one in feedparser.parse(content).entries}


def by_atoma(name: str, content: bytes) -> Told:
    """Return what atoma finds in the feed called *name*."""
    match name.rpartition(".")[2]:
        case "atom":
            entries = atoma.parse_atom_bytes(content).entries
            return {one.id_: (one.title.value, str(one.published)[:10]) for one in entries}
        case "rss":
            return {one.guid: (one.title, str(one.pub_date)[:10]) for one in atoma.parse_rss_bytes(content).items}
        case _:
            items = atoma.parse_json_feed_bytes(content).items
            return {one.id_: (one.title, str(one.date_published)[:10]) for one in items}


def by_icalendar(content: bytes) -> Diary:
    """Return what icalendar finds in a calendar."""
    found = {}
    for one in icalendar.Calendar.from_ical(content).walk("VEVENT"):
        replaced = one.decoded("recurrence-id", "")
        state = (str(one.decoded("dtstart")), str(one.get("status", "")), int(one.get("sequence", 0)))
        found[str(one["uid"]), str(replaced)] = state
    return found


def by_vobject(content: bytes) -> Diary:
    """Return what vobject finds in a calendar."""
    found = {}
    for one in vobject.readOne(content.decode()).vevent_list:
        said = {name: values[0].value for name, values in one.contents.items()}
        state = (str(said["dtstart"]), str(said.get("status", "")), int(said.get("sequence", 0)))
        found[str(said["uid"]), str(said.get("recurrence-id", ""))] = state
    return found


def member(record_id: str, **more: Any) -> Record:
    """Return a member."""
    named = {"id": record_id, "name": three(f"Jäsen {record_id}"), "kind": "company"}
    return named | {"updated": "2026-11-01", "sources": SOURCES} | more


class Reader:
    """Someone who reads the feed of everything in English each time that something has been merged, as programs do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collections: dict[str, dict[str, Record]] = {
            name: {str(record["id"]): record for record in read_records(name)}
            for name in ("members", "events", "pilots", "news", "workgroups", "laws")
        }
        # What has a day to come would be told on it.
        for record in (*self.collections["laws"].values(), *self.collections["workgroups"].values()):
            record.pop("milestones", None)
            record.pop("term", None)
        self.seen: set[str] = set()
        self.diary: Diary = {}

    def put(self, collection: str, *records: Record) -> None:
        """Enter *records*, or write them over those of their ids."""
        self.collections[collection] |= {str(record["id"]): record for record in records}

    def site(self, day: str) -> Site:
        """Return the site as it is on *day*."""
        noon = datetime.datetime.fromisoformat(f"{day}T12:00+00:00")
        data = {name: list(records.values()) for name, records in self.collections.items()}
        make = partial(make_site, self.folder / "data", data, str(int(noon.timestamp())))
        make()  # writes the files
        commit(self.folder, day)
        history, problems = read_history(self.folder / "data", KINDS, self.folder.parent / "cache", noon.date())
        assert problems == []
        return make(history=history)

    def news(self, day: str) -> list[tuple[str, str]]:
        """Return the title and the day of each entry that is new to the reader on *day*."""
        renderer = self.site(day).renderers["en"]
        self.look_at(next(content for path, content in render_calendars(renderer) if path.endswith("/events.ics")))
        # The feed of everything comes after the newsletter’s, in three formats.
        files = dict(islice(render_feeds(renderer, []), 6))
        every = {name: content for name, content in files.items() if name.startswith("feeds/en/all.")}
        atom = by_feedparser(every["feeds/en/all.atom"])
        assert by_feedparser(every["feeds/en/all.rss"]).keys() == atom.keys()
        assert len(every) == 3
        assert all(by_atoma(name, content) == atom for name, content in every.items())
        new = [told for name, told in atom.items() if name not in self.seen]
        self.seen |= atom.keys()
        return new

    def look_at(self, calendar: bytes) -> None:
        """Read the *calendar* again, as programs do: what they know stays, and what changed says so."""
        diary = by_icalendar(calendar)
        assert diary
        assert by_vobject(calendar) == diary
        for key, (*state, changes) in self.diary.items():
            assert key in diary, "programs would show it for ever"
            *now, more = diary[key]
            assert (now == state) or more > changes, f"{key}: programs would not look at {now}"
        self.diary = diary


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Return a reader who has read all that was there when the data was first loaded, on 25 November 2026."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    reader = Reader(folder)
    reader.put("members", member("vanha"), member("toinen"))
    reader.put(
        "events", event("seminaari", date="2027-03-10", place=three("Helsinki")), event("paja", date="2027-04-01")
    )
    series = {"every": "2", "interval": "week"}
    reader.put("events", event("sarja", rhythm=series, sessions=[{"date": "2027-02-03"}, {"date": "2027-02-17"}]))
    titles = [title for title, _ in reader.news("2026-11-25")]
    assert not any("Jäsen" in title for title in titles), "the first load of a list is no news"
    return reader


def change_events(reader: Reader, tell: Callable[[str], list[str]]) -> None:
    """Do to events what is done in a year, and look at what is told of it."""
    # Cancelled, moved, at another place; `updated` was forgotten.
    seminar = event("seminaari", date="2027-03-17", place=three("Tampere"), state="moved")
    reader.put("events", seminar, event("paja", date="2027-04-01", state="cancelled"))
    assert tell("2026-12-01") == [
        "Event cancelled: Tapahtuma paja",
        "Event has a new place, Tampere instead of Helsinki: Tapahtuma seminaari",
        "Event moved from 10 March 2027 to 17 March 2027: Tapahtuma seminaari",
    ]
    # New hours alone; a session that leaves the hours of its series.
    reader.put("events", seminar | {"hours": {"start": "09:00", "end": "12:00"}})
    assert tell("2026-12-10") == [], "hours that were left open are no change"
    reader.put("events", seminar | {"hours": {"start": "10:00", "end": "13:00"}})
    assert tell("2026-12-11") == ["Event has new hours: Tapahtuma seminaari"]
    sessions = [
        {"date": "2027-02-04", "instead_of": "2027-02-03", "state": "moved"},
        {"date": "2027-02-17", "state": "cancelled"},
        {"date": "2027-03-03"},
    ]
    reader.put("events", event("sarja", rhythm={"every": "2", "interval": "week"}, sessions=sessions))
    assert tell("2027-01-10") == [
        "Event cancelled: Tapahtuma sarja 17 February 2027",
        "Event moved from 3 February 2027 to 4 February 2027: Tapahtuma sarja 4 February 2027",
        "Event: Tapahtuma sarja 3 March 2027",
    ]


def test_a_year_is_told_once(reader: Reader) -> None:
    told: list[tuple[str, str]] = []

    def tell(day: str) -> list[str]:
        """Return what is new on *day*; all of it must be of that day."""
        new = reader.news(day)
        assert {on for _, on in new} <= {day}, new
        told.extend(new)
        return sorted(title for title, _ in new)

    # An edit makes no news, whatever it does to `updated`.
    reader.put("members", member("vanha", name=three("Jäsen Vanha"), updated="2026-11-26"))
    assert tell("2026-11-26") == []
    # What appears late is told when it appears, whatever its own day is.
    reader.put("members", member("uusi", since="2026-06"))
    reader.put("news", news_item("myohassa", "2026-09-01", "Myöhässä"))
    assert tell("2026-11-27") == ["Myöhässä", "New member: Jäsen uusi"]
    # What is entered ahead waits for its day.
    reader.put("news", news_item("pian", "2026-11-29", "Pian"))
    assert tell("2026-11-28") == []
    assert tell("2026-11-29") == ["Pian"]
    change_events(reader, tell)
    # A pilot ends and has results, later: two things.
    pilot = read_records("pilots")[0]
    ended = pilot | {"status": "ended", "status_date": "2027-01-20"}
    reader.put("pilots", ended)
    assert [title.partition(":")[0] for title in tell("2027-01-20")] == ["Pilot ended"]
    reader.put("pilots", ended | {"results": three("Se toimi.")})
    assert [title.partition(":")[0] for title in tell("2027-02-20")] == ["Pilot results"]
    reader.put("pilots", ended | {"results": three("Se toimi hyvin."), "updated": "2027-03-01"})
    assert tell("2027-03-01") == []
    # A member leaves, one changes its name, many come.
    del reader.collections["members"]["vanha"]
    del reader.collections["members"]["toinen"]
    reader.put("members", member("toinen-nimi", formerly=["toinen"]))
    assert tell("2027-04-01") == ["No longer a member: Jäsen Vanha"]
    reader.put("members", *(member(f"jasen-{number}") for number in range(40)))
    assert tell("2027-05-01") == ["New members: 40"]
    del reader.collections["members"]["jasen-3"]
    assert tell("2027-05-02") == ["No longer a member: Jäsen jasen-3"]
    group = next(iter(reader.collections["workgroups"].values()))
    reader.put("workgroups", group | {"status": "ended", "status_date": "2027-06-01"})
    assert [title.partition(":")[0] for title in tell("2027-06-01")] == ["The term of the working group has ended"]
    law = next(one for one in reader.collections["laws"].values() if one["stage"] == "proposed")
    reader.put("laws", law | {"stage": "lapsed", "stage_date": "2027-06"})
    (stage,) = tell("2027-06-15")
    assert stage.endswith(": lapsed")
    assert len(told) == len(set(told))
    # The newsletter asks the same memory; of forty that came together it counts those who are still there.
    renderer = reader.site("2027-06-15").renderers["en"]
    day = datetime.date(2027, 6, 15)
    sections = Stories(renderer.edition, renderer.environment).since(datetime.date(2027, 5, 1), day)
    in_letter = {story.title for section in sections for story in section.stories if story.date}
    since_may = {title for title, day in told if day >= "2027-05-01"}
    assert in_letter == since_may - {"New members: 40"} | {"New members: 39"}

"""What of international meetings needs an editor's attention."""

from collections.abc import Iterator

from ecosystem.editing.attention import Finding, Situation, name_of
from ecosystem.kinds.meetings.model import InternationalMeeting, MeetingStatus


def meetings_without_outcome(situation: Situation) -> Iterator[Finding]:
    """International meetings whose last day is past, of which nobody has said whether they were held."""
    for entry in situation.data["meetings"].entries:
        meeting: InternationalMeeting = entry.record
        if meeting.status is MeetingStatus.PLANNED and meeting.last_date.last_day < situation.today:
            said = situation.words.say("report.meeting", date=str(meeting.last_date))
            yield entry.place("status"), f"{name_of(entry, situation.words)}: {said}"

"""The files of a delegation's pack, and the archive of all of them."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from ecosystem.addresses import MEETING_PREFIX, calendar_path
from ecosystem.calendars import render_meeting_calendar
from ecosystem.catalogue.publication import papers_of_participants
from ecosystem.delegation.contacts import contacts, contacts_csv
from ecosystem.delegation.paper import render_paper
from ecosystem.model.meeting import InternationalMeeting
from ecosystem.render.papers import Papers
from ecosystem.views.edition import Edition
from ecosystem.views.international_meetings import is_dated

_MODE: Final = 0o100644 << 16
_UNIX: Final = 3


def render_pack(edition: Edition, papers: Papers, meeting: InternationalMeeting) -> dict[str, bytes]:
    """Return the files of the pack of *meeting* by name; the first is the paper of the meeting itself.

    Participants that are in the offering catalogue bring their papers.
    """
    listed = contacts(edition, meeting)
    name = f"{meeting.id}-{edition.language}"
    files = {f"{name}.pdf": render_paper(edition, papers, meeting, listed)}
    if listed:
        files["contacts.csv"] = contacts_csv(edition, listed)
    if is_dated(meeting):
        path = calendar_path(MEETING_PREFIX + meeting.id, edition.language)
        files[PurePosixPath(path).name] = render_meeting_calendar(edition, meeting, path)
    brought = papers_of_participants(edition, papers, meeting)
    return files | {f"organisations/{file}": paper for file, paper in brought.items()}


def pack_archive(meeting: InternationalMeeting, files: Mapping[str, bytes]) -> bytes:
    """Return *files* as a ZIP archive. Its times are the meeting's last change, so that it is always the same."""
    moment = (meeting.updated.year, meeting.updated.month, meeting.updated.day, 0, 0, 0)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{meeting.id}/{name}", moment)
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _MODE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()

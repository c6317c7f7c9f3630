"""The files of a delegation's pack, and the archive of all of them."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from ecosystem.kinds.meetings.components import meeting_components
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.meetings.pack.cards import contacts_vcf
from ecosystem.kinds.meetings.pack.contacts import contacts, contacts_csv
from ecosystem.kinds.meetings.pack.paper import render_paper
from ecosystem.kinds.meetings.view import meeting_calendar
from ecosystem.kinds.offerings.files.publication import papers_of_participants
from ecosystem.pages.edition import Edition
from ecosystem.publishing.calendars.publication import render_calendar, write_component
from ecosystem.publishing.papers import Papers

_MODE: Final = 0o100644 << 16
_UNIX: Final = 3


def render_pack(
    edition: Edition, papers: Papers, meeting: InternationalMeeting, *, announced: bool = True
) -> dict[str, bytes]:
    """Return the files of the pack of *meeting* by name; the first is the paper of the meeting itself.

    One that is not *announced* says so: it has no page that a paper or a calendar could name.

    Participants of whom the site knows more than the name bring their papers.
    """
    listed = contacts(edition, meeting)
    name = f"{meeting.id}-{edition.language}"
    files = {f"{name}.pdf": render_paper(edition, papers, meeting, listed, announced=announced)}
    if listed:
        files["contacts.csv"] = contacts_csv(edition, listed)
        files["contacts.vcf"] = contacts_vcf(edition, listed)
    if calendar := meeting_calendar(edition, meeting):
        components = map(write_component, meeting_components(edition, meeting, announced=announced))
        name = PurePosixPath(calendar.path).name
        files[name] = render_calendar(edition, calendar, components, published=announced)
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

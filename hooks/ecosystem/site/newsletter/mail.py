"""Write an issue as mails: HTML and text for each service, both as a draft for a mail program, and a preview.

What stands in the file of the issue is what is sent. The HTML and the text have a template each.
"""

import hashlib
from collections.abc import Iterator
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from typing import Final

from jinja2 import Environment

from ecosystem.pages.contact import point_of_contact
from ecosystem.pages.edition import Edition
from ecosystem.pages.links import place
from ecosystem.publishing.feeds.entries import moment
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.newsletter.listing import issue_introduction
from ecosystem.site.newsletter.services import PLACEHOLDERS

#: The service of a sender who has said what it replaces.
OWN_SERVICE: Final = "own"

_SMTP: Final = compat32.clone(linesep="\r\n")


def mail_files(
    edition: Edition, environment: Environment, issue: Issue, placeholder: str | None
) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of the files of *issue*; *placeholder* is that of a service that is not listed."""
    services = {**PLACEHOLDERS, **({OWN_SERVICE: placeholder} if placeholder else {})}
    for service, unsubscribe in services.items():
        html, text = _both(edition, environment, issue, unsubscribe)
        yield f"{service}.html", html.encode("utf-8")
        yield f"{service}.txt", text.encode("utf-8")
    contact = point_of_contact(edition)
    html, text = _both(
        edition, environment, issue, contact.mail(edition.interface.say("newsletter.unsubscribe")) if contact else None
    )
    yield "outlook.eml", _draft(issue, html, text)
    preview = environment.get_template("newsletter/preview.html").render(issue=issue, html=html, text=text)
    yield "preview.html", preview.encode("utf-8")


def _both(edition: Edition, environment: Environment, issue: Issue, unsubscribe: str | None) -> tuple[str, str]:
    """Return *issue* as HTML and as text."""
    values = {"issue": issue, "introduction": issue_introduction(issue), "unsubscribe": unsubscribe}
    html, text = (
        place(environment.get_template(f"newsletter/issue.{suffix}").render(values), edition.site_url).strip() + "\n"
        for suffix in ("html", "txt")
    )
    return html, text


def _draft(issue: Issue, html: str, text: str) -> bytes:
    """Return a mail without sender and receivers, which mail programs open for sending (X-Unsent).

    Its date is the day of the issue and its boundary comes from the content, so that it is the same each time. The
    subject is encoded as a whole: where only some of its words are, Python 3.11 and some readers differ in its spaces.
    """
    mail = MIMEMultipart("alternative", policy=_SMTP)
    mail["Subject"] = Header(issue.title, "utf-8", header_name="Subject").encode()
    mail["Date"] = format_datetime(moment(issue.date))
    mail["X-Unsent"] = "1"
    mail["Content-Language"] = issue.language
    mail.attach(_part(text, "plain"))
    mail.attach(_part(html, "html"))
    mail.set_boundary("=_" + hashlib.sha256((text + html).encode("utf-8")).hexdigest()[:32])
    return mail.as_bytes(policy=_SMTP)


def _part(content: str, subtype: str) -> Message:
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part = MIMEText("", subtype, policy=_SMTP)
    del part["Content-Transfer-Encoding"]
    part.set_payload(content, charset)
    return part

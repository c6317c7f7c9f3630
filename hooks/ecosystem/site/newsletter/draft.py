"""Write an issue as files: HTML and text, each by its own template, and both together as an e-mail draft."""

import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from jinja2 import Environment

from ecosystem.pages.edition import Edition
from ecosystem.pages.links import place
from ecosystem.publishing.feeds.entries import moment
from ecosystem.site.newsletter.introduction import Introduction
from ecosystem.site.newsletter.issue import Issue, issue_title

_FORMATS: Final = ("html", "txt")


def render_issue(
    edition: Edition, environment: Environment, issue: Issue, introduction: Introduction | None, unsubscribe: str
) -> dict[str, bytes]:
    """Return the files of *issue* by their endings: `html`, `txt` and `eml`.

    *unsubscribe* is what the sender's service replaces with each reader's own address for unsubscribing.
    """
    subject = issue_title(edition, issue)
    values = {"issue": issue, "introduction": introduction, "unsubscribe": unsubscribe, "subject": subject}
    html, text = (
        place(environment.get_template(f"newsletter/issue.{suffix}").render(values), edition.site_url).strip() + "\n"
        for suffix in _FORMATS
    )
    draft = _draft(edition, issue, subject, html, text)
    return {"html": html.encode("utf-8"), "txt": text.encode("utf-8"), "eml": draft}


def _draft(edition: Edition, issue: Issue, subject: str, html: str, text: str) -> bytes:
    """Return an e-mail without sender and receivers, which mail programs open for sending (X-Unsent).

    Its date is the day of the issue and its boundary comes from the content, so that it is the same each time.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["Date"] = moment(issue.until)
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = edition.language  # not sooner: setting the content drops such headers
    message.set_boundary("=_" + hashlib.sha256((text + html).encode("utf-8")).hexdigest()[:32])
    return message.as_bytes()

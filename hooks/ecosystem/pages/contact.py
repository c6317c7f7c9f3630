"""Whom to write to about the ecosystem, wherever a page asks somebody to write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ecosystem.ground.uses import note, recorded
from ecosystem.pages.edition import Content, Edition


@dataclass(frozen=True, slots=True)
class NamesContacts:
    """The role of a kind that names people who are public contacts: those of now, the one to write to in front.

    Each has a `name`, a `role`, an `organisation`, an `email`, a `phone` and the day of its source, `as_of`.
    """

    people: Callable[[Content], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class PointOfContact:
    """An address to write to: the operator's, or that of a *person* whom a source names."""

    email: str
    person: Any | None = None

    def mail(self, subject: str, body: str = "") -> str:
        """Return the address of a mail that is begun already (RFC 6068)."""
        text = body.strip().replace("\n", "\r\n")
        headers = f"subject={quote(subject, safe='')}" + (f"&body={quote(text, safe='')}" if text else "")
        return f"mailto:{quote(self.email, safe='@')}?{headers}"


def people(content: Content) -> Sequence[Any]:
    """Return all public contacts, the one to write to in front."""
    return [one for _, role in content.ecosystem.kinds.playing(NamesContacts) for one in role.people(content)]


def point_of_contact(edition: Edition) -> PointOfContact | None:
    """Return where to write: to the operator, else to the first of the public contacts; None if nobody is known."""
    note("contact")
    with recorded():
        if edition.content.operator.contact_email:
            return PointOfContact(edition.content.operator.contact_email)
        reachable = (one for one in people(edition.content) if one.email)
        return next((PointOfContact(one.email, one) for one in reachable), None)

"""What happens when to the laws: what is still to come, and what has been. The list ages by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from ecosystem.kinds.laws.model import Law, Milestone
from ecosystem.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Moment:
    """A milestone of a law."""

    law: Law
    milestone: Milestone
    is_to_come: bool


def moments(edition: Edition, laws: Iterable[Law]) -> tuple[Moment, ...]:
    """Return the milestones of *laws*, oldest first; one of which a month or year is known is to come until its end."""
    found = [
        Moment(law, milestone, milestone.date.last_day > edition.today) for law in laws for milestone in law.milestones
    ]
    return tuple(sorted(found, key=lambda moment: (moment.milestone.date, moment.law.id)))

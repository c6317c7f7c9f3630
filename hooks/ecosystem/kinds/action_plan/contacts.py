"""The people whom the current action plan names as public contacts."""

from collections.abc import Sequence

from ecosystem.kinds.action_plan.indicators import latest_plan
from ecosystem.kinds.parts import Contact
from ecosystem.pages.edition import Content


def contacts(content: Content) -> Sequence[Contact]:
    """Return the contacts of the newest plan, the one to write to when in doubt in front."""
    plan = latest_plan(content.ecosystem)
    return sorted(plan.contacts, key=lambda one: not one.first) if plan else []

"""Answers that are the same on every page of an edition: worked out when the first page asks, and kept for the others.

They are kept in the edition itself, so they go with it when a preview makes the next one.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from ecosystem.views.edition import Edition

Answer = TypeVar("Answer")


def kept(view: Callable[[Edition], Answer]) -> Callable[[Edition], Answer]:
    """Return *view*, a pure function whose answer nobody changes, so that it answers each edition once."""

    @wraps(view)
    def once(edition: Edition) -> Answer:
        if view not in edition.kept:
            edition.kept[view] = view(edition)
        answer: Answer = edition.kept[view]
        return answer

    return once

"""Steps of colour for numbers: as many as the style sheet has, from the lightest to the darkest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

#: As many steps as there are colours for how much there is of something.
STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Step:
    """Numbers that are drawn in one colour: `place` 1 is the lightest, 4 the darkest."""

    place: int
    first: int
    last: int


def steps_of(totals: Iterable[int]) -> tuple[Step, ...]:
    """Return the steps from one to the largest of *totals*, each about twice as far as the one before it.

    A few numbers have a colour each; the largest always has the darkest.
    """
    most = max(totals, default=0)
    lasts = range(1, most + 1) if most <= STEPS else [-(-most // part) for part in (8, 4, 2, 1)]
    firsts = [1, *(last + 1 for last in lasts)]
    lightest = STEPS - len(lasts) + 1
    return tuple(Step(lightest + n, first, last) for n, (first, last) in enumerate(zip(firsts, lasts, strict=False)))


def step_of(steps: Sequence[Step], total: int) -> int:
    """Return the place of the step in which *total* is; 0 where there is nothing to count."""
    return next((step.place for step in steps if step.first <= total <= step.last), 0)

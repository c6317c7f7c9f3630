"""A matrix as a heat map: a number for each row and column, darker the larger it is, with totals at both edges."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from ecosystem.pages.charts.steps import Step, step_of, steps_of


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A number, the place of its colour (0 where there is nothing), and the id of the list that it opens."""

    count: int
    step: int
    opens: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: its id, its name and the path to which that leads, its cells, and how many there are in it."""

    id: str
    name: str
    path: str
    cells: Sequence[MatrixCell]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows that have anything, and those without; the heads of the columns, and how many there are in each."""

    form: ClassVar[str] = "matrix"
    is_table: ClassVar[bool] = True

    corner: str
    columns: Sequence[str]
    rows: Sequence[MatrixRow]
    empty: Sequence[MatrixRow]
    totals: Sequence[int]
    steps: Sequence[Step]

    @property
    def total(self) -> int:
        """The number of all."""
        return sum(self.totals)


def draw_matrix(
    corner: str, columns: Sequence[tuple[str, str]], rows: Sequence[tuple[str, str, str, Sequence[int]]]
) -> Matrix:
    """Return the matrix of *columns* (id, name) and *rows* (id, name, path, counts); *corner* heads the rows."""
    steps = steps_of(count for *_, counts in rows for count in counts)
    drawn = [
        MatrixRow(
            row_id,
            name,
            path,
            [
                MatrixCell(count, step_of(steps, count), f"{column}-{row_id}")
                for (column, _), count in zip(columns, counts, strict=True)
            ],
            sum(counts),
        )
        for row_id, name, path, counts in rows
    ]
    return Matrix(
        corner,
        [name for _, name in columns],
        [row for row in drawn if row.total],
        [row for row in drawn if not row.total],
        [sum(counts) for counts in zip(*(counts for *_, counts in rows), strict=True)],
        steps,
    )

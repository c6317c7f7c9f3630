"""What people write is shown as they meant it, without styles of its own."""

from markdown import markdown

from ecosystem.pages.prose import typeset


def test_columns_are_aligned_by_class() -> None:
    table = markdown("| a | b | c |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |", extensions=["tables"])
    assert table.count(" style=") == 6
    fitted = typeset(table)
    assert " style=" not in fitted
    assert [fitted.count(f'class="column-{side}"') for side in ("left", "center", "right")] == [2, 2, 2]

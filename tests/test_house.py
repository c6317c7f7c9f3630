"""The picture in ARCHITECTURE.md is drawn from the imports."""

from house import PICTURE, draw


def test_the_picture_is_of_this_house() -> None:
    assert PICTURE.read_text("utf-8") == draw(), "draw it again: .venv/bin/python tests/house.py"

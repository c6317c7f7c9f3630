"""The templates of what is written about a run: structure and words are theirs, figures ours."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

_ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(("svg.jinja",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def fill(template: str, **values: object) -> str:
    """Return the *template*, named as the file that is made of it, filled with *values*."""
    return _ENVIRONMENT.get_template(f"{template}.jinja").render(values)

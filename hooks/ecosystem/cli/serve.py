"""`serve`: show the site on this machine; a change is seen as soon as what it touches is made."""

import argparse
from typing import Final

from ecosystem.ground.settings import Settings
from ecosystem.site.engine import ENGINES

NAME: Final = "serve"
HELP: Final = "show the site on this machine, and what changes as soon as it is made"

#: The port at which engines of this kind are looked for.
PORT: Final = 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where, and by which engine."""
    parser.add_argument("--port", type=int, default=PORT, help=f"another port than {PORT}; 0 for any that is free")
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="the program that turns Markdown to HTML")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until the process is ended."""
    # Other commands do without the libraries that make and show sites.
    from ecosystem.site.preview.serving import serve  # noqa: PLC0415

    serve(settings, options.engine, options.port)
    return 0

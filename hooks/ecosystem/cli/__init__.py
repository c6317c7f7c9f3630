"""The command line: `python -m ecosystem COMMAND …`.

Each command is a module here with `NAME`, `HELP`, `add_arguments(parser)` and `run(options, settings)`,
which returns the exit status. `COMMANDS` lists them in the order of the help.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import Final, Protocol, cast

from ecosystem.cli import (
    build,
    check,
    diff,
    export,
    fmt,
    import_members,
    join,
    links,
    new,
    newsletter,
    report,
    schema,
)
from ecosystem.errors import EcosystemError
from ecosystem.settings import Settings, read_settings


class Command(Protocol):
    """What a module of a command offers."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments to *parser*."""

    def run(self, options: argparse.Namespace, settings: Settings) -> int:
        """Do what *options* ask for; return the exit status."""


COMMANDS: Final = tuple(
    cast(Command, module)
    for module in (check, fmt, new, export, import_members, join, diff, report, newsletter, links, schema, build)
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* (default: the command line) name; return the exit status."""
    parser = argparse.ArgumentParser(prog="ecosystem", description="The data and the site of the SOTE AI ecosystem.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        own = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options, read_settings()))
    except EcosystemError as error:
        sys.stderr.write(f"error: {error}\n")
        return 1

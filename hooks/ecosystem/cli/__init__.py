"""The command line: `python -m ecosystem COMMAND …`.

Each command is a module here with `NAME`, `HELP`, `add_arguments(parser)` and `run(options, settings)`,
which returns the exit status. `COMMANDS` lists them in the order of the help.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, Protocol, cast

from ecosystem.ground.errors import EcosystemError, refusal
from ecosystem.ground.settings import Settings, read_settings

#: The commands, each with its module. Only the one that is asked for is loaded: `check` answers in half a second,
#: and the spreadsheets, pictures and calendars of the others would double that.
COMMANDS: Final = {
    "check": "check",
    "words": "words",
    "fmt": "fmt",
    "fix": "fix",
    "rename": "rename",
    "remove": "remove",
    "traces": "traces",
    "new": "new",
    "export": "export",
    "import": "import_table",
    "join": "join",
    "request": "request",
    "diff": "diff",
    "history": "history",
    "report": "report",
    "newsletter": "newsletter",
    "delegation": "delegation",
    "confirmations": "confirmations",
    "downloads": "downloads",
    "leads-template": "leads_template",
    "links": "links",
    "schema": "schema",
    "forms": "forms",
    "fields": "fields",
    "hosting": "hosting",
    "build": "build",
    "preview": "preview",
    "serve": "serve",
    "release": "release",
    "addresses": "addresses",
    "licences": "licences",
    "dependencies": "dependencies",
    "demo": "demo",
}

#: For those who mend the program: keeps the traceback of what failed.
DEBUG: Final = "--debug"


class Command(Protocol):
    """What a module of a command offers."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments to *parser*."""

    def run(self, options: argparse.Namespace, settings: Settings) -> int:
        """Do what *options* ask for; return the exit status."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* (default: the command line) name; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except BrokenPipeError:
        # Whoever read the output has gone, as `head` does. Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (EcosystemError, OSError, ImportError) as error:
        _say(error, str(error) if isinstance(error, EcosystemError) else refusal(error), given)
    except Exception as error:  # nobody foresaw it: the last net
        from ecosystem.site.faults import explain  # noqa: PLC0415

        _say(error, explain(error, read_settings(), given[0] if given else "help"), given)
    return 1


def _say(error: Exception, reason: str, given: Sequence[str]) -> None:
    """Say for what *reason* there is nothing of what was asked for; with `--debug` keep the traceback."""
    sys.stderr.write(f"error: {reason}\n")
    if DEBUG in given:
        from ecosystem.site.faults import keep_traceback  # noqa: PLC0415

        sys.stderr.write(f"{keep_traceback(error, read_settings())}\n")


def _run(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="ecosystem", description="The data and the site of the SOTE AI ecosystem.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _commands(given):
        own = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(own)
        own.add_argument(DEBUG, action="store_true", help="when it fails, write the traceback to .cache/traceback.txt")
        own.set_defaults(run=command.run)
    options = parser.parse_args(given)
    return int(options.run(options, read_settings()))


def _commands(given: Sequence[str]) -> list[Command]:
    """Return the command that *given* begins with, or all of them for the help."""
    named = [given[0]] if given and given[0] in COMMANDS else list(COMMANDS)
    return [cast(Command, import_module(f"ecosystem.cli.{COMMANDS[name]}")) for name in named]

"""The command line: `python -m ecosystem …`."""

import argparse
import sys
from collections.abc import Sequence

from ecosystem.check import check
from ecosystem.messages import read_messages
from ecosystem.problems import Severity, has_errors
from ecosystem.settings import Settings, SettingsError, read_settings
from ecosystem.site_build import BuildError, build_site


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* (default: the command line) name; return the exit status."""
    parser = argparse.ArgumentParser(prog="ecosystem", description="The data and the site of the SOTE AI ecosystem.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="check the data; build nothing")
    checking.set_defaults(run=run_check)
    building = commands.add_parser("build", help="build the site into site/, replacing the last one when all is well")
    building.set_defaults(run=run_build)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options, read_settings()))
    except (SettingsError, BuildError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1


def run_check(_: argparse.Namespace, settings: Settings) -> int:
    """Print every problem of the data; 1 if any of them is an error."""
    ecosystem, problems = check(settings.data)
    messages = read_messages(settings.strings, "en")
    for problem in problems:
        sys.stdout.write(messages.line(problem) + "\n")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if ecosystem is not None:
        records = sum(len(records) for records in ecosystem.collections().values())
        sys.stdout.write(f"{settings.data}: {records} records, {len(problems)} warnings, no errors\n")
    else:
        sys.stdout.write(f"{settings.data}: {errors} errors, {len(problems) - errors} warnings\n")
    return 1 if has_errors(problems) else 0


def run_build(_: argparse.Namespace, settings: Settings) -> int:
    """Build the site; 1 if the data or the build fails, and then the last site stays as it was."""
    build_site()
    return 0

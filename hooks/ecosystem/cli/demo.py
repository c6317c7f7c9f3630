"""`demo`: build a site of made-up organisations with full offerings, which says on every page what it is."""

import argparse
import os
import sys
from pathlib import Path
from typing import Final

from ecosystem.editing.demonstration import ORGANISATIONS, write_demonstration
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.problems import has_errors
from ecosystem.ground.settings import ROOT, Settings
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.site.build import build_site
from ecosystem.site.engine import ENGINES
from ecosystem.words.messages import read_messages

NAME: Final = "demo"
HELP: Final = "build a site of made-up organisations into site-demo/"
#: Where the site of made-up data says that it is, unless `SITE_URL` names another place: never the real address.
ADDRESS: Final = "https://demo.example.org/"


class DemoError(EcosystemError):
    """The demonstration cannot be made; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add how many, where to, and by which engine."""
    parser.add_argument("--organisations", type=int, default=ORGANISATIONS, metavar="NUMBER", help="default: 100")
    parser.add_argument("--to", type=Path, default=ROOT / "site-demo", metavar="FOLDER", help="default: site-demo")
    parser.add_argument(
        "--data", type=Path, metavar="FOLDER", help="write only the data, to a folder that is not there"
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="the program that turns Markdown to HTML")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the made-up data to the cache and build its site; 1 when the data around it is wrong."""
    ecosystem, problems = check(settings.data, KINDS)
    messages = read_messages(settings.strings, settings.language)
    for problem in problems:
        sys.stderr.write(messages.line(problem) + "\n")
    if ecosystem is None or has_errors(problems):
        return 1
    if options.organisations < 1:
        raise DemoError(f"--organisations must be 1 or more, not {options.organisations}")
    if options.data is not None:
        if options.data.exists():
            raise DemoError(f"{options.data} exists; made-up data never takes the place of other data")
        write_demonstration(options.data, settings.data, settings.strings, KINDS, options.organisations)
        return 0
    data = settings.cache / "demo" / "data"
    write_demonstration(data, settings.data, settings.strings, KINDS, options.organisations)
    variables = {"ECOSYSTEM_DATA": str(data), "ECOSYSTEM_DEMO": "1", "SITE_URL": os.environ.get("SITE_URL") or ADDRESS}
    build_site(options.engine, options.to.absolute(), variables)
    return 0

"""`confirmations`: list, for each provider, the entries of the offering that it should confirm within some days."""

import argparse
import csv
import datetime
import sys
from collections.abc import Iterator
from typing import Final

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import Settings
from ecosystem.kinds.offerings.confirmations import Confirmation, confirmations
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.site.preparation import site_for_a_command

NAME: Final = "confirmations"
HELP: Final = "list whom to ask to confirm which entries of the offering, as CSV; `export offerings` makes their table"
HEADINGS: Final = ("organisation", "contact", "id", "name", "verified_on", "confirm_by")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add how far ahead to look, and the language of the names."""
    parser.add_argument("--within", type=int, default=90, metavar="DAYS", help="how far ahead to look (default: 90)")
    parser.add_argument("--language", choices=LANGUAGES, default="fi", help="the language of names (default: fi)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write the list to standard output; 1 when the data is wrong."""
    ecosystem, _ = check(settings.data, KINDS)
    if ecosystem is None:
        sys.stderr.write("the data must be mended first: `check` says how\n")
        return 1
    edition = site_for_a_command(settings, ecosystem).editions[options.language]
    limit = edition.today + datetime.timedelta(days=options.within)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows(row for one in confirmations(edition, limit) for row in _rows(one))
    return 0


def _rows(one: Confirmation) -> Iterator[tuple[str, ...]]:
    for offering, day in one.entries:
        name = offering.name.in_language(one.name.language).text
        yield one.name.text, one.contact, offering.id, name, offering.verified_on.isoformat(), day.isoformat()

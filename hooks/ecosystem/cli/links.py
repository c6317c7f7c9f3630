"""`links`: ask other sites whether the pages that this one links to are still there."""

import argparse
import sys
from pathlib import Path
from typing import Final

from ecosystem.editing.link_check import LinkChecker, find_links, report
from ecosystem.ground.settings import Settings

NAME: Final = "links"
HELP: Final = "check the links to other sites (this takes minutes and needs the internet)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where to write the report and how long to wait."""
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the report, Markdown, to FILE as well")
    parser.add_argument("--timeout", type=float, default=20, metavar="SECONDS", help="wait so long (%(default)s)")
    parser.add_argument("--longest", type=float, default=60, metavar="SECONDS", help="for one link (%(default)s)")
    parser.add_argument("--whole", type=float, default=2700, metavar="SECONDS", help="for all links (%(default)s)")
    parser.add_argument("--pause", type=float, default=1, metavar="SECONDS", help="between requests to a host (1)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the report; 1 if a link is broken."""
    links = [
        link for link in find_links(settings.data, settings.documents) if not link.url.startswith(settings.site_url)
    ]
    checker = LinkChecker(timeout=options.timeout, longest=options.longest, whole=options.whole, pause=options.pause)
    findings = checker.check(links)
    text = report(findings)
    sys.stdout.write(text)
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    broken = sum(finding.verdict == "broken" for finding in findings)
    sys.stdout.write(f"{len(findings)} links, {broken} broken\n")
    return 1 if broken else 0

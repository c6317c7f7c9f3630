"""`check`: print every problem of the data and of the pages; build nothing."""

import argparse
import sys
from typing import Final

from ecosystem.check import check
from ecosystem.documents import read_documents
from ecosystem.messages import read_messages
from ecosystem.problems import Severity, has_errors, in_reading_order
from ecosystem.settings import Settings

NAME: Final = "check"
HELP: Final = "check the data and the pages; build nothing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments of its own."""


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Print every problem; 1 if any of them is an error."""
    ecosystem, problems = check(settings.data)
    findings = read_documents(settings.documents)[1]
    problems = in_reading_order([*problems, *findings])
    messages = read_messages(settings.strings, "en")
    for problem in problems:
        sys.stdout.write(messages.line(problem) + "\n")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    records = sum(len(some) for some in ecosystem.collections().values()) if ecosystem else 0
    counted = messages.words["summary"].format(
        folder=settings.data, records=records, errors=errors, warnings=len(problems) - errors
    )
    sys.stdout.write(counted + "\n")
    return 1 if has_errors(problems) else 0

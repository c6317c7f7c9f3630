"""What the tests of the commands share: a way to run them."""

from pathlib import Path

import pytest

from ecosystem.cli import main
from workbench import Run


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command on a copy of the full data, on the day of the tests."""

    def run_command(*arguments: str) -> tuple[int, str]:
        status = main(arguments)
        written = capsys.readouterr()
        return status, written.out + written.err

    return run_command

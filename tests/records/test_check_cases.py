"""What the check says to an editor, case by case: tests/cases/checks.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from workbench import FULL, SMALL, Content, DataFolder, run_program

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "checks.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_an_editor_reads_every_finding_once(case: dict[str, Any], data_folder: DataFolder) -> None:
    data_folder.replace(case["file"], case["old"], case["new"])
    result = data_folder.run("check")
    *lines, _summary = result.stdout.replace(f"{data_folder.path.as_posix()}/", "").splitlines()
    refused = any(": error: " in line for line in case["answer"])
    assert (result.returncode, result.stderr) == (int(refused), "")
    assert lines == case["answer"]


def test_all_mistakes_of_all_files_at_once(data_folder: DataFolder) -> None:
    data_folder.replace("members.yaml", "kind: company", "knid: company")
    data_folder.replace("events.yaml", "host: ecosystem", "host: nobody")
    data_folder.replace("news.yaml", "topics:", "tpics:")
    result = data_folder.run("check")
    files = {line.split(":")[0].rsplit("/", 1)[-1] for line in result.stdout.splitlines()[:-1]}
    assert files == {"events.yaml", "members.yaml", "news.yaml"}


@pytest.mark.parametrize("content", [FULL, SMALL], ids=["full", "small"])
def test_good_data_has_nothing_to_say(content: Content) -> None:
    result = run_program("check", **content.variables)
    assert (result.returncode, len(result.stdout.splitlines())) == (0, 1), result.stdout

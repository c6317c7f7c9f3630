"""What runs on GitHub: valid, pinned, and with no more rights than it needs."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from workbench import ROOT
from yaml_files import read_yaml

pytestmark = pytest.mark.slow

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(path: Path) -> Any:
    return read_yaml(path)


FORMS = [path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]


def each_workflow(test: Any) -> Any:
    return pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)(test)


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--persona=pedantic", "--no-progress", str(GITHUB)]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_each_file_fits_its_schema(schema: str, files: list[Path]) -> None:
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *map(str, files)])
    assert done.exit_code == 0, done.output


@each_workflow
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    uses = [line.strip().removeprefix("- ") for line in path.read_text().splitlines() if "uses:" in line]
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@each_workflow
def test_nothing_is_allowed_that_a_job_does_not_ask_for(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert int(job["timeout-minutes"]) <= 60
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


@each_workflow
def test_no_script_holds_an_expression(path: Path) -> None:
    scripts = [step["run"] for job in read(path)["jobs"].values() for step in job["steps"] if "run" in step]
    assert [script for script in scripts if "${{" in script] == []


def test_a_fork_gets_neither_rights_nor_secrets() -> None:
    for path in WORKFLOWS:
        workflow = read(path)
        events = workflow["on"]
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
        if "pull_request" in events:
            assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())
            assert "secrets." not in path.read_text()


def test_the_text_of_an_issue_reaches_the_code_only_through_the_file_of_the_event() -> None:
    for name in ("join", "requests"):
        text = (GITHUB / "workflows" / f"{name}.yml").read_text()
        used = set(re.findall(r"github\.event\.[\w.]+", text))
        assert used == {"github.event.issue.number", "github.event.label.name"}
        assert '"$GITHUB_EVENT_PATH"' in text


def test_the_commands_that_the_workflows_run_exist() -> None:
    scripts = "\n".join(path.read_text() for path in WORKFLOWS)
    commands = set(re.findall(r"python -m ecosystem (\w+)", scripts))
    checks = {"addresses", "check", "diff", "fmt", "forms", "join", "links", "newsletter", "request"}
    assert commands == checks | {"delegation", "demo", "export", "import", "preview", "report", "schema"}
    targets = set(re.findall(r"make ([\w./]+)", scripts))
    makefile = (ROOT / "Makefile").read_text()
    assert targets == {".venv/site", ".venv/test", "audit", "dependencies", "release", "site", "test"}
    assert all(f"\n{target.replace('.venv', '$(ENV)')}:" in makefile for target in targets)


def test_new_versions_wait_a_week() -> None:
    updates = read(GITHUB / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "npm", "github-actions"}
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in updates)

"""The structure that ARCHITECTURE.md promises."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from addresses import COLLECTIONS
from ecosystem.ground.settings import read_settings
from ecosystem.records.ecosystem import Ecosystem
from workbench import FULL, ROOT

DOMAIN = ROOT / "hooks" / "ecosystem"
MODULES = sorted(DOMAIN.rglob("*.py"))

#: What each room may not know: data flows from the first to the last.
FORBIDDEN = {
    "source": ("load", "model", "check", "views", "render", "cli"),
    "model": ("load", "check", "views", "render", "cli"),
    "load": ("check", "views", "render", "cli"),
    "check": ("views", "render", "cli"),
    "views": ("render", "cli"),
    "render": ("cli",),
}


#: How a test would come to read the content that editors change: by its place, or by settings that name no other.
REAL_CONTENT = re.compile(
    r"""(?:ROOT|parents\[\d\])\s*/\s*["'](?:data|docs|operator\.yaml)\b(?!["'] / "schema")"""
    r"""|(?:Path|open)\(f?["'](?:data|docs|operator\.yaml)\b"""
    r"""|ECOSYSTEM_(?:DATA|DOCS|OPERATOR)\W+["']?(?:data|docs|operator\.yaml)["']"""
    r"""|\bread_settings\((?!\{?\*{0,2}FULL\b)"""
)

#: The files of tests that may, with the reason.
MAY_NAME_IT = {
    "test_real_content.py": "it is the one that tests the real content",
    "commands/test_schema.py": "the schemas in data/schema are made from the code",
    "test_components.py": "it reads settings that say nothing of the content",
    "test_join_page.py": "it reads settings that say nothing of the content",
}


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return names + [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


def test_the_domain_does_not_know_the_engine() -> None:
    engines = re.compile(r"(mkdocs|material|properdocs|zensical)\b")
    assert [str(path) for path in MODULES if any(engines.match(name) for name in imports(path))] == []


def test_data_flows_one_way() -> None:
    wrong = [
        f"{path.relative_to(DOMAIN)} imports {name}"
        for path in MODULES
        for name in imports(path)
        for later in FORBIDDEN.get(path.relative_to(DOMAIN).parts[0], ())
        if name.startswith(f"ecosystem.{later}")
    ]
    assert wrong == []


def test_the_ecosystem_has_a_field_for_each_collection() -> None:
    assert [field.name for field in fields(Ecosystem)] == list(COLLECTIONS)


def test_every_field_of_every_record_is_explained() -> None:
    bare = [
        f"{model.__name__}.{name}"
        for model in COLLECTIONS.values()
        for name, field in model.model_fields.items()
        if not field.description
    ]
    assert bare == []


def test_modules_stay_small() -> None:
    assert [path.name for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 350] == []


def test_only_the_tests_of_the_real_content_read_it() -> None:
    tests = ROOT / "tests"
    naming = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("*.py")
        if path != Path(__file__) and REAL_CONTENT.search(path.read_text(encoding="utf-8"))
    }
    assert naming == set(MAY_NAME_IT), "use FULL or SMALL of workbench.py"


@pytest.mark.parametrize(
    "planted",
    [
        'shutil.copytree(ROOT / "data", folder)',
        'Path(__file__).resolve().parents[1] / "docs"',
        '(ROOT / "operator.yaml").read_text()',
        'open("data/members.yaml")',
        'Path(f"docs/{language}/index.md")',
        'run_program("check", ECOSYSTEM_DATA="data")',
        "read_settings()",
        'read_settings({"SOURCE_DATE_EPOCH": NOW})',
    ],
)
def test_a_test_that_would_read_the_real_content_is_noticed(planted: str) -> None:
    assert REAL_CONTENT.search(planted)


def test_the_tests_work_on_the_frozen_content_unless_they_name_other() -> None:
    settings = read_settings()
    read = (settings.data, settings.documents, settings.operator)
    assert [one.resolve() for one in read] == [FULL.data, FULL.docs, FULL.operator]

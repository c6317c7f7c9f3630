"""The structure that ARCHITECTURE.md promises."""

import ast
import re
from dataclasses import fields
from pathlib import Path

from addresses import COLLECTIONS
from ecosystem.records.ecosystem import Ecosystem
from workbench import ROOT

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

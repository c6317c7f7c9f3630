"""YAML as tests read and write it: with libyaml, and each scalar a text, so that `on` and `2026-01-31` stay words."""

from pathlib import Path
from typing import Any

import yaml


def read_yaml(path: Path) -> Any:
    """Return the lists, mappings and texts in the file *path*."""
    text = path.read_text(encoding="utf-8")
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - makes nothing but texts, lists and mappings


def yaml_text(value: Any, width: int = 100, style: str | None = None) -> str:
    """Return *value* as YAML; *style* is the quote around every text."""
    text: str = yaml.dump(
        value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=width, default_style=style
    )
    return text

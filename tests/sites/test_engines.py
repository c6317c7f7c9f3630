"""The site outlives its engine: MkDocs' successor builds the same bytes."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from workbench import ENGINE, ROOT, differing, run_program

pytestmark = pytest.mark.slow


def test_two_builds_of_the_same_input_are_the_same_even_by_another_engine(built_site: Path, tmp_path: Path) -> None:
    other = "mkdocs" if ENGINE == "properdocs" else "properdocs"
    result = run_program("build", "--engine", other, "--to", str(tmp_path / "site"))
    assert result.returncode == 0, result.stdout + result.stderr
    assert differing(built_site, tmp_path / "site") == []


def test_no_template_of_the_theme_is_followed() -> None:
    material = find_spec("material")
    assert material and material.origin
    theme = Path(material.origin).parent / "templates"
    theirs = {path.relative_to(theme) for path in theme.rglob("*.html")}
    ours = {path.relative_to(ROOT / "overrides") for path in (ROOT / "overrides").rglob("*.html")}
    assert len(theirs) > 50
    assert theirs & ours == set()

"""The sites whose downloads are tested: of the demonstration, of the full data, and of what strangers may write."""

import pytest

from ecosystem.editing.demonstration import write_demonstration
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.registry import KINDS
from ecosystem.site.site import Site
from kinds.offerings.downloads.files import FORMULAS, MARKUP, OTHER_LETTERS, in_all
from rendering import make_site, read_ecosystem
from workbench import FULL, ROOT


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("demo") / "data"
    write_demonstration(folder, FULL.data, ROOT / "strings", KINDS, 5)
    return make_site(read_ecosystem(folder), ECOSYSTEM_DEMO="1")


@pytest.fixture(scope="session")
def full() -> Site:
    return make_site(read_ecosystem())


@pytest.fixture(params=["demo", "full"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def hostile(demo: Site) -> Site:
    """Return a site whose offerings are called what strangers may write, each one thing."""
    first = next(iter(demo.ecosystem.of(Offering).values())).model_dump()
    made = {
        f"x{n:02}": Offering.model_validate(
            first
            | {"id": f"x{n:02}", "name": in_all(text), "summary": in_all(text)}
            | ({"provider": {"name": in_all(text)}} if n % 2 else {})
        )
        for n, text in enumerate([*FORMULAS, *MARKUP, *OTHER_LETTERS])
    }
    return make_site(demo.ecosystem.with_records(offerings=made, meetings={}))

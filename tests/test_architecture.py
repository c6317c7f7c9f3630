"""The structure that ARCHITECTURE.md promises."""

import ast
import re
from pathlib import Path

import pytest

from addresses import COLLECTIONS
from ecosystem.ground.settings import read_settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.addresses import OwnPages
from rendering import read_ecosystem
from workbench import FULL, ROOT

DOMAIN = ROOT / "hooks" / "ecosystem"
MODULES = sorted(DOMAIN.rglob("*.py"))

#: What the modules of each wing import of the others. A wing knows those before it alone, and of these only what is
#: named here.
KNOWN: dict[str, set[str]] = {
    "ground": set(),
    "records": {"ground"},
    "words": {"ground", "records"},
    "pages": {"ground", "records", "words"},
    "publishing": {"ground", "records", "pages"},
    "search": {"ground", "records", "pages"},
    "editing": {"ground", "records", "words", "pages"},
    "kinds": {"ground", "records", "words", "pages", "publishing", "search", "editing"},
    "site": {"ground", "records", "words", "pages", "publishing", "search", "editing", "kinds"},
    "cli": {"ground", "records", "words", "pages", "publishing", "editing", "kinds", "site"},
}

#: The modules outside the rooms of kinds that name one, with the reason. The wings before `kinds` have none.
MAY_NAME_KINDS = {
    "cli/confirmations.py": "the entries that providers confirm are offerings",
    "cli/delegation.py": "the command makes the papers of a meeting",
    "cli/join.py": "who joins becomes a member",
    "cli/leads_template.py": "leads are of members and offerings",
    "site/addresses.py": "one of the pages of the site offers the files of the catalogue",
    "site/navigation.py": "which pages the menu leads to is a choice",
    "site/newsletter/digest.py": "the digests begin with the oldest news",
    "site/newsletter/stories.py": "an issue tells of coming events",
    "site/prose_figures.py": "figures in texts are of several kinds",
    "site/pages/embeds.py": "other sites show some kinds in frames",
    "site/pages/home.py": "the home page is a choice of several kinds",
    "site/pages/open_data.py": "the examples for programmers are of some kinds",
    "site/pages/views.py": "journalists get figures of the plan and the programmes",
    "site/pages/situation.py": "the situational picture is of several kinds",
}

#: The same of templates besides those of records and of the pages of kinds.
TEMPLATES_MAY_NAME_KINDS = {
    "parts/action_plan.html": "a measure is of a group or a programme",
    "components/chapter.html": "it is the national story's",
    "components/link.html": "an actor is a member, a region, a network or an organisation",
    "components/milestones.html": "a milestone is of a law",
    "components/occurrence.html": "it is the events'",
    "components/offering.html": "it is the offerings'",
    "components/person.html": "a person acts for a member",
    "components/provider.html": "it is the offerings'",
    "components/region_table.html": "it is the regions'",
    "components/similar_members.html": "it is the members'",
    "components/sources.html": "a source may be a publication",
    "components/term_link.html": "it is the glossary's",
    "components/timeline.html": "a moment of a programme may be news",
    "embed/events.html": "other sites show events in frames",
    "embed/members.html": "other sites show members in frames",
    "feeds/member.html": "it is the members'",
    "feeds/pilot.html": "it is the pilots'",
    "feeds/results.html": "it is the pilots'",
    "pages/index.html": "the home page is a choice of several kinds",
    "pages/press.html": "journalists get figures of the programmes",
}

#: How a template asks for the records of a collection.
ASKING = re.compile(r"""\b(?:card|collection|record_links?|record_path|section_path)\(["'](\w+)["']""")


#: How a test would come to read the content that editors change: by its place, or by settings that name no other.
REAL_CONTENT = re.compile(
    r"""(?:ROOT|parents\[\d\])\s*/\s*["'](?:data|docs|operator\.yaml)\b(?!["'] / "schema")"""
    r"""|(?:Path|open)\(f?["'](?:data|docs|operator\.yaml)\b"""
    r"""|ECOSYSTEM_(?:DATA|DOCS|OPERATOR)\W+["']?(?:data|docs|operator\.yaml)["']"""
    r"""|\bread_settings\((?!\{?\*{0,2}FULL\b)"""
)

#: The files of tests that may, with the reason.
MAY_NAME_IT = {
    "cli/test_schema.py": "the schemas in data/schema are made from the code",
    "sites/test_components.py": "it reads settings that say nothing of the content",
    "kinds/members/test_join_page.py": "it reads settings that say nothing of the content",
}


def imported(source: str) -> set[str]:
    """Return the names of the modules that the Python text *source* imports, anywhere in it."""
    found = list(ast.walk(ast.parse(source)))
    modules = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    taken = [node for node in found if isinstance(node, ast.ImportFrom)]
    modules |= {f"{'.' * node.level}{node.module or ''}" for node in taken}
    # "from ecosystem.kinds import members" imports a module as well
    return modules | {f"{node.module}.{alias.name}" for node in taken for alias in node.names}


def wings_in(source: str) -> set[str]:
    """Return the wings from which *source* imports."""
    parts = [name.split(".") for name in imported(source)]
    return {names[1] for names in parts if names[0] == "ecosystem" and len(names) > 1} & KNOWN.keys()


def kinds_in(source: str) -> set[str]:
    """Return what names a kind in the Python text *source*: imports from its room, and its collection as a text."""
    rooms = {name.split(".")[2] for name in imported(source) if name.startswith("ecosystem.kinds.")}
    texts = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    spelled = {one.removesuffix(".yaml") for one in texts if isinstance(one, str)}
    return (rooms | spelled) & COLLECTIONS.keys()


def wing_of(module: Path) -> str:
    return module.relative_to(DOMAIN).parts[0]


def is_of_a_kind(template: str) -> bool:
    """Tell whether *template*, a path below `overrides/`, is that of a record, an entry or a page of a kind."""
    folder, _, name = template.partition("/")
    own = [kind.role(OwnPages) for kind in KINDS.values()]
    pages = {kind.page for kind in KINDS.values()} | {page for one in own if one for page in one.names}
    # an organisation of the catalogue stands below the page of them all
    of_kinds = pages | {"provider"}
    return folder in ("records", "entries") or (folder == "pages" and Path(name).stem in of_kinds)


def test_the_domain_does_not_know_the_engine() -> None:
    engines = re.compile(r"(mkdocs|material|properdocs|zensical)\b")
    wrong = [path for path in MODULES if any(engines.match(name) for name in imported(path.read_text("utf-8")))]
    assert wrong == []


def test_data_flows_one_way() -> None:
    wings = list(KNOWN)
    for number, (wing, known) in enumerate(KNOWN.items()):
        assert known <= set(wings[:number]), f"{wing} knows what comes after it"
    assert {path.name for path in DOMAIN.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(wings)
    found: dict[str, set[str]] = {wing: set() for wing in wings}
    wrong = []
    for path in MODULES:
        if (wing := wing_of(path)) in KNOWN:
            others = wings_in(path.read_text(encoding="utf-8")) - {wing}
            found[wing] |= others
            wrong += [f"{path.relative_to(DOMAIN)} imports from {other}" for other in others - KNOWN[wing]]
    assert wrong == []
    assert found == KNOWN, "a wing knows less than it may"


@pytest.mark.parametrize(
    "planted",
    [
        "from ecosystem.site.site import Site",
        "import ecosystem.site.site",
        "from ecosystem import site",
        "def late() -> None:\n    from ecosystem.site import site",
    ],
)
def test_an_import_from_another_wing_is_noticed(planted: str) -> None:
    assert wings_in(planted) == {"site"}


def test_shared_rooms_name_no_kind() -> None:
    naming = {
        path.relative_to(DOMAIN).as_posix()
        for path in MODULES
        if wing_of(path) != "kinds" and kinds_in(path.read_text(encoding="utf-8"))
    }
    assert naming == set(MAY_NAME_KINDS), "ask the kinds what they say of themselves: `KINDS.playing`"
    assert {name.partition("/")[0] for name in MAY_NAME_KINDS} == {"site", "cli"}


@pytest.mark.parametrize(
    "planted",
    [
        "from ecosystem.kinds.members.model import Member",
        "from ecosystem.kinds import members",
        "import ecosystem.kinds.members.model",
        'records = ecosystem.collection("members")',
        'path = settings.data / "members.yaml"',
        'if kind.name in ("members", "a"): ...',
    ],
)
def test_a_kind_that_is_named_is_noticed(planted: str) -> None:
    assert kinds_in(planted) == {"members"}


def test_who_asks_all_kinds_names_none() -> None:
    assert kinds_in("from ecosystem.kinds.registry import KINDS\nfor kind in KINDS.values(): kind.page") == set()


def test_shared_templates_name_no_kind() -> None:
    folder = ROOT / "overrides"
    templates = [path for path in folder.rglob("*") if path.suffix in (".html", ".txt")]
    naming = {
        name
        for path in templates
        if not is_of_a_kind(name := path.relative_to(folder).as_posix())
        and COLLECTIONS.keys() & set(ASKING.findall(path.read_text(encoding="utf-8")))
    }
    assert naming == set(TEMPLATES_MAY_NAME_KINDS)


@pytest.mark.parametrize(
    "planted",
    [
        '{{ record_link("members", one) }}',
        "{{ record_links('members', ids) }}",
        '<a href="{{ link(record_path("members", id)) }}">',
        '{% for one in edition.ecosystem.collection("members").values() %}',
        '{% call card("members", one) %}',
        '{{ section_path("members") }}',
    ],
)
def test_a_kind_that_a_template_names_is_noticed(planted: str) -> None:
    assert ASKING.findall(planted) == ["members"]


def test_every_room_is_a_kind_and_the_ecosystem_has_its_collection() -> None:
    rooms = {path.parent.name for path in (DOMAIN / "kinds").glob("*/__init__.py")}
    assert rooms == KINDS.keys()
    assert list(read_ecosystem().collections()) == list(COLLECTIONS)


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


def test_no_test_reads_the_real_content() -> None:
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

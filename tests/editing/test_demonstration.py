"""The demonstration: made-up organisations that nobody can take for real ones, with every field and every choice."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pydantic import BaseModel

from ecosystem.editing.demonstration import write_demonstration
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.meetings.model import InternationalMeeting
from ecosystem.kinds.members.model import Member
from ecosystem.kinds.offerings.model import (
    CareSetting,
    Counterpart,
    Hosting,
    Offering,
    OfferingCategory,
    OfferingKind,
    UserGroup,
)
from ecosystem.kinds.offerings.providers import provider_slug
from ecosystem.kinds.offerings.quality import DigiHtaResult, StandardName
from ecosystem.kinds.offerings.regulation import AiActRisk, AiActRole, DeviceStatus, IvdrClass, MddClass, MdrClass
from ecosystem.kinds.organisations.parts import CertificationName, ContactPoint
from ecosystem.kinds.parts import Source
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.records.ecosystem import Ecosystem
from ecosystem.records.texts import Text
from ecosystem.words.wording import placeholders, read_words
from rendering import make_site, render
from workbench import FULL, ROOT, run_ecosystem
from yaml_files import read_yaml

pytestmark = pytest.mark.slow

#: What names that nobody takes for real ones say, in each language.
MADE_UP = re.compile(r"keksit|påhitta|made.up|kuvitteelli|fictional", re.IGNORECASE)
CHOICES: tuple[type[StrEnum], ...] = (
    OfferingKind,
    OfferingCategory,
    UserGroup,
    CareSetting,
    Hosting,
    Counterpart,
    StandardName,
    CertificationName,
    DigiHtaResult,
    DeviceStatus,
    MdrClass,
    IvdrClass,
    MddClass,
    AiActRole,
    AiActRisk,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo") / "data"
    write_demonstration(made, FULL.data, ROOT / "strings", KINDS)
    return made


@pytest.fixture(scope="module")
def ecosystem(folder: Path) -> Ecosystem:
    made, problems = check(folder, KINDS)
    assert made is not None
    assert [problem for problem in problems if "offerings" in problem.place.file] == []
    return made


def made_members(ecosystem: Ecosystem) -> list[Member]:
    return [member for member in ecosystem.of(Member).values() if member.id.startswith("keksitty-")]


def parts(value: Any) -> Iterator[BaseModel]:
    """Yield all models in *value*, itself included."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def scalars(value: Any) -> Iterator[Any]:
    for part in parts(value):
        for name in type(part).model_fields:
            held = getattr(part, name)
            yield from held if isinstance(held, tuple) else [held]


def test_there_are_a_hundred_organisations_and_some_are_no_members(ecosystem: Ecosystem) -> None:
    edition = make_site(ecosystem).editions["en"]
    slugs = {provider_slug(edition, offering.provider) for offering in ecosystem.of(Offering).values()}
    assert len(slugs) == 100
    assert len(made_members(ecosystem)) == 90


def test_every_name_says_in_every_language_that_it_is_made_up(ecosystem: Ecosystem) -> None:
    names: list[Text] = [
        one.heading for one in [*ecosystem.of(Offering).values(), *ecosystem.of(InternationalMeeting).values()]
    ]
    names += [member.name for member in made_members(ecosystem)]
    for offering in ecosystem.of(Offering).values():
        names += [reference.customer.name for reference in offering.references if reference.customer.name]
        if offering.provider.name:
            names.append(offering.provider.name)
    assert [name for name in names for text in name.wordings().values() if not MADE_UP.search(text)] == []
    assert all(len(name.wordings()) == 3 for name in names)
    persons = {
        part.name for one in ecosystem.of(Offering).values() for part in parts(one) if isinstance(part, ContactPoint)
    }
    assert [name for name in persons if name and not MADE_UP.search(name)] == []


def test_every_address_is_below_example_org(ecosystem: Ecosystem) -> None:
    made = [*ecosystem.of(Offering).values(), *ecosystem.of(InternationalMeeting).values(), *made_members(ecosystem)]
    addresses = {value for one in made for value in scalars(one) if isinstance(value, str) and "://" in value}
    assert len(addresses) > 300
    assert [address for address in addresses if not address.startswith("https://example.org/")] == []


def test_every_field_of_an_offering_is_filled_somewhere(ecosystem: Ecosystem) -> None:
    seen: dict[type[BaseModel], set[str]] = {}
    for offering in ecosystem.of(Offering).values():
        for part in parts(offering):
            filled = {name for name in type(part).model_fields if getattr(part, name) not in (None, ())}
            seen.setdefault(type(part), set()).update(filled)
    # The demonstration offers nothing in the name of a real network, region or organisation, and no source says of
    # what is made up that there is nothing.
    empty = {
        f"{kind.__name__}.{name}" for kind, names in seen.items() for name in kind.model_fields if name not in names
    } - {"Actor.network", "Actor.organisation", "Actor.region", "Actor.role"}
    empty -= {"Offering.formerly", "Offering.known_none", "Offering.review_by"}
    empty -= {f"Source.{name}" for name in Source.model_fields if name != "url"}
    assert empty == set()


@pytest.mark.parametrize("kind", CHOICES)
def test_every_value_of_every_choice_occurs(ecosystem: Ecosystem, kind: type[StrEnum]) -> None:
    said = {value for one in ecosystem.of(Offering).values() for value in scalars(one) if isinstance(value, kind)}
    assert said == set(kind)


def test_a_product_that_is_not_ready_is_nowhere_in_use(ecosystem: Ecosystem) -> None:
    stated = [one.maturity for one in ecosystem.of(Offering).values() if one.maturity]
    assert {one.trl for one in stated if one.live_deployments} == {9}


def test_the_same_number_gives_the_same_bytes_and_another_number_fewer(folder: Path, tmp_path: Path) -> None:
    again, fewer = tmp_path / "again", tmp_path / "fewer"
    write_demonstration(again, FULL.data, ROOT / "strings", KINDS)
    write_demonstration(fewer, FULL.data, ROOT / "strings", KINDS, 5)
    for file in folder.glob("*.yaml"):
        assert (again / file.name).read_bytes() == file.read_bytes()
    records = read_yaml(fewer / "offerings.yaml")
    assert {record["id"].rsplit("-", 1)[0] for record in records} == {f"keksitty-00{n}" for n in range(1, 6)}


def test_more_organisations_than_names_are_told_apart(tmp_path: Path) -> None:
    write_demonstration(tmp_path / "data", FULL.data, ROOT / "strings", KINDS, 230)
    made, _ = check(tmp_path / "data", KINDS)
    assert made is not None
    names = [member.name.fi for member in made_members(made)]
    assert len(names) == len(set(names)) == 207


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_demonstration_says_so(ecosystem: Ecosystem, language: str) -> None:
    site = make_site(ecosystem, ECOSYSTEM_DEMO="1")
    soup = BeautifulSoup(render(site, "offering", language), "html.parser")  # type: ignore[arg-type]
    notice = soup.select_one(".demo-notice")
    assert notice is not None and MADE_UP.search(notice.get_text())
    assert soup.select_one('meta[name="robots"][content="noindex"]')
    assert soup.title is not None and "DEMO: " in soup.title.get_text()


def test_a_site_of_real_data_says_nothing_of_it(ecosystem: Ecosystem) -> None:
    page = render(make_site(ecosystem), "offering", "en")
    assert "demo-notice" not in page and "DEMO" not in page and 'content="noindex"' not in page


def test_the_command_writes_data_but_never_over_other_data(tmp_path: Path) -> None:
    target = tmp_path / "made"
    done = run_ecosystem("demo", "--organisations", "3", "--data", str(target))
    assert done.returncode == 0, done.stderr
    assert "keksitty-003" in (target / "offerings.yaml").read_text(encoding="utf-8")
    again = run_ecosystem("demo", "--data", str(target))
    assert again.returncode == 1
    assert again.stderr.endswith("made-up data never takes the place of other data\n")
    none = run_ecosystem("demo", "--organisations", "0", "--data", str(tmp_path / "none"))
    assert none.returncode == 1 and "must be 1 or more" in none.stderr


def test_the_words_of_the_demonstration_are_the_same_in_all_languages() -> None:
    words = {language: read_words(ROOT / "strings" / "demonstration" / f"{language}.yaml") for language in LANGUAGES}
    for language in LANGUAGES:
        assert list(words[language]) == sorted(words["fi"])
        for key, said in words[language].items():
            assert placeholders(said) == placeholders(words["fi"][key]), key

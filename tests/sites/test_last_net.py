"""What nobody foresaw reaches whoever ran a command as one line that names the record, the page and the field."""

import itertools
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from ecosystem.cli import check, main
from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import read_settings
from ecosystem.pages.drawing.drawing import Drawing
from ecosystem.records.fault import FaultError
from ecosystem.site.faults import explain
from ecosystem.site.fingerprints import Fingerprints
from ecosystem.site.ledger import Ledger
from ecosystem.site.making import Child, Maker
from ecosystem.site.products import Product, page_products
from ecosystem.site.stores import MemoryStore
from minimal_records import write_minimal_data
from rendering import of_records, site_of
from workbench import FULL

MADE = "jasenet/2024/"
SAID = {"fi": "jää tekemättä", "sv": "kunde inte skapas", "en": "cannot be made"}


def fail(url: str) -> str:
    """A filter for addresses that does not do its work."""
    raise ValueError(f"no letters for {url[:5]}")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_minimal_data(tmp_path_factory.mktemp("net") / "data", with_parts=True)


@pytest.fixture(scope="module")
def fault(data: Path) -> FaultError:
    """Return what ends the making of a member's page, told by another process."""
    site = site_of(data)
    for renderer in site.renderers.values():
        renderer.environment.filters["short_address"] = fail
    pages = [page for page in page_products(of_records(site)) if page.name == MADE]
    maker = Maker(Ledger(), Fingerprints(site, {}), MemoryStore(), site.memories)
    with pytest.raises(FaultError) as caught:
        Child(lambda: maker.make(pages)).result()
    return caught.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_the_page_the_record_and_the_field_at_its_place(data: Path, fault: FaultError, language: str) -> None:
    line = explain(fault, read_settings({**FULL.variables, "ECOSYSTEM_DATA": str(data), "LC_ALL": language}), "site/")
    lines = (data / "members.yaml").read_text(encoding="utf-8").splitlines()
    number, text = next((number, text) for number, text in enumerate(lines, 1) if "https" in text)
    assert line.startswith(f"{data}/members.yaml:{number}:{text.index('https')}: {MADE} ")
    for part in (SAID[language], "url", "2024", "ValueError: no letters for https"):
        assert part in line
    assert len(line.splitlines()) == 1


def test_a_fault_without_a_record_names_the_line_of_the_program(data: Path) -> None:
    settings = read_settings({**FULL.variables, "ECOSYSTEM_DATA": str(data), "LC_ALL": "en"})
    with pytest.raises(AttributeError) as caught:
        explain(None, None, "")  # type: ignore[arg-type]
    assert explain(caught.value, settings, "news").startswith("hooks/ecosystem/records/fault.py:")


def test_a_failure_ends_those_who_make_the_other_parts(data: Path) -> None:
    """Else they would write into the folder that is then removed, and the error would be that of its removal."""
    pipes = [os.pipe() for _ in range(2)]
    (said, says), (answer, answers) = pipes
    other: list[int] = []

    def fail_once_the_other_works() -> Iterator[tuple[str, bytes]]:
        other.append(int(os.read(said, 20)))
        raise ValueError("the reason")
        yield "", b""

    def work_without_end() -> Iterator[tuple[str, bytes]]:
        os.write(says, str(os.getpid()).encode())
        os.close(answers)
        yield "", os.read(answer, 1)

    products = [Product("one", fail_once_the_other_works), Product("other", work_without_end)]
    maker = Maker(Ledger(), Fingerprints(site_of(data), {}), MemoryStore(), ())
    try:
        with mock.patch("ecosystem.site.making._LEAST_FOR_TWO", 2), mock.patch.object(Drawing, "has_run", False):
            with pytest.raises(FaultError) as caught:
                maker.make(products, processes=2)
            with pytest.raises(ProcessLookupError):
                os.kill(other[0], 0)
    finally:
        for end in itertools.chain(*pipes):
            os.close(end)
    assert caught.value.reason.startswith("ValueError")


def test_a_command_says_it_in_a_line_and_keeps_the_traceback_when_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def run(*_: Any) -> int:
        raise KeyError("eu:n asetus")

    settings = replace(read_settings({**FULL.variables, "LC_ALL": "en"}), cache=tmp_path)
    monkeypatch.setattr(check, "run", run)
    monkeypatch.setattr("ecosystem.cli.read_settings", lambda: settings)
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: ")
    assert "check cannot be made (KeyError: 'eu:n asetus')" in said
    assert len(said.splitlines()) == 1
    assert not list(tmp_path.iterdir())
    assert main(["check", "--debug"]) == 1
    assert capsys.readouterr().err.splitlines()[1] == str(tmp_path / "traceback.txt")
    assert "raise KeyError" in (tmp_path / "traceback.txt").read_text(encoding="utf-8")

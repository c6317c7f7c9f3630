"""All files of the catalogue say the same, and all that the data says."""

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.national_story.files.publication import render_story
from ecosystem.kinds.offerings.catalogue import catalogue
from ecosystem.kinds.offerings.catalogue_fields import DETAILS
from ecosystem.kinds.offerings.files.papers import catalogue_counts
from ecosystem.kinds.offerings.files.publication import render_catalogues
from ecosystem.kinds.offerings.model import Offering
from ecosystem.pages.drawing.drawing import Drawing
from ecosystem.publishing.papers import Papers
from ecosystem.site.site import Site
from kinds.offerings.downloads.files import (
    bookmarks,
    catalogue_pdf,
    data,
    in_all,
    one_pagers,
    said,
    sheet_rows,
    squeezed,
    table,
    with_offering,
)
from rendering import make_site, render
from workbench import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_files_agree(site: Site, language: Language) -> None:
    interface, formats = site.editions[language].interface, site.editions[language].formats
    label = {detail.key: interface.say(detail.label) for detail in DETAILS}
    rows = {row[label["id"]]: row for row in table(site, language)}
    cells = {row[label["id"]]: row for row in sheet_rows(site, language)}
    entries = {entry["id"]: entry for entry in data(site, language)["entries"]}
    headings = [one.title for one in bookmarks(catalogue_pdf(site, language))]
    text = said(catalogue_pdf(site, language))
    assert rows.keys() == cells.keys() == entries.keys() == site.ecosystem.of(Offering).keys()
    assert data(site, language)["count"] == len(rows)
    for offering in site.ecosystem.of(Offering).values():
        row, cell, entry = rows[offering.id], cells[offering.id], entries[offering.id]
        name = offering.name.in_language(language).text
        assert row[label["name"]] == cell[label["name"]] == entry["name"][0]["text"] == name
        assert headings.count(name) >= 1
        assert row[label["provider"]] == cell[label["provider"]].split(" <")[0] or offering.provider.name is None
        trl = offering.maturity.trl if offering.maturity else None
        assert row[label["trl"]] == ("" if trl is None else str(trl))
        assert cell[label["trl"]] == trl
        assert [item["code"] for item in entry["trl"]] == ([] if trl is None else [str(trl)])
        assert row[label["verified_on"]] == entry["verified_on"][0]["code"] == offering.verified_on.isoformat()
        assert cell[label["verified_on"]].date() == offering.verified_on
        assert squeezed(formats.date(offering.verified_on)) in text
        markets = [formats.country(code) for code in offering.markets]
        assert row[label["markets"]] == (cell[label["markets"]] or "") == "; ".join(markets)
        assert [item["code"] for item in entry["markets"]] == list(offering.markets)
        assert not markets or squeezed("; ".join(markets)) in text


def test_nothing_that_an_entry_says_is_left_out(demo: Site) -> None:
    entries = {entry["id"]: json.dumps(entry, ensure_ascii=False) for entry in data(demo, "en")["entries"]}
    formats = demo.editions["en"].formats
    for offering in demo.ecosystem.of(Offering).values():
        for value in scalars(offering.model_copy(update={"sources": ()})):
            words = " ".join(value.split()) if isinstance(value, str) else str(value)
            dated = formats.partial_date(value) if hasattr(value, "first_day") else words
            entry = " ".join(entries[offering.id].replace("\\n\\n", " ").split())
            if isinstance(value, StrEnum):
                found = f'"{value.value}"' in entry
            elif isinstance(value, bool):
                continue
            elif hasattr(value, "isoformat"):
                found = value.isoformat() in entry or formats.date(value) in entry
            else:
                found = json.dumps(words, ensure_ascii=False)[1:-1] in entry or dated in entry
            assert found or words in (offering.provider.member,), f"{offering.id}: {value!r} is not in {entry}"


def scalars(value: Any) -> list[Any]:
    """Return the values in *value*; of texts in several languages, the English one."""
    if isinstance(value, BaseModel):
        names = list(type(value).model_fields)
        if {"fi", "sv", "en"} == set(names):
            names = ["en"]
        return [one for name in names for one in scalars(getattr(value, name))]
    if isinstance(value, tuple):
        return [one for part in value for one in scalars(part)]
    return [] if value is None else [value]


def fresh(site: Site, cache: Path) -> Mapping[str, bytes]:
    """Return the files of *site*, with the papers that are kept in the folder *cache*."""
    papers = Papers(ROOT / "overrides" / "documents", ROOT / "fonts", cache)
    return {**dict(render_story(site.editions, papers)), **dict(render_catalogues(site.editions, papers))}


def test_the_same_data_gives_the_same_bytes_and_only_what_has_changed_is_made_again(
    demo: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    typeset = Drawing.typeset

    def counted(drawing: Drawing, name: str, inputs: Mapping[str, str]) -> bytes:
        made.append(name)
        return typeset(drawing, name, inputs)

    monkeypatch.setattr(Drawing, "typeset", counted)
    assert fresh(demo, tmp_path) == demo.content.shelf.files
    assert len(made) == 3 * (1 + 1 + 5)
    made.clear()
    assert fresh(demo, tmp_path) == demo.content.shelf.files
    assert made == []
    kept = sorted(tmp_path.iterdir())
    kept[0].write_bytes(kept[0].read_bytes()[:1000])  # as a power cut may leave it
    assert fresh(demo, tmp_path) == demo.content.shelf.files
    assert len(made) == 1
    made.clear()
    changed = make_site(with_offering(demo, summary=in_all("New words of one offering.")), ECOSYSTEM_DEMO="1")
    files = fresh(changed, tmp_path)
    assert sorted(made) == ["catalogue.typ"] * 3 + ["organisation.typ"] * 3
    different = [path for path, content in files.items() if demo.content.shelf.files[path] != content]
    assert len([path for path in different if "/organisations/" in path]) == 3


def test_an_empty_catalogue_says_how_to_join(demo: Site) -> None:
    empty = make_site(demo.ecosystem.with_records(offerings={}, meetings={}))
    for language in LANGUAGES:
        say = empty.editions[language].interface.say
        reader = catalogue_pdf(empty, language)
        assert squeezed(say("catalogue.empty")) in said(reader)
        assert squeezed(say("catalogue.join_text")) in said(reader)
        assert data(empty, language)["entries"] == [] and data(empty, language)["join"]["text"]
        assert table(empty, language) == [] and sheet_rows(empty, language) == []
    assert one_pagers(empty) == {}
    assert empty.editions["en"].interface.say("catalogue.empty") in render(empty, "downloads", "en")


def test_one_entry_is_counted_as_one(demo: Site) -> None:
    first = dict([next(iter(demo.ecosystem.of(Offering).items()))])
    site = make_site(demo.ecosystem.with_records(offerings=first, meetings={}))
    counted = {language: catalogue_counts(one, catalogue(one)) for language, one in site.editions.items()}
    assert counted == {
        "fi": "Luettelossa on 1 kohde 1 organisaatiolta.",
        "sv": "Katalogen har 1 post från 1 organisation.",
        "en": "The catalogue has 1 entry from 1 organisation.",
    }

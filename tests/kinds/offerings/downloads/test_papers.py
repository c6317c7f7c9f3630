"""The catalogue and the pages of organisations on paper."""

import re
from typing import Any

import page as pdf_checker
import pytest

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.offerings.catalogue import catalogue
from ecosystem.kinds.offerings.files.papers import render_catalogue, render_organisation
from ecosystem.kinds.offerings.model import Offering
from ecosystem.publishing.papers import Papers
from ecosystem.site.site import Site
from kinds.offerings.downloads.files import (
    CATALOGUE,
    bookmarks,
    catalogue_pdf,
    data,
    in_all,
    one_pagers,
    pdf,
    said,
    squeezed,
    with_offering,
)
from rendering import make_site
from workbench import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_are_accessible(site: Site, language: Language) -> None:
    papers = [site.content.shelf.files[CATALOGUE.format(language, "pdf")], next(iter(one_pagers(site).values()))]
    for paper in papers:
        report = pdf_checker.validate_pdf_bytes(paper, profile=pdf_checker.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, [failure.message for failure in report.failures]
    root: Any = catalogue_pdf(site, language).trailer["/Root"].get_object()
    assert str(root["/Lang"]).startswith(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_on_paper_holds_every_offering(site: Site, language: Language) -> None:
    text = said(catalogue_pdf(site, language))
    for offering in site.ecosystem.of(Offering).values():
        for phrase in (offering.name, offering.summary):
            assert squeezed(phrase.in_language(language).text) in text, offering.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_the_pages_where_things_stand(demo: Site, language: Language) -> None:
    reader = catalogue_pdf(demo, language)
    page_of = {squeezed(str(one.title)): reader.get_destination_page_number(one) for one in bookmarks(reader)}
    pages = [number for number in page_of.values() if number is not None]
    first = min(number for number in pages if number > 1)
    lines = "\n".join(reader.pages[number].extract_text() for number in range(1, first))
    listed = re.findall(r"^(.*?)[ .]*\.[ .]*(\d+)$", lines, re.MULTILINE)
    numbers = {squeezed(name): int(number) for name, number in listed}
    assert len(numbers) > len(demo.ecosystem.of(Offering))
    assert numbers == {name: number + 1 for name, number in zip(page_of, pages, strict=True)}
    for offering in demo.ecosystem.of(Offering).values():
        name = squeezed(offering.name.in_language(language).text)
        assert name in squeezed(reader.pages[numbers[name] - 1].extract_text())


def test_the_index_names_the_pages_where_those_stand_who_have_something(demo: Site) -> None:
    reader = catalogue_pdf(demo, "en")
    page_of = {str(one.title): reader.get_destination_page_number(one) for one in bookmarks(reader)}
    first = page_of["Index"]
    assert first is not None
    text = " ".join(" ".join(one.extract_text() for one in reader.pages[first:]).split())
    offering = next(one for one in demo.ecosystem.of(Offering).values() if one.specialties)
    number = page_of[offering.name.in_language("en").text]
    assert number is not None
    specialty = demo.editions["en"].interface.choice(offering.specialties[0])
    for words in ("Provider", "Specialties", "Standards", "Markets"):
        assert words in text
    pages = re.search(rf"{specialty}: ([\d–, ]+)", text)
    assert pages
    runs = [run.split("–") for run in pages[1].replace(" ", "").strip(",").split(",")]
    assert any(int(run[0]) <= number + 1 <= int(run[-1]) for run in runs)


def test_every_organisation_has_one_page_in_every_language(site: Site) -> None:
    papers = one_pagers(site)
    providers = {entry["organisation"] for entry in data(site, "en")["entries"]}
    assert sorted(papers) == sorted(
        f"downloads/organisations/{slug}-{language}.pdf" for slug in providers for language in LANGUAGES
    )
    assert {path: len(pdf(paper).pages) for path, paper in papers.items()} == dict.fromkeys(papers, 1)


def test_a_long_address_is_copied_from_paper_as_it_is(demo: Site) -> None:
    address = f"https://example.org/{'certificate-' * 12}end?page=1"
    changed = make_site(with_offering(demo, url=address))
    papers = Papers(ROOT / "overrides" / "documents", ROOT / "fonts", ROOT / ".cache" / "papers")
    edition = changed.editions["en"]
    paper = pdf(render_catalogue(edition, papers, catalogue(edition)))
    text = "".join(page.extract_text() for page in paper.pages)
    assert address in re.sub(r"\n", "", text)
    assert not re.search("[\u200b-\u200d\u2060\ufeff]", text)


@pytest.mark.parametrize(("offerings", "words"), [(1, 900), (3, 90), (30, 6), (200, 900)])
def test_one_page_is_one_page_whatever_is_written(demo: Site, offerings: int, words: int) -> None:
    first = next(iter(demo.ecosystem.of(Offering).values()))
    long = in_all(" ".join(["sanahirviö"] * words)[:6000])
    title = in_all("W" * 200)
    shared: dict[str, Any] = {
        "name": title,
        "summary": long,
        "intended_use": long,
        "url": f"https://example.org/{'w' * 1900}",
    }
    many = {
        f"x{n:03}": Offering.model_validate(first.model_dump() | shared | {"id": f"x{n:03}"}) for n in range(offerings)
    }
    crowded = make_site(demo.ecosystem.with_records(offerings=many, meetings={}))
    (organisation,) = catalogue(crowded.editions["sv"]).organisations
    reader = pdf(render_organisation(crowded.editions["sv"], crowded.papers, organisation))
    assert len(reader.pages) == 1
    shown = squeezed(reader.pages[0].extract_text())
    say = crowded.editions["sv"].interface
    assert (squeezed(say.say("catalogue.shortened")) in shown) == (offerings > 1 or words > 60)
    left_out = {30: 24, 200: 194}.get(offerings)
    assert left_out is None or squeezed(say.count("catalogue.more", left_out)) in shown


def test_a_paper_whose_letters_are_all_there_says_nothing_of_it(demo: Site) -> None:
    assert "stands for letters" not in " ".join(one.extract_text() for one in catalogue_pdf(demo, "en").pages)

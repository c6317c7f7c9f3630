"""What every chart of the site has, in every language, and that its drawing says what its key says."""

import csv
import io
import re

import pytest
from bs4 import BeautifulSoup, Tag

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.pages.charts.bars import Bars
from ecosystem.pages.charts.chart import chart_frame_path, chart_table_path
from ecosystem.pages.charts.stack import Stacks
from ecosystem.pages.links import place
from ecosystem.pages.record_pages import record_pages
from ecosystem.site.pages.charts import all_charts, chart_pages, chart_tables
from rendering import site_of
from workbench import FULL, ROOT

SITE = site_of(FULL.data)
STYLES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides" / "assets" / "styles").glob("*.css"))
CHART = '{% from "components/chart.html" import chart %}{{ chart(one) }}'

FORMS = {"bars", "groups", "line", "matrix", "stacks", "tiles"}
CASES = [(name, language) for language in LANGUAGES for name in all_charts(SITE.editions[language])]


def shown(name: str, language: Language) -> BeautifulSoup:
    renderer = SITE.renderers[language]
    one = all_charts(renderer.edition)[name]()
    html = place(renderer.environment.from_string(CHART).render(one=one), "/")
    return BeautifulSoup(html, "html.parser")


def classes(tags: list[Tag], prefix: str) -> set[str]:
    return {one for tag in tags for one in tag.get_attribute_list("class") if str(one).startswith(prefix)}


def test_the_site_has_charts_of_every_form_and_the_same_in_every_language() -> None:
    assert {make().drawing.form for make in all_charts(SITE.editions["fi"]).values()} == FORMS
    names = [set(all_charts(edition)) for edition in SITE.editions.values()]
    assert names[0] == names[1] == names[2]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_a_chart_has_all_that_a_reader_needs(name: str, language: Language) -> None:
    soup = shown(name, language)
    figure = soup.select_one("figure.chart")
    assert figure is not None
    finding = soup.find(id=figure["aria-labelledby"])
    assert finding is not None and finding.text.endswith(".") and finding.text[0] != "{"
    about = soup.select_one(".chart__about")
    assert about is not None and re.search(r"20\d\d|päivämäärää|datum|no date", about.text)
    assert soup.select_one("figcaption .source") is not None
    assert soup.select_one("table tbody tr th[scope=row]") is not None
    ways = {str(link["href"]) for link in soup.select(".chart__ways a[download]")}
    edition = SITE.editions[language]
    assert ways == {"/" + chart_table_path(edition, name)}
    code = soup.select_one(".chart__ways code")
    assert code is not None and chart_frame_path(edition, name) in code.text and code.text.startswith("<iframe")
    for drawing in soup.select("svg"):
        assert drawing.get("aria-label") or drawing.find_parent(attrs={"aria-hidden": "true"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_can_be_taken_along(language: Language) -> None:
    edition = SITE.editions[language]
    tables = dict(chart_tables(edition))
    for name, make in all_charts(edition).items():
        rows = list(csv.reader(io.StringIO(tables[chart_table_path(edition, name)].decode("utf-8-sig"))))
        assert rows[0] == list(make().table.heads)
        assert len(rows) == len(make().table.rows) + 1 > 1
        assert {len(row) for row in rows} == {len(rows[0])}
    frames = {page.path: page.document() for page in chart_pages(SITE.renderers[language])}
    assert set(frames) == {chart_frame_path(edition, name) for name in all_charts(edition)}
    for document in frames.values():
        page = BeautifulSoup(document, "html.parser")
        assert all((link["target"], link["rel"]) == ("_blank", ["noopener"]) for link in page.select("a"))
        assert page.find("script") is None


def test_numbers_for_programs_are_not_written_for_readers() -> None:
    edition = SITE.editions["fi"]
    table = dict(chart_tables(edition))[chart_table_path(edition, "haastetutkimus-2025-suurimmat-haasteet")].decode()
    assert "2.58" in table and "2,58" not in table


def test_percent_fill_their_bars_as_far_as_they_are_of_a_hundred_and_counts_have_no_track() -> None:
    charts = all_charts(SITE.editions["en"])
    shares, counts = (
        charts[name]().drawing
        for name in (
            "motivaatiotutkimus-2025-jasenhakijat-sektoreittain",
            "tekoalykehityksen-tilannekuva-kohteiden-maara",
        )
    )
    assert isinstance(shares, Bars) and isinstance(counts, Bars)
    assert all(bar.length == float(bar.value) for bar in shares.bars) and shares.has_track
    assert max(bar.length for bar in counts.bars) == 100 and not counts.has_track


def test_what_tells_of_all_is_no_finding() -> None:
    finding = all_charts(SITE.editions["en"])["verkostoselvitys-2023-ehdotettu-rahoitus"]().finding
    assert finding == "The largest figure is 10 (Base funding)."


@pytest.mark.parametrize(
    "name", [name for name, make in all_charts(SITE.editions["fi"]).items() if make().drawing.form != "bars"]
)
def test_a_key_has_the_colours_of_what_is_drawn(name: str) -> None:
    soup = shown(name, "fi")
    key = classes(soup.select(".map-key .swatch"), "st")
    drawn = classes(soup.select("svg :is(a, rect), td"), "st")
    assert drawn - {"step-0"} <= key
    for one in drawn | key:
        assert re.search(rf"\.{one}\b[^{{]*\{{[^}}]*--tile:", STYLES), one


def test_a_focus_area_has_its_tint_in_the_chart_and_at_its_measures() -> None:
    drawing = all_charts(SITE.editions["fi"])["plan-2025-measures"]().drawing
    assert isinstance(drawing, Stacks)
    tints = {one.anchor: f"area-{one.tint}" for one in drawing.stacks if one.tint}
    kind = SITE.ecosystem.kinds["action_plan"]
    page = next(page for page in record_pages(SITE.renderers["fi"], kind) if page.path.endswith("/2025/"))
    soup = BeautifulSoup(page.document(), "html.parser")
    sections = {str(section["id"]): section.get_attribute_list("class") for section in soup.select("section.area")}
    assert {area: tint in sections[str(area)] for area, tint in tints.items()} == dict.fromkeys(tints, True)
    assert len(tints) == 4

"""What a source says is not there is told apart from what this site does not know."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from addresses import record_path
from ecosystem.ground.languages import LANGUAGES
from ecosystem.kinds.parts import SourcedRecord
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import load_and_check
from minimal_records import ID, write_minimal_data
from rendering import make_site, of_records, read_ecosystem

NONE = {"fi": "Ei ole lähteen mukaan", "sv": "Finns inte enligt källan", "en": "None, according to the source"}


def test_pages_say_that_there_is_none_and_which_source_says_so(tmp_path: Path) -> None:
    ecosystem = read_ecosystem(write_minimal_data(tmp_path / "data", with_parts=False))
    changed = {}
    for name, kind in KINDS.items():
        record = ecosystem.collection(kind.name)[ID]
        if isinstance(record, SourcedRecord) and record.may_be_none:
            fields = tuple(field for field in record.may_be_none if not getattr(record, field))
            sources = (record.sources[0].model_copy(update={"absence": True}),)
            changed[name] = record.model_copy(update={"known_none": fields, "sources": sources})
            assert fields and changed[name].unknown == ()
    pages = {
        page.path: page
        for page in of_records(make_site(ecosystem.with_records(**{n: {ID: r} for n, r in changed.items()})))
    }
    for name, record in changed.items():
        for language in LANGUAGES:
            page = BeautifulSoup(pages[record_path(name, ID, language)].document(), "html.parser")
            rows = {row.dt.get_text(): row for row in page.select(".facts__row") if row.dt}
            alone = record.known_none == ("results",)
            told = page.select_one("#results") if alone else rows[NONE[language]]
            assert told is not None and told.select_one(".source a"), (name, language)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("suppliers", "known_none_without_source"),
        ("supplier", "known_none_field"),
        ("results", "known_none_given"),
    ],
)
def test_what_is_known_not_to_be_there_can_be_absent_is_absent_and_has_a_source(
    tmp_path: Path, field: str, code: str
) -> None:
    data = write_minimal_data(tmp_path / "data", with_parts=False)
    cases = data / "cases.yaml"
    result = "  'results':\n    'fi': 'Minimal'\n" if field == "results" else ""
    cases.write_text(f"{cases.read_text(encoding='utf-8')}{result}  'known_none': ['{field}']\n", encoding="utf-8")
    found = {problem.code: problem for problem in load_and_check(data, KINDS)[1]}
    assert code in found
    assert found[code].details.get("suggestion") == ("suppliers" if field == "supplier" else None)

"""What the real data, the real pages and the real statement of today must be: the only tests that read them.

All other tests are of the code and work on frozen content (`FULL` and `SMALL` in `workbench.py`), so that no editor
can turn them red. What fails here is no fault of the code: an editor mends it. It is to become findings of `check`,
which name the place; then this file goes. Most are tests of the frozen content that run once more with other
fixtures: `content`, and a site that is built from it without what no editor writes (search, cards).
"""

from pathlib import Path
from typing import Final

import pytest

from cli.test_schema import test_the_data_fits_its_schema  # noqa: F401
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.records.ecosystem import Ecosystem
from editing.test_canonical_form import test_the_data_is_in_canonical_form  # noqa: F401
from kinds.members.test_join import QUESTIONS
from pages.test_equal_languages import (  # noqa: F401
    test_a_hand_written_page_says_the_same_in_every_language,
    test_every_file_that_is_for_one_language_exists_for_all,
    test_every_hand_written_page_exists_in_every_language,
    test_every_page_has_the_same_parts_in_every_language,
    test_no_translation_is_older_than_the_page,
    test_the_calendars_tell_the_same_in_every_language,
    test_the_feeds_tell_the_same_in_every_language,
)
from pages.test_operator import (  # noqa: F401
    test_the_statement_names_the_day_of_its_head,
    test_the_statement_says_what_the_act_demands,
)
from pages.test_prose_figures import (  # noqa: F401
    test_a_hand_written_page_agrees_with_the_data,
    test_the_summaries_of_plans_and_programmes_agree_with_the_data,
)
from prose import passages
from sites.test_site import (  # noqa: F401
    pages,
    test_every_page_has_one_heading_a_title_and_a_description,
    test_headings_leave_no_level_out,
    test_ids_are_unique_on_a_page,
    test_no_link_leads_nowhere,
    test_no_page_asks_another_host_for_anything,
    test_no_token_and_no_template_marker_is_left,
)
from words.spelling.test_spelling import (
    NAMES,
    OWN,
    misspelt,
    test_every_word_is_spelt_right,  # noqa: F401
)
from words.test_plain_language import (  # noqa: F401
    test_headings_say_what_stands_below,
    test_the_official_terms_are_used,
    test_the_sentences_of_each_page_are_short,
    test_the_sentences_of_each_record_are_short,
)
from words.test_typography import test_the_marks_are_those_of_the_language  # noqa: F401
from workbench import FULL, ROOT, Content, build_well, made_once, run_ecosystem
from yaml_files import read_yaml

pytestmark = pytest.mark.slow

REAL: Final = Content(ROOT / "data", ROOT / "docs", ROOT / "operator.yaml")


@pytest.fixture(scope="session")
def content() -> Content:
    return REAL


@pytest.fixture(scope="session")
def ecosystem() -> Ecosystem:
    found, problems = check(REAL.data, KINDS)
    assert found is not None, problems
    return found


@pytest.fixture(scope="session")
def built_site(common_folder: Path) -> Path:
    """Return the folder of the site, built from the real content."""

    def build(folder: Path) -> None:
        build_well(folder, **REAL.variables, ECOSYSTEM_SEARCH="0", ECOSYSTEM_CARDS="0")

    return made_once(common_folder / "real-site", build)


def test_the_check_finds_no_error() -> None:
    result = run_ecosystem("check", **REAL.variables)
    assert (result.returncode, result.stderr) == (0, ""), result.stdout


def test_fmt_has_nothing_to_change() -> None:
    result = run_ecosystem("fmt", "--check", **REAL.variables)
    assert (result.returncode, result.stdout) == (0, "")


def test_the_form_to_join_offers_every_region() -> None:
    regions = read_yaml(REAL.data / "regions.yaml")
    (offered,) = (list(question.options.values()) for question in QUESTIONS if question.id == "region")
    assert offered == [region["id"] for region in regions]


def test_the_issue_forms_are_up_to_date() -> None:
    result = run_ecosystem("forms", "--check", **REAL.variables)
    assert (result.returncode, result.stdout) == (0, ""), "run `python -m ecosystem forms`"


def test_the_lists_of_words_have_none_that_nothing_needs() -> None:
    """A few may wait for a text that is under way, or stay behind one that has gone."""
    used: set[str] = set()
    for one in dict.fromkeys((*passages(REAL), *passages(FULL))):
        misspelt(one, used)
    listed = NAMES.union(*OWN.values())
    unused = sorted(listed - used)
    assert len(unused) <= len(listed) // 20, f"nothing needs {unused}"

"""Texts by language, and short names, of which one may be for all languages."""

import pytest
from pydantic import ValidationError

from ecosystem.records.texts import ShortName


def test_one_short_name_is_that_of_all_languages() -> None:
    short = ShortName.model_validate("THL")
    assert (short.fi, short.sv, short.en, short.common) == ("THL", "THL", "THL", "THL")


def test_a_language_without_a_short_name_has_none() -> None:
    short = ShortName.model_validate({"fi": "KAMK", "en": "KAMK"})
    assert short.sv is None
    assert ShortName.model_validate({"sv": "FPA"}).common == "FPA"


@pytest.mark.parametrize("wrong", ["", "a\nb", "a" * 201, {}, {"de": "BMG"}, ["STM"]])
def test_what_is_no_short_name_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError) as refused:
        ShortName.model_validate(wrong)
    assert refused.value.error_count() == 1

"""The pages of the reader's selection: the words of their scripts, and the files of the catalogue they take from."""

from collections.abc import Mapping
from typing import Any, Final

from ecosystem.kinds.offerings.addresses import catalogue_path
from ecosystem.pages.edition import Edition

#: So many entries stand side by side: more do not fit a window.
MOST_COMPARED: Final = 5


def selection(edition: Edition) -> Mapping[str, Any]:
    """Return what the page of the selection shows and what its script says."""
    say = edition.interface.say
    words = {
        "chosen.one": say("selection.chosen.one", count="#"),
        "chosen.other": say("selection.chosen.other", count="#"),
        "unknown.one": say("selection.unknown.one", count="#"),
        "unknown.other": say("selection.unknown.other", count="#"),
        "empty": say("selection.empty"),
        "loading": say("selection.loading"),
        "printed": say("selection.printed"),
        "remove": say("selection.remove"),
        "file": say("selection.file"),
        "downloaded": say("selection.downloaded"),
        "copied": say("selection.copied"),
        "not_copied": say("selection.not_copied"),
        "failed": say("selection.failed"),
    }
    return {
        "words": words,
        "entries": catalogue_path(edition.language, "json"),
        "table": catalogue_path(edition.language, "csv"),
        "paper": catalogue_path(edition.language, "pdf"),
    }


def comparison(edition: Edition) -> Mapping[str, Any]:
    """Return what the page that compares entries shows and what its script says."""
    say = edition.interface.say
    words = {
        "compared.one": say("compare.compared.one", count="#"),
        "compared.other": say("compare.compared.other", count="#"),
        "left_out.one": say("compare.left_out.one", count="#", most=MOST_COMPARED),
        "left_out.other": say("compare.left_out.other", count="#", most=MOST_COMPARED),
        "empty": say("compare.empty"),
        "loading": say("selection.loading"),
        "remove": say("selection.remove"),
        "detail": say("catalogue.field"),
        "not_known": say("compare.not_known"),
        "failed": say("selection.failed"),
    }
    return {
        "words": words,
        "most": MOST_COMPARED,
        "entries": catalogue_path(edition.language, "json"),
        "table": catalogue_path(edition.language, "csv"),
        "workbook": catalogue_path(edition.language, "xlsx"),
    }

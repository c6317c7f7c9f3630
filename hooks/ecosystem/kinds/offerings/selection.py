"""The page of the reader's selection: the words of its script, and the files of the catalogue that it takes from."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.offerings.addresses import catalogue_path
from ecosystem.pages.edition import Edition


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

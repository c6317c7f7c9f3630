"""Running text that is the same in two languages: somebody meant to translate it."""

from collections.abc import Iterator
from itertools import combinations

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.problems import Problem, Severity
from ecosystem.records.load import LoadedData
from ecosystem.records.names import translated_texts
from ecosystem.records.texts import Prose, SomeProse

#: Shorter texts may be a name and nothing else.
FEWEST_WORDS = 4


def prose_is_translated(data: LoadedData) -> Iterator[Problem]:
    """Running text is not the same in two languages."""
    for loaded in data.values():
        for entry in loaded.entries:
            for path, text in translated_texts(entry.record):
                if not isinstance(text, Prose | SomeProse):
                    continue
                wordings = text.wordings()
                for one, other in combinations([language for language in LANGUAGES if language in wordings], 2):
                    if wordings[one] == wordings[other] and len(wordings[one].split()) >= FEWEST_WORDS:
                        details = {"language": other, "other": one}
                        yield Problem(entry.place(*path, other), "not_translated", details, Severity.WARNING)

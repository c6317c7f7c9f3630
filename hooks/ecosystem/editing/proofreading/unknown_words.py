"""The words of passages that neither a dictionary nor a list nor a name in the data has."""

from collections.abc import Iterable, Iterator

from ecosystem.editing.proofreading.accepted_words import WORD, AcceptedWords
from ecosystem.editing.proofreading.passages import Passage
from ecosystem.editing.proofreading.spelling import is_known
from ecosystem.ground.problems import Problem, quote


def unknown_words(passages: Iterable[Passage], accepted: AcceptedWords) -> Iterator[tuple[Passage, str]]:
    """Yield each word of *passages* that is not known, with the passage where it stands."""
    for passage in passages:
        for word in dict.fromkeys(WORD.findall(passage.seen)):
            if not is_known(word, passage.language) and not accepted.have(word, passage.language):
                yield passage, word


def misspelt_words(passages: Iterable[Passage], accepted: AcceptedWords) -> Iterator[Problem]:
    """Yield a warning for each of them."""
    for passage, word in unknown_words(passages, accepted):
        yield passage.warn("word_unknown", word=quote(word))

"""Sentences are short: on average on a page and in the texts of a record, and each of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from ecosystem.editing.proofreading.passages import Passage
from ecosystem.ground.languages import Language
from ecosystem.ground.problems import Problem, quote

#: Words in a sentence: on average on a page and in the texts of a record, and at most. A Finnish sentence says the
#: same with fewer words.
AVERAGE: Final[dict[Language, int]] = {"fi": 14, "sv": 19, "en": 19}
LONGEST: Final[dict[Language, int]] = {"fi": 28, "sv": 38, "en": 40}

#: Fewer sentences have no average that says anything.
FEW: Final = 3

#: A sentence ends at a mark before a capital letter or the end, or with its paragraph, heading or list item.
_END: Final = re.compile(r"(?<=[.!?:])[”“*]*\s+(?=[^\W\d_a-zåäö]|\d)|\n\s*\n|\n\s*(?=[-#|]|\d+\. )")

#: Abbreviations and ordinals whose full stop ends no sentence.
_INSIDE: Final = re.compile(r"\b(?:kl|klo|esim|mm|ns|e\.g|i\.e|No|bl\.a|t\.ex|s\.k)\.\s|\b\d{1,2}\.\s(?=[a-zåäö])")
_WORD: Final = re.compile(r"\w[\w’'-]*")


def sentences(passage: Passage) -> list[list[str]]:
    """Return the words of each sentence of *passage*."""
    plain = _INSIDE.sub(lambda match: match[0].replace(".", "").rstrip() + " ", passage.seen)
    return [words for part in _END.split(plain) if (words := _WORD.findall(part))]


def long_sentences(passages: Iterable[Passage]) -> Iterator[Problem]:
    """Yield a warning for each sentence that is too long, and for each record or page where all are on average."""
    wholes: dict[tuple[str, Language], list[Passage]] = defaultdict(list)
    for passage in passages:
        wholes[passage.whole, passage.language].append(passage)
    for (_, language), parts in wholes.items():
        if sum(part.text.count(" ") for part in parts) >= AVERAGE[language]:
            yield from _too_long(parts, language)


def _too_long(parts: list[Passage], language: Language) -> Iterator[Problem]:
    lengths = []
    for part in parts:
        for words in sentences(part):
            lengths.append(len(words))
            if len(words) > LONGEST[language]:
                beginning = quote(" ".join(words[:5]))
                yield part.warn(
                    "sentence_too_long", found=beginning, length=str(len(words)), limit=str(LONGEST[language])
                )
    average = sum(lengths) / len(lengths) if lengths else 0
    if len(lengths) >= FEW and average > AVERAGE[language]:
        yield parts[0].warn("sentences_long", average=f"{average:.0f}", limit=str(AVERAGE[language]))

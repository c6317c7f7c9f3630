"""The site's own texts by language, each with its place: what people write in pages, strings, data and guides."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import yaml
from pydantic import BaseModel

from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.parts import Source
from ecosystem.kinds.registry import KINDS
from ecosystem.records.check import check
from ecosystem.records.texts import Text
from ecosystem.words.wording import read_words
from workbench import ROOT, Content

#: Names of organisations and titles of works are as their owners write them, and so is all that a source says.
NAMES: Final = {"name", "identifier", "short_name", "original_name", "nickname"}

#: Words of another language than their page: `*AI-aamu*{ lang=fi }`, `[Kuopio Health](…){ lang=en }`.
FOREIGN: Final = re.compile(r"(?:\*[^*]+\*|\[[^]]+\]\([^)]+\))\{ lang=\w+ \}")

#: What a reader does not see of Markdown: code, addresses of links, attributes, tags.
UNSEEN: Final = re.compile(
    r"```.*?```|`[^`]*`|(?<=\])\([^)]*\)|\{[^}]*\}\w*|</?\w[^>]*>|<!--.*?-->|&\w+;|https?://\S*|mailto:|\S+@\S+",
    re.DOTALL,
)

#: What stands for something unseen.
GAP: Final = "\N{OBJECT REPLACEMENT CHARACTER}"

#: Words of other languages in the guides: GitHub's buttons, and the links to the other guides.
OF_OTHERS: Final = re.compile(r"(?<!\*)\*[^*\n]+\*(?!\*)|\[[^]\n]+\]\(EDITING[^)]+\)|\((?:issue|pull request)\)")


class Passage(NamedTuple):
    """A text of one language: the file and the place in it, and the words."""

    place: str
    language: Language
    text: str


def pages(content: Content) -> Iterator[Passage]:
    """Yield the hand-written pages of *content*, each with its title and description, without what no reader sees."""
    for language in LANGUAGES:
        for path in sorted((content.docs / language).glob("*.md")):
            place = f"docs/{language}/{path.name}"
            _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
            values = yaml.safe_load(head)
            yield Passage(f"{place}: title", language, values["title"])
            yield Passage(f"{place}: description", language, values["description"])
            yield Passage(place, language, body)


def words_of_the_site() -> Iterator[Passage]:
    """Yield the words of the interface, of messages and of what editors see."""
    for language in LANGUAGES:
        for path in sorted((ROOT / "strings").rglob(f"{language}.yaml")):
            for key, words in read_words(path).items():
                yield Passage(f"{path.relative_to(ROOT)}: {key}", language, words)


def guides() -> Iterator[Passage]:
    """Yield the editors' guides."""
    for language in LANGUAGES:
        text = (ROOT / f"EDITING.{language}.md").read_text(encoding="utf-8")
        yield Passage(f"EDITING.{language}.md", language, OF_OTHERS.sub(GAP, text))


def _texts(part: BaseModel, place: str) -> Iterator[tuple[str, Text]]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Text) and field not in NAMES and not isinstance(part, Source):
                yield f"{place}.{field}", item
            elif isinstance(item, BaseModel):
                yield from _texts(item, f"{place}.{field}")


def data(content: Content) -> Iterator[Passage]:
    """Yield the texts of all records of *content*, without the names of organisations."""
    ecosystem, problems = check(content.data, KINDS)
    assert ecosystem is not None, problems
    for collection, records in ecosystem.collections().items():
        for record_id, record in records.items():
            for place, text in _texts(record, f"data/{collection}.yaml: {record_id}"):
                for language, wording in text.wordings().items():
                    yield Passage(place, language, wording)


@cache
def passages(content: Content) -> tuple[Passage, ...]:
    """Return all texts of a site that says *content*."""
    return (*pages(content), *words_of_the_site(), *guides(), *data(content))


def seen(text: str) -> str:
    """Return *text* as its readers see it, with a mark for code and for words that it says are foreign."""
    return UNSEEN.sub(GAP, FOREIGN.sub(GAP, text))

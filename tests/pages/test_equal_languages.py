"""The three languages offer the same: pages alike in structure and age, the same files, feeds and calendars."""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

import pytest

from addresses import PAGES, SECTIONS, page_path, record_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.addresses import NOT_FOUND
from ecosystem.records.check import check
from workbench import ROOT, Content

#: What makes up a page: a reader of one language gets as many of each as a reader of another. Facts (`dt`) may
#: differ, as an original name is one only for readers of other languages.
PARTS: Final = re.compile(r"<(h1|h2|h3|h4|li|tr|figure|details|article|time)[\s>]")

#: Files whose names are made of their contents, and newsletters, which exist in the languages in which they were sent.
APART: Final = ("/assets/", "/pagefind/", "/newsletter")

#: Pages that list the initials of names, of which each language has its own.
BY_INITIALS: Final = {"a-z", "search", "site-map"}

#: A language in the path of a file: a folder, or a part of the file's name.
IN_PATH: Final = re.compile(r"(?<=/)(fi|sv|en)(?=/)|(?<=[-_.])(fi|sv|en)(?=[-_.])")


def main_part(page: Path) -> str:
    """Return the main part of *page*, without the lists that show addresses only in one language."""
    html = page.read_text(encoding="utf-8")
    return html[html.index("<main") : html.index("</main>")]


def parts_of(page: Path) -> Counter[str]:
    """Return how many parts the main part of *page* has. The first of several pages of a list has other entries in each
    language, for they stand by name: some have a period, and others none.
    """
    main = main_part(page)
    found = Counter(PARTS.findall(main))
    if 'class="pager"' in main:
        del found["time"]
    return found


def head_and_body(content: Content, language: Language, name: str) -> tuple[dict[str, str], str]:
    """Return what the head of a hand-written page says, as text, and the page itself."""
    _, head, body = (content.docs / language / name).read_text(encoding="utf-8").split("---\n", 2)
    return dict(re.findall(r"^(\w+): (.*)$", head, re.MULTILINE)), body


HAND_WRITTEN: Final = sorted(f"{name}.md" for name in (*PAGES, NOT_FOUND))


def test_every_hand_written_page_exists_in_every_language(content: Content) -> None:
    for language in LANGUAGES:
        assert sorted(path.name for path in (content.docs / language).iterdir()) == HAND_WRITTEN


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_no_translation_is_older_than_the_page(content: Content, name: str) -> None:
    updated = {language: head_and_body(content, language, name)[0]["updated"] for language in LANGUAGES}
    assert len(set(updated.values())) == 1, f"translate what has changed, then put the same day in all three: {updated}"


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_a_hand_written_page_says_the_same_in_every_language(content: Content, name: str) -> None:
    """A translation has the same headings, points and links; a paragraph more or less is a paragraph not translated."""
    shapes = set()
    for language in LANGUAGES:
        _, body = head_and_body(content, language, name)
        levels = re.findall(r"^(#+) ", body, re.MULTILINE)
        points = len(re.findall(r"^ *(?:[-*]|\d+\.) ", body, re.MULTILINE))
        paragraphs = len(re.findall(r"\n\s*\n(?=[^\s#>-])", body))
        targets = Counter(re.findall(r"\]\(((?:record:)?[^):]+)\)", body))
        shapes.add((tuple(levels), points, paragraphs, tuple(sorted(targets.items()))))
    assert len(shapes) == 1, shapes


def addresses(content: Content) -> list[dict[Language, str]]:
    """Return the pages and records that are to be alike, each with its path in each language."""
    ecosystem, problems = check(content.data, KINDS)
    assert ecosystem is not None, problems
    found = [
        {language: page_path(page, language) for language in LANGUAGES} for page in PAGES if page not in BY_INITIALS
    ]
    for collection in SECTIONS:
        for record_id in ecosystem.collection(collection):
            found.append({one: record_path(collection, record_id, one) for one in LANGUAGES})
    return found


def test_every_page_has_the_same_parts_in_every_language(built_site: Path, content: Content) -> None:
    different = []
    for paths in addresses(content):
        parts = {language: parts_of(built_site / path / "index.html") for language, path in paths.items()}
        if not parts["fi"] == parts["sv"] == parts["en"]:
            different.append((paths["fi"], parts))
    assert different == []


def test_every_file_that_is_for_one_language_exists_for_all(built_site: Path) -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for path in built_site.rglob("*"):
        if path.is_file() and path.suffix != ".html":
            name = f"/{path.relative_to(built_site).as_posix()}"
            found = IN_PATH.search(name)
            if found is not None and not name.startswith(APART):
                groups[IN_PATH.sub("*", name)].add(found[0])
    for name, languages in groups.items():
        if name.startswith("/*/") and (built_site / name.removeprefix("/*/")).is_file():
            languages.add("fi")  # Finnish is at the root
    assert len(groups) > 25
    assert {name: sorted(languages) for name, languages in groups.items() if len(languages) < 3} == {}


def test_the_feeds_tell_the_same_in_every_language(built_site: Path) -> None:
    """Only a sent newsletter, which exists in the languages in which it was sent, may be in one feed alone."""
    for file in sorted((built_site / "feeds" / "fi").glob("*.json")):
        told = []
        for language in LANGUAGES:
            feed = json.loads((built_site / "feeds" / language / file.name).read_text(encoding="utf-8"))
            assert feed["language"] == language
            ids = [item["id"].replace(f":{language}/", ":") for item in feed["items"]]
            told.append([one for one in ids if "newsletter/" not in one])
        assert told[0] == told[1] == told[2], file.name


def test_the_calendars_tell_the_same_in_every_language(built_site: Path) -> None:
    for file in sorted((built_site / "calendar" / "fi").glob("*.ics")):
        told = []
        for language in LANGUAGES:
            calendar = (built_site / "calendar" / language / file.name).read_text(encoding="utf-8")
            lines = calendar.replace("\r\n ", "").splitlines()
            told.append([line for line in lines if line.startswith(("DTSTART", "DTEND", "RRULE", "EXDATE", "STATUS"))])
        assert told[0] == told[1] == told[2], file.name


def test_the_editors_guides_say_the_same_in_every_language() -> None:
    shapes = {}
    for language in LANGUAGES:
        guide = (ROOT / f"EDITING.{language}.md").read_text(encoding="utf-8")
        text = re.sub(r"```.*?```", "", guide, flags=re.DOTALL)
        named = {code for code in re.findall(r"`([^`\n]+)`", text) if re.fullmatch(r"[\w./<>-]+", code)}
        shapes[language] = (
            re.findall(r"^(#+) ", text, re.MULTILINE),
            len(re.findall(r"^(?:-|\d+\.) ", text, re.MULTILINE)),
            len(re.findall(r"\n\n(?=[^\s#<-])", text)),
            sorted(code for code in named if not re.search(r"\.(?:jpg|xlsx)$|\.(?:fi|sv|en)\b", code)),
        )
    assert shapes["fi"] == shapes["sv"] == shapes["en"]

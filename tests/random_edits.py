"""What editors and maintainers change, by chance: each edit of a project that a test may make."""

import datetime
import itertools
import random
import re
import struct
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ecosystem.ground.languages import LANGUAGES
from edited_project import Edit, Project

#: Where an entry of a data file begins, and what it is called.
_ENTRY: Final = re.compile(r"^- id: (\S+)\n", re.MULTILINE)
_TEXT: Final = re.compile(r"^( +(?:- )?(?:fi|sv|en)): (\w.*)$", re.MULTILINE)
_DAY: Final = re.compile(r"\b20\d\d-\d\d-\d\d\b")
#: A line that names something: a reference, or a value of a choice.
_NAMED: Final = re.compile(r"^ +(?:- |[a-z_]+: )[a-z0-9-]+\n", re.MULTILINE)
_WORDS: Final = re.compile(r"^([\w.-]+: )(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """An entry in a data file: its id and where its lines are."""

    file: Path
    record_id: str
    start: int
    end: int


def blocks_of(project: Project) -> list[Block]:
    """Return all entries of the data files."""
    found = []
    for file in sorted(project.settings.data.glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        starts = list(_ENTRY.finditer(text))
        ends = [*(one.start() for one in starts[1:]), *([len(text)] if starts else [])]
        found += [Block(file, one[1], one.start(), end) for one, end in zip(starts, ends, strict=True)]
    return found


def _png(side: int) -> bytes:
    """Return a black PNG of so many pixels a side."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)

    rows = (b"\0" + b"\0" * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _changed(file: Path, place: tuple[int, int], words: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: place[0]] + words + text[place[1] :], encoding="utf-8")


def _one_in(block: Block, pattern: re.Pattern[str], chance: random.Random) -> re.Match[str] | None:
    text = block.file.read_text(encoding="utf-8")
    found = list(pattern.finditer(text, block.start, block.end))
    return chance.choice(found) if found else None


def change_text(project: Project, chance: random.Random) -> str | None:
    """Add a word to a text of a record in one language."""
    block = chance.choice(blocks_of(project))
    found = _one_in(block, _TEXT, chance)
    if found is None:
        return None
    word = chance.choice(("uusi", "Älä", "9", "zz"))
    _changed(block.file, found.span(2), f"{word} {found[2]}" if chance.random() < 0.5 else f"{found[2]} {word}")
    return f"text of {block.file.stem}/{block.record_id}"


def change_day(project: Project, chance: random.Random) -> str | None:
    """Move a day of a record."""
    block = chance.choice(blocks_of(project))
    found = _one_in(block, _DAY, chance)
    if found is None:
        return None
    day = datetime.date.fromisoformat(found[0]) + datetime.timedelta(chance.choice((-400, -30, -1, 1, 30)))
    _changed(block.file, found.span(), day.isoformat())
    return f"day of {block.file.stem}/{block.record_id}"


def rename(project: Project, chance: random.Random) -> str | None:
    """Give a record another id, wherever it is named."""
    block = chance.choice(blocks_of(project))
    new = chance.choice((f"a-{block.record_id}", f"{block.record_id}-z"))
    whole = re.compile(rf"(?<![\w-]){re.escape(block.record_id)}(?![\w-])")
    for file in (*project.settings.data.glob("*.yaml"), *project.settings.documents.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        lines = [whole.sub(new, line) if "://" not in line else line for line in text.split("\n")]
        if (changed := "\n".join(lines)) != text:
            file.write_text(changed, encoding="utf-8")
    _sort(block.file)
    return f"{block.file.stem}/{block.record_id} renamed"


def remove_reference(project: Project, chance: random.Random) -> str | None:
    """Remove a line of a record that names something."""
    block = chance.choice(blocks_of(project))
    found = _one_in(block, _NAMED, chance)
    if found is None:
        return None
    _changed(block.file, found.span(), "")
    return f"{found[0].strip()} of {block.file.stem}/{block.record_id} removed"


def delete(project: Project, chance: random.Random) -> str | None:
    """Delete a record."""
    block = chance.choice(blocks_of(project))
    _changed(block.file, (block.start, block.end), "")
    return f"{block.file.stem}/{block.record_id} deleted"


def add_copy(project: Project, chance: random.Random) -> str | None:
    """Add a copy of a record, with an id and names of its own."""
    block = chance.choice(blocks_of(project))
    text = block.file.read_text(encoding="utf-8")[block.start : block.end]
    number = chance.randrange(1000)
    new = f"{block.record_id}-{number}"
    copied = _TEXT.sub(lambda found: f"{found[1]}: {found[2]} {number}", text.replace(block.record_id, new, 1))
    _changed(block.file, (block.end, block.end), copied.replace("url: https://", f"url: https://n{number}."))
    _sort(block.file)
    return f"{block.file.stem}/{block.record_id} copied"


def _sort(file: Path) -> None:
    """Put the entries of *file* in the order of their ids, which most files keep."""
    text = file.read_text(encoding="utf-8")
    starts = [one.start() for one in _ENTRY.finditer(text)]
    entries = [text[start:end] for start, end in itertools.pairwise([*starts, len(text)])]
    entries.sort(key=lambda entry: entry.partition("\n")[0])
    file.write_text(text[: starts[0]] + "".join(entries), encoding="utf-8")


def change_words(project: Project, chance: random.Random) -> str | None:
    """Change words of the interface."""
    file = project.settings.strings / f"{chance.choice(LANGUAGES)}.yaml"
    found = chance.choice(list(_WORDS.finditer(file.read_text(encoding="utf-8"))))
    if chance.random() < 0.2:
        found = next(re.finditer(r"^(page\.home: )(.+)$", file.read_text(encoding="utf-8"), re.MULTILINE))
    words = found[2]
    if not words[0].isalnum():
        return None
    _changed(file, found.span(2), f"{words} x")
    return f"{found[1]} in {file.name}"


def edit_template(project: Project, chance: random.Random) -> str | None:
    """Add a comment to a template that readers do not see, and an attribute that they do."""
    folders = ("records", "components", "pages", "embed", "feeds", "calendars", "newsletter", ".")
    file = chance.choice(sorted((project.settings.templates / chance.choice(folders)).glob("*.[ht]*")))
    text = file.read_text(encoding="utf-8")
    places = [one.start(1) for one in re.finditer(r"<\w+( )\w+=\"", text)]
    if not places:
        return None
    place = chance.choice(places)
    _changed(file, (place, place), f' data-n="{chance.randrange(100)}"')
    return f"template {file.relative_to(project.settings.templates)}"


def edit_asset(project: Project, chance: random.Random) -> str | None:
    """Add a rule to a style sheet, or a line to a script."""
    assets = project.settings.templates / "assets"
    file = chance.choice(sorted([*assets.rglob("*.css"), *assets.glob("*.js")]))
    line = f".n{chance.randrange(100)} {{ color: red; }}" if file.suffix == ".css" else f"void {chance.randrange(100)};"
    file.write_text(f"{file.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    return f"asset {file.name}"


def edit_page(project: Project, chance: random.Random) -> str | None:
    """Change the text of a page that people write."""
    file = chance.choice(sorted(project.settings.documents.rglob("*.md")))
    file.write_text(file.read_text(encoding="utf-8") + f"\nUusi {chance.randrange(100)}.\n", encoding="utf-8")
    return f"body of {file.parent.name}/{file.stem}"


def edit_title(project: Project, chance: random.Random) -> str | None:
    """Change what a page that people write is called, or the sentence that describes it."""
    file = chance.choice(sorted(project.settings.documents.rglob("*.md")))
    found = re.search(rf"^({chance.choice(('title', 'description'))}: )(.*)$", file.read_text(encoding="utf-8"), re.M)
    if found is None or not found[2][0].isalnum():
        return None
    _changed(file, found.span(2), f"{chance.choice(('Aa', 'Öö'))} {found[2]}")
    return f"{found[1]} of {file.parent.name}/{file.stem}"


def edit_guide(project: Project, chance: random.Random) -> str | None:
    """Add a sentence to a guide of editors."""
    file = chance.choice(sorted(project.settings.guides.glob("*.md")))
    file.write_text(file.read_text(encoding="utf-8") + "\nLisää.\n", encoding="utf-8")
    return file.name


def go_on(project: Project, chance: random.Random) -> str | None:
    """Let time pass: hours, days or years."""
    days = chance.choice((0.1, 1, 2, 30, 400))
    project.settings = replace(project.settings, now=project.settings.now + datetime.timedelta(days))
    return f"{days} days on"


def edit_operator(project: Project, chance: random.Random) -> str | None:
    """Say something of who runs the site."""
    words = chance.choice(("A", "B", "C"))
    email = chance.choice(("security_email", "feedback_email", "privacy_email"))
    text = f"name:\n  fi: {words}\n  sv: {words}\n  en: {words}\n{email}: x@example.org\n"
    project.settings.operator.write_text(text, encoding="utf-8")
    return f"operator {words}"


def change_picture(project: Project, chance: random.Random) -> str | None:
    """Add a picture to a news item, or put another in its place."""
    images = project.settings.data / "images"
    images.mkdir(exist_ok=True)
    file = images / "kuva.png"
    content = _png(chance.choice((16, 32)))
    if file.exists() and chance.random() < 0.5:
        file.write_bytes(content)
        return "picture replaced"
    file.write_bytes(content)
    news = [block for block in blocks_of(project) if block.file.stem == "news"]
    block = chance.choice(news)
    text = block.file.read_text(encoding="utf-8")[block.start : block.end]
    if "image:" in text or not news:
        return "picture replaced"
    words = "".join(f"    {language}: Kuva\n" for language in LANGUAGES)
    shown = f"  image:\n    file: kuva.png\n    alt:\n{words.replace('    ', '      ')}"
    place = block.start + text.index("  updated:")
    _changed(block.file, (place, place), shown)
    return f"picture of {block.record_id}"


def edit_newsletter(project: Project, chance: random.Random) -> str | None:
    """Change the title of a sent newsletter, move it to another day, or remove it."""
    issues = sorted((project.settings.data / "newsletters").glob("*.yaml"))
    if not issues:
        return None
    issue = chance.choice(issues)
    text = issue.read_text(encoding="utf-8")
    day, _, ending = issue.name.partition(".")
    match chance.randrange(3):
        case 0:
            issue.unlink()
        case 1:
            new = (datetime.date.fromisoformat(day) + datetime.timedelta(chance.choice((-9, 9)))).isoformat()
            issue.unlink()
            (issue.parent / f"{new}.{ending}").write_text(text.replace(day, new), encoding="utf-8")
        case _:
            issue.write_text(text.replace("title: ", "title: Uusi ", 1), encoding="utf-8")
    return f"newsletter {issue.name}"


def edit_example(project: Project, chance: random.Random) -> str | None:
    """Say something else of what an example of a component shows."""
    file = chance.choice(sorted((project.settings.templates / "components" / "examples").glob("*.yaml")))
    file.write_text(file.read_text(encoding="utf-8").replace("shows: ", "shows: Now ", 1), encoding="utf-8")
    return f"example of {file.stem}"


EDITS: Final[tuple[Edit, ...]] = (
    *(change_text, change_text, change_text, change_day, change_day, rename, remove_reference, delete, add_copy),
    *(change_words, change_words, edit_template, edit_template, edit_asset, edit_page, edit_title),
    *(edit_guide, go_on, edit_operator, change_picture, edit_newsletter, edit_example),
)

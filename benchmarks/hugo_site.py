"""Make the Hugo site of the same pages ready: words, hand-written pages, addresses and data where Hugo looks for them.

Nothing of this is kept or timed: the words come from `strings/`, the pages from `docs/`, the style sheets and scripts
from `overrides/assets/`, the addresses from a built site. Only the templates and the settings are Hugo's own.
"""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks.addresses import Addresses, read_addresses, root
from benchmarks.data import KINDS, LANGUAGES, read_kind
from benchmarks.project import ROOT

#: What Hugo brings: settings and templates.
HERE: Final = Path(__file__).parent / "hugo"

#: How Finnish, Swedish and English are called, and how they write days and sort names.
_LOCALES: Final = {"fi": ("Suomi", "fi-FI"), "sv": ("Svenska", "sv-FI"), "en": ("English", "en-GB")}
#: Entries on a page of the directory of members and of the index from A to Z, as on the site.
_ON_A_PAGE: Final = 240

#: The formats of feeds, as `hugo.toml` calls them.
_FEEDS: Final = ("rss", "atom", "jsonfeed")

_LINK: Final = re.compile(r"\]\(([a-z0-9-]+)\.md(#[^)]*)?\)")
#: What a template of Hugo's reads as numbers and truth values; all else stays text.
_NUMBER: Final = re.compile(r"-?\d{1,9}")

#: A page that Hugo neither writes nor lists, but needs for the folder of the loose pages.
_HIDDEN: Final = "---\nbuild: {render: never, list: never}\n---\n"


def make_ready(work: Path, data: Path, ours: Path) -> Path:
    """Write the Hugo site of the records in *data* to the folder *work*; return that.

    *ours* is the project's own site of the same data, from which the addresses are read.
    """
    addresses = read_addresses(ours, ROOT / "docs")
    shutil.copytree(HERE, work)
    shutil.copytree(ROOT / "overrides" / "assets", work / "assets")
    (work / "i18n").mkdir()
    (work / "data").mkdir()
    for kind in KINDS:
        records = json.dumps(_typed(read_kind(data, kind)), ensure_ascii=False)
        (work / "data" / f"{kind}.json").write_text(records, encoding="utf-8")
    for language in LANGUAGES:
        shutil.copyfile(ROOT / "strings" / f"{language}.yaml", work / "i18n" / f"{language}.yaml")
        for page in sorted((ROOT / "docs" / language).glob("*.md")):
            _write_page(work / "content", page, language, addresses)
        _write(work / "content" / "pages" / f"_index.{language}.md", _HIDDEN)
    (work / "addresses.json").write_text(json.dumps(_settings(addresses), indent=1), encoding="utf-8")
    return work


def command(program: str, site: Path, target: Path) -> list[str]:
    """Return the command by which Hugo's *program* builds the prepared *site* into *target*."""
    where = ["--source", str(site), "--destination", str(target), "--cacheDir", str(site / "cache")]
    return [program, *where, "--config", "hugo.toml,addresses.json", "--noBuildLock", "--logLevel", "error"]


def _settings(addresses: Addresses) -> dict[str, Any]:
    """Return the settings that depend on the addresses."""
    sections = {name: addresses.pages[name] for name in sorted(addresses.listing)}
    return {
        "params": {"sections": dict(addresses.sections)},
        "languages": {
            language: {
                "weight": weight,
                "label": _LOCALES[language][0],
                "locale": _LOCALES[language][1],
                "pagination": {
                    "path": addresses.numbered[language],
                    "pagerSize": _ON_A_PAGE,
                    "disableAliases": True,
                },
                "permalinks": {
                    "page": {name: f"/{paths[language]}:contentbasename/" for name, paths in sections.items()},
                    "section": {name: f"/{paths[language]}" for name, paths in sections.items()},
                },
                "outputs": {
                    "home": ["html", *_FEEDS],
                    "section": ["html"],
                    # The open data is written once, not in each language.
                    "page": ["html"] if root(language) else ["html", "record"],
                },
            }
            for weight, language in enumerate(LANGUAGES, 1)
        },
    }


def _write_page(content: Path, page: Path, language: str, addresses: Addresses) -> None:
    """Write the hand-written *page* as Hugo wants it: with its address, its kinds of output, and links by name."""
    name = page.stem
    if name == "404":
        return
    _, head, body = page.read_text(encoding="utf-8").split("---\n", 2)
    lines = [head.rstrip("\n"), f"name: {name}"]
    if name == "index":
        target = content / f"_index.{language}.md"
    elif name in addresses.listing:
        target = content / name / f"_index.{language}.md"
        lines.append(f"outputs: [{', '.join(_outputs(name, language, addresses))}]")
    else:
        # Hugo makes further pages of sections only, so the index from A to Z is one.
        is_index = name == "a-z"
        target = content / name / f"_index.{language}.md" if is_index else content / "pages" / f"{name}.{language}.md"
        lines += [f"url: /{root(language)}{addresses.pages[name][language]}", "outputs: [html]"]
        if name in {"a-z", "site-map"}:
            lines.append(f"layout: {name}")
    linked = _LINK.sub(lambda match: _link(match, addresses), body)
    _write(target, "---\n" + "\n".join(lines) + "\n---\n" + linked)


def _outputs(name: str, language: str, addresses: Addresses) -> list[str]:
    """Return the kinds of output of the listing page *name*, as the project has them."""
    kinds = ["html"]
    if name in addresses.feeds:
        kinds += _FEEDS
    if name == "members":
        kinds.append("embed")
    if not root(language) and name in addresses.sections.values():
        kinds += ["json", "csv"]
    return kinds


def _link(match: re.Match[str], addresses: Addresses) -> str:
    """Return a link to a page of ours as a link by Hugo's name of it."""
    name, anchor = match[1], match[2] or ""
    if name == "index":
        return f"](/{anchor})"
    return f"](/{name}{anchor})" if name in addresses.listing | {"a-z"} else f"](/pages/{name}{anchor})"


def _typed(value: Any) -> Any:
    """Return *value* with numbers and truth values where its text is one: places on the map are reckoned with."""
    if isinstance(value, Mapping):
        return {key: _typed(inner) if key != "id" else inner for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    if value in {"true", "false"}:
        return value == "true"
    return int(value) if _NUMBER.fullmatch(value) else value


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

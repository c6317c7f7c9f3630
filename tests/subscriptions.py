"""What the tests of feeds, calendars and newsletter share: a site made from data that a test has changed."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from ecosystem.records.check import check
from ecosystem.pages.documents import read_documents
from ecosystem.words.interface import read_interfaces
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.words.messages import read_messages
from ecosystem.site.newsletter.sent_issue import SentIssue
from ecosystem.pages.assets import read_assets
from ecosystem.site.site import Site
from ecosystem.ground.settings import ROOT, read_settings
from workbench import FULL

#: Noon UTC on 1 December 2026.
NOW = "1796126400"
HOST = "www.sotetekoaly.fi"

#: Compiled templates, kept between tests as between builds.
CACHE = ROOT / ".cache" / "jinja"

Record: TypeAlias = dict[str, Any]

SOURCES = [{"url": "https://example.org/"}]


def three(text: str) -> dict[str, str]:
    """Return *text* as that of all languages."""
    return dict.fromkeys(LANGUAGES, text)


def read_records(name: str) -> list[Record]:
    """Return the records of a collection as plain values."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    records: list[Record] = yaml.load((FULL.data / f"{name}.yaml").read_text(encoding="utf-8"), loader)  # noqa: S506 - text
    return records


def write_data(folder: Path, collections: Mapping[str, list[Record]]) -> None:
    """Write the full data to *folder*, with some *collections* replaced."""
    shutil.copytree(FULL.data, folder, dirs_exist_ok=True)
    for name, records in collections.items():
        ordered = sorted(records, key=lambda record: str(record["id"]))
        # JSON is YAML too, and quicker to write.
        (folder / f"{name}.yaml").write_text(json.dumps(ordered, ensure_ascii=False, indent=1), encoding="utf-8")


def make_site(
    folder: Path,
    collections: Mapping[str, list[Record]] | None = None,
    now: str = NOW,
    newsletters: Iterable[SentIssue] = (),
) -> Site:
    """Return the site of the full data with some *collections* replaced, written to *folder*."""
    write_data(folder, collections or {})
    settings = read_settings({**FULL.variables, "ECOSYSTEM_DATA": str(folder), "SOURCE_DATE_EPOCH": now})
    ecosystem, problems = check(settings.data)
    messages = read_messages(settings.strings, "en")
    assert ecosystem is not None, "\n".join(messages.line(problem) for problem in problems)
    CACHE.mkdir(parents=True, exist_ok=True)
    titles: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
    for (language, name), document in read_documents(settings.documents)[0].items():
        titles[language][name] = document.title
    return Site.make(
        ecosystem=ecosystem,
        interfaces=read_interfaces(settings.strings),
        assets=read_assets(settings.templates / "assets", ""),
        settings=settings,
        page_titles=titles,
        cache=CACHE,
        newsletters=newsletters,
    )


def news_item(record_id: str, date: str, title: str = "Uutinen", **more: Any) -> Record:
    """Return a news item."""
    return {
        "id": record_id,
        "date": date,
        "title": three(title),
        "summary": three("Lyhyesti."),
        "topics": ["ecosystem"],
        "updated": date,
        "sources": SOURCES,
    } | more


def event(record_id: str, **more: Any) -> Record:
    """Return an event; *more* says when it is."""
    return {
        "id": record_id,
        "name": three(f"Tapahtuma {record_id}"),
        "summary": three("Mistä on kyse."),
        "host": "ecosystem",
        "updated": "2026-11-20",
        "sources": SOURCES,
    } | more

"""What the tests of feeds, calendars and newsletter share: a site made from data that a test has changed."""

import json
import shutil
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from ecosystem.ground.languages import LANGUAGES
from ecosystem.ground.settings import ROOT, read_settings
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.assets import read_assets
from ecosystem.pages.documents import read_documents
from ecosystem.publishing.calendars.publication import render_calendars
from ecosystem.publishing.feeds.items import feed_topics
from ecosystem.publishing.feeds.listing import OF_NO_RECORD
from ecosystem.publishing.feeds.publication import render_feeds, render_list_of_all
from ecosystem.records.check import check
from ecosystem.records.history.past import NO_HISTORY, History
from ecosystem.site import site as sites
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.newsletter.issue import Issue
from ecosystem.site.preparation import titles_of
from ecosystem.site.products import MORE_ENTRIES
from ecosystem.site.site import Site
from ecosystem.words.interface import read_interfaces
from ecosystem.words.messages import read_messages
from workbench import FULL
from yaml_files import read_yaml

#: Noon UTC on 1 December 2026.
NOW = "1796126400"
HOST = "www.sotetekoaly.fi"

#: Compiled templates, kept between tests as between builds.
CACHE = ROOT / ".cache" / "jinja"

Record: TypeAlias = dict[str, Any]

#: The topics of the feeds besides the feed of everything.
FEED_TOPICS = (*feed_topics(KINDS), *OF_NO_RECORD)

SOURCES = [{"url": "https://example.org/"}]


def three(text: str) -> dict[str, str]:
    """Return *text* as that of all languages."""
    return dict.fromkeys(LANGUAGES, text)


def read_records(name: str) -> list[Record]:
    """Return the records of a collection as plain values."""
    records: list[Record] = read_yaml(FULL.data / f"{name}.yaml")
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
    *,
    newsletters: Iterable[Issue] = (),
    url: str = f"https://{HOST}/",
    history: History = NO_HISTORY,
) -> Site:
    """Return the site of the full data with some *collections* replaced, written to *folder*."""
    write_data(folder, collections or {})
    chosen = {"ECOSYSTEM_DATA": str(folder), "SOURCE_DATE_EPOCH": now, "SITE_URL": url}
    settings = read_settings({**FULL.variables, **chosen})
    ecosystem, problems = check(settings.data, KINDS)
    messages = read_messages(settings.strings, "en")
    assert ecosystem is not None, "\n".join(messages.line(problem) for problem in problems)
    CACHE.mkdir(parents=True, exist_ok=True)
    return sites.make_site(
        ecosystem=ecosystem,
        interfaces=read_interfaces(settings.strings),
        assets=read_assets(settings.templates / "assets"),
        settings=settings,
        titles=titles_of(read_documents(settings.documents, ADDRESSES)[0]),
        cache=CACHE,
        newsletters=newsletters,
        history=history,
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


def feed_files(site: Site) -> dict[str, bytes]:
    """Return the content of all feeds of *site* by path."""
    feeds = (render_feeds(renderer, MORE_ENTRIES) for renderer in site.renderers.values())
    return dict([*chain.from_iterable(feeds), *render_list_of_all(list(site.editions.values()))])


def calendar_files(site: Site) -> dict[str, bytes]:
    """Return the content of all calendars of *site* by path."""
    return dict(chain.from_iterable(map(render_calendars, site.renderers.values())))

"""What the surroundings decide: folders, the site's address and what time it is. Read once, at the edges."""

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.languages import LANGUAGES, Language, language_of_locale

ROOT: Final = Path(__file__).resolve().parents[3]
DEFAULT_SITE_URL: Final = "https://www.sotetekoaly.fi/"
#: The years in which a site can be built: the ecosystem began in the first, and data knows no day after the last.
FIRST_YEAR: Final = 2024
LAST_YEAR: Final = 2100
HELSINKI: Final = ZoneInfo("Europe/Helsinki")

#: A host, perhaps a port, and a path of unreserved characters: it becomes a part of every address of the site.
_SITE_URL: Final = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]*)*")


class SettingsError(EcosystemError):
    """An environment variable has a value that cannot be used; the message says which."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Where things are, what time it is, and the language of whoever runs the command."""

    data: Path
    documents: Path
    strings: Path
    templates: Path
    site_url: str
    language: Language
    now: datetime.datetime
    guides: Path = ROOT
    operator: Path = ROOT / "operator.yaml"
    fonts: Path = ROOT / "fonts"
    cache: Path = ROOT / ".cache"
    has_cards: bool = True
    has_search: bool = True
    has_history: bool = True
    repository_url: str | None = None
    #: Where feed readers hear at once of what is new (WebSub).
    hub: str | None = None
    components: bool = False
    previewed: bool = False
    demo: bool = False
    #: The languages whose files are built; those that are for all belong to the default one.
    languages: tuple[Language, ...] = LANGUAGES

    @property
    def today(self) -> datetime.date:
        """Today in Helsinki."""
        return self.now.astimezone(HELSINKI).date()


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that *environment* asks for.

    `ECOSYSTEM_DATA` names another data folder, `ECOSYSTEM_DOCS` another folder of the pages that people write (the
    engine reads it too: `docs_dir` in `mkdocs.yml`), `ECOSYSTEM_OPERATOR` another file of who runs the site, `SITE_URL`
    the site's own address, and `SOURCE_DATE_EPOCH` (seconds since 1970) fixes "now", so that two builds of the same
    input are the same. The locale's variables (`ground.languages.language_of_locale`) choose the language of the
    messages. `REPOSITORY_URL` is where the data is kept on GitHub: with it, the site offers the form to join.
    `WEBSUB_HUB` is the hub from which readers of the feeds hear at once of what is new.
    `ECOSYSTEM_CARDS=0` leaves the social cards out, `ECOSYSTEM_SEARCH=0` the index of the search,
    `ECOSYSTEM_HISTORY=0` what git tells of the past of the data, and
    `ECOSYSTEM_COMPONENTS=1` adds the page of components, for those who work on the site. `ECOSYSTEM_DEMO=1` says on
    every page and in every file that the data is made up. `ECOSYSTEM_LANGUAGES=sv` builds the files of one language
    alone, without the index of the search; those of all languages together are the site.
    """
    data = environment.get("ECOSYSTEM_DATA")
    documents = environment.get("ECOSYSTEM_DOCS")
    operator = environment.get("ECOSYSTEM_OPERATOR")
    return Settings(
        data=_relative_to_here(Path(data) if data else ROOT / "data"),
        documents=_relative_to_here(Path(documents) if documents else ROOT / "docs"),
        strings=ROOT / "strings",
        templates=ROOT / "overrides",
        operator=Path(operator) if operator else ROOT / "operator.yaml",
        site_url=_site_url(environment.get("SITE_URL") or DEFAULT_SITE_URL),
        language=language_of_locale(environment),
        now=_now(environment.get("SOURCE_DATE_EPOCH")),
        repository_url=_repository_url(environment.get("REPOSITORY_URL")),
        hub=_hub(environment.get("WEBSUB_HUB")),
        has_cards=environment.get("ECOSYSTEM_CARDS") != "0",
        has_search=environment.get("ECOSYSTEM_SEARCH") != "0",
        has_history=environment.get("ECOSYSTEM_HISTORY") != "0",
        components=environment.get("ECOSYSTEM_COMPONENTS") == "1",
        demo=environment.get("ECOSYSTEM_DEMO") == "1",
        languages=_languages(environment.get("ECOSYSTEM_LANGUAGES")),
    )


def _relative_to_here(path: Path) -> Path:
    """Return *path* as an editor would type it: below the current folder without its front part."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path


def _site_url(address: str) -> str:
    if not _SITE_URL.fullmatch(address):
        raise SettingsError(f"SITE_URL must be an address such as {DEFAULT_SITE_URL}, not {address!r}")
    return address if address.endswith("/") else address + "/"


def _repository_url(address: str | None) -> str | None:
    if address and not address.startswith("https://"):
        raise SettingsError(f"REPOSITORY_URL must be an address such as https://github.com/…, not {address!r}")
    return address.rstrip("/") if address else None


def _hub(address: str | None) -> str | None:
    if address and not address.startswith("https://"):
        raise SettingsError(f"WEBSUB_HUB must be an address such as https://hub.example.org/, not {address!r}")
    return address or None


def _languages(named: str | None) -> tuple[Language, ...]:
    if not named:
        return LANGUAGES
    wanted = named.split(",")
    if unknown := [one for one in wanted if one not in LANGUAGES]:
        raise SettingsError(f"ECOSYSTEM_LANGUAGES must name some of {', '.join(LANGUAGES)}, not {unknown[0]!r}")
    return tuple(language for language in LANGUAGES if language in wanted)


def _now(epoch: str | None) -> datetime.datetime:
    if not epoch:
        return datetime.datetime.now(datetime.UTC)
    try:
        now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f"SOURCE_DATE_EPOCH must be a number of seconds, not {epoch!r}") from None
    if not FIRST_YEAR <= now.year <= LAST_YEAR:
        raise SettingsError(f"SOURCE_DATE_EPOCH must be in a year from {FIRST_YEAR} to {LAST_YEAR}, not {now.year}")
    return now

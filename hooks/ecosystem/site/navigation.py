"""The links that every page of the site has."""

from typing import Final

from ecosystem.kinds.offerings.addresses import DOWNLOADS
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.frame import Navigation
from ecosystem.publishing.open_data.collections import OPEN_DATA
from ecosystem.site.addresses import (
    A_TO_Z,
    ABOUT,
    ACCESSIBILITY,
    CONTACT,
    EDITORS,
    INFRASTRUCTURE,
    JOIN,
    PRESS,
    PRIVACY,
    SITE_MAP,
    SITUATION,
    SUBSCRIBE,
)

_MAIN: Final = (
    *("members", "pilots", "workgroups", "events", "news"),
    *("action-plan", "offering", "publications", "networks", ABOUT, JOIN),
)
_CONTENT: Final = (
    *(SITUATION, "cases", "regions", "pilot-programmes", "operating-models", "meetings"),
    *("laws", "questions", INFRASTRUCTURE, DOWNLOADS, "glossary", SUBSCRIBE),
)

NAVIGATION: Final = Navigation(
    main=_MAIN,
    # every page leads to the list of every kind, whether it was given a place of its own or not
    content=(*_CONTENT, *(kind.page for kind in KINDS.values() if kind.page not in (*_MAIN, *_CONTENT))),
    about=(CONTACT, PRESS, SITE_MAP, A_TO_Z, OPEN_DATA, ACCESSIBILITY, PRIVACY),
    editors=EDITORS,
)

"""The links that every page of the site has."""

from typing import Final

from ecosystem.kinds.offerings.addresses import DOWNLOADS
from ecosystem.pages.frame import Navigation
from ecosystem.publishing.open_data.collections import OPEN_DATA
from ecosystem.site.addresses import (
    A_TO_Z,
    ABOUT,
    ACCESSIBILITY,
    EDITORS,
    JOIN,
    PRIVACY,
    SITE_MAP,
    SITUATION,
    SUBSCRIBE,
)

NAVIGATION: Final = Navigation(
    main=(
        *("members", "pilots", "workgroups", "events", "news"),
        *("action-plan", "offering", "publications", "networks", ABOUT),
    ),
    content=(
        *(SITUATION, "regions", "pilot-programmes", "operating-models", "meetings"),
        *(DOWNLOADS, "glossary", JOIN, SUBSCRIBE),
    ),
    about=(SITE_MAP, A_TO_Z, OPEN_DATA, ACCESSIBILITY, PRIVACY),
    editors=EDITORS,
)

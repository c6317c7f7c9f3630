"""The links that every page of the site has."""

from dataclasses import replace
from typing import Final

from ecosystem.kinds.national_story.addresses import FINLAND
from ecosystem.kinds.offerings.addresses import DOWNLOADS, PROVIDERS
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.frame import Navigation, Section
from ecosystem.publishing.open_data.collections import OPEN_DATA
from ecosystem.site.addresses import (
    A_TO_Z,
    ABOUT,
    ACCESSIBILITY,
    CHANGES,
    CONTACT,
    INFRASTRUCTURE,
    PRESS,
    PRIVACY,
    SITE_MAP,
    SITUATION,
    SUBSCRIBE,
)

_KNOWLEDGE: Final = Section(
    "knowledge", (ABOUT, "publications", "figures", "laws", "questions", INFRASTRUCTURE, "glossary")
)
_SECTIONS: Final = (
    Section("members", ("members", "networks")),
    Section("pilots", ("pilots", "cases", SITUATION, "regions", "pilot-programmes", "operating-models")),
    Section("activities", ("events", "news", "workgroups", "action-plan", SUBSCRIBE)),
    Section("offering", (FINLAND, "offering", PROVIDERS, "meetings", DOWNLOADS)),
)
_PLACED: Final = {page for section in (*_SECTIONS, _KNOWLEDGE) for page in section.pages}

#: Every page leads to the list of every kind: one that was given no place of its own stands with what is to be known.
_REST: Final = tuple(kind.page for kind in KINDS.values() if kind.page not in _PLACED)

NAVIGATION: Final = Navigation(
    sections=(*_SECTIONS, replace(_KNOWLEDGE, pages=(*_KNOWLEDGE.pages, *_REST))),
    about=(CONTACT, PRESS, SITE_MAP, A_TO_Z, OPEN_DATA, CHANGES, ACCESSIBILITY, PRIVACY),
)

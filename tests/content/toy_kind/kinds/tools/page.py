"""What the page of tools shows."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.tools.model import Tool, ToolKind

from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, choices, facets_of
from ecosystem.pages.list_pages import ListPage, list_pages


def tools(edition: Edition) -> Mapping[str, Any]:
    """Return the list of all tools."""
    return {"tools": tool_pages(edition)[0]}


def tool_pages(edition: Edition) -> tuple[ListPage[Tool], ...]:
    """Return all pages of the list, by name."""
    listed = edition.by_name(edition.ecosystem.of(Tool).values())
    kinds = Aspect("kind", edition.interface.say("field.kind"), lambda tool: [tool.kind], choices(edition, ToolKind))
    return list_pages(edition, "tools", listed, facets_of(listed, [kinds]))

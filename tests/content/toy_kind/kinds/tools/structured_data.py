"""Tools for machines."""

from ecosystem.kinds.tools.model import Tool

from ecosystem.pages.edition import Edition
from ecosystem.pages.structured_data import JsonLd, thing


def tool_data(edition: Edition, tool: Tool, address: str) -> JsonLd:
    """Return a tool."""
    return thing("CreativeWork", address) | {
        "name": edition.title(tool),
        "description": tool.summary.in_language(edition.language).text,
    }

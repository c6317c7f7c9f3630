"""What the page of tools shows."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.tools.model import Tool, ToolKind

from ecosystem.pages.edition import Edition
from ecosystem.pages.facets import Aspect, facets_of


def tools(edition: Edition) -> Mapping[str, Any]:
    """Return all tools by name, and what they can be filtered by."""
    listed = edition.by_name(edition.ecosystem.of(Tool).values())
    labels = {kind.value: edition.interface.choice(kind) for kind in ToolKind}
    return {
        "tools": listed,
        "facets": facets_of(
            listed, [Aspect("kind", edition.interface.say("field.kind"), lambda tool: [tool.kind], labels)]
        ),
    }

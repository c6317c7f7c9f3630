"""What the page of operating models shows."""

from collections.abc import Mapping
from typing import Any

from ecosystem.kinds.operating_models.model import OperatingModel
from ecosystem.pages.edition import Edition


def operating_models(edition: Edition) -> Mapping[str, Any]:
    """Return all operating models by name."""
    return {"models": edition.by_name(edition.ecosystem.of(OperatingModel).values())}

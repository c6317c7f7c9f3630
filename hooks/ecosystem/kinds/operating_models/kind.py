"""What the kind `operating_models` declares of itself."""

from typing import Final

from ecosystem.kinds.operating_models.model import OperatingModel
from ecosystem.kinds.operating_models.page import operating_models
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="operating_models",
    model=OperatingModel,
    place=120,
    page="operating-models",
    addresses={"fi": "toimintamallit", "sv": "verksamhetsmodeller", "en": "operating-models"},
    roles=(Shows({"operating-models": PageView(values=operating_models)}),),
)

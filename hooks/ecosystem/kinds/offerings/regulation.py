"""What the law asks of a solution, as its owner states it. The site repeats statements and judges none."""

from enum import StrEnum
from typing import Final

from pydantic import Field

from ecosystem.records.record import Part
from ecosystem.records.texts import SomeProse
from ecosystem.records.values import Day, Url


class DeviceStatus(StrEnum):
    """Whether the solution is a medical device, as its owner states."""

    DEVICE = "device"
    NOT_DEVICE = "not-device"
    UNDER_ASSESSMENT = "under-assessment"


class MdrClass(StrEnum):
    """Classes of medical devices: regulation (EU) 2017/745, article 51."""

    I = "I"  # noqa: E741 - the law's own name
    I_STERILE = "Is"
    I_MEASURING = "Im"
    I_REUSABLE = "Ir"
    IIA = "IIa"
    IIB = "IIb"
    III = "III"


class IvdrClass(StrEnum):
    """Classes of in vitro diagnostic devices: regulation (EU) 2017/746, article 47."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class MddClass(StrEnum):
    """Classes of the directive 93/42/EEC, under which older devices may stay on the market for a time."""

    I = "I"  # noqa: E741 - the law's own name
    IIA = "IIa"
    IIB = "IIb"
    III = "III"


#: The classes in which a notified body assesses the whole device; in classes Is, Im and Ir it looks at one side of it.
_MDR_OF_NOTIFIED_BODY: Final = frozenset({MdrClass.IIA, MdrClass.IIB, MdrClass.III})
_IVDR_OF_NOTIFIED_BODY: Final = frozenset({IvdrClass.B, IvdrClass.C, IvdrClass.D})
_MDD_OF_NOTIFIED_BODY: Final = frozenset({MddClass.IIA, MddClass.IIB, MddClass.III})


class AiActRole(StrEnum):
    """The owner's role under the AI Act, as it states."""

    PROVIDER = "provider"
    DEPLOYER = "deployer"
    BOTH = "provider-and-deployer"


class AiActRisk(StrEnum):
    """The risk class of the system under the AI Act, as its owner states."""

    HIGH = "high"
    LIMITED = "limited"
    MINIMAL = "minimal"


class Regulation(Part):
    """The regulatory view of a solution. It is the owner's own statement, never the site's judgement."""

    device: DeviceStatus | None = Field(None, description="Is it a medical device?")
    ai_act_role: AiActRole | None = Field(None, description="Role under the AI Act.")
    ai_act_risk: AiActRisk | None = Field(None, description="Risk class under the AI Act.")
    note: SomeProse | None = Field(None, description="What else the owner says about it.")


class Certificate(Part):
    """The document by which a device is on the market."""

    url: Url = Field(description="Where the certificate or the declaration of conformity can be read.")
    valid_until: Day | None = Field(None, description="The last day on which it is in force.")


class ProductRegulation(Regulation):
    """The regulatory view of a product on offer: one class, of the law under which it is on the market."""

    mdr_class: MdrClass | None = Field(None, description="Class of a medical device (MDR).")
    ivdr_class: IvdrClass | None = Field(None, description="Class of an in vitro diagnostic device (IVDR).")
    mdd_class: MddClass | None = Field(None, description="Class under the old directive (MDD).")
    certificate: Certificate | None = Field(None, description="The certificate of the device.")

    @property
    def classes(self) -> tuple[tuple[str, MdrClass | IvdrClass | MddClass], ...]:
        """The stated device classes, each with the name of its field."""
        named = (("mdr_class", self.mdr_class), ("ivdr_class", self.ivdr_class), ("mdd_class", self.mdd_class))
        return tuple((name, value) for name, value in named if value is not None)

    @property
    def needs_notified_body(self) -> bool:
        """Whether a device of the stated class comes to the market only with a notified body's certificate."""
        return self.needs_outside_assessment or self.mdd_class in _MDD_OF_NOTIFIED_BODY

    @property
    def needs_outside_assessment(self) -> bool:
        """Whether a regulation of which the AI Act speaks (article 6, paragraph 1) asks for a notified body."""
        return self.mdr_class in _MDR_OF_NOTIFIED_BODY or self.ivdr_class in _IVDR_OF_NOTIFIED_BODY

"""Who runs the site: what the law asks the statements to name and only the operator can tell (`operator.yaml`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from pydantic import Field

from ecosystem.ground.nodes import MapNode, read_nodes
from ecosystem.ground.problems import Place, Problem, Severity
from ecosystem.ground.text import read_text
from ecosystem.records.reading import read_part
from ecosystem.records.record import Part
from ecosystem.records.texts import Title
from ecosystem.records.values import Count, Email, HostName, Url

FILE: Final = "operator.yaml"

#: Ids are made of it whatever the address of the site is: who moves house keeps the name.
DEFAULT_AUTHORITY: Final = "www.sotetekoaly.fi"


class LegalBasis(StrEnum):
    """Why the operator may process the personal data of contacts (GDPR, article 6, paragraph 1)."""

    CONSENT = "consent"
    PUBLIC_TASK = "public-task"
    LEGITIMATE_INTEREST = "legitimate-interest"


class Operator(Part):
    """The operator of the site. Every field may be missing until the operator fills it in."""

    name: Title | None = Field(None, description="The organisation that runs the site and answers for its data.")
    unit: Title | None = Field(None, description="The unit that answers for accessibility.")
    contact_email: Email | None = Field(None, description="Where questions about the ecosystem go.")
    feedback_email: Email | None = Field(None, description="Where feedback on accessibility goes.")
    privacy_email: Email | None = Field(None, description="Where requests about personal data go.")
    legal_basis: LegalBasis | None = Field(None, description="On what legal basis contacts are published.")
    security_email: Email | None = Field(None, description="Where reports of security holes go.")
    host: Title | None = Field(None, description="Who hosts the site, and where.")
    authority: HostName = Field(
        DEFAULT_AUTHORITY, description="The name under which feeds and calendars know the site. It never changes."
    )
    newsletter_form: Url | None = Field(None, description="The form by which readers subscribe to the newsletter.")
    log_days: Count | None = Field(None, description="For how many days the host keeps its log of visits.")


#: An operator of whom nothing is known.
UNKNOWN: Final = Operator()


@dataclass(frozen=True, slots=True)
class OperatorFile:
    """What `operator.yaml` says, and what is wrong with it."""

    operator: Operator
    problems: list[Problem]

    def missing(self) -> Iterator[Problem]:
        """Yield a warning that names the fields which the operator has yet to fill in."""
        missing = [field for field in Operator.model_fields if getattr(self.operator, field) is None]
        if missing:
            yield Problem(Place(FILE), "operator_fields_missing", {"fields": ", ".join(missing)}, Severity.WARNING)


def read_operator(path: Path) -> OperatorFile:
    """Read the file at *path*; a file of comments alone, or none, is an operator of whom nothing is known."""
    if not path.exists():
        return OperatorFile(UNKNOWN, [])
    text, problems = read_text(path, FILE)
    if text is None:
        return OperatorFile(UNKNOWN, problems)
    document, findings, _ = read_nodes(text, FILE)
    problems += findings
    if document is None:
        return OperatorFile(UNKNOWN, problems)
    if not isinstance(document, MapNode):
        return OperatorFile(UNKNOWN, [*problems, Problem(Place(FILE, 1, 1), "operator_shape")])
    operator, findings = read_part(document, Operator, FILE)
    return OperatorFile(operator or UNKNOWN, [*problems, *findings])

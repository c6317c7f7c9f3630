"""The ids by which records name records of other kinds. The checks hold that each exists."""

from typing import Annotated, TypeAlias

from ecosystem.records.record import Reference
from ecosystem.records.values import Id

MemberId: TypeAlias = Annotated[Id, Reference("members")]
RegionId: TypeAlias = Annotated[Id, Reference("regions")]
PilotId: TypeAlias = Annotated[Id, Reference("pilots")]
ProgrammeId: TypeAlias = Annotated[Id, Reference("pilot_programmes")]
WorkgroupId: TypeAlias = Annotated[Id, Reference("workgroups")]
EventId: TypeAlias = Annotated[Id, Reference("events")]
NewsId: TypeAlias = Annotated[Id, Reference("news")]
PublicationId: TypeAlias = Annotated[Id, Reference("publications")]
NetworkId: TypeAlias = Annotated[Id, Reference("networks")]
OrganisationId: TypeAlias = Annotated[Id, Reference("organisations")]
OfferingId: TypeAlias = Annotated[Id, Reference("offerings")]
LawId: TypeAlias = Annotated[Id, Reference("laws")]
CaseId: TypeAlias = Annotated[Id, Reference("cases")]
ModelId: TypeAlias = Annotated[Id, Reference("operating_models")]

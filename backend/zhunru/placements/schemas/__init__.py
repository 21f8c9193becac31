"""What comes in and goes out over the API."""

from zhunru.placements.schemas.placements import (
    Completion,
    PlacementFilter,
    PlacementOut,
    PlacementRow,
    PlacementStatus,
    Receipt,
)
from zhunru.placements.schemas.refusals import (
    GroundOut,
    GroundsAsked,
    RefusalFilter,
    RefusalIn,
    RefusalOut,
    RefusalRow,
)
from zhunru.placements.schemas.statements import (
    Answer,
    ConsultationFilter,
    ConsultationOut,
    PetitionIn,
    SaidOut,
    StatementIn,
)
from zhunru.placements.schemas.urgent_reports import UrgentReportIn, UrgentReportOut

__all__ = [
    "Answer",
    "Completion",
    "ConsultationFilter",
    "ConsultationOut",
    "GroundOut",
    "GroundsAsked",
    "PetitionIn",
    "PlacementFilter",
    "PlacementOut",
    "PlacementRow",
    "PlacementStatus",
    "Receipt",
    "RefusalFilter",
    "RefusalIn",
    "RefusalOut",
    "RefusalRow",
    "SaidOut",
    "StatementIn",
    "UrgentReportIn",
    "UrgentReportOut",
]

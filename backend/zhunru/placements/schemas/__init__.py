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
    CommentIn,
    ConsultationFilter,
    ConsultationOut,
    PetitionIn,
    SaidOut,
)
from zhunru.placements.schemas.urgent_reports import UrgentReportIn, UrgentReportOut

__all__ = [
    "Answer",
    "CommentIn",
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
    "UrgentReportIn",
    "UrgentReportOut",
]

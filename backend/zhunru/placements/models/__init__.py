"""What one township works on: matters in its villages, and what villages and township say. All in its own schema."""

from zhunru.placements.models.placements import Placement
from zhunru.placements.models.refusals import Refusal
from zhunru.placements.models.statements import Statement
from zhunru.placements.models.urgent_reports import UrgentReport

__all__ = ["Placement", "Refusal", "Statement", "UrgentReport"]

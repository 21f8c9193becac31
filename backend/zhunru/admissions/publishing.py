"""What everybody may know of the admitted matters (rule A-20, clause 1.3c): no log-in, and never a person."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.db.models import F, Max, QuerySet
from django.db.models.functions import Coalesce

from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Matter

PAGE = 50
STATES: Mapping[str, tuple[str, ...]] = {"carried": Matter.BINDING, "removed": Matter.ENDED}
"""What villages carry, and what they carry no more: shown side by side, in the same words."""
COLUMNS = (
    "code", "title", "department_name", "object_type", "category", "status", "starts_on", "ends_on", "villages",
    "number", "paper", "issued_on", "ending_number", "ending_paper", "ended_on",
)  # fmt: skip


def published(state: str) -> QuerySet[Any, Any]:
    """Matters with their paper, from the moment it was issued; the newest first. Columns of COLUMNS."""
    rows: QuerySet[Any, Any] = (
        Matter.objects.filter(status__in=STATES[state], document__isnull=False)
        .order_by("-id")
        .annotate(
            department_name=F("department__name"),
            villages=Coalesce(F("scope__len"), 0),
            number=F("document__number"),
            paper=F("document__code"),
            issued_on=F("document__issued_on"),
            ending_number=F("withdrawal_document__number"),
            ending_paper=F("withdrawal_document__code"),
            ended_on=F("withdrawal_document__issued_on"),
        )
        .values(*COLUMNS)
    )
    return rows


def version() -> str:
    """Changes whenever anything on the page does: matters and departments are tracked, papers never change."""
    newest = [model.history.aggregate(newest=Max("history_id"))["newest"] for model in (Matter, Organisation)]
    return hashlib.sha256(repr(newest).encode()).hexdigest()[:32]

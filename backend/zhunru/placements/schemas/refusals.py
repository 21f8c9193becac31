"""Refusals as they come in and go out, and the grounds that the system can tell."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, BaseModel, Field, computed_field

from zhunru.admissions.models import RefusalCase
from zhunru.core.text import Line, PastDay, said, values_of
from zhunru.documents.kinds.refusal.reasons import REASONS
from zhunru.placements.discretion import PublicText
from zhunru.placements.models import Refusal

Id = Annotated[int, Field(ge=1, lt=2**63)]
Reason = Literal["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"]
CaseStatus = Annotated[RefusalCase.Status, values_of(RefusalCase.Status)]


def _once(reasons: list[Reason]) -> list[Reason]:
    if len(set(reasons)) < len(reasons):
        raise said(_("同一项理由只选一次"))
    return sorted(reasons)


class RefusalIn(Schema, extra="forbid"):
    """What was demanded, by whom in the county, and why the village need not take it on."""

    village: Id | None = None
    """Needed where one officer looks after several."""
    department: Id
    placement: Id | None = None
    """The matter that it concerns, where the village carries it."""
    title: Annotated[Line, Field(max_length=60)] = ""
    document_code: Annotated[Line, Field(max_length=20)] = ""
    demand: Annotated[PublicText, Field(min_length=1, max_length=2000)]
    form: Annotated[RefusalCase.Form, values_of(RefusalCase.Form)]
    demanded_on: PastDay
    reasons: Annotated[list[Reason], Field(min_length=1, max_length=9), AfterValidator(_once)]
    explanation: Annotated[PublicText, Field(max_length=2000)] = ""
    anonymous: bool = False
    """Not to be named to the department; to the county it is."""


class GroundsAsked(Schema):
    """What the village knows of the demand."""

    village: Id | None = None
    department: Id | None = None
    placement: Id | None = None
    document_code: Annotated[Line, Field(max_length=20)] = ""
    title: Annotated[Line, Field(max_length=60)] = ""


class GroundOut(Schema):
    """One of the nine reasons; `holds` where the system itself can tell, and `why`."""

    code: str
    label: str
    basis: str
    holds: bool
    why: str


class RefusalOut(Schema):
    """A refusal with the county's case, as its own village and township see it. It names no person."""

    id: int
    version: int
    village: str
    village_id: int
    department: str
    department_id: int
    placement_id: int | None
    title: str
    document_code: str
    demand: str
    form: str
    form_label: str
    demanded_on: date
    reasons: list[str]
    reason_labels: list[str]
    explanation: str
    anonymous: bool
    filed_at: datetime
    due_on: date | None
    days_left: int | None
    """Working days that the department still has; negative = overdue; None once it has answered."""
    evidence_name: str
    acknowledged_at: datetime | None
    status: str
    status_label: str
    settled: bool
    """Whether there is an outcome to take note of."""
    answer: str
    answered_at: datetime | None
    ruling: str
    ruled_at: datetime | None

    @classmethod
    def of(cls, refusal: Refusal, case: RefusalCase, days_left: int | None) -> "RefusalOut":
        told: dict[str, Any] = {
            name: getattr(refusal, name) for name in cls.model_fields if hasattr(refusal, name) and name != "status"
        }
        told |= {name: getattr(case, name) for name in ("status", "answer", "answered_at", "ruling", "ruled_at")}
        return cls(
            **told
            | {
                "village": refusal.village.name,
                "form_label": refusal.get_form_display(),
                "reason_labels": [str(REASONS[code].label) for code in refusal.reasons],
                "status_label": case.get_status_display(),
                "days_left": days_left,
                "settled": case.status not in (RefusalCase.Status.FILED, RefusalCase.Status.CONTESTED),
            }
        )


class RefusalRow(BaseModel):
    """A line of the list of refusals."""

    id: int
    title: str
    demand: str
    department: str
    village: str
    reasons: list[str]
    status: CaseStatus
    filed_at: datetime
    due_on: date | None
    acknowledged_at: datetime | None
    days_left: int | None
    """Working days that the department still has; negative = overdue; None once it has answered."""

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class RefusalFilter(Schema):
    status: CaseStatus | None = None
    village: Id | None = None
    department: Id | None = None

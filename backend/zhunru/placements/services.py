"""Effects of a placement's steps."""

from typing import Any

from django.utils import timezone

from zhunru.core.actors import Actor
from zhunru.placements import queries, rules
from zhunru.placements.deliveries import Carried, Closing, SetAside, Told
from zhunru.placements.models import Placement
from zhunru.placements.schemas import Completion, Receipt

NOT_CLOSED: dict[str, Any] = {
    "closed_at": None, "closing_reason": "", "closing_document_id": None, "closing_number": "", "closing_code": "",
}  # fmt: skip


def enter(placement: Placement, *, actor: Actor, data: Receipt) -> None:
    rules.shows_its_document(placement, data.document_code)
    placement.entered_at = timezone.now()


def carry(placement: Placement, *, actor: Actor, data: Carried) -> None:
    """Merged or split (clause 1.3c): who has signed for the work once need not sign again."""
    placement.entered_at = data.entered_at


def complete(placement: Placement, *, actor: Actor, data: Completion) -> None:
    placement.completed_at = timezone.now()


def change(placement: Placement, *, actor: Actor, data: Told) -> None:
    """New bounds by a new paper (clause 2.1f), or the approval of what had entered first (2.1e)."""
    if placement.closed_at:
        _begin_again(placement)
    placement.title = data.title
    placement.department, placement.department_id = data.department, data.department_id
    placement.village_duty = data.village_duty
    placement.funding = data.funding
    placement.starts_on, placement.ends_on = data.starts_on, data.ends_on
    placement.provisional = data.provisional
    placement.document_id = data.paper.id
    placement.document_number = data.paper.number
    placement.document_code = data.paper.code
    if placement.refusal_id and queries.is_answered(placement.refusal_id):
        placement.refusal_id, placement.discreet = None, False


def _begin_again(placement: Placement) -> None:
    """Back in scope after a time: it is another entry, with another receipt. What was is in the history."""
    for name, value in NOT_CLOSED.items():
        setattr(placement, name, value)
    placement.notified_at = timezone.now()
    placement.entered_at = placement.completed_at = placement.refusal_id = placement.late_on = None
    placement.discreet = False


def set_aside(placement: Placement, *, actor: Actor, data: SetAside) -> None:
    placement.refusal_id, placement.discreet = data.refusal, data.discreet


def take_back(placement: Placement, *, actor: Actor, data: Any) -> None:
    placement.refusal_id, placement.discreet = None, False


def close(placement: Placement, *, actor: Actor, data: Closing) -> None:
    """The end, with the paper that ends it and the reason why (clause 2.1d)."""
    placement.closed_at = timezone.now()
    placement.closing_reason = data.reasons
    placement.closing_document_id = data.paper.id
    placement.closing_number = data.paper.number
    placement.closing_code = data.paper.code

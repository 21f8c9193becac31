"""Effects of a placement's steps."""

from django.utils import timezone

from zhunru.core.actors import Actor
from zhunru.placements import rules
from zhunru.placements.deliveries import Told
from zhunru.placements.models import Placement
from zhunru.placements.schemas import Completion, Receipt


def enter(placement: Placement, *, actor: Actor, data: Receipt) -> None:
    rules.shows_its_document(placement, data.document_code)
    placement.entered_at = timezone.now()


def complete(placement: Placement, *, actor: Actor, data: Completion) -> None:
    placement.completed_at = timezone.now()


def close(placement: Placement, *, actor: Actor, data: Told) -> None:
    """The end, with the paper that ends it and the reason why (clause 2.1d)."""
    paper = data.withdrawal
    if paper is None:
        raise ValueError("a placement is closed by a withdrawal document")
    placement.closed_at = timezone.now()
    placement.closing_reason = data.withdrawal_reasons
    placement.closing_document_id = paper.id
    placement.closing_number = paper.number
    placement.closing_code = paper.code

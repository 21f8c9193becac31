"""Who let each side's seal be put on a contract's papers: whoever signed for that side (rule C-02)."""

from typing import Any

from zhunru.contracts.models import Paper
from zhunru.documents.uses import Approval

Approvals = list[Approval | None]


def approvals_of(paper: Paper) -> Approvals:
    """The purchaser's and the provider's, as the history has kept them; None where it does not say who."""
    if paper.period is not None:
        return [_by(paper.period, "panel_signed_at"), _by(paper.period, "countersigned_at")]
    return [_by(paper.terms, "purchaser_signed_at"), _by(paper.terms, "provider_signed_at")]


def _by(signed: Any, moment: str) -> Approval | None:
    """The person of the step that wrote the moment of signing; one signed anew counts by the last time."""
    at = getattr(signed, moment)
    row = signed.history.filter(**{moment: at}).order_by("history_id").first() if at else None
    if row is None or row.history_user_id is None:
        return None
    return Approval(row.history_user_id, row.actor_name, at, ground=row.history_change_reason or "")

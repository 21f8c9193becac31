"""用印登记: a seal is used once somebody else has agreed, and each use is written down (国发〔1999〕25号, C-02)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.documents.models import Document, Seal, SealGrant, SealUse


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's approval of one use: who, when, and by what right, as `演常〔2026〕第3次`."""

    person: int
    name: str
    at: datetime
    ground: str = ""


def asked(
    seal: Seal,
    kind: str,
    title: str,
    *,
    actor: Actor,
    purpose: SealUse.Purpose = SealUse.Purpose.ISSUE,
    copies: int = 1,
    document: Document | None = None,
) -> SealUse:
    """A request, not saved yet."""
    return SealUse(
        seal=seal,
        purpose=purpose,
        kind=kind,
        title=title,
        copies=copies,
        document=document,
        requested_by_id=actor.user_id,
        requested_for_id=actor.acts_for,
        requested_name=actor.name,
        requested_at=timezone.now(),
    )


def approved(seal: Seal, kind: str, title: str, approval: Approval | None, *, actor: Actor, today: date) -> SealUse:
    """A use that a decision or a grant has approved of, written down. DomainError where neither has."""
    use = asked(seal, kind, title, actor=actor)
    use.status = SealUse.Status.APPROVED
    if approval is not None:
        use.approved_by_id, use.approved_name = approval.person, approval.name
        use.approved_at, use.ground = approval.at, approval.ground
    else:
        grant = grant_for(seal, kind, today)
        use.grant, use.approved_by_id, use.approved_name = grant, grant.approved_by_id, grant.approved_name
        use.approved_at, use.ground = use.requested_at, grant.ground
    use.record(actor=actor, reason=_("批准用印"))
    return use


def grant_for(seal: Seal, kind: str, today: date) -> SealGrant:
    """The approval once for all under which papers of this kind are sealed. DomainError where there is none."""
    in_force = Q(revoked_on__isnull=True) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    found: SealGrant | None = seal.grants.filter(in_force, kinds__contains=[kind]).order_by("-id").first()
    if found is None:
        sentence = _("%(seal)s印章没有这一文种的用印批准，请负责人在“印章”页面授权，或者逐件申请用印")
        raise DomainError("not_approved", sentence % {"seal": seal.name})
    return found


def put_on(use: SealUse, document: Document, *, actor: Actor) -> None:
    """Fill in who used the seal and on what; the caller writes it down. DomainError when that one has approved it.

    Where a step seals by itself the system uses the seal: only its keeper does so by hand.
    """
    keeper = actor if actor.has_role(Role.SEAL_KEEPER) else SYSTEM
    if {use.approved_by_id, use.approved_for_id} & keeper.persons:
        raise DomainError("same_person", _("批准用印的人不能自己用印，请由印章保管人办理"))
    use.status, use.document = SealUse.Status.USED, document
    use.used_by_id, use.used_name, use.used_at = keeper.user_id, keeper.name, timezone.now()

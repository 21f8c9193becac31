"""What waits for whom: uses to approve of, seals to be put on, drafts that came back, seals whose time ends."""

from datetime import timedelta

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.todo import Group, gather, waiting
from zhunru.documents import registers
from zhunru.documents.models import Draft, Seal, SealUse
from zhunru.documents.workflow import USES
from zhunru.workdays.remaining import with_days_left

SOON = timedelta(days=30)


def for_actor(actor: Actor) -> list[Group]:
    """Groups of the pages `seal-uses`, `drafts` and `seals`."""
    if actor.realm != COUNTY:
        return []
    found: list[Group | None] = list(
        waiting(USES, actor, visible=registers.uses_for, page="seal-uses", since="requested_at")
    )
    if actor.has_role(*OFFICE_ROLES):
        found.append(gather(_returned(actor), code="returned", label=_("修改退回的拟制文书"), page="drafts"))
    if actor.has_role(Role.SOCIAL_WORK_HEAD):
        ending = _ending(actor)
        found.append(
            gather(ending, code="ending", label=_("更换即将到期的印章"), page="seals", dated=_due, title="name")
        )
    return with_days_left([group for group in found if group])


def _returned(actor: Actor) -> QuerySet[Draft]:
    """Drafts whose seal was refused and not asked for again."""
    return registers.drafts_visible_to(actor).filter(status=Draft.Status.DRAFT, use__status=SealUse.Status.REFUSED)


def _ending(actor: Actor) -> QuerySet[Seal]:
    """Seals in use that may be used for thirty more days at most, or no more."""
    last = timezone.localdate() + SOON
    return registers.seals_visible_to(actor).filter(revoked_on__isnull=True, valid_until__lte=last)


def _due(seals: QuerySet[Seal]) -> QuerySet[Seal]:
    return seals.annotate(due_on=F("valid_until"))

"""A village refuses what it need not take on (clause 1.3a; domain: Right to refuse, 5.3, 5.7).

The refusal and who filed it stay here; the trigger behind it opens the county's case, which names no person.
"""

import secrets
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.queries import departments_in_office
from zhunru.admissions.models import RefusalCase
from zhunru.configuration import queries as configuration
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.divisions.models import Village
from zhunru.files import storage
from zhunru.files.checks import Checked
from zhunru.placements import carrying, queries, schemas
from zhunru.placements.deliveries import SetAside
from zhunru.placements.discretion import keeps_the_village_unnamed, names_no_person
from zhunru.placements.models import Placement, Refusal
from zhunru.placements.workflow import PLACEMENTS
from zhunru.workdays import clocks

SETS_ASIDE = {"R3", "R4"}
"""Without funds, or beyond what was approved: the village need not do even what was admitted while this is open."""
GIVEN_UP = (RefusalCase.Status.OVERRULED, RefusalCase.Status.DEMAND_WITHDRAWN)
CASE_IDS = 2**52


@transaction.atomic
def file(*, actor: Actor, data: schemas.RefusalIn, client_key: UUID | None) -> Refusal:
    """The refusal, the county's case, and the matter set aside where it is refused; sent twice, it is one."""
    if not actor.has_role(Role.VILLAGE_OFFICER):
        raise NotAllowedError("role", _("只有村（社区）可以登记拒绝承接"))
    if known := _sent_before(client_key, actor):
        return known
    village = village_of(actor, data.village)
    names_no_person(actor, demand=data.demand, explanation=data.explanation)
    if data.anonymous:
        keeps_the_village_unnamed(village, demand=data.demand, explanation=data.explanation)
    today = timezone.localdate()
    refusal = Refusal(
        village=village,
        placement=placement_of(village, data.placement),
        filed_at=timezone.now(),
        due_on=clocks.due(today, configuration.current().values.refusal_reply_days),
        case_id=secrets.randbelow(CASE_IDS) + 1,
        client_key=client_key,
        **_columns(data),
    )
    refusal.matter_id = refusal.placement.matter_id if refusal.placement else None
    refusal.title = refusal.title or (refusal.placement.title if refusal.placement else "")
    try:
        with transaction.atomic():
            refusal.record(actor=actor, reason=gettext_lazy("登记拒绝承接"))
    except IntegrityError:  # the same key, sent at the same moment, was faster
        if known := _sent_before(client_key, actor):
            return known
        raise
    _set_aside(refusal, actor)
    return refusal


def _columns(data: schemas.RefusalIn) -> dict[str, Any]:
    department = departments_in_office().filter(pk=data.department).first()
    if department is None:
        raise DomainError("no_department", _("请选择提出要求的部门"), field="department")
    sent = data.model_dump(exclude={"village", "placement", "department"})
    return sent | {"department_id": department.pk, "department": department.name}


def _sent_before(client_key: UUID | None, actor: Actor) -> Refusal | None:
    found: Refusal | None = Refusal.objects.filter(client_key=client_key).first() if client_key else None
    if found and found.village_id not in actor.village_ids:
        raise DomainError("key_used", _("该请求已用于其他拒绝登记，请刷新页面后重试"))
    return found


def village_of(actor: Actor, id: int | None) -> Village:
    """The village that is spoken for: the one named, or the officer's only one."""
    own = list(Village.objects.filter(pk__in=actor.village_ids).select_related("township"))
    chosen = [village for village in own if id in (None, village.pk)]
    if len(chosen) != 1:
        raise DomainError("no_village", _("请选择本村（社区）"), field="village")
    return chosen[0]


def placement_of(village: Village, id: int | None) -> Placement | None:
    """The matter that is meant, one of this village's; DomainError for another's."""
    if id is None:
        return None
    found: Placement | None = Placement.objects.filter(pk=id, village=village).first()
    if found is None:
        raise DomainError("no_placement", _("请选择本村（社区）的事项"), field="placement")
    return found


def _set_aside(refusal: Refusal, actor: Actor) -> None:
    """Domain 5.3: an admitted matter whose funds fail or that goes beyond its bounds rests until that is settled."""
    placement = refusal.placement
    if placement and SETS_ASIDE & set(refusal.reasons) and placement.status in ("notified", "entered"):
        data = SetAside(refusal=refusal.pk, discreet=refusal.anonymous)
        PLACEMENTS.perform("set_aside", placement, actor=actor, data=data)


@transaction.atomic
def follow(case_id: int) -> None:
    """After each word on the case, under the township's role: what was given up or overruled is taken back.

    Upheld, or with an application promised, the matter stays refused: the village takes it up again when what was
    missing is there, or the county's next paper settles it.
    """
    case = RefusalCase.objects.get(pk=case_id)
    refusal = Refusal.objects.get(case_id=case_id)
    if case.status not in GIVEN_UP:
        return
    for placement in Placement.objects.filter(refusal_id=refusal.pk, status=Placement.Status.REFUSED):
        PLACEMENTS.perform("take_back", placement, actor=SYSTEM)
        carrying.settle_rest(placement.matter_id)


@transaction.atomic
def acknowledge(refusal: Refusal, *, actor: Actor) -> Refusal:
    """The village has taken note of the outcome; said again it is as it was."""
    locked = _own(refusal, actor)
    if queries.case_of(locked).status in queries.OPEN_CASES:
        raise DomainError("case_open", _("拒绝事项尚未处理完毕，请待部门答复或者县委社会工作部裁定"))
    if locked.acknowledged_at is None:
        locked.acknowledged_at = timezone.now()
        locked.record(actor=actor, reason=gettext_lazy("知悉处理结果"))
    return locked


@transaction.atomic
def add_evidence(refusal: Refusal, *, actor: Actor, file: Checked) -> Refusal:
    """Kept on the township's side, and never sent up; another file takes the place of the first."""
    locked = _own(refusal, actor)
    locked.evidence_name, locked.evidence_type, locked.evidence_size = file.name, file.type, file.size
    locked.evidence_sha256 = storage.store(actor.realm, file.content)
    locked.record(actor=actor, reason=gettext_lazy("上传佐证材料"))
    return locked


def _own(refusal: Refusal, actor: Actor) -> Refusal:
    locked: Refusal = Refusal.objects.select_for_update().get(pk=refusal.pk)
    if not actor.has_role(Role.VILLAGE_OFFICER) or locked.village_id not in actor.village_ids:
        raise NotAllowedError("role", _("只有登记的村（社区）可以办理"))
    return locked


def refused_on(refusal: Refusal) -> date:
    return timezone.localdate(refusal.filed_at)

"""What village staff record of their work, and what the purchaser says to it (clause 2.4c)."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.configuration import queries as configuration
from zhunru.contracts import queries
from zhunru.contracts.models import Clause, Contract, Deliverable
from zhunru.contracts.rules import delivering as rules
from zhunru.contracts.rules import evidence
from zhunru.contracts.schemas.deliverables import DeliverableChange, DeliverableIn
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES, Role
from zhunru.core.workflow import Remark, stale
from zhunru.workdays import clocks

S = Deliverable.Status


@transaction.atomic
def write(contract: Contract, *, actor: Actor, data: DeliverableIn, client_key: UUID | None) -> Deliverable:
    """A record of work, a draft unless it is handed over at once; sent twice, from a queue on a bad line, it is one."""
    if known := _sent_before(client_key, contract):
        return known
    may_write(contract, actor)
    made = Deliverable(contract=contract, department_id=contract.purchaser_id, client_key=client_key)
    _fill(made, data)
    try:
        with transaction.atomic():
            _keep(made, actor=actor, submit=data.submit, reason=gettext_lazy("填写服务记录"))
    except IntegrityError:  # the same key, sent at the same moment, was faster
        if known := _sent_before(client_key, contract):
            return known
        raise
    return made


@transaction.atomic
def rewrite(deliverable: Deliverable, *, actor: Actor, data: DeliverableChange) -> Deliverable:
    """A draft anew. What was handed over is corrected by another record."""
    locked = locked_for(deliverable, actor)
    if locked.version != data.version:
        raise stale(locked)
    if locked.status != S.DRAFT:
        raise DomainError("not_a_draft", _("已提交的服务记录不能修改，请填写更正记录"))
    _fill(locked, data)
    _keep(locked, actor=actor, submit=data.submit, reason=gettext_lazy("修改服务记录"))
    return locked


@transaction.atomic
def correct(deliverable: Deliverable, *, actor: Actor, data: DeliverableIn) -> Deliverable:
    """A new record in the place of one that was queried; both stay to be read."""
    locked = locked_for(deliverable, actor)
    if locked.status != S.QUERIED:
        raise DomainError("not_queried", _("只有购买主体提出疑问的服务记录才需更正"))
    made = Deliverable(contract=locked.contract, department_id=locked.department_id, supersedes=locked)
    _fill(made, data)
    _keep(made, actor=actor, submit=data.submit, reason=gettext_lazy("更正服务记录"))
    locked.status = S.SUPERSEDED
    locked.record(actor=actor, reason=gettext_lazy("已由更正记录取代"))
    return made


def submit(deliverable: Deliverable, *, actor: Actor, data: Remark) -> None:
    _hand_over(deliverable)


def may_confirm(actor: Actor) -> None:
    """It is the purchaser who confirms."""
    if not actor.has_role(*DEPARTMENT_ROLES):
        raise NotAllowedError("role", _("服务记录由购买主体确认"))


def confirm(deliverable: Deliverable, *, actor: Actor, data: Remark) -> None:
    deliverable.confirmed_at = timezone.now()
    deliverable.silent = actor.user_id is None


def query(deliverable: Deliverable, *, actor: Actor, data: Remark) -> None:
    deliverable.query = data.remark


def may_write(contract: Contract, actor: Actor) -> None:
    """Records of work are the providing village's own."""
    if not actor.has_role(Role.VILLAGE_OFFICER):
        raise NotAllowedError("role", _("服务记录由承接的村（社区）填写"))
    rules.speaks_for_the_village(contract, actor)
    rules.is_under_work(contract)


def locked_for(deliverable: Deliverable, actor: Actor) -> Deliverable:
    """The row, for the village whose work it is."""
    locked: Deliverable = Deliverable.objects.select_for_update().get(pk=deliverable.pk)
    may_write(locked.contract, actor)
    return locked


def _fill(deliverable: Deliverable, data: DeliverableIn) -> None:
    contract = deliverable.contract
    clause: Clause | None = queries.signed_clauses(contract).filter(number=data.clause).first()
    if clause is None:
        raise InvalidError("no_clause", _("请选择合同中的条款"), field="clause")
    rules.fits_its_clause(clause, data.quantity)
    rules.within_the_term(contract, data.done_on)
    evidence.stays_fit(deliverable, clause)
    deliverable.clause = clause
    deliverable.done_on, deliverable.quantity = data.done_on, data.quantity
    deliverable.place, deliverable.note = data.place, data.note


def _keep(deliverable: Deliverable, *, actor: Actor, submit: bool, reason: object) -> None:
    if submit:
        evidence.is_there(deliverable)
        deliverable.status = S.SUBMITTED
        _hand_over(deliverable)
    deliverable.record(actor=actor, reason=str(reason))


def _hand_over(deliverable: Deliverable) -> None:
    deliverable.submitted_at = timezone.now()
    days = configuration.current().values.purchases.confirm_deliverable_days
    deliverable.confirm_due_on = clocks.due(timezone.localdate(), days)


def _sent_before(client_key: UUID | None, contract: Contract) -> Deliverable | None:
    found: Deliverable | None = Deliverable.objects.filter(client_key=client_key).first() if client_key else None
    if found and found.contract_id != contract.pk:
        raise DomainError("key_used", _("该请求已用于其他合同的服务记录，请刷新页面后重试"))
    return found

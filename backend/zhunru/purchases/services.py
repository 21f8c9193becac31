"""What the county itself writes: budget lines, the clause library, and what the office finds."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.queries import departments_in_office
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.workflow import stale
from zhunru.purchases import schemas
from zhunru.purchases.models import BudgetLine, SampleClause, Waiver


def add_line(data: schemas.LineIn, *, actor: Actor) -> BudgetLine:
    """A line of the head's own department. DomainError when it has one for the same project already."""
    _may_budget(actor)
    line = BudgetLine(department_id=actor.organisation_id or 0, **data.model_dump(exclude={"reason"}))
    try:
        with transaction.atomic():
            line.record(actor=actor, reason=data.reason)
    except IntegrityError as error:
        raise DomainError("line_exists", _("该年度已有相同科目和项目的预算，请调整其金额"), field="project") from error
    return line


@transaction.atomic
def change_line(line: BudgetLine, data: schemas.LineChange, *, actor: Actor) -> BudgetLine:
    """Another amount, not below what contracts bind (rule P-02)."""
    _may_budget(actor)
    line = BudgetLine.objects.select_for_update(of=("self",)).select_related("department").get(pk=line.pk)
    if line.version != data.version:
        raise stale(line)
    if data.amount < line.reserved:
        said = {"reserved": f"{line.reserved:.2f}"}
        raise DomainError("below_reserved", _("不得低于合同已占用的金额 %(reserved)s 元") % said, field="amount")
    line.amount = data.amount
    line.record(actor=actor, reason=data.reason)
    return line


def _may_budget(actor: Actor) -> None:
    if not actor.has_role(Role.DEPARTMENT_HEAD):
        raise NotAllowedError("role", _("只有部门负责人可以编列预算项目"))


@transaction.atomic
def add_clause(data: schemas.ClauseNew, *, actor: Actor) -> SampleClause:
    """At the end of the library."""
    _may_keep_the_library(actor)
    last = SampleClause.objects.aggregate(last=Max("seq"))["last"] or 0
    clause = SampleClause(seq=last + 1, **_values(data))
    clause.record(actor=actor, reason=data.reason)
    return clause


@transaction.atomic
def change_clause(clause: SampleClause, data: schemas.ClauseChange, *, actor: Actor) -> SampleClause:
    """The library's text alone: contracts hold copies."""
    _may_keep_the_library(actor)
    clause = SampleClause.objects.select_for_update().get(pk=clause.pk)
    if clause.version != data.version:
        raise stale(clause)
    for name, value in _values(data).items():
        setattr(clause, name, value)
    clause.record(actor=actor, reason=data.reason)
    return clause


def _values(data: schemas.ClauseIn) -> dict[str, Any]:
    if bool(data.measure) != bool(data.weight):
        sentence = _("可评定的条款应有评定方式和权重，其他条款两者都没有")
        raise InvalidError("weight", sentence, field="weight")
    if data.must_pass and not data.measure:
        raise InvalidError("must_pass", _("只有可评定的条款才能作为否决条款"), field="must_pass")
    return {**data.model_dump(exclude={"reason", "version"}), "assessable": bool(data.measure)}


def _may_keep_the_library(actor: Actor) -> None:
    if not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以编辑示范条款"))


def grant_waiver(data: schemas.WaiverIn, *, actor: Actor) -> Waiver:
    """Rule P-04: the office finds that the subject is a service, in spite of its wording."""
    _may_waive(actor)
    if not departments_in_office().filter(pk=data.department).exists():
        raise InvalidError("department", _("没有这个部门"), field="department")
    waiver = Waiver(department_id=data.department, subject=data.subject, reason=data.reason, granted_on=localdate())
    try:
        with transaction.atomic():
            waiver.record(actor=actor, reason=gettext_lazy("作出认定"))
    except IntegrityError as error:
        raise DomainError("waiver_exists", _("该事项已有认定"), field="subject") from error
    return waiver


@transaction.atomic
def end_waiver(waiver: Waiver, data: schemas.WaiverEnd, *, actor: Actor) -> Waiver:
    """From now on the wording blocks again; checks that were kept stay as they are."""
    _may_waive(actor)
    waiver = Waiver.objects.select_for_update(of=("self",)).select_related("department").get(pk=waiver.pk)
    if waiver.version != data.version:
        raise stale(waiver)
    if waiver.ended_on:
        raise DomainError("ended", _("该认定已经终止"))
    waiver.ended_on = localdate()
    waiver.record(actor=actor, reason=data.reason)
    return waiver


def _may_waive(actor: Actor) -> None:
    if not actor.has_role(Role.SOCIAL_WORK_HEAD):
        raise NotAllowedError("role", _("只有社会工作部负责人可以作出认定"))

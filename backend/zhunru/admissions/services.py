"""Acts on applications and the effects of their steps."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import papers, schemas
from zhunru.admissions.models import Application, Decision, Delivery, Finding, Matter
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES
from zhunru.core.workflow import Remark, stale
from zhunru.divisions.models import County, Village
from zhunru.documents.models import Document


def draft_application(*, actor: Actor, data: schemas.ApplicationIn, client_key: UUID | None) -> Application:
    """Begin a draft for the actor's department; the same key sent again gives the same draft."""
    if not actor.has_role(*DEPARTMENT_ROLES) or actor.organisation_id is None:
        raise NotAllowedError("role", _("只有县直部门可以申请事项准入"))
    if known := _sent_before(actor, client_key):
        return known
    application = Application(
        department_id=actor.organisation_id, drafted_by_id=actor.person, client_key=client_key, **_columns(data)
    )
    try:
        with transaction.atomic():
            application.record(actor=actor, reason=gettext_lazy("新建申请"))
    except IntegrityError:  # the same key, sent at the same moment, was faster
        if known := _sent_before(actor, client_key):
            return known
        raise
    return application


def _sent_before(actor: Actor, client_key: UUID | None) -> Application | None:
    if client_key is None:
        return None
    found: Application | None = Application.objects.filter(drafted_by_id=actor.user_id, client_key=client_key).first()
    return found


def edit_application(application: Application, *, actor: Actor, data: schemas.ApplicationPatch) -> Application:
    """Change a draft; raises DomainError `stale` when somebody else was faster, `locked` once it is filed."""
    if not actor.has_role(*DEPARTMENT_ROLES):
        raise NotAllowedError("role", _("只有申请单位可以修改申请"))
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        if not locked.editable:
            raise DomainError("locked", _("申请已提交，不能再修改"))
        if locked.version != data.version:
            raise stale(locked)
        for name, value in _columns(data).items():
            setattr(locked, name, value)
        locked.record(actor=actor, reason=gettext_lazy("修改申请"))
    return locked


def _columns(data: schemas.ApplicationIn) -> dict[str, Any]:
    """The columns that were sent; JSON and codes as the database keeps them."""
    sent = data.model_dump(exclude_unset=True, exclude={"version", "legal_bases", "scope"})
    if "legal_bases" in data.model_fields_set:
        sent["legal_bases"] = [basis.model_dump() for basis in data.legal_bases]
    if "scope" in data.model_fields_set:
        sent["scope"] = sorted(set(data.scope))
    return sent


def mark_filed(application: Application, *, actor: Actor, data: Remark) -> None:
    application.filed_by_id = actor.person
    application.submitted_at = timezone.now()


def record_findings(application: Application, *, actor: Actor, data: schemas.Findings) -> None:
    """Three conclusions; those of an earlier round stay readable in the history."""
    known = {finding.aspect: finding for finding in application.findings.all()}
    for one in data.findings:
        finding = known.get(one.aspect) or Finding(application=application, aspect=one.aspect)
        finding.favourable = one.favourable
        finding.opinion = one.opinion
        finding.reviewer_id = actor.person
        finding.record(actor=actor, reason=format_lazy("{}：{}", gettext_lazy("复审"), one.aspect.label))


def record_rejection(application: Application, *, actor: Actor, data: schemas.Rejection) -> None:
    _record_decision(application, Decision.Outcome.REJECTED, actor=actor, data=data, reasons=data.reasons)


def record_approval(application: Application, *, actor: Actor, data: schemas.Resolution) -> None:
    """The decision, the admitted matter and what is owed to each township: one transaction (clause 2.1b)."""
    if application.starts_on is None:
        raise DomainError("incomplete", _("请填写开始日期"), field="starts_on")
    _record_decision(application, Decision.Outcome.APPROVED, actor=actor, data=data, reasons="")
    matter = Matter(
        code=f"{County.objects.get().code}-SX-{application.pk:04d}",
        application=application,
        department_id=application.department_id,
        title=application.title,
        starts_on=application.starts_on,
        ends_on=application.ends_on,
    )
    matter.record(actor=actor, reason=gettext_lazy("常委会同意准入"))
    owe_deliveries(matter, Delivery.Kind.ENTER, Delivery.Status.WAITING)


def _record_decision(
    application: Application, outcome: Decision.Outcome, *, actor: Actor, data: schemas.Resolution, reasons: str
) -> None:
    Decision(
        application=application,
        outcome=outcome,
        resolution_number=data.resolution_number,
        meeting_on=data.meeting_on,
        reasons=reasons,
        recorder_id=actor.person,
    ).record(actor=actor, reason=gettext_lazy("登记常委会决定"))


def owe_deliveries(matter: Matter, kind: Delivery.Kind, status: Delivery.Status) -> None:
    """One delivery per township in scope, with the codes of its villages."""
    by_township: dict[int, list[str]] = defaultdict(list)
    schemas_by_id: dict[int, str] = {}
    for village in Village.objects.filter(code__in=matter.application.scope).select_related("township"):
        by_township[village.township_id].append(village.code)
        schemas_by_id[village.township_id] = village.township.schema_name
    Delivery.objects.bulk_create(
        Delivery(
            matter=matter,
            township_id=township_id,
            schema_name=schemas_by_id[township_id],
            kind=kind,
            status=status,
            village_codes=sorted(codes),
        )
        for township_id, codes in sorted(by_township.items())
    )


def bring_into_force(matter: Matter, *, actor: Actor, data: Remark) -> None:
    """The sealed approval, and with it the release of the deliveries (clause 2.1c)."""
    matter.document = papers.issue_approval(matter, actor=actor)
    matter.deliveries.filter(kind=Delivery.Kind.ENTER).update(
        status=Delivery.Status.PENDING, facts=delivery_facts(matter)
    )


def order_withdrawal(matter: Matter, *, actor: Actor, data: schemas.WithdrawalOrder) -> None:
    matter.withdrawal_reasons = data.reasons


def withdraw(matter: Matter, *, actor: Actor, data: Remark) -> None:
    """One act ends the matter in every village (clause 2.1d): the sealed notice and its deliveries."""
    matter.withdrawal_document = papers.issue_withdrawal(matter, actor=actor)
    owe_deliveries(matter, Delivery.Kind.WITHDRAW, Delivery.Status.PENDING)
    matter.deliveries.filter(kind=Delivery.Kind.WITHDRAW).update(facts=delivery_facts(matter))


def delivery_facts(matter: Matter) -> dict[str, Any]:
    """What a township is told: `placements.deliveries.Told` reads it."""
    application = matter.application
    return {
        "matter": matter.pk,
        "code": matter.code,
        "title": matter.title,
        "department": matter.department.name,
        "department_id": matter.department_id,
        "village_duty": application.village_duty,
        "funding": str(application.funding_amount or 0),
        "starts_on": matter.starts_on.isoformat(),
        "ends_on": matter.ends_on.isoformat() if matter.ends_on else None,
        "approval": _reference(matter.document),
        "withdrawal": _reference(matter.withdrawal_document),
        "withdrawal_reasons": matter.withdrawal_reasons,
    }


def _reference(document: Document | None) -> dict[str, Any] | None:
    return {"id": document.pk, "number": document.number, "code": document.code} if document else None

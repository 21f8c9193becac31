"""Effects of a matter's steps: it takes effect, changes, rests and leaves (clauses 1.3c, 2.1c-f)."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions import proposals, schemas
from zhunru.admissions.models import Application, Delivery, Ground, Matter
from zhunru.admissions.papers import ending
from zhunru.admissions.services import consulting, delivering
from zhunru.admissions.services.contents import content_of
from zhunru.admissions.services.promising import promise
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.workflow import Remark
from zhunru.documents.models import Document
from zhunru.workdays import clocks

K = Delivery.Kind


def take_effect(matter: Matter, *, actor: Actor, data: schemas.Sealed) -> None:
    """With its sealed paper the deliveries set out (clause 2.1c), and the department's promises run (3.3b)."""
    matter.document = Document.objects.get(pk=data.paper)
    matter.review_on = _review_day()
    delivering.release(matter, carried_from=Matter.objects.filter(pk__in=data.carried_from).order_by("pk"))
    promise(matter)


def enter_first(matter: Matter, *, actor: Actor, data: schemas.Sealed) -> None:
    """Clause 2.1e (先进后批): the provisional paper and its deliveries at once."""
    matter.document = Document.objects.get(pk=data.paper)
    delivering.owe(matter, K.ENTER, provisional=True)


def ratify(matter: Matter, *, actor: Actor, data: schemas.Sealed) -> None:
    """Entered first, approved after (clause 2.1e): the approval takes the provisional paper's place."""
    _take_content(matter, data)
    delivering.owe(matter, K.CHANGE, scope=sorted({*data.former_scope, *matter.scope}))
    promise(matter)


def adjust(matter: Matter, *, actor: Actor, data: schemas.Sealed) -> None:
    """Same matter, same code, new bounds (clause 2.1f); who is no longer in scope is let go by the same paper."""
    _take_content(matter, data)
    delivering.owe(matter, K.CHANGE, scope=sorted({*data.former_scope, *matter.scope}))
    today = timezone.localdate()
    matter.commitments.filter(due_on__gt=today, ended_on=None).update(ended_on=today)
    promise(matter, not_before=today)


def extend(matter: Matter, *, actor: Actor, data: schemas.Sealed) -> None:
    matter.document = Document.objects.get(pk=data.paper)
    matter.ends_on = data.ends_on
    matter.extensions += 1
    if matter.category == Category.URGENT:
        matter.category = Category.TEMPORARY  # one extension, and only as that
    delivering.owe(matter, K.CHANGE)


def _take_content(matter: Matter, data: schemas.Sealed) -> None:
    application = Application.objects.get(pk=data.application or 0)
    for name, value in content_of(application).items():
        setattr(matter, name, value)
    matter.conditions = application.decision.conditions if application.decision else []
    matter.ends_on = data.ends_on or matter.ends_on
    matter.document = Document.objects.get(pk=data.paper)


def supersede(matter: Matter, *, actor: Actor, data: schemas.Sealed) -> None:
    """Merged into another or split into others (clause 1.3c): their paper ends this one."""
    matter.withdrawal_document = Document.objects.get(pk=data.paper)
    matter.withdrawal_ground = Ground.REPLACED
    matter.withdrawal_reasons = str(
        _("由%(number)s并入或者拆分为其他事项") % {"number": matter.withdrawal_document.number}
    )
    _let_go(matter)


def write_off(matter: Matter, *, actor: Actor, data: schemas.Return) -> None:
    """What was there before this system leaves by the office's word: no paper let it in, so none ends it."""
    matter.withdrawal_reasons = data.remark
    _let_go(matter)


def order_withdrawal(matter: Matter, *, actor: Actor, data: schemas.WithdrawalOrder) -> None:
    """The office puts a matter up for leaving; the villages have their term to object (A-25)."""
    if data.ground == Ground.PETITION and not proposals.is_petitioned(matter):
        raise DomainError(
            "no_petition",
            _("要求退出的村（社区）不足 %(n)s 个，请选择其他撤销情形") % {"n": proposals.needed(matter)},
            field="ground",
        )
    matter.withdrawal_ground = data.ground
    matter.withdrawal_reasons = data.reasons
    for name in ("completion_report", "settlement", "closures"):
        setattr(matter, name, getattr(data, name) or getattr(matter, name))
    open_objection_term(matter)


def open_objection_term(matter: Matter) -> None:
    version = matter.application.configuration if matter.application else None
    days = (version or configuration.current()).values.withdrawal_objection_days
    matter.withdrawal_round += 1
    matter.objections_until = clocks.due(timezone.localdate(), days)
    consulting.ask_about_withdrawal(matter, due_on=matter.objections_until)


def report_completion(matter: Matter, *, actor: Actor, data: schemas.CompletionIn) -> None:
    """The department's word that the work is done, with its settlement and closures (A-25)."""
    if actor.organisation_id != matter.department_id:
        raise DomainError("others_matter", _("只能报告本部门的事项"))
    matter.completion_report, matter.settlement, matter.closures = (
        data.completion_report,
        data.settlement,
        data.closures,
    )


def keep(matter: Matter, *, actor: Actor, data: schemas.Return) -> None:
    """The objections were right: it stays."""
    matter.withdrawal_ground = ""
    matter.withdrawal_reasons = ""
    matter.objections_until = None
    matter.review_on = _review_day()


def stood(matter: Matter) -> str:
    """Where it stood before it was put up for leaving: what rests by its paper rests on."""
    last = matter.deliveries.filter(kind__in=[K.SUSPEND, K.RESUME]).order_by("revision", "id").last()
    return Matter.Status.SUSPENDED if last and last.kind == K.SUSPEND else Matter.Status.IN_FORCE


def withdraw(matter: Matter, *, actor: Actor, data: Remark) -> None:
    """One act ends the matter in every village (clause 2.1d): the sealed notice and its deliveries."""
    matter.withdrawal_document = ending.issue_withdrawal(matter, actor=actor)
    _let_go(matter)


def expire(matter: Matter, *, actor: Actor, data: Remark) -> None:
    """The term is over; what the department still owes stands on the paper."""
    if matter.ends_on is None:
        raise DomainError("has_no_end", _("该事项没有结束日期"))
    owed = [] if matter.completion_report else [str(_("提交完成情况报告"))]
    owed += [] if matter.settlement else [str(_("结清工作经费"))]
    matter.withdrawal_document = ending.issue_expiry(matter, actor=actor, expired_on=matter.ends_on, owed=owed)
    matter.withdrawal_ground = Ground.TERM
    matter.withdrawal_reasons = str(_("期限届满，自动退出"))
    _let_go(matter)


def lapse(matter: Matter, *, actor: Actor, data: schemas.Return) -> None:
    """Not approved in time (clause 2.1e): every village may stop; costs incurred stay payable."""
    application = matter.application
    if application is None or application.entered_at is None:
        raise ValueError("only what entered first can lapse")
    matter.withdrawal_document = ending.issue_lapse(
        matter, actor=actor, entered_at=application.entered_at, reason=data.remark
    )
    matter.withdrawal_reasons = data.remark
    _let_go(matter)


def suspend(matter: Matter, *, actor: Actor, data: schemas.Return) -> None:
    ending.issue_suspension(matter, actor=actor, reason=data.remark)
    delivering.owe(matter, K.SUSPEND)


def resume(matter: Matter, *, actor: Actor, data: schemas.Return) -> None:
    ending.issue_resumption(matter, actor=actor, reason=data.remark)
    delivering.owe(matter, K.RESUME)


def _let_go(matter: Matter) -> None:
    """Every township is told; promises not yet due no longer bind, those due before stay payable."""
    delivering.owe(matter, K.WITHDRAW)
    today = timezone.localdate()
    matter.commitments.filter(due_on__gt=today, ended_on=None).update(ended_on=today)


def _review_day() -> date:
    """The first day of the coming yearly review (A-27)."""
    values, today = configuration.current().values, timezone.localdate()
    opens_on, _last = values.review_window(today.year)
    return opens_on if today < opens_on else values.review_window(today.year + 1)[0]

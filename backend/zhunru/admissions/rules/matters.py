"""What must hold before a matter leaves the villages (clause 2.1d)."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Matter, Opinion, RefusalCase, RequestKind
from zhunru.admissions.rules.concerned import CLOSED
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError


def has_its_document(matter: Matter, _actor: Actor) -> None:
    """Clause 2.1c (持批准文书进入): without its paper a matter is nowhere in force."""
    if matter.document is None:
        raise DomainError("no_document", _("批准文书尚未制发"))


def nothing_takes_its_place(matter: Matter, _actor: Actor) -> None:
    """What is being admitted anew is decided on there; it is not written off meanwhile."""
    asked = Application.objects.filter(concerns__contains=[matter.pk]).exclude(
        status__in=[*CLOSED, Application.Status.DRAFT]
    )
    if application := asked.first():
        raise DomainError(
            "readmission_open", _("申请“%(title)s”正在办理重新准入，请待其办结") % {"title": application.title}
        )


def no_application_does_it(matter: Matter, _actor: Actor) -> None:
    """Clause 2.1f: what was decided on an application is sealed there, so that the application is done with it."""
    decided = Application.objects.filter(
        kind=RequestKind.WITHDRAW, status=Application.Status.APPROVED, concerns__contains=[matter.pk]
    )
    if application := decided.first():
        raise DomainError(
            "by_application", _("撤销由申请“%(title)s”决定，请在该申请中用印") % {"title": application.title}
        )


def objections_to(matter: Matter) -> QuerySet[Opinion]:
    """What the villages were asked about this withdrawal, and have said."""
    return matter.opinions.filter(purpose=Opinion.Purpose.WITHDRAWAL, round=matter.withdrawal_round)


def villages_were_heard(matter: Matter, _actor: Actor) -> None:
    """Rule A-25: the villages have five working days to object, or have all answered before."""
    waiting = objections_to(matter).filter(answered_at__isnull=True)
    until = matter.objections_until
    if waiting.exists() and (until is None or timezone.localdate() <= until):
        day = until or _("（工作日历未录入，无法确定）")
        raise DomainError(
            "objection_term", _("村（社区）异议期至 %(day)s，还有 %(n)s 方未答复") % {"day": day, "n": waiting.count()}
        )


def objections_were_answered(matter: Matter, _actor: Actor) -> None:
    """Rule A-25: an objection is answered before the paper is sealed."""
    open_ones = objections_to(matter).filter(position=Opinion.Position.OBJECTION, reply="")
    if count := open_ones.count():
        raise DomainError("objections_open", _("还有 %(n)s 条异议未答复") % {"n": count})


def is_settled(matter: Matter, _actor: Actor) -> None:
    """Rule A-25: completion report, settlement of funds, closure of ledgers and boards."""
    if matter.legacy:
        return
    for name in ("completion_report", "settlement", "closures"):
        if not getattr(matter, name):
            field: Any = Matter._meta.get_field(name)
            label = field.verbose_name
            raise DomainError("not_settled", _("请先填写%(field)s") % {"field": label}, field=name)


def withdrawal_may_be_sealed(application: Application, actor: Actor) -> None:
    """Clause 2.1d: the paper of a decided withdrawal waits for the villages' term and its settlement."""
    if application.kind != RequestKind.WITHDRAW:
        return
    for matter in Matter.objects.filter(pk__in=application.concerns):
        for guard in (is_settled, villages_were_heard, objections_were_answered):
            guard(matter, actor)


def may_be_ruled_on(case: RefusalCase, _actor: Actor) -> None:
    """The department is heard first; when its term is over without an answer, the county rules."""
    waits = case.status == RefusalCase.Status.FILED
    if waits and (case.due_on is None or timezone.localdate() <= case.due_on):
        raise DomainError("answer_open", _("部门答复期至 %(day)s，请待答复或期满") % {"day": case.due_on or "—"})

"""What follows from a step, in the same transaction: clocks, seals, notices; and from a change of the calendar."""

from typing import Any

from django.dispatch import receiver

from zhunru.admissions import deadlines, recounting, sealing, telling
from zhunru.admissions.models import Application, Matter, RefusalCase, RequestKind
from zhunru.admissions.schemas import Return, WithdrawalOrder
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.workflow import Remark, Step, step_taken
from zhunru.workdays.calendar import Calendar
from zhunru.workdays.clocks import calendar_changed

UNRATIFIED = ("reject", "convert", "merge_into", "recall", "lapse", "not_accept")
"""With these an urgent matter has not been approved: it lapses at once."""


@receiver(step_taken, sender=Application)
def follow_application(*, step: Step[Any], obj: Application, actor: Actor, **_: Any) -> None:
    if step.name == "approve" and obj.kind == RequestKind.WITHDRAW:
        _order_withdrawal(obj, actor)
    deadlines.keep_time(obj)
    if step.name == "issue":
        sealing.seal(obj, actor=actor)
    if step.name in UNRATIFIED and obj.category == Category.URGENT:
        for matter in obj.matters.filter(status=Matter.Status.PROVISIONAL):
            MATTERS.perform("lapse", matter, actor=actor, data=Return(remark=str(step.label)))
    telling.tell_of_application(step, obj)


def _order_withdrawal(application: Application, actor: Actor) -> None:
    """A decided withdrawal opens the villages' term (A-25)."""
    order = WithdrawalOrder(
        reasons=application.necessity,
        completion_report=application.completion_report,
        settlement=application.settlement,
        closures=application.closures,
    )
    for matter in Matter.objects.filter(pk__in=application.concerns):
        MATTERS.perform("order_withdrawal", matter, actor=actor, data=order)


@receiver(step_taken, sender=Matter)
def follow_matter(*, step: Step[Any], obj: Matter, actor: Actor, data: Remark, **_: Any) -> None:
    deadlines.keep_time_of_matter(step, obj)
    if step.name == "keep":
        _end_requests_to_withdraw(obj, actor)
    telling.tell_of_matter(step, obj, data)


def _end_requests_to_withdraw(matter: Matter, actor: Actor) -> None:
    """The villages' objections were right: the decision to withdraw is not carried out."""
    decided = Application.objects.filter(
        kind=RequestKind.WITHDRAW, status=Application.Status.APPROVED, concerns__contains=[matter.pk]
    )
    for application in decided:
        APPLICATIONS.perform("end_with_matter", application, actor=actor)


@receiver(step_taken, sender=RefusalCase)
def follow_refusal(*, step: Step[Any], obj: RefusalCase, **_: Any) -> None:
    deadlines.keep_time_of_refusal(obj)
    telling.tell_of_refusal(step, obj)


@receiver(calendar_changed, sender=Calendar)
def follow_calendar(**_: Any) -> None:
    recounting.recount()

"""What of contracts waits for a village, and for its township; departments read theirs from facts."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.contracts import queries
from zhunru.contracts.models import Contract, Deliverable, Instalment, Period, Terms
from zhunru.contracts.rules.delivering import UNDER_WORK
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import Role
from zhunru.core.todo import Group, gather, gather_by_parts
from zhunru.workdays.remaining import with_days_left

P = Period.Status


def for_actor(actor: Actor) -> list[Group]:
    """Groups of contracts; `page` is `contracts`, and each item's id is the contract's."""
    if actor.realm == COUNTY:
        return []
    found: list[Group | None] = []
    if actor.has_role(Role.VILLAGE_OFFICER):
        found += _of_village(actor)
    if actor.has_role(Role.TOWNSHIP_OFFICER):
        found.append(_periods(actor, "mediate", _("调解合同评定争议"), P.AT_TOWNSHIP))
    return with_days_left([group for group in found if group])


def _of_village(actor: Actor) -> Iterator[Group | None]:
    yield _terms(actor, "agree", _("组织议决并答复合同文本"), Terms.Status.DELIBERATION)
    yield _terms(actor, "countersign", _("签订合同"), Terms.Status.OFFERED)
    yield _group(actor, _to_report(), "report", _("提交验收期自评报告"))
    yield _periods(actor, "answer_assessment", _("同意评定或者提出申辩"), P.ASSESSED, P.ANSWERED)
    yield _periods(actor, "settle", _("答复调解意见"), P.PROPOSED)
    yield _periods(actor, "certificate", _("签订履约验收书"), P.PANEL_SIGNED)
    yield _group(actor, Instalment.objects.filter(status=Instalment.Status.PAID), "arrive", _("确认价款到账"), due=None)
    queried = Deliverable.objects.filter(status=Deliverable.Status.QUERIED)
    yield _group(actor, queried, "correct", _("更正有疑问的服务记录"), due=None)
    asked = queries.visible_to(actor).filter(
        ending_asked_by=Contract.Party.PURCHASER, status__in=(Contract.Status.PERFORMING, Contract.Status.SUSPENDED)
    )
    yield gather(asked, code="agree_termination", label=_("答复解除合同的提议"), page="contracts", title="subject")


def _to_report() -> QuerySet[Period]:
    """Periods that are over, and work that was to be done again."""
    over = Q(status=P.PLANNED, to_on__lt=timezone.localdate()) | Q(status=P.REMEDY)
    found: QuerySet[Period] = Period.objects.filter(over, contract__status__in=UNDER_WORK)
    return found


def _terms(actor: Actor, code: str, label: str, status: str) -> Group | None:
    return _group(actor, Terms.objects.filter(status=status), code, label)


def _periods(actor: Actor, code: str, label: str, *statuses: str) -> Group | None:
    return _group(actor, Period.objects.filter(status__in=statuses), code, label)


def _group(actor: Actor, parts: QuerySet[Any], code: str, label: str, *, due: str | None = "due_on") -> Group | None:
    return gather_by_parts(
        queries.visible_to(actor), parts, "contract", due=due, code=code, label=label, page="contracts", title="subject"
    )

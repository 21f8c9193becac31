"""What waits for a department in the townships, and for the office: read from facts, so that no township is entered."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import DEPARTMENT_ROLES, OFFICE_ROLES, Role
from zhunru.core.todo import Group, gather_by_parts
from zhunru.purchases import queries
from zhunru.purchases.models import ContractFact, DeliverableFact, InstalmentFact, PeriodFact, TermsFact
from zhunru.workdays.remaining import with_days_left

CLERK, HEAD = Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD


def for_actor(actor: Actor) -> list[Group]:
    """Groups of contracts; `page` is `contracts`, and each item's id is the contract's."""
    if actor.realm != COUNTY:
        return []
    found = list(_of_department(actor)) if actor.has_role(*DEPARTMENT_ROLES) else []
    if actor.has_role(*OFFICE_ROLES):
        found += _of(PeriodFact, actor, "at_county", "mediate_at_county", _("调解合同评定争议"))
    return with_days_left(found)


def _of_department(actor: Actor) -> Iterator[Group]:
    if actor.has_role(CLERK):
        yield from _of(TermsFact, actor, "draft", "draft", _("拟定合同并提交审核"))
        yield from _of(PeriodFact, actor, "reported", "assess", _("逐条评定服务"))
        yield from _of(PeriodFact, actor, "defended", "answer", _("答复村（社区）的申辩"))
        yield from _deliverables(actor)
    if actor.has_role(HEAD):
        yield from _of(TermsFact, actor, "review", "review", _("审核合同文本"))
        yield from _of(TermsFact, actor, "agreed", "sign", _("签订合同"))
    yield from _of(PeriodFact, actor, "agreed", "panel", _("组织履约验收"))
    yield from _of(InstalmentFact, actor, "due", "pay", _("支付价款"))


def _of(model: type[Any], actor: Actor, status: str, code: str, label: str) -> Iterator[Group]:
    """Contracts of which a part has this status, the earliest due part first."""
    yield from _group(queries.own(model.objects.filter(status=status), actor), "contract_id", code, label)


def _deliverables(actor: Actor) -> Iterator[Group]:
    rows = queries.own(DeliverableFact.objects.filter(waiting__gt=0), actor)
    yield from _group(rows, "id", "confirm_deliverables", _("确认或质询服务记录"))


def _group(parts: QuerySet[Any], contract: str, code: str, label: str) -> Iterator[Group]:
    """A contract stands once, whatever the number of its parts."""
    named = {"code": code, "label": label, "page": "contracts", "title": "subject"}
    if group := gather_by_parts(ContractFact.objects.all(), parts, contract, **named):
        yield group

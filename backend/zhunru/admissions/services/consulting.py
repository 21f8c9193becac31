"""Asking those concerned and taking their answers (clause 1.3a, A-14)."""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Application, Matter, Opinion
from zhunru.admissions.parameters import course_of, parameters_of
from zhunru.configuration.choices import Party
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES, OFFICE_ROLES
from zhunru.divisions.models import Township, Village
from zhunru.workdays import clocks

Purpose = Opinion.Purpose
OFFICES = {Party.FINANCE: Organisation.Function.FINANCE, Party.JUSTICE: Organisation.Function.JUSTICE}


def ask(application: Application, *, villages: Iterable[str], departments: Iterable[int]) -> None:
    """One opinion is asked of each party of the course, and of whoever else is named; nobody twice."""
    course = course_of(application)
    due_on = clocks.due(timezone.localdate(), course.limits.consultation_days)
    wanted: list[Opinion] = []
    common = {"purpose": Purpose.ADMISSION, "application": application, "due_on": due_on}
    if Party.TOWNSHIP in course.consult:
        wanted += [_of_township(t, **common) for t in townships_in(application.scope)]
    if Party.VILLAGE in course.consult:
        wanted += [_of_village(v, **common) for v in _sample(application, list(villages))]
    for party, function in OFFICES.items():
        if party in course.consult:
            wanted += [_of_office(o, party, **common) for o in Organisation.objects.filter(function=function)]
    named = Organisation.objects.filter(pk__in=list(departments), kind=Organisation.Kind.DEPARTMENT)
    wanted += [_of_office(o, Party.DEPARTMENT, **common) for o in named if not _is_own(o, application)]
    for opinion in wanted:
        opinion.title, opinion.brief, opinion.asked_at = application.title, brief(application), timezone.now()
    Opinion.objects.bulk_create(wanted, ignore_conflicts=True)


def ask_about_withdrawal(matter: Matter, *, due_on: date | None) -> None:
    """Every village in scope may object to its leaving (A-25)."""
    common = {"purpose": Purpose.WITHDRAWAL, "matter": matter, "due_on": due_on, "round": matter.withdrawal_round}
    asked = [_of_village(v, **common) for v in villages_in(matter.scope)]
    for opinion in asked:
        opinion.title, opinion.asked_at = matter.title, timezone.now()
        opinion.brief = {"code": matter.code, "village_duty": matter.village_duty, "reasons": matter.withdrawal_reasons}
    Opinion.objects.bulk_create(asked)


def close(application: Application) -> int:
    """Silence after the term is no objection, where the county has it so; returns how many were silent."""
    if not parameters_of(application).silence_is_consent:
        return 0
    late: int = application.opinions.filter(
        purpose=Purpose.ADMISSION, answered_at__isnull=True, due_on__lt=timezone.localdate()
    ).update(silent=True, position=Opinion.Position.NO_OBJECTION, answered_at=timezone.now())
    return late


@transaction.atomic
def answer(opinion: Opinion, *, actor: Actor, position: str, text: str) -> Opinion:
    """A county department's own answer; given once."""
    locked = Opinion.objects.select_for_update().get(pk=opinion.pk)
    if not actor.has_role(*DEPARTMENT_ROLES) or actor.organisation_id != locked.organisation_id:
        raise NotAllowedError("role", _("只有被征求意见的单位可以答复"))
    if locked.answered_at:
        raise DomainError("answered", _("该意见已答复，不能更改"))
    locked.position, locked.text, locked.answered_at = position, text, timezone.now()
    locked.answered_by = f"{actor.organisation_name} {actor.name}"[:100]
    locked.save(update_fields=["position", "text", "answered_at", "answered_by"])
    return locked


@transaction.atomic
def reply(opinion: Opinion, *, actor: Actor, text: str) -> Opinion:
    """The office's answer to an objection (A-14, A-25)."""
    if not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以答复不同意见"))
    locked = Opinion.objects.select_for_update().get(pk=opinion.pk)
    if not locked.answered_at:
        raise DomainError("unanswered", _("对方尚未提出意见"))
    locked.reply = text
    locked.save(update_fields=["reply"])
    _trace(locked.application or locked.matter, actor)
    return locked


def _trace(case: Application | Matter | None, actor: Actor) -> None:
    """An opinion keeps no history of its own: who has replied stands in that of its case."""
    if case:
        locked = type(case).objects.select_for_update().get(pk=case.pk)
        locked.record(actor=actor, reason=gettext_lazy("答复不同意见"))


def brief(application: Application) -> dict[str, Any]:
    """What a party is asked about."""
    return {
        "department": application.department.name,
        "kind": application.kind,
        "category": application.category,
        "object_type": application.object_type,
        "objective": application.objective,
        "village_duty": application.village_duty,
        "township_duty": application.township_duty,
        "frequency": application.frequency,
        "person_days": str(application.person_days or ""),
        "funding_amount": str(application.funding_amount or ""),
        "no_cost_reason": application.no_cost_reason,
        "starts_on": application.starts_on.isoformat() if application.starts_on else None,
        "ends_on": application.ends_on.isoformat() if application.ends_on else None,
    }


def townships_in(scope: list[str]) -> list[Township]:
    codes = Village.objects.filter(code__in=scope).values("township_id")
    return list(Township.objects.filter(pk__in=codes).order_by("code"))


def villages_in(scope: list[str]) -> list[Village]:
    return list(Village.objects.filter(code__in=scope).select_related("township").order_by("code"))


def _sample(application: Application, chosen: list[str]) -> list[Village]:
    """The villages chosen by the clerk; else as many as configured, drawn so that a repeat draws the same."""
    outside = sorted(set(chosen) - set(application.scope))
    if outside:
        raise DomainError(
            "outside_scope", _("%(codes)s 不在申请范围内") % {"codes": _("、").join(outside)}, field="villages"
        )
    wanted = min(parameters_of(application).sampled_villages, len(application.scope))
    rest = [code for code in application.scope if code not in chosen]
    drawn = Random(application.pk).sample(rest, max(0, wanted - len(set(chosen))))  # noqa: S311  # no secret
    return villages_in([*chosen, *drawn])


def _is_own(organisation: Organisation, application: Application) -> bool:
    return organisation.pk == application.department_id


def _of_township(township: Township, **common: Any) -> Opinion:
    return Opinion(party=Party.TOWNSHIP, realm=township.schema_name, township=township, **common)


def _of_village(village: Village, **common: Any) -> Opinion:
    township = village.township
    return Opinion(party=Party.VILLAGE, realm=township.schema_name, township=township, village=village, **common)


def _of_office(organisation: Organisation, party: Party, **common: Any) -> Opinion:
    return Opinion(party=party, organisation=organisation, **common)

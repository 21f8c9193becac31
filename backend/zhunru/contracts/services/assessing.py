"""Judging a period clause by clause, and reckoning its score from the verdicts and nothing else (clause 2.4d)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.configuration import queries as configuration
from zhunru.contracts import queries
from zhunru.contracts.models import Clause, Period, Verdict
from zhunru.contracts.rules import assessing as rules
from zhunru.contracts.schemas.periods import MeasuresIn, SelfReport, VerdictsIn
from zhunru.contracts.scoring import (
    FORMULA,
    RAW,
    Assessment,
    Measured,
    assess,
    bands_of,
    clauses_of,
    result_of,
)
from zhunru.contracts.scoring import Clause as Scored
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.core.workflow import Remark, stale
from zhunru.purchases.choices import Side
from zhunru.workdays import clocks

S = Period.Status
MEASURES = sorted({name for names in RAW.values() for name in names})
"""What may be measured; the columns of a verdict that are not its clause's stay empty."""
BY_PURCHASER = (S.REPORTED, S.PROPOSED)
"""Where the purchaser may write verdicts: before it has assessed, and to follow the township's proposal."""
BY_VILLAGE = (
    S.PLANNED, S.REPORTED, S.ASSESSED, S.DEFENDED, S.ANSWERED, S.AT_TOWNSHIP, S.PROPOSED, S.AT_COUNTY, S.AGREED,
    S.PANEL_SIGNED, S.REMEDY,
)  # fmt: skip
"""Where the village may rate the purchaser's duties: until the certificate has both signatures."""


def judging_clauses(period: Period) -> QuerySet[Clause]:
    """Of the version by which the period is judged: the one in force when it was reported, before that the last."""
    if period.judged_by_id:
        found: QuerySet[Clause] = Clause.objects.filter(terms_id=period.judged_by_id).order_by("number")
        return found
    return queries.signed_clauses(period.contract)


def report(period: Period, *, actor: Actor, data: SelfReport) -> None:
    """The village's own report opens the judgement by the clauses that are in force now."""
    if period.status == S.REMEDY:
        _begin_again(period)
    period.report, period.reported_at = data.report, timezone.now()
    period.judged_by_id = queries.signed_clauses(period.contract).values_list("terms_id", flat=True).first()
    period.due_on = None


def _begin_again(period: Period) -> None:
    """A remedied period is judged in another round; the first stays in the history and on its certificate."""
    period.round += 1
    period.panel, period.recipients_opinion, period.result, period.result_reason = [], "", "", ""
    period.accepted_amount = period.remedy_due_on = period.score = period.purchaser_score = None
    period.band, period.formula = "", None
    period.panel_signed_at = period.countersigned_at = period.assessed_at = None
    period.countersignatory = period.proposal = period.county_opinion = ""


@transaction.atomic
def put_verdicts(period: Period, *, actor: Actor, data: VerdictsIn) -> Period:
    """Rule P-10: a verdict is on a clause of the signed text. Each side judges the other's clauses."""
    locked: Period = Period.objects.select_for_update().get(pk=period.pk)
    side, allowed = _judged_by(actor)
    if locked.version != data.version:
        raise stale(locked)
    if side == Side.PURCHASER:
        rules.is_own_village(locked, actor)
    if locked.status not in allowed:
        raise DomainError("status", _("“%(status)s”状态下不能评定") % {"status": locked.get_status_display()})
    write_verdicts(locked, data.items, side=side, actor=actor)
    locked.record(actor=actor, reason=gettext_lazy("填写条款评定"))
    return locked


def _judged_by(actor: Actor) -> tuple[Side, Sequence[str]]:
    if actor.has_role(Role.DEPARTMENT_CLERK):
        return Side.PROVIDER, BY_PURCHASER
    if actor.has_role(Role.VILLAGE_OFFICER):
        return Side.PURCHASER, BY_VILLAGE
    raise NotAllowedError("role", _("条款由合同双方评定"))


def write_verdicts(period: Period, items: Sequence[MeasuresIn], *, side: Side, actor: Actor) -> None:
    """Raw measures of these clauses of one side in the period's round; what was written before is changed."""
    rows = {row.number: row for row in judging_clauses(period) if row.assessable and row.side == side}
    for index, item in enumerate(items):
        row = rows.get(item.clause)
        if row is None:
            raise InvalidError("not_a_clause", _("只能评定合同写明的考核条款"), field=f"items.{index}.clause")
        _check(row, item, index)
        verdict = Verdict.objects.filter(period=period, round=period.round, clause=row).first()
        verdict = verdict or Verdict(period=period, round=period.round, clause=row)
        for name in MEASURES:
            setattr(verdict, name, getattr(item, name))
        verdict.not_applicable, verdict.reason = item.not_applicable or "", item.reason
        verdict.record(actor=actor, reason=format_lazy("{} {}", gettext_lazy("条款评定"), row))


def _check(row: Clause, item: MeasuresIn, index: int) -> None:
    """The measures must be the clause's own; less than fully met, or not applicable, needs its reason."""
    try:
        result = result_of(Scored.of(row), Measured.of(item))
    except InvalidError as error:
        raise InvalidError(error.code, error.message, field=f"items.{index}.{error.field or 'clause'}") from error
    if (result is None or result < 1) and not item.reason:
        raise InvalidError("no_reason", _("未完全达到或者不适用的，请写明理由和依据"), field=f"items.{index}.reason")


def assessment(period: Period, side: Side = Side.PROVIDER, *, formula: int = FORMULA) -> Assessment | None:
    """Of the period's round; None while a clause of that side has not been judged, or there is none."""
    rows = Verdict.objects.filter(period=period, round=period.round, clause__side=side).select_related("clause")
    return assess_by(period, {row.clause.number: Measured.of(row) for row in rows}, side, formula=formula)


def assess_by(period: Period, measured: Mapping[int, Measured], side: Side, *, formula: int) -> Assessment | None:
    scored = [clause for clause in clauses_of(judging_clauses(period)) if clause.side == side]
    if not scored or {clause.number for clause in scored} - measured.keys():
        return None
    bands = bands_of(_text_of(period).get("bands") or []) if side == Side.PROVIDER else ()
    return assess(scored, measured, bands, side=side, formula=formula)


def formula_for(period: Period) -> int:
    """The one by which it was signed; before that today's."""
    return period.formula or FORMULA


def _text_of(period: Period) -> dict[str, Any]:
    terms = period.judged_by or period.terms
    return dict(terms.text)


def is_all_judged(period: Period, _actor: Actor) -> None:
    """Clause 2.4d: each of the provider's assessable clauses has its verdict."""
    if assessment(period) is None:
        raise DomainError("not_measured", _("考核条款尚未全部评定"))


def close_assessment(period: Period, *, actor: Actor, data: Remark) -> None:
    """The village now has its term to answer (P-11)."""
    period.assessed_at = timezone.now()
    period.due_on = clocks.due(timezone.localdate(), configuration.current().values.purchases.defence_days)

"""A period opened up: each clause with its records, its verdict, and what was said to it; and its score anew."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from zhunru.contracts.models import Clause, Deliverable, Objection, Period, Verdict
from zhunru.contracts.scoring import Assessment, Measured
from zhunru.contracts.services import assessing
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError
from zhunru.purchases.choices import Side


@dataclass(frozen=True, kw_only=True)
class Work:
    """What was confirmed under one clause in a period."""

    delivered: Decimal | None = None
    records: int = 0
    files: int = 0


@dataclass(frozen=True, kw_only=True)
class Judged:
    clause: Clause
    delivered: Decimal | None
    records: int
    files: int
    verdict: Verdict | None
    objection: Objection | None


def is_open_to(period: Period, actor: Actor) -> bool:
    """What the purchaser has not finished is its own."""
    return actor.realm == COUNTY or period.status != Period.Status.REPORTED


def judged(period: Period, *, unfinished: bool = True) -> list[Judged]:
    """Every assessable clause of both sides, in the order of the text."""
    work = work_of(period)
    said = {row.clause_id: row for row in Objection.objects.filter(period=period, round=period.round)}
    found = {row.clause_id: row for row in Verdict.objects.filter(period=period, round=period.round)}
    rows = []
    for clause in assessing.judging_clauses(period).filter(assessable=True):
        done = work.get(clause.number, Work())
        rows.append(
            Judged(
                clause=clause,
                delivered=done.delivered,
                records=done.records,
                files=done.files,
                verdict=found.get(clause.pk) if unfinished or clause.side == Side.PURCHASER else None,
                objection=said.get(clause.pk),
            )
        )
    return rows


def work_of(period: Period) -> dict[int, Work]:
    """By the number of the clause, which is the same in every version."""
    confirmed = Deliverable.objects.filter(
        contract_id=period.contract_id,
        status=Deliverable.Status.CONFIRMED,
        done_on__range=(period.from_on, period.to_on),
    )
    kept = Q(attachments__removed_at=None, attachments__isnull=False)
    by_clause = confirmed.order_by().values("clause__number")
    files = by_clause.annotate(files=Count("attachments", filter=kept)).values_list("clause__number", "files")
    found = dict(files)
    sums = by_clause.annotate(sum=Sum("quantity"), records=Count("pk"))
    return {
        row["clause__number"]: Work(
            delivered=row["sum"], records=row["records"], files=found.get(row["clause__number"], 0)
        )
        for row in sums
    }


def recomputed(period: Period) -> Assessment | None:
    """From the history of its verdicts, as they were when the panel signed, by the formula of that day."""
    if period.panel_signed_at is None or period.formula is None:
        raise DomainError("not_signed", _("验收小组签字后才能复算"))
    then = Verdict.history.filter(
        period_id=period.pk, round=period.round, history_date__lte=period.panel_signed_at
    ).order_by("history_id")
    last = {row.clause_id: row for row in then}
    own = assessing.judging_clauses(period).filter(pk__in=last, side=Side.PROVIDER)
    measured = {clause.number: Measured.of(last[clause.pk]) for clause in own}
    return assessing.assess_by(period, measured, Side.PROVIDER, formula=period.formula)

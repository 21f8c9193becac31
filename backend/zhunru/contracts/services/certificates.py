"""履约验收书: clause by clause the standard, what was found and the result, in words (regulation, article 45)."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from zhunru.contracts.models import Attachment, Clause, Objection, Paper, Period, Verdict
from zhunru.contracts.scoring import Assessment, MeasureKind, Met
from zhunru.contracts.services import assessing, opening, papers, printing
from zhunru.contracts.services.printing import plain, standard
from zhunru.core.actors import Actor
from zhunru.documents.amounts import capital_amount
from zhunru.documents.kinds.acceptance import AcceptanceFacts, Conclusion, Judged, Panellist
from zhunru.documents.kinds.acceptance import Objection as Said
from zhunru.documents.kinds.declaration import Earlier
from zhunru.purchases.choices import Side

RESULTS = {Met.MET: "达标", Met.PARTLY: "部分达标", Met.NOT_MET: "未达标", Met.NOT_APPLICABLE: "不适用"}
NOT_YET = "未评定"
UNNUMBERED = "编号印制中"
UNANSWERED = "逾期未答复"


def want_certificate(period: Period, *, actor: Actor) -> Paper:
    """Asked for in the transaction of the second signature; one for each round."""
    facts = facts_of(period)
    return papers.want(period.contract, Paper.Kind.ACCEPTANCE, facts, actor=actor, period=period, round=period.round)


def facts_of(period: Period) -> AcceptanceFacts:
    contract, rows = period.contract, opening.judged(period)
    found = assessing.assessment(period)
    duties = assessing.assessment(period, Side.PURCHASER)
    on = timezone.localdate(period.panel_signed_at)
    signed = {
        "purchaser": {"signed_on": on},
        "provider": {"signatory": period.countersignatory, "signed_on": timezone.localdate(period.countersigned_at)},
    }
    return AcceptanceFacts(
        **printing.parties(contract, **signed),
        contract=Earlier(number=contract.number or UNNUMBERED, issued_on=contract.signed_on or on),
        period=period.no,
        round=period.round,
        from_on=period.from_on,
        to_on=period.to_on,
        clauses=_judged(rows, Side.PROVIDER, found),
        duties=_judged(rows, Side.PURCHASER, duties),
        objections=[_objection(row) for row in Objection.objects.filter(period=period, round=period.round)],
        recipients_opinion=period.recipients_opinion,
        panel=[Panellist(**member) for member in period.panel],
        conclusion=Conclusion(period.result),
        score=period.score,
        band=str(found.band.label) if found and found.band else "",
        duty_score=period.purchaser_score,
        formula=f"第{assessing.formula_for(period)}版",
        payment_advice=advice(period),
        remedy_by_on=period.remedy_due_on,
        attachments=printing.attached(_evidence(period)),
    )


def _judged(rows: list[opening.Judged], side: Side, found: Assessment | None) -> list[Judged]:
    states = {line.clause.number: line.state for line in found.lines} if found else {}
    return [
        Judged(
            number=str(row.clause.number),
            heading=row.clause.heading,
            standard=standard(row.clause),
            actual=actual(row.clause, row.verdict) if row.verdict else NOT_YET,
            result=RESULTS[states[row.clause.number]] if row.clause.number in states else NOT_YET,
            weight=plain(row.clause.weight),
            reason=row.verdict.reason if row.verdict else "",
        )
        for row in rows
        if row.clause.side == side
    ]


def _objection(row: Objection) -> Said:
    return Said(number=str(row.clause.number), said=row.text, answer=row.answer or UNANSWERED)


def advice(period: Period) -> str:
    amount = period.accepted_amount or Decimal(0)
    if amount:
        return f"建议支付{amount:.2f}元（人民币{capital_amount(amount)}）"
    return "整改后重新验收，本次不支付" if period.result == Period.Result.REMEDY else "本期价款不予支付"


def actual(clause: Clause, verdict: Verdict) -> str:
    """What was found, in the words of its measure."""
    if verdict.not_applicable:
        return str(verdict.get_not_applicable_display())
    kind = MeasureKind(clause.measure)
    if kind == MeasureKind.BOOLEAN:
        return "完成" if verdict.done else "未完成"
    if kind in (MeasureKind.COUNT, MeasureKind.RATIO):
        return f"{plain(verdict.actual or Decimal(0))}{clause.unit}"
    if kind == MeasureKind.DEADLINE:
        return f"逾期{verdict.days_late}天" if verdict.days_late else "按期"
    if kind == MeasureKind.SAMPLE:
        return f"抽查{verdict.sampled}，合格{verdict.passed}"
    if kind == MeasureKind.SURVEY:
        return f"有效答卷{verdict.valid_answers}，满意{verdict.satisfied}，基本满意{verdict.fairly}"
    return f"{verdict.level}级"


def _evidence(period: Period) -> list[Attachment]:
    """Of the confirmed work of the period; the paper names at most as many as it has room for."""
    days: tuple[date, date] = (period.from_on, period.to_on)
    return list(
        Attachment.objects.filter(
            contract_id=period.contract_id,
            removed_at=None,
            deliverable__status="confirmed",
            deliverable__done_on__range=days,
        ).order_by("id")[:60]
    )

"""履约满意度报告: what the periods of a year came to, in the words and figures that both sides signed (clause 2.4d).

Nothing is judged anew: clauses stand as on the certificates, scores as they are stored. The total is the plain mean of
the periods, and no band is named where one of them failed what must not fail.
"""

from decimal import Decimal
from fractions import Fraction

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhunru.contracts.models import Contract, Paper, Period
from zhunru.contracts.scoring import Assessment, Line, band_of, bands_of
from zhunru.contracts.scoring.rounding import half_up
from zhunru.contracts.services import assessing
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.documents.kinds.declaration import Earlier, TownshipScope
from zhunru.documents.kinds.satisfaction import PeriodResult, SatisfactionFacts, Scored

FINAL = (Period.Status.ACCEPTED, Period.Status.PARTLY, Period.Status.NOT_ACCEPTED)
"""Both sides have signed what it came to."""
WORDS = "每期得分为各条得分按权重加权平均，不适用的条款不计入；总得分为各期得分的平均"


def report_of(contract: Contract, year: int) -> SatisfactionFacts:
    """Over the periods that ended in `year`. To be called where the contract lies; DomainError: not to be told yet."""
    if not contract.number or contract.signed_on is None:
        raise DomainError("original_not_issued", _("合同文书尚未印发，暂不能出具报告"))
    periods = list(finished(contract, year))
    if not periods:
        raise DomainError("not_assessed", _("该合同当年没有已验收的验收期"))
    village: Village = contract.village
    return SatisfactionFacts(
        addressee=f"{contract.purchaser}，{contract.provider}",
        scope=TownshipScope.of([village]),
        subject=contract.subject,
        contract=Earlier(number=contract.number, issued_on=contract.signed_on),
        purchaser=contract.purchaser,
        provider=contract.provider,
        periods=[_result(period) for period in periods],
        total=total(periods),
        band=_band(periods),
        formula="、".join(sorted({f"第{assessing.formula_for(period)}版" for period in periods})),
        formula_words=WORDS,
    )


def finished(contract: Contract, year: int) -> QuerySet[Period]:
    rows: QuerySet[Period] = contract.periods.filter(status__in=FINAL, to_on__year=year)
    return rows.select_related("judged_by", "terms", "contract").order_by("no")


def total(periods: list[Period]) -> Decimal | None:
    """Rounded once, from the scores as they are stored; None if no period could be assessed."""
    scores = [Fraction(period.score) for period in periods if period.score is not None]
    return half_up(sum(scores, Fraction(0)) / len(scores)) if scores else None


def _band(periods: list[Period]) -> str:
    found = [_assessed(period) for period in periods]
    reached = total(periods)
    if reached is None or any(one.failed for one in found):
        return ""
    last = periods[-1]
    band = band_of(reached, bands_of((last.judged_by or last.terms).text.get("bands") or []))
    return str(band.label) if band else ""


def _assessed(period: Period) -> Assessment:
    """By the formula by which it was signed; what it gives must be what is stored."""
    found = assessing.assessment(period, formula=assessing.formula_for(period))
    if found is None or found.score != period.score:
        raise DomainError("score_differs", _("第%(no)s期的得分与条款评定不一致，请先核查") % {"no": period.no})
    return found


def _result(period: Period) -> PeriodResult:
    paper = Paper.objects.filter(period=period, round=period.round).first()
    if paper is None or not paper.number:
        raise DomainError("certificate_pending", _("第%(no)s期的履约验收书尚未印发") % {"no": period.no})
    lines = {str(line.clause.number): line for line in _assessed(period).lines}
    return PeriodResult(
        no=period.no,
        from_on=period.from_on,
        to_on=period.to_on,
        acceptance=Earlier(number=paper.number, issued_on=paper.dated_on),
        clauses=[Scored(**told, score=_score(lines[told["number"]])) for told in paper.facts["clauses"]],
        score=period.score,
        band=str(period.get_band_display()) if period.band else "",
    )


def _score(line: Line) -> str:
    """Of a hundred; empty where the clause does not apply."""
    return "" if line.exact is None else f"{half_up(line.exact * 100).normalize():f}"

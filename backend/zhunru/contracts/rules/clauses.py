"""What the clauses of a text must keep to (P-05 to P-07, P-16)."""

from collections.abc import Callable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Terms
from zhunru.contracts.rules.faults import Fault
from zhunru.contracts.schemas.texts import ClauseText, TermsText
from zhunru.contracts.scoring import Clause, Side, bands_of, check_bands, check_clause, clauses_of, weights_sum
from zhunru.core.errors import InvalidError
from zhunru.purchases import wording
from zhunru.purchases.choices import ClauseKind

MANDATORY = (
    ClauseKind.SERVICE_CONTENT,
    ClauseKind.QUANTITY,
    ClauseKind.QUALITY,
    ClauseKind.RIGHTS_DUTIES,
    ClauseKind.ACCEPTANCE,
    ClauseKind.BREACH,
    ClauseKind.DISPUTES,
    ClauseKind.DATA_PROTECTION,
)
"""Besides term, price and payment plan, which have fields of their own (P-05)."""
SUBCONTRACTING = ("转包", "分包", "转委托", "转让 第三方", "再委托")


def has_every_kind(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Rule P-05: content, quantity, quality, rights and duties, acceptance, breach, disputes, personal data."""
    there = {clause.kind for clause in text.clauses}
    for kind in MANDATORY:
        if kind not in there:
            yield Fault("clauses", _("缺少必备条款：%(kind)s") % {"kind": kind.label})


def numbers_are_own(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Clauses, periods and instalments are each known by their number."""
    yield from _twice("clauses", "number", [clause.number for clause in text.clauses])
    yield from _twice("periods", "no", [period.no for period in text.periods])
    yield from _twice("instalments", "no", [instalment.no for instalment in text.instalments])


def _twice(part: str, field: str, numbers: list[int]) -> Iterator[Fault]:
    for place, number in enumerate(numbers):
        if number in numbers[:place]:
            yield Fault(f"{part}.{place}.{field}", _("编号重复"))


def clauses_are_measurable(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """An assessable clause says how it is measured; another one has neither measure nor weight (clause 2.4d)."""
    for place, clause in enumerate(text.clauses):
        if fault := _measure_fault(clause):
            yield Fault(f"clauses.{place}.{fault.field}", fault.detail)


def _measure_fault(clause: ClauseText) -> Fault | None:
    if not clause.assessable:
        return Fault("weight", _("不纳入评定的条款没有权重")) if clause.weight or clause.must_pass else None
    if not clause.measure:
        return Fault("measure", _("请选择计量方式"))
    try:
        check_clause(Clause.of(clause))
    except InvalidError as error:
        return Fault(error.field or "measure", error.message)
    return None


def weights_are_whole(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Rule P-07: the provider's weights come to 100, and so do the purchaser's where any of its duties are rated."""
    assessed = clauses_of(clause for clause in text.clauses if clause.measure)
    for side in Side:
        if side == Side.PURCHASER and not any(clause.side == side for clause in assessed):
            continue
        found = weights_sum(assessed, side)
        if not found.complete:
            said = {"side": side.label, "total": f"{found.total.normalize():f}"}
            yield Fault("clauses", _("%(side)s可评定条款的权重之和应为 100，现为 %(total)s") % said)


def bands_are_in_order(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Bands exist only where the contract has them, each better one from a higher score."""
    try:
        check_bands(bands_of(text.bands))
    except InvalidError as error:
        yield Fault("bands", error.message)


def term_is_short(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Rule P-06: one year, up to three with a reason."""
    limits = configuration.current().values.purchases
    if text.ends_on < text.starts_on:
        yield Fault("ends_on", _("结束日期不能早于开始日期"))
    elif text.ends_on >= years_after(text.starts_on, limits.term_years_max):
        yield Fault("ends_on", _("合同期限最长 %(n)s 年") % {"n": limits.term_years_max})
    elif text.ends_on >= years_after(text.starts_on, limits.term_years) and not text.term_reason:
        yield Fault("term_reason", _("合同期限超过 %(n)s 年的，请说明理由") % {"n": limits.term_years})


def years_after(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def nothing_is_subcontracted(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Rule P-16: the village does the work itself (measure 102, article 26)."""
    for place, clause in enumerate(text.clauses):
        if wording.found(SUBCONTRACTING, clause.heading, clause.text):
            yield Fault(f"clauses.{place}.text", _("承接主体不得转包、分包，请删去或者改为禁止性约定"))


Rule = Callable[[TermsText, Terms], Iterator[Fault]]
RULES: tuple[Rule, ...] = (
    has_every_kind,
    numbers_are_own,
    clauses_are_measurable,
    weights_are_whole,
    bands_are_in_order,
    term_is_short,
    nothing_is_subcontracted,
)

"""What price, budget, periods and instalments of a text must keep to (P-02, P-13)."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Instalment, Terms
from zhunru.contracts.rules.faults import Fault
from zhunru.contracts.schemas.texts import BudgetText, TermsText
from zhunru.contracts.scoring.exact import exact_sum
from zhunru.purchases.models import BudgetLine, Reservation


def procurement_law_applies(price: Decimal) -> bool:
    """From the threshold that the county has set."""
    return bool(price >= configuration.current().values.purchases.procurement_threshold)


def sums_agree(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Instalments and budget both come to the price."""
    for part, label in (("instalments", _("各期付款")), ("budget", _("各项预算"))):
        total = exact_sum(row.amount for row in getattr(text, part))
        if total != text.price:
            said = {"label": label, "total": f"{total:.2f}", "price": f"{text.price:.2f}"}
            yield Fault(part, _("%(label)s之和 %(total)s 元，应等于合同价款 %(price)s 元") % said)


def budget_is_there(text: TermsText, terms: Terms) -> Iterator[Fault]:
    """Rule P-02: lines of the department's own, one for each year touched, with enough that is not reserved."""
    lines = BudgetLine.objects.in_bulk([part.line for part in text.budget])
    held = reserved_by(terms.contract_id)
    for place, part in enumerate(text.budget):
        line = lines.get(part.line)
        if line is None or line.department_id != terms.contract.purchaser_id:
            yield Fault(f"budget.{place}.line", _("请选择本单位的预算项目"))
        elif part.line in [other.line for other in text.budget[:place]]:
            yield Fault(f"budget.{place}.line", _("同一预算项目只列一次"))
        elif fault := _line_fault(part, line, held.get(line.pk, Decimal(0))):
            yield Fault(f"budget.{place}.amount", fault)
    yield from _years(text, {line.year for line in lines.values()})


def _line_fault(part: BudgetText, line: BudgetLine, held: Decimal) -> str | None:
    free = line.amount - line.reserved + held
    if part.amount <= free:
        return None
    return _("该预算项目可用金额为 %(free)s 元，不足以支付本合同") % {"free": f"{free:.2f}"}


def _years(text: TermsText, given: set[int]) -> Iterator[Fault]:
    touched = set(range(text.starts_on.year, text.ends_on.year + 1))
    if missing := sorted(touched - given):
        said = "、".join(str(year) for year in missing)
        yield Fault("budget", _("合同跨年度的，每个年度都应当有预算项目；缺 %(years)s 年度") % {"years": said})
    if foreign := sorted(given - touched):
        said = "、".join(str(year) for year in foreign)
        yield Fault("budget", _("合同期限不涉及 %(years)s 年度，请改选预算项目") % {"years": said})


def reserved_by(contract_id: int) -> dict[int, Decimal]:
    """What the contract binds already, by line."""
    rows = Reservation.objects.filter(contract_id=contract_id, released_at=None)
    return dict(rows.values_list("line_id", "amount"))


def periods_lie_in_the_term(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """At least one acceptance; periods follow one another within the term."""
    if not text.periods:
        yield Fault("periods", _("请至少设置一个验收期"))
    for place, period in enumerate(text.periods):
        if period.to_on < period.from_on:
            yield Fault(f"periods.{place}.to_on", _("结束日期不能早于开始日期"))
        elif period.from_on < text.starts_on or period.to_on > text.ends_on:
            yield Fault(f"periods.{place}.from_on", _("验收期应当在合同期限内"))
    for place, (before, after) in enumerate(pairwise(text.periods), start=1):
        if after.from_on <= before.to_on:
            yield Fault(f"periods.{place}.from_on", _("验收期不能重叠，并应当按时间先后排列"))


def instalments_are_bound(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Nothing is paid by itself: each instalment waits for an acceptance or a milestone."""
    periods = {period.no for period in text.periods}
    for place, one in enumerate(text.instalments):
        if one.basis == Instalment.Basis.ACCEPTANCE:
            if one.period not in periods:
                yield Fault(f"instalments.{place}.period", _("请选择该款项对应的验收期"))
            if one.milestone_on is not None:
                yield Fault(f"instalments.{place}.milestone_on", _("验收合格后支付的款项不填节点日期"))
        elif one.period is not None:
            yield Fault(f"instalments.{place}.period", _("按节点支付的款项不填验收期"))
        elif one.milestone_on is None:
            yield Fault(f"instalments.{place}.milestone_on", _("请填写约定节点日期"))
        elif not _within(one.milestone_on, text):
            yield Fault(f"instalments.{place}.milestone_on", _("约定节点日期应当在合同期限内"))


def _within(day: date, text: TermsText) -> bool:
    return text.starts_on <= day <= text.ends_on


def payment_is_soon(text: TermsText, _terms: Terms) -> Iterator[Fault]:
    """Rule P-13: thirty days, sixty at most; what is retained stays within its limit."""
    limits = configuration.current().values.purchases
    if text.payment_days > limits.payment_days_max:
        yield Fault("payment_days", _("支付期限最长 %(n)s 天") % {"n": limits.payment_days_max})
    if text.retention_percent > limits.retention_max_percent:
        yield Fault("retention_percent", _("质量保留金最高 %(n)s%%") % {"n": limits.retention_max_percent})
    retained = exact_sum(one.amount for one in text.instalments if one.retention)
    if retained * 100 > text.price * text.retention_percent:
        yield Fault("retention_percent", _("保留的款项超过约定的保留金比例"))


Rule = Callable[[TermsText, Terms], Iterator[Fault]]
RULES: tuple[Rule, ...] = (
    sums_agree,
    budget_is_there,
    periods_lie_in_the_term,
    instalments_are_bound,
    payment_is_soon,
)

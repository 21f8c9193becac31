"""What a supplement may change: never what has been performed, and ten percent of the price in all (P-09)."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Terms
from zhunru.contracts.rules.faults import Fault
from zhunru.contracts.schemas.texts import TermsText, whole


def signed_before(terms: Terms) -> Terms | None:
    """The version in force when `terms` is drafted."""
    found: Terms | None = (
        Terms.objects.filter(contract=terms.contract_id, status=Terms.Status.SIGNED, no__lt=terms.no)
        .order_by("-no")
        .first()
    )
    return found


def earlier_parts_stay(text: TermsText, terms: Terms) -> Iterator[Fault]:
    """Periods and instalments that were signed stay as they are; new ones are added behind them."""
    former = signed_before(terms)
    if former is None:
        return
    old = whole(former.text)
    if text.starts_on != old.starts_on:
        yield Fault("starts_on", _("补充合同不能改变开始日期"))
    for part in ("periods", "instalments"):
        now = {row.no: row for row in getattr(text, part)}
        if any(now.get(row.no) != row for row in getattr(old, part)):
            yield Fault(part, _("已经签订的验收期和付款应当保持不变，新增的请加在后面"))


def supplements_are_small(text: TermsText, terms: Terms) -> Iterator[Fault]:
    """Rule P-09 (procurement law, article 49): all supplements together add ten percent at most, and take nothing."""
    if terms.no == 1:
        return
    contract = terms.contract
    original = contract.original_price or Decimal(0)
    limit = original * configuration.current().values.purchases.supplement_max_percent / 100
    if text.price < (contract.price or Decimal(0)):
        yield Fault("price", _("补充合同不能减少已经约定的价款；不再履行的部分请协商解除"))
    elif text.price - original > limit:
        said = {"most": f"{original + limit:.2f}", "n": f"{limit:.2f}"}
        yield Fault(
            "price", _("各次补充合同金额合计不得超过原合同价款的百分之十（%(n)s 元），价款最高 %(most)s 元") % said
        )


Rule = Callable[[TermsText, Terms], Iterator[Fault]]
RULES: tuple[Rule, ...] = (earlier_parts_stay, supplements_are_small)

"""When a period may be judged, by whom, and what an acceptance needs (clause 2.4d)."""

from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Period
from zhunru.contracts.rules.delivering import is_under_work, speaks_for_the_village
from zhunru.contracts.schemas.periods import PanelIn
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError

OVER = (
    Period.Status.ACCEPTED, Period.Status.PARTLY, Period.Status.NOT_ACCEPTED, Period.Status.CANCELLED,
)  # fmt: skip


def is_own_village(period: Period, actor: Actor) -> None:
    """A village speaks for its own contracts."""
    speaks_for_the_village(period.contract, actor)


def contract_is_under_work(period: Period, _actor: Actor) -> None:
    """The contract is being performed, rests, or is being settled."""
    is_under_work(period.contract)


def has_begun(period: Period, _actor: Actor) -> None:
    """A remedied period is reported anew; a first report comes when there is something to report."""
    if timezone.localdate() < period.from_on:
        raise DomainError("not_begun", _("验收期尚未开始"))


def earlier_are_settled(period: Period, _actor: Actor) -> None:
    """Periods are accepted one after the other."""
    before = Period.objects.filter(contract_id=period.contract_id, no__lt=period.no)
    if before.exclude(status__in=OVER).exists():
        raise DomainError("earlier_open", _("请先完成前一期的验收"))


def payable(period: Period) -> Decimal:
    """What the instalments that are bound to this period's acceptance come to, in yuan."""
    bound = period.instalments.aggregate(sum=Sum("amount"))["sum"]
    return bound or Decimal(0)


def panel_is_whole(data: PanelIn) -> None:
    """Rule P-12: three members at least, an odd number, one of them from those who are served."""
    least = configuration.current().values.purchases.panel_min
    members = data.members
    if len(members) < least or len(members) % 2 == 0:
        raise InvalidError("panel", _("验收小组应有%(least)s人以上，且为单数") % {"least": least}, field="members")
    if not any(member.recipient for member in members):
        raise InvalidError("no_recipient", _("验收小组应有服务对象代表"), field="members")
    if len({member.name for member in members}) < len(members):
        raise InvalidError("twice", _("验收小组成员不能重复"), field="members")


def amount_fits(period: Period, data: PanelIn) -> None:
    """Never more than what the period's instalments come to; nothing where the work was not accepted (P-13)."""
    nothing = data.result in (Period.Result.REMEDY, Period.Result.NOT_ACCEPTED)
    if nothing and data.accepted_amount:
        raise InvalidError("nothing_accepted", _("整改或者验收不合格的，不能建议支付"), field="accepted_amount")
    most = payable(period)
    if data.accepted_amount > most:
        raise InvalidError(
            "beyond_instalments",
            _("建议支付金额不能超过本期应付款 %(most)s 元") % {"most": f"{most:.2f}"},
            field="accepted_amount",
        )


def result_is_explained(period: Period, data: PanelIn) -> None:
    if data.result == Period.Result.ACCEPTED and data.accepted_amount < payable(period) and not data.result_reason:
        raise InvalidError("no_reason", _("建议支付金额少于本期应付款的，请说明原因"), field="result_reason")
    if data.result != Period.Result.ACCEPTED and not data.result_reason:
        raise InvalidError("no_reason", _("请说明未全部验收合格的原因"), field="result_reason")
    if (data.result == Period.Result.REMEDY) != (data.remedy_due_on is not None):
        raise InvalidError("remedy_term", _("限期整改的，请填写整改期限；其他结论不填"), field="remedy_due_on")

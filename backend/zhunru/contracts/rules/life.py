"""What must hold before a contract goes on, rests or ends (rules P-08 and P-14; procurement law, article 50)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.contracts.models import Contract, Instalment, Period, Terms
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError

P = Period.Status
CONCLUDED = (P.ACCEPTED, P.PARTLY, P.NOT_ACCEPTED, P.CANCELLED)
UNREPORTED = (P.PLANNED, P.REMEDY)
REPORTING_DAYS = 30
"""Calendar days after an early end in which the village may still report on a period that had begun."""
SETTLED = (Instalment.Status.ARRIVED, Instalment.Status.CANCELLED)


def procurement_law_applies(contract: Contract, _actor: Actor) -> None:
    """Rule P-08: a copy is filed where procurement law applies (article 47)."""
    if not contract.procurement_law:
        raise DomainError("no_filing", _("本合同未达到政府采购限额标准，无需备案"))


def is_not_filed(contract: Contract, _actor: Actor) -> None:
    """Filed once."""
    if contract.filed_on is not None:
        raise DomainError("filed", _("本合同已备案"))


def nothing_is_negotiated(contract: Contract, _actor: Actor) -> None:
    """A supplement under way is signed or given up first."""
    done = (Terms.Status.SIGNED, Terms.Status.DISCARDED)
    if contract.versions.exclude(status__in=done).exists():
        raise DomainError("supplement_under_way", _("有补充合同正在商签，请先签订或者放弃"))


def other_side_has_not_asked(contract: Contract, actor: Actor) -> None:
    """Who is asked agrees, or does not; asking back leads nowhere."""
    if contract.ending_asked_by and not _asked_by(contract, actor):
        raise DomainError("asked", _("对方已提出解除合同，请答复是否同意"))


def other_side_has_asked(contract: Contract, actor: Actor) -> None:
    """Nobody ends a contract alone by agreement (procurement law, article 50)."""
    if not contract.ending_asked_by:
        raise DomainError("not_asked", _("尚未提出协商解除"))
    if _asked_by(contract, actor):
        raise DomainError("own_request", _("协商解除须由对方同意，提出方不能自行同意"))


def _asked_by(contract: Contract, actor: Actor) -> bool:
    side = Contract.Party.PURCHASER if actor.realm == COUNTY else Contract.Party.PROVIDER
    return contract.ending_asked_by == side


def periods_are_concluded(contract: Contract, _actor: Actor) -> None:
    """Clause 2.4d: every period has been accepted or not before the contract is settled."""
    left = contract.periods.exclude(status__in=CONCLUDED).order_by("no").first()
    if left is not None:
        raise DomainError("period_open", _("“%(period)s”尚未完成验收") % {"period": left.title})


def nothing_waits_to_be_judged(contract: Contract, _actor: Actor) -> None:
    """Clause 2.4c: what was done before an early end is reported and judged, or the village has let its days pass."""
    left = contract.periods.exclude(status__in=CONCLUDED)
    if contract.ended_on and timezone.localdate() > contract.ended_on + timedelta(days=REPORTING_DAYS):
        left = left.exclude(status__in=UNREPORTED)
    if (period := left.order_by("no").first()) is not None:
        raise DomainError(
            "period_open",
            _("“%(period)s”尚未完成验收；承接主体可在合同终止后%(days)s日内提交自评报告")
            % {"period": period.title, "days": REPORTING_DAYS},
        )


def nothing_is_owed(contract: Contract, _actor: Actor) -> None:
    """Clause 3.3b: whatever is due has been paid, and its arrival is confirmed by the village."""
    open_ones = contract.instalments.exclude(status__in=SETTLED).exclude(period__status__in=UNREPORTED)
    left = open_ones.order_by("no").first()
    if left is not None:
        said = {"title": left.title, "status": left.get_status_display()}
        raise DomainError("payment_open", _("“%(title)s”%(status)s，结清并确认到账后才能办结") % said)

"""When money may be released, paid and denied (clause 3.3b; rule P-13)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.contracts.models import Instalment
from zhunru.contracts.rules.delivering import UNDER_WORK, speaks_for_the_village
from zhunru.contracts.scoring.rounding import half_up
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError

DAYS_OF_A_YEAR = 365


def is_own_village(instalment: Instalment, actor: Actor) -> None:
    """A village speaks for its own contracts."""
    speaks_for_the_village(instalment.contract, actor)


def is_by_milestone(instalment: Instalment, _actor: Actor) -> None:
    """What waits for an acceptance falls due by the certificate alone."""
    if instalment.basis != Instalment.Basis.MILESTONE:
        raise DomainError("by_acceptance", _("该款项在验收合格后支付，由履约验收书核准"))


def milestone_is_reached(instalment: Instalment, _actor: Actor) -> None:
    """Its day has come."""
    if instalment.milestone_on is None or timezone.localdate() < instalment.milestone_on:
        raise DomainError("not_reached", _("尚未到约定节点日期"))


def contract_is_in_force(instalment: Instalment, _actor: Actor) -> None:
    """The contract is being performed, rests, or is being settled."""
    if instalment.contract.status not in UNDER_WORK:
        raise DomainError("not_in_force", _("合同不在履行或者结算中，不能核准支付"))


def paid_after_signing(instalment: Instalment, paid_on: date) -> None:
    signed_on = instalment.contract.signed_on
    if signed_on and paid_on < signed_on:
        raise InvalidError("before_signing", _("支付日期不能早于合同签订日期"), field="paid_on")


def arrived_after_payment(instalment: Instalment, arrived_on: date) -> None:
    if instalment.paid_on and arrived_on < instalment.paid_on:
        raise InvalidError("before_payment", _("到账日期不能早于支付日期"), field="arrived_on")


def late_days(instalment: Instalment) -> int:
    """Calendar days after the last day on which it should have been paid; none before it is due."""
    if instalment.due_on is None:
        return 0
    return max(0, ((instalment.paid_on or timezone.localdate()) - instalment.due_on).days)


def interest(amount: Decimal, percent: Decimal, days: int) -> Decimal:
    """By the year's percentage and the day, rounded to cents, half up."""
    return half_up(Fraction(amount) * Fraction(percent) * days / (100 * DAYS_OF_A_YEAR))

"""Money under a contract: approved, paid, arrived; what is reserved is used up with it (clause 3.3b; P-02, P-13)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from zhunru.contracts.models import Contract, Instalment, Period, Terms
from zhunru.contracts.rules import paying as rules
from zhunru.contracts.schemas.instalments import ArrivalIn, Denial, PaymentIn
from zhunru.contracts.services import publishing
from zhunru.core.actors import Actor
from zhunru.core.workflow import Remark
from zhunru.purchases import reserving

S = Instalment.Status
DEFAULT_DAYS = 30


def release(instalment: Instalment, *, actor: Actor, data: Remark) -> None:
    """Its milestone is reached: the whole of it may be paid from now on."""
    _owe(instalment, instalment.amount)
    contract = _locked(instalment.contract)
    contract.accepted += instalment.amount
    contract.record(actor=actor, reason=gettext_lazy("核准支付"))


def approve_for(period: Period, actor: Actor) -> None:
    """The accepted amount goes to the period's instalments in their order; what nobody accepted is not owed."""
    contract = _locked(period.contract)
    left = period.accepted_amount or Decimal(0)
    for instalment in period.instalments.select_for_update().filter(status=S.PLANNED).order_by("no"):
        approved = min(left, instalment.amount)
        left -= approved
        contract.accepted += approved
        _owe(instalment, approved)
        instalment.status = S.DUE if approved else S.CANCELLED
        instalment.record(actor=actor, reason=gettext_lazy("核准支付"))
    contract.record(actor=actor, reason=gettext_lazy("核准支付"))


def _owe(instalment: Instalment, amount: Decimal) -> None:
    """It may be paid up to this amount from now on, within the days that the text in force promises."""
    instalment.approved = amount
    days = int(text_in_force(instalment.contract).get("payment_days") or DEFAULT_DAYS)
    instalment.due_on = timezone.localdate() + timedelta(days=days) if amount else None


def pay(instalment: Instalment, *, actor: Actor, data: PaymentIn) -> None:
    """What was approved, at once and whole. After the village has denied it, only day and voucher are put right."""
    rules.paid_after_signing(instalment, data.paid_on)
    instalment.paid_on, instalment.voucher, instalment.denial = data.paid_on, data.voucher, ""
    contract = _locked(instalment.contract)
    percent = Decimal(text_in_force(contract).get("late_interest") or 0)
    amount = instalment.approved or Decimal(0)
    instalment.interest = rules.interest(amount, percent, rules.late_days(instalment))
    if instalment.paid == 0:
        instalment.paid = amount
        reserving.spend(contract.pk, amount, actor=actor)
        contract.paid += amount
        contract.record(actor=actor, reason=gettext_lazy("支付价款"))
    publishing.publish_later(contract)


def arrive(instalment: Instalment, *, actor: Actor, data: ArrivalIn) -> None:
    """The village's own word; silence says nothing."""
    day = data.arrived_on or timezone.localdate()
    rules.arrived_after_payment(instalment, day)
    instalment.arrived_on = day


def deny(instalment: Instalment, *, actor: Actor, data: Denial) -> None:
    instalment.denial = data.remark


def text_in_force(contract: Contract) -> dict[str, Any]:
    """As it was signed last."""
    terms = contract.versions.filter(status=Terms.Status.SIGNED).order_by("-no").first()
    return dict(terms.text) if terms else {}


def _locked(contract: Contract) -> Contract:
    locked: Contract = Contract.objects.select_for_update().get(pk=contract.pk)
    return locked

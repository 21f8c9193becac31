"""What the panel concludes and both sides sign: the certificate, and what is payable by it (regulation, article 45)."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.contracts.models import Contract, Instalment, Period
from zhunru.contracts.rules import assessing as rules
from zhunru.contracts.schemas.periods import Countersignature, PanelIn
from zhunru.contracts.services import assessing
from zhunru.core.actors import Actor
from zhunru.core.errors import InvalidError
from zhunru.purchases.choices import Side

R = Period.Result


def sign_panel(period: Period, *, actor: Actor, data: PanelIn) -> None:
    """The score is reckoned and kept with its formula; a failed clause that must pass decides whatever the score."""
    rules.panel_is_whole(data)
    rules.result_is_explained(data)
    rules.amount_fits(period, data)
    found = assessing.assessment(period)
    if found and found.only_not_accepted and data.result == R.ACCEPTED:
        raise InvalidError(
            "must_pass",
            _("第%(clause)s条必须达到而未达到，不能作出验收合格的结论") % {"clause": found.failed[0]},
            field="result",
        )
    purchaser = assessing.assessment(period, Side.PURCHASER)
    period.panel = [member.model_dump() for member in data.members]
    period.recipients_opinion = data.recipients_opinion
    period.result, period.result_reason = data.result, data.result_reason
    period.accepted_amount, period.remedy_due_on = data.accepted_amount, data.remedy_due_on
    period.score = found.score if found else None
    period.band = str(found.band.value) if found and found.band else ""
    period.formula = found.formula if found else None
    period.purchaser_score = purchaser.score if purchaser else None
    period.panel_signed_at = timezone.now()


def result_of(period: Period) -> str:
    return str(period.result)


def countersign(period: Period, *, actor: Actor, data: Countersignature) -> None:
    """With the second signature the result takes effect: money falls due, or the work is done again."""
    period.countersigned_at, period.countersignatory = timezone.now(), data.signatory
    purchaser = assessing.assessment(period, Side.PURCHASER)
    period.purchaser_score = purchaser.score if purchaser else None
    period.due_on = period.remedy_due_on
    if period.result in (R.ACCEPTED, R.PARTLY):
        _approve(period, actor)


def begin_again(period: Period) -> None:
    """A remedied period is judged in another round; the first stays in the history and on its certificate."""
    period.round += 1
    period.panel, period.recipients_opinion, period.result, period.result_reason = [], "", "", ""
    period.accepted_amount = period.remedy_due_on = period.score = period.purchaser_score = None
    period.band, period.formula = "", None
    period.panel_signed_at = period.countersigned_at = period.assessed_at = None
    period.countersignatory = period.proposal = period.county_opinion = ""


def _approve(period: Period, actor: Actor) -> None:
    """The accepted amount goes to the period's instalments in their order; what nobody accepted is not owed."""
    left = period.accepted_amount or Decimal(0)
    due_on = timezone.localdate() + timedelta(days=payment_days(period.contract))
    for instalment in period.instalments.select_for_update().filter(status=Instalment.Status.PLANNED).order_by("no"):
        approved = min(left, instalment.amount)
        left -= approved
        approve(instalment, approved, due_on=due_on, actor=actor)
    count_accepted(period.contract, actor)


def approve(instalment: Instalment, amount: Decimal, *, due_on: object, actor: Actor) -> None:
    """It may be paid up to this amount from now on, until this day; where the amount is nothing it is cancelled."""
    instalment.approved = amount
    instalment.status = Instalment.Status.DUE if amount else Instalment.Status.CANCELLED
    instalment.due_on = due_on if amount else None
    instalment.record(actor=actor, reason=gettext_lazy("核准支付"))


def payment_days(contract: Contract) -> int:
    """Within how many calendar days the text in force promises payment (P-13)."""
    terms = contract.versions.filter(status="signed").order_by("-no").first()
    return int(terms.text.get("payment_days") or 30) if terms else 30


def count_accepted(contract: Contract, actor: Actor) -> None:
    """The contract's own sum follows its instalments; the database compares the two."""
    locked: Contract = Contract.objects.select_for_update().get(pk=contract.pk)
    locked.accepted = sum((row.approved or Decimal(0) for row in locked.instalments.all()), Decimal(0))
    locked.record(actor=actor, reason=gettext_lazy("核准支付"))

"""What the panel concludes and both sides sign: the certificate, and what is payable by it (regulation, article 45)."""

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.contracts.models import Period
from zhunru.contracts.rules import assessing as rules
from zhunru.contracts.schemas.periods import Countersignature, PanelIn
from zhunru.contracts.services import assessing, certificates, paying, publishing
from zhunru.core.actors import Actor
from zhunru.core.errors import InvalidError
from zhunru.purchases.choices import Side

R = Period.Result


def sign_panel(period: Period, *, actor: Actor, data: PanelIn) -> None:
    """The score is reckoned and kept with its formula; a failed clause that must pass decides whatever the score."""
    rules.panel_is_whole(data)
    rules.result_is_explained(period, data)
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
    if period.result != R.REMEDY:
        paying.approve_for(period, actor)
    certificates.want_certificate(period, actor=actor)
    publishing.publish_later(period.contract)

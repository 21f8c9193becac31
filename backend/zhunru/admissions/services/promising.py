"""What a department promises each village with a matter, and by when (clause 3.3b, F-01)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from zhunru.admissions.models import Commitment, Matter
from zhunru.admissions.services import consulting
from zhunru.divisions.models import Village

K = Commitment.Kind


def promise(matter: Matter, *, not_before: date = date.min) -> None:
    """All that the matter's form names, less what was promised before and still stands.

    `not_before`: of a matter that runs already; what would have been due earlier, as for a village that has come
    to it late, is due then.
    """
    stands: dict[int, list[Commitment]] = defaultdict(list)
    for one in matter.commitments.filter(ended_on=None):
        stands[one.village_id].append(one)
    made = [
        one
        for village in consulting.villages_in(matter.scope)
        for one in [*_money(matter, village, stands[village.pk]), *_help(matter, village, stands[village.pk])]
    ]
    for one in made:
        one.due_on = max(one.due_on, not_before)
    Commitment.objects.bulk_create(made)


def _money(matter: Matter, village: Village, stands: list[Commitment]) -> Iterator[Commitment]:
    """What stands is taken off the first instalments."""
    paid = sum((one.amount or Decimal(0) for one in stands), Decimal(0))
    for due_on, amount in _instalments(matter):
        covered = min(paid, amount)
        paid -= covered
        if amount > covered:
            yield Commitment(
                matter=matter, village=village, kind=K.FUNDS, amount=amount - covered, promise="", due_on=due_on
            )


def _instalments(matter: Matter) -> list[tuple[date, Decimal]]:
    """As agreed; without agreed days the whole is due when the matter begins."""
    if not matter.funding_amount:
        return []
    agreed = [(date.fromisoformat(one["on"]), Decimal(one["amount"])) for one in matter.funding_due]
    return sorted(agreed) or [(matter.starts_on, Decimal(matter.funding_amount))]


def _help(matter: Matter, village: Village, stands: list[Commitment]) -> Iterator[Commitment]:
    """Technique and training, in the words of the form."""
    said = {(one.kind, one.promise) for one in stands}
    for kind, text in ((K.SUPPORT, matter.tech_support), (K.TRAINING, matter.training_plan)):
        if text and (kind, text) not in said:
            yield Commitment(matter=matter, village=village, kind=kind, promise=text, due_on=matter.starts_on)

"""Carrying a delivery out in one township: once, however often it is tried, and whatever order they come in.

The county's ledger holds every delivery from the moment of the decision. So each is carried out for those villages
only of which it says the last word; a later one that came first is not undone by it.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Delivery
from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.divisions.models import Village
from zhunru.placements import announcing, queries
from zhunru.placements.deliveries import Carried, Closing, Told
from zhunru.placements.models import Placement
from zhunru.placements.workflow import PLACEMENTS

K = Delivery.Kind
S = Placement.Status


def carry_out(delivery_id: int) -> None:
    """Run under the township's role. What is done already is left as it is."""
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery_id)
        if delivery.status == Delivery.Status.DONE:
            return
        _act(delivery, Told.model_validate(delivery.facts))
        delivery.status = Delivery.Status.DONE
        delivery.done_at = timezone.now()
        delivery.error = ""
        delivery.attempts += 1
        delivery.save(update_fields=["status", "done_at", "error", "attempts"])


def note_failure(delivery_id: int, error: BaseException) -> None:
    """Tell the county that the delivery has not arrived and why; the task is tried again."""
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery_id)
        delivery.status = Delivery.Status.FAILED
        delivery.error = f"{type(error).__name__}: {error}"[:500]
        delivery.attempts += 1
        delivery.save(update_fields=["status", "error", "attempts"])


def _act(delivery: Delivery, told: Told) -> None:
    if delivery.kind == K.WITHDRAW:
        close_placements(delivery, told)
        return
    if _owed(delivery).filter(kind=K.WITHDRAW).exists():
        return
    if delivery.kind == K.ENTER:
        enter_villages(delivery, told)
    elif delivery.kind == K.CHANGE:
        change_villages(delivery, told)
    settle_rest(told.matter)


def enter_villages(delivery: Delivery, told: Told) -> None:
    """A placement for each village of which this is the last word and that has none yet."""
    there = Placement.objects.filter(matter_id=told.matter).values("village_id")
    villages = list(Village.objects.filter(code__in=_last_word(delivery)).exclude(pk__in=there))
    _enter(told, villages)


def change_villages(delivery: Delivery, told: Told) -> None:
    """New bounds: who is in scope takes them over or enters, who no longer is is let go by the same paper."""
    codes = _last_word(delivery)
    carries = codes if told.villages is None else [code for code in codes if code in set(told.villages)]
    held = {p.village.code: p for p in Placement.objects.filter(matter_id=told.matter).select_related("village")}
    for code in codes:
        if code in held and code in carries:
            if held[code].status == S.CLOSED or _differs(held[code], told):
                PLACEMENTS.perform("change", held[code], actor=SYSTEM, data=told)
        elif code in held and held[code].status != S.CLOSED:
            _let_go(held[code], told)
    villages = list(Village.objects.filter(code__in=[code for code in carries if code not in held]))
    for placement in _enter(told, villages):
        announcing.tell_added(placement)


def close_placements(delivery: Delivery, told: Told) -> None:
    """Every placement that is not closed yet is closed, with its paper and reason; receipts go on in its successors."""
    held = Placement.objects.filter(matter_id=told.matter).exclude(status=S.CLOSED)
    if told.withdrawal is None:
        if held.exists():
            raise ValueError(f"{told.code} is withdrawn by a paper")
        return  # what came before this system has neither paper nor placement
    closing = Closing(paper=told.withdrawal, reasons=told.withdrawal_reasons)
    for placement in held:
        closed = PLACEMENTS.perform("close", placement, actor=SYSTEM, data=closing)
        for successor in Placement.objects.filter(carried_from_ids__contains=[closed.pk], entered_at=None):
            _carry(successor, [closed])


def settle_rest(matter_id: int) -> None:
    """The placements rest or go on, as the last of the county's papers on it says."""
    open_ones = Placement.objects.filter(matter_id=matter_id)
    if queries.is_resting(matter_id):
        for placement in open_ones.filter(status__in=[S.NOTIFIED, S.ENTERED]):
            PLACEMENTS.perform("suspend", placement, actor=SYSTEM)
    else:
        for placement in open_ones.filter(status=S.SUSPENDED):
            PLACEMENTS.perform("resume", placement, actor=SYSTEM)


def _owed(delivery: Delivery) -> "queries.Deliveries":
    return queries.deliveries_of(delivery.matter_id)


def _last_word(delivery: Delivery) -> list[str]:
    """The villages of which no later delivery says what they carry."""
    last: dict[str, int] = {}
    for one in _owed(delivery).filter(kind__in=[K.ENTER, K.CHANGE]):
        last |= dict.fromkeys(one.village_codes, one.pk)
    return [code for code in delivery.village_codes if last[code] == delivery.pk]


def _enter(told: Told, villages: list[Village]) -> list[Placement]:
    """New placements; where the village has signed for what goes on in it, that receipt holds."""
    reason = _("凭批准文书%(number)s进入") % {"number": told.paper.number}
    before = Placement.objects.filter(matter_id__in=told.carried_from, village__in=villages)
    former: dict[int, list[Placement]] = {village.pk: [] for village in villages}
    for placement in before.order_by("id"):
        former[placement.village_id].append(placement)
    rows = [_placement(told, village, former[village.pk]) for village in villages]
    history.create_many(Placement, rows, actor=SYSTEM, reason=reason)
    entered = list(Placement.objects.filter(matter_id=told.matter, village__in=villages).order_by("id"))
    for placement in entered:
        _carry(placement, former[placement.village_id])
    return entered


def _carry(placement: Placement, former: list[Placement]) -> None:
    """Nobody signs twice for the same work: the earliest receipt is taken over; a refused matter has none."""
    receipts = [one.entered_at for one in former if one.entered_at and one.refusal_id is None]
    if receipts and placement.status in (S.NOTIFIED, S.SUSPENDED):
        PLACEMENTS.perform("carry", placement, actor=SYSTEM, data=Carried(entered_at=min(receipts)))


def _let_go(placement: Placement, told: Told) -> None:
    reasons = _("由%(number)s调整，本村（社区）不再承担") % {"number": told.paper.number}
    closed = PLACEMENTS.perform("close", placement, actor=SYSTEM, data=Closing(paper=told.paper, reasons=reasons))
    announcing.tell_removed(closed)


def _differs(placement: Placement, told: Told) -> bool:
    """Whether the change has not been carried out here: its paper or its words are not those told."""
    held = (placement.document_id, placement.title, placement.village_duty, placement.funding, placement.provisional)
    said = (told.paper.id, told.title, told.village_duty, told.funding, told.provisional)
    return (held, placement.starts_on, placement.ends_on) != (said, told.starts_on, told.ends_on)


def _placement(told: Told, village: Village, former: list[Placement]) -> Placement:
    return Placement(
        matter_id=told.matter,
        matter_code=told.code,
        title=told.title,
        department_id=told.department_id,
        department=told.department,
        village=village,
        village_duty=told.village_duty,
        funding=told.funding,
        starts_on=told.starts_on,
        ends_on=told.ends_on,
        provisional=told.provisional,
        carried_from_ids=[one.pk for one in former],
        document_id=told.paper.id,
        document_number=told.paper.number,
        document_code=told.paper.code,
        notified_at=timezone.now(),
        version=1,
    )

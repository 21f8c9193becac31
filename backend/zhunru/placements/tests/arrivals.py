"""Bringing a matter to the villages, as the worker does, but within the test."""

from typing import Any

from zhunru.admissions.models import Delivery, Matter
from zhunru.admissions.tests.stage import Stage, admitted, withdrawn
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Township, Village
from zhunru.placements.models import Placement
from zhunru.placements.schemas import Completion, Receipt
from zhunru.placements.tasks import deliver
from zhunru.placements.workflow import PLACEMENTS
from zhunru.tenancy.context import county_context, township_context


def carry(matter: Matter) -> None:
    """Every delivery of the matter that waits for the worker."""
    with county_context():
        owed = list(matter.deliveries.exclude(status=Delivery.Status.DONE).order_by("id"))
    for delivery in owed:
        deliver(township=delivery.schema_name, delivery_id=delivery.pk)


def arrived(stage: Stage, *places: int, **changed: Any) -> Matter:
    """A matter that the villages of the townships at `places` (of all) have been told of."""
    with county_context():
        matter = admitted(stage, stage.villages(*places), **changed)
    carry(matter)
    return matter


def ended(stage: Stage, matter: Matter) -> Matter:
    """The same matter, withdrawn by the county, and every village told."""
    with county_context():
        matter = withdrawn(stage, matter)
    carry(matter)
    return matter


def placements(township: Township) -> list[Placement]:
    """All rows of one township, by village."""
    with township_context(township):
        return list(Placement.objects.select_related("village__township").order_by("village__code"))


def confirm(stage: Stage, placement: Placement, code: str = "") -> Placement:
    """Its own village confirms, with the code that stands on the paper."""
    officer = stage.village_officer(placement.village)
    with township_context(officer.realm):
        data = Receipt(document_code=code or placement.document_code)
        return PLACEMENTS.take("confirm", placement, actor=officer, data=data)


def complete(stage: Stage, placement: Placement) -> Placement:
    """Its own village reports its part done."""
    officer = stage.village_officer(placement.village)
    with township_context(officer.realm):
        return PLACEMENTS.take("complete", placement, actor=officer, data=Completion())


def refusal(stage: Stage, placement: Placement, step: str, *, by: Village) -> str:
    """The code of the error that the village `by` meets, in the placement's township."""
    officer = stage.village_officer(by)
    data = Receipt(document_code=placement.document_code) if step == "confirm" else Completion()
    with township_context(placement.village.township):
        try:
            PLACEMENTS.take(step, placement, actor=officer, data=data)
        except DomainError as error:
            return error.code
    return ""

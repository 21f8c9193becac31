"""The county's word on a matter that villages carry already, and the worker's ways with it."""

from typing import Any

from zhunru.admissions import schemas
from zhunru.admissions.models import Delivery, Matter
from zhunru.admissions.tests.kinds import carried_out, request
from zhunru.admissions.tests.stage import Stage
from zhunru.admissions.workflow import MATTERS
from zhunru.divisions.models import Township
from zhunru.placements.tasks import deliver
from zhunru.placements.tests.arrivals import placements
from zhunru.tenancy.context import county_context


def codes(stage: Stage, *places: int) -> list[str]:
    return [village.code for village in stage.villages(*places)]


def owed(township: Township, *matters: Matter) -> list[Delivery]:
    """What the worker still has to carry to this township."""
    with county_context():
        found = Delivery.objects.filter(matter__in=matters, township=township).exclude(status="done")
        return list(found.order_by("id"))


def run(delivery: Delivery) -> None:
    deliver(township=delivery.schema_name, delivery_id=delivery.pk)


def again(delivery: Delivery) -> None:
    """As if the mark of being done had been lost."""
    with county_context():
        Delivery.objects.filter(pk=delivery.pk).update(status="pending", done_at=None)
    run(delivery)


def adjusted(stage: Stage, matter: Matter, **changed: Any) -> Matter:
    with county_context():
        carried_out(stage, request(stage, "adjust", matter, **changed))
        return Matter.objects.select_related("document").get(pk=matter.pk)


def states(township: Township) -> dict[tuple[int, str], str]:
    return {(p.matter_id, p.village.code): str(p.status) for p in placements(township)}


def suspended(stage: Stage, matter: Matter) -> Matter:
    with county_context():
        return MATTERS.take("suspend", matter, actor=stage.actor("head"), data=schemas.Return(remark="汛期"))


def resumed(stage: Stage, matter: Matter) -> Matter:
    with county_context():
        return MATTERS.take("resume", matter, actor=stage.actor("head"), data=schemas.Return(remark="汛期已过"))

"""What the county decides reaches every village in scope: once, however often it is tried, and never too late."""

import pytest

from zhunru.admissions.models import Delivery, Matter
from zhunru.admissions.schemas import Return
from zhunru.admissions.tests.kinds import legacy
from zhunru.admissions.tests.stage import Stage, admitted, approved, withdrawn
from zhunru.admissions.workflow import MATTERS
from zhunru.core import history
from zhunru.placements import carrying
from zhunru.placements.models import Placement
from zhunru.placements.tasks import deliver
from zhunru.placements.tests.arrivals import arrived, carry, complete, confirm, ended, placements
from zhunru.placements.workflow import PLACEMENTS
from zhunru.tenancy.context import county_context, township_context
from zhunru.tenancy.register import UnknownTownshipError

Patch = pytest.MonkeyPatch


def deliveries(matter: Matter) -> list[Delivery]:
    with county_context():
        return list(matter.deliveries.order_by("id"))


def run(delivery: Delivery) -> None:
    deliver(township=delivery.schema_name, delivery_id=delivery.pk)


def test_every_village_in_scope_is_told_and_no_other(stage: Stage) -> None:
    matter = arrived(stage, 0, 2)
    told = [{p.village.code for p in placements(township)} for township in stage.townships]
    assert told == [{v.code for v in stage.villages(0)}, set(), {v.code for v in stage.villages(2)}]
    assert {d.status for d in deliveries(matter)} == {Delivery.Status.DONE}
    assert all(d.done_at and d.attempts == 1 and not d.error for d in deliveries(matter))


def test_a_village_is_told_what_the_county_decided(stage: Stage) -> None:
    matter = arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    with county_context():
        application, document = matter.application, matter.document
        assert document is not None
        assert application is not None
        assert placement.title == application.title
        assert placement.village_duty == application.village_duty
        assert placement.funding == application.funding_amount
        assert (placement.document_number, placement.document_code) == (document.number, document.code)
        assert placement.department == application.department.name
    assert placement.status == Placement.Status.NOTIFIED


def test_an_arrival_is_in_the_placements_history_with_the_papers_number(stage: Stage) -> None:
    arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    with township_context(stage.townships[0]):
        (entry,) = history.entries(placement)
    assert entry.by == "系统"
    assert placement.document_number in entry.reason


def test_what_was_there_before_this_system_is_written_off_in_its_townships(stage: Stage) -> None:
    """It has neither paper nor placement: the delivery arrives, and nothing is left to close."""
    with county_context():
        matter = legacy(stage, "540522-SX-L001", "渠道巡护")
        MATTERS.take("write_off", matter, actor=stage.actor("head"), data=Return(remark="村里已不再办理"))
    carry(matter)
    assert [(d.kind, d.status) for d in deliveries(matter)] == [("withdraw", Delivery.Status.DONE)]
    assert placements(stage.townships[0]) == []


def test_twice_is_once(stage: Stage) -> None:
    matter = arrived(stage, 0)
    before = [(p.pk, p.version) for p in placements(stage.townships[0])]
    for delivery in deliveries(matter):
        run(delivery)
    assert [(p.pk, p.version) for p in placements(stage.townships[0])] == before
    assert [d.attempts for d in deliveries(matter)] == [1]


def test_a_delivery_that_lost_its_mark_of_being_done_still_enters_each_village_once(stage: Stage) -> None:
    matter = arrived(stage, 0)
    with county_context():
        matter.deliveries.update(status=Delivery.Status.PENDING, done_at=None)
    before = [(p.pk, p.version) for p in placements(stage.townships[0])]
    carry(matter)
    assert [(p.pk, p.version) for p in placements(stage.townships[0])] == before


def test_nothing_is_sent_before_the_paper_is_issued(stage: Stage) -> None:
    with county_context():
        matter = approved(stage, stage.villages()).matter
    assert matter is not None
    assert {d.status for d in deliveries(matter)} == {Delivery.Status.WAITING}
    assert not any(placements(township) for township in stage.townships)


def test_an_entry_that_comes_after_the_withdrawal_brings_nothing(stage: Stage) -> None:
    with county_context():
        matter = withdrawn(stage, admitted(stage, stage.villages(0)))
    enter, withdraw = deliveries(matter)
    run(withdraw)
    run(enter)
    assert placements(stage.townships[0]) == []
    assert [d.status for d in deliveries(matter)] == ["done", "done"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_in_whatever_order_the_two_arrive_nothing_stays_open(stage: Stage, order: tuple[int, int]) -> None:
    with county_context():
        matter = withdrawn(stage, admitted(stage, stage.villages(0)))
    owed = deliveries(matter)
    for place in (*order, *order):
        run(owed[place])
    assert all(p.status == Placement.Status.CLOSED for p in placements(stage.townships[0]))


def test_a_failure_is_told_to_the_county_and_mended_by_the_next_try(stage: Stage, monkeypatch: Patch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no space left")

    with county_context():
        matter = admitted(stage, stage.villages(0))
    (delivery,) = deliveries(matter)
    with monkeypatch.context() as patch:
        patch.setattr("zhunru.placements.carrying.history.create_many", fail)
        with pytest.raises(OSError, match="no space"):
            run(delivery)
    (failed,) = deliveries(matter)
    assert (failed.status, failed.attempts) == (Delivery.Status.FAILED, 1)
    assert failed.error == "OSError: no space left"
    assert placements(stage.townships[0]) == []
    run(delivery)
    (mended,) = deliveries(matter)
    assert (mended.status, mended.attempts, mended.error) == (Delivery.Status.DONE, 2, "")
    assert len(placements(stage.townships[0])) == 2


def test_a_withdrawal_that_fails_half_way_has_closed_nothing(stage: Stage, monkeypatch: Patch) -> None:
    matter = arrived(stage, 0)
    with county_context():
        withdrawn(stage, matter)
    delivery = deliveries(matter)[-1]
    steps = iter([PLACEMENTS.perform])
    with monkeypatch.context() as patch:
        patch.setattr(PLACEMENTS, "perform", lambda *args, **more: next(steps)(*args, **more))
        with pytest.raises(StopIteration):
            run(delivery)
    assert [p.status for p in placements(stage.townships[0])] == ["notified", "notified"]
    run(delivery)
    assert [p.status for p in placements(stage.townships[0])] == ["closed", "closed"]


def test_one_township_that_fails_does_not_hold_up_the_others(stage: Stage, monkeypatch: Patch) -> None:
    with county_context():
        matter = admitted(stage, stage.villages())
    first, second, third = deliveries(matter)
    with monkeypatch.context() as patch:
        patch.setattr(carrying, "enter_villages", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            run(second)
    run(first)
    run(third)
    assert [d.status for d in deliveries(matter)] == ["done", "failed", "done"]


def test_a_delivery_is_nobody_elses(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
    (delivery,) = deliveries(matter)
    with pytest.raises(Delivery.DoesNotExist):
        deliver(township=stage.townships[1].schema_name, delivery_id=delivery.pk)
    assert deliveries(matter)[0].status == Delivery.Status.PENDING


@pytest.mark.parametrize("realm", ["county", "public", "t_999999999", "template"])
def test_a_delivery_goes_to_a_township_at_work_and_nowhere_else(stage: Stage, realm: str) -> None:
    with pytest.raises(UnknownTownshipError):
        deliver(township=realm, delivery_id=1)


@pytest.mark.clause("2.1d")
def test_a_withdrawal_closes_every_placement_wherever_it_stood(stage: Stage) -> None:
    matter = arrived(stage, 0, 1)
    first, second = placements(stage.townships[0])
    confirm(stage, first)
    complete(stage, first)
    confirm(stage, second)
    matter = ended(stage, matter)
    notice = matter.withdrawal_document
    assert notice is not None
    closed = [p for township in stage.townships[:2] for p in placements(township)]
    assert {p.status for p in closed} == {Placement.Status.CLOSED}
    assert {(p.closing_number, p.closing_code, p.closing_reason) for p in closed} == {
        (notice.number, notice.code, "任务已完成")
    }
    assert all(p.closed_at for p in closed)


def test_a_withdrawal_leaves_other_matters_alone(stage: Stage) -> None:
    stays, goes = arrived(stage, 0), arrived(stage, 0, title="草原防火巡查")
    ended(stage, goes)
    by_matter = {(p.matter_id, p.status) for p in placements(stage.townships[0])}
    assert by_matter == {(stays.pk, "notified"), (goes.pk, "closed")}


def test_a_withdrawal_that_comes_twice_leaves_one_trace(stage: Stage) -> None:
    matter = ended(stage, arrived(stage, 0))
    with county_context():
        matter.deliveries.filter(kind=Delivery.Kind.WITHDRAW).update(status=Delivery.Status.PENDING, done_at=None)
    carry(matter)
    placement = placements(stage.townships[0])[0]
    with township_context(stage.townships[0]):
        reasons = [entry.reason for entry in history.entries(placement)]
    assert reasons == ["撤销", f"凭批准文书{placement.document_number}进入"]

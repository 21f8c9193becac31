"""The night in a township: late receipts are marked and told as facts, what was lost on the way is sent again."""

from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from zhunru.admissions.models import Delivery, Matter
from zhunru.admissions.sweeping import sweep
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage, admitted, withdrawn
from zhunru.notices.models import Notice
from zhunru.oversight.models import PlacementFact
from zhunru.placements.models import Placement
from zhunru.placements.tests.arrivals import arrived, carry, confirm, placements
from zhunru.placements.tests.test_urgent_reports import report
from zhunru.tenancy.context import county_context, nobody_context, township_context


def swept() -> dict[str, int]:
    done = sweep(timezone.now())
    assert not any(tally.failed for tally in done.values()), done
    return {name: tally.done for name, tally in done.items() if tally.done}


def late_days(stage: Stage) -> list[date | None]:
    return [placement.late_on for place in stage.townships for placement in placements(place)]


@pytest.mark.usefixtures("calendar")
def test_a_receipt_is_late_on_the_morning_after_the_second_working_day(stage: Stage, at: At) -> None:
    """A-19: marked by one statement for each township, with its history and its fact; who has signed is not late."""
    arrived(stage, 0, 1)
    signed = confirm(stage, placements(stage.townships[0])[0])
    at("2026-03-04 20:00")
    assert "receipts late" not in swept()
    at("2026-03-05")
    assert swept()["receipts late"] == 3
    assert late_days(stage).count(date(2026, 3, 5)) == 3
    with township_context(stage.townships[0]):
        late = Placement.objects.exclude(pk=signed.pk).get()
        entry = late.history.latest("history_id")
        assert (late.version, entry.version, entry.late_on) == (2, 2, date(2026, 3, 5))
        assert (entry.history_change_reason, entry.actor_name, entry.history_type) == ("逾期未签收", "系统", "~")
    with county_context():
        assert PlacementFact.objects.filter(late_on=date(2026, 3, 5)).count() == 3
    at("2026-03-06")
    assert "receipts late" not in swept()
    (again,) = [one for one in placements(stage.townships[0]) if one.pk == late.pk]
    assert confirm(stage, again).late_on == date(2026, 3, 5)


@pytest.mark.usefixtures("calendar")
def test_silence_is_never_taken_for_a_receipt(stage: Stage, at: At) -> None:
    """A-14, A-19: however long a village waits, nobody signs for it."""
    arrived(stage, 0)
    at("2026-12-01")
    swept()
    assert {placement.status for placement in placements(stage.townships[0])} == {"notified"}


def test_without_a_calendar_no_receipt_is_late(stage: Stage, at: At) -> None:
    """A-06: nothing is guessed."""
    at("2026-03-02 09:00")
    arrived(stage, 0)
    at("2026-04-02")
    assert "receipts late" not in swept()


@pytest.mark.usefixtures("calendar")
def test_the_service_is_over_when_every_township_has_what_it_is_owed(stage: Stage, at: At) -> None:
    """A-19: served within two working days, or the office is told."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
    at("2026-03-05")
    swept()
    with county_context():
        assert Notice.objects.filter(organisation=stage.office, title__contains="送达").exists()
    carry(matter)
    at("2026-03-06")
    assert swept()["papers served"] == 1


@pytest.mark.usefixtures("calendar")
def test_a_delivery_that_no_worker_knows_of_sets_out_again(stage: Stage) -> None:
    """A task that is lost, or has failed twelve times, is not the end of it."""
    with county_context():
        matter = admitted(stage, stage.villages(0, 1))
    assert "deliveries sent again" not in swept()
    with nobody_context(), connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
    assert swept()["deliveries sent again"] == 2
    assert "deliveries sent again" not in swept()
    carry(matter)
    with nobody_context(), connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded'")
    assert "deliveries sent again" not in swept()


@pytest.mark.clause("2.1d")
@pytest.mark.usefixtures("calendar")
def test_what_has_ended_and_is_carried_all_the_same_is_taken_from_the_village(stage: Stage) -> None:
    """工作完成后撤销: even where the township's books had said that it was done."""
    matter = arrived(stage, 0)
    with county_context():
        withdrawn(stage, Matter.objects.get(pk=matter.pk))
        wrong = Delivery.objects.filter(matter=matter, kind=Delivery.Kind.WITHDRAW)
        wrong.update(status=Delivery.Status.DONE, done_at=timezone.now())
    with nobody_context(), connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded'")
    done = swept()
    assert (done["matters still carried after their end"], done["deliveries sent again"]) == (1, 1)
    carry(matter)
    assert {placement.status for placement in placements(stage.townships[0])} == {"closed"}
    assert "matters still carried after their end" not in swept()


@pytest.mark.clause("2.1e")
def test_an_urgent_entry_that_a_township_has_registered_is_not_lost(stage: Stage) -> None:
    """紧急工作可按“先进后批”办理 (A-24): where no worker has made the matter of it, the night does."""
    desk = Desk(stage.township_officer(stage.townships[0]))
    filed = desk.post("/urgent-reports", report(stage))
    assert swept()["urgent entries registered by townships"] == 1
    assert desk.get(f"/urgent-reports/{filed['id']}")["status"] == "done"
    assert "urgent entries registered by townships" not in swept()

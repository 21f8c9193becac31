"""The township registers an urgent entry for a department, and the county makes the matter of it (clause 2.1e)."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from zhunru.admissions.models import Application, Matter
from zhunru.admissions.models import UrgentReport as Inbox
from zhunru.admissions.tasks import take_up_report
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import FORM, Stage, listed, the
from zhunru.lists.models import ListKind
from zhunru.placements.models import UrgentReport
from zhunru.placements.tests.arrivals import carry, placements
from zhunru.tenancy.context import county_context, township_context
from zhunru.workdays import seeding

Json = dict[str, Any]


@pytest.fixture
def desk(stage: Stage) -> Desk:
    with county_context():
        seeding.seed()
    return Desk(stage.township_officer(stage.townships[0]))


def report(stage: Stage, **changed: Any) -> Json:
    usual = {
        "department": stage.departments["water"].pk,
        "title": "汛期堤段巡查",
        "ground": "natural_disaster",
        "entered_at": (timezone.now() - timedelta(hours=1)).isoformat(),
        "village_duty": "发现险情立即报告",
        "scope": [village.code for village in stage.villages(0)],
    }
    return usual | changed


def taken_up(filed: Json) -> Inbox:
    """As the worker does."""
    take_up_report(report_id=filed["id"])
    with county_context():
        return Inbox.objects.select_related("matter__application", "matter__document").get(pk=filed["id"])


@pytest.mark.clause("2.1e")
def test_a_township_registers_what_a_department_has_sent_in(stage: Stage, desk: Desk) -> None:
    """紧急工作先进后批 (A-24): the paper names the township, the department gets its draft."""
    filed = desk.post("/urgent-reports", report(stage))
    assert (filed["status"], filed["status_label"]) == ("waiting", "登记中")
    done = taken_up(filed)
    matter = the(done.matter)
    application = the(matter.application)
    assert (done.status, matter.status, matter.title) == ("done", "provisional", "汛期堤段巡查")
    assert the(matter.document).facts["registered_by"] == stage.townships[0].name
    assert (application.drafted_by, application.status) == (None, "draft")
    assert application.department_id == stage.departments["water"].pk
    carry(matter)
    assert [p.provisional for p in placements(stage.townships[0])] == [True, True]
    assert desk.get(f"/urgent-reports/{filed['id']}")["status"] == "done"


@pytest.mark.clause("2.1e")
def test_the_department_goes_on_with_the_draft_that_is_nobodys(stage: Stage, desk: Desk) -> None:
    """紧急工作先进后批 (A-17, A-24): its clerk fills it in, its head files it, neither of the two reviews it."""
    matter = the(taken_up(desk.post("/urgent-reports", report(stage))).matter)
    with county_context():
        clerk, head = Desk(stage.actor("water-clerk")), Desk(stage.actor("water-head"))
        other = Desk(stage.actor("farming-clerk"))
        application = the(matter.application)
    path = f"/applications/{application.pk}"
    kept = {"title": matter.title, "starts_on": str(matter.starts_on), "category": "urgent", "scope": matter.scope}
    assert other.ask("GET", path).status_code == 404
    edited = clerk.ask("PATCH", path, {**FORM, **kept, "version": application.version})
    assert edited.status_code == 200, edited.content.decode()
    assert head.post(f"{path}/submit")["status"] == "submitted"


def test_taken_up_twice_it_is_one_matter(stage: Stage, desk: Desk) -> None:
    filed = desk.post("/urgent-reports", report(stage))
    first = taken_up(filed)
    assert taken_up(filed).matter == first.matter
    with county_context():
        assert Matter.objects.count() == Application.objects.count() == 1


def test_sent_twice_it_is_one_report(stage: Stage, desk: Desk) -> None:
    key = str(uuid4())
    ids = {
        desk.ask("POST", "/urgent-reports", report(stage), **{"Idempotency-Key": key}).json()["id"] for _ in range(2)
    }
    assert len(ids) == 1
    with county_context():
        assert Inbox.objects.count() == 1


def test_the_worker_is_asked_at_once(stage: Stage, desk: Desk) -> None:
    desk.post("/urgent-reports", report(stage))
    with county_context(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name LIKE '%%take_up_report'")
        assert cursor.fetchone() == (1,)


@pytest.mark.clause("2.1e")
def test_what_the_county_finds_forbidden_meanwhile_is_declined_in_words(stage: Stage, desk: Desk) -> None:
    """紧急工作先进后批 (A-09): the negative list has changed since."""
    filed = desk.post("/urgent-reports", report(stage))
    with county_context():
        listed(ListKind.NEGATIVE, "汛期堤段巡查")
    declined = taken_up(filed)
    assert (declined.status, declined.matter) == ("declined", None)
    shown = desk.get(f"/urgent-reports/{filed['id']}")
    assert "工作负面事项清单" in shown["reason"]
    assert desk.get("/urgent-reports")[0]["status_label"] == "不能登记"


@pytest.mark.clause("2.1e")
@pytest.mark.parametrize(
    ("changed", "status", "field"),
    [
        ({"ground": "领导要求"}, 422, "ground"),
        ({"title": ""}, 422, "title"),
        ({"village_duty": "找13800138000"}, 422, "village_duty"),
        ({"scope": []}, 422, "scope"),
        ({"scope": ["540522999999"]}, 409, "scope"),
        ({"department": 2**40}, 409, "department"),
        ({"entered_at": "2999-01-01T00:00Z"}, 409, "entered_at"),
        ({"entered_at": "2026-01-01T00:00Z", "late_reason": "x"}, 409, "entered_at"),
        ({"entered_at": "2026-11-22T00:00"}, 422, "entered_at"),
        ({"hours": 25}, 409, "late_reason"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(stage: Stage, desk: Desk, changed: Json, status: int, field: str) -> None:
    """紧急工作先进后批 (A-24): grounds are enumerated, late registration says why."""
    hours = changed.pop("hours", None)
    if hours:
        changed["entered_at"] = (timezone.now() - timedelta(hours=hours)).isoformat()
    refused = desk.ask("POST", "/urgent-reports", report(stage, **changed))
    body = refused.json()
    assert (refused.status_code, body["field"] or body["errors"][0]["field"]) == (status, field)


def test_a_township_reports_its_own_villages_only(stage: Stage, desk: Desk) -> None:
    foreign = [village.code for village in stage.villages(0, 1)]
    refused = desk.ask("POST", "/urgent-reports", report(stage, scope=foreign))
    assert (refused.status_code, refused.json()["code"]) == (409, "outside_township")


def test_only_township_officers_report_and_only_they_see_it(stage: Stage, desk: Desk) -> None:
    filed = desk.post("/urgent-reports", report(stage))
    for stranger in (
        stage.village_officer(stage.villages(0)[0]),
        stage.township_admin(stage.townships[0]),
        stage.township_officer(stage.townships[1]),
    ):
        theirs = Desk(stranger)
        assert theirs.ask("GET", f"/urgent-reports/{filed['id']}").status_code == 404
        assert theirs.get("/urgent-reports") == []
    village = Desk(stage.village_officer(stage.villages(0)[0]))
    assert village.ask("POST", "/urgent-reports", report(stage)).status_code == 403


def test_the_inbox_is_the_county_s_and_holds_no_person(stage: Stage, desk: Desk) -> None:
    desk.post("/urgent-reports", report(stage))
    names = {field.name for field in Inbox._meta.fields}
    assert not {name for name in names if "user" in name or "contact" in name or name.endswith("_by")}
    with township_context(stage.townships[1]):
        assert not Inbox.objects.exists()
    with township_context(stage.townships[0]):
        assert Inbox.objects.count() == UrgentReport.objects.count() == 1
        refused = pytest.raises(DatabaseError, match="permission denied")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE admissions_urgentreport SET status = 'waiting'")


@pytest.mark.parametrize(
    "columns", ["status = 'done'", "status = 'declined', done_at = now()", "done_at = now()", "status = 'declined'"]
)
def test_a_report_ends_in_a_matter_or_a_reason(stage: Stage, desk: Desk, columns: str) -> None:
    desk.post("/urgent-reports", report(stage))
    refused = pytest.raises(IntegrityError, match="a_report_ends_in_a_matter_or_a_reason")
    with county_context(), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE admissions_urgentreport SET {columns}")

"""What waits for its admission anew: who sees it and takes it over, what ends the waiting, what is written off."""

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from zhunru.admissions.models import Matter
from zhunru.admissions.schemas import Return
from zhunru.admissions.tests import stage as way
from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.legacy.uploads import TWO, committed, previewed, upload
from zhunru.admissions.tests.legacy_tables import table
from zhunru.admissions.tests.stage import Stage
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import SYSTEM
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context


def test_only_the_office_takes_existing_matters_over(desk: Desk, stage: Stage) -> None:
    sha256 = previewed(desk, {})["sha256"]
    for name in ("water-head", "recorder", "leader", "admin"):
        other = desk_of(stage, name)
        assert upload(other, table({})).status_code == 403, name
        assert other.ask("POST", "/legacy/commit", {"sha256": sha256}).status_code == 403, name
        for path in ("template", f"preview/{sha256}", f"preview/{sha256}/corrected"):
            assert other.ask("GET", f"/legacy/{path}").status_code == 403, (name, path)


def test_a_department_sees_its_own_with_the_days_left(desk: Desk, stage: Stage) -> None:
    committed(desk, *TWO)
    with county_context():
        late = Matter.objects.get(title="河道巡查")
        late.readmit_by = timezone.localdate() - relativedelta(days=3)
        late.record(actor=SYSTEM, reason="试")
    row = desk_of(stage, "water-clerk").get("/legacy")["items"][0]
    assert (row["title"], row["department"], row["days_left"]) == ("河道巡查", "县水务局", -3)
    assert desk_of(stage, "farming-head").get("/legacy")["total"] == 1
    assert [row["title"] for row in desk.get("/legacy?ordering=readmit_by")["items"]] == ["河道巡查", "惠农政策入户"]
    with county_context():
        department = stage.departments["farming"].pk
    assert desk.get(f"/legacy?department={department}&q=惠农")["total"] == 1
    assert desk_of(stage, "admin").get("/legacy")["total"] == 0


def test_the_office_sees_how_far_each_department_is(desk: Desk) -> None:
    committed(desk, *TWO, {"事项名称": "取水口登记"})
    found = desk.get("/legacy/departments")
    assert [(one["department"], one["total"], one["waiting"]) for one in found] == [
        ("县水务局", 2, 2),
        ("县农业农村局", 1, 1),
    ]


def test_the_department_has_it_on_its_list_until_it_applies(desk: Desk, stage: Stage) -> None:
    made = committed(desk, {})
    clerk = desk_of(stage, "water-clerk")
    group = next(group for group in clerk.get("/todo") if group["code"] == "legacy")
    assert [(item["title"], item["due_on"]) for item in group["items"]] == [("河道巡查", made["readmit_by"])]
    with county_context():
        way.drafted(stage, stage.villages(0), concerns=[Matter.objects.get().pk])
    for other in (clerk, desk_of(stage, "farming-clerk"), desk):
        assert [group["code"] for group in other.get("/todo") if group["code"] == "legacy"] == []


@pytest.mark.clause("2.1f")
def test_an_admission_takes_the_place_of_the_existing_matter(desk: Desk, stage: Stage) -> None:
    """Clause 2.1f (新增、调整、取消): it is applied for like any other; its sealed paper ends the waiting."""
    committed(desk, {})
    with county_context():
        old = Matter.objects.get()
        application = way.drafted(stage, stage.villages(0), concerns=[old.pk])
    for name, shown in (("water-clerk", application.pk), ("clerk", None)):  # a draft is the department's own
        assert desk_of(stage, name).get("/legacy")["items"][0]["application"] == shown
    with county_context():
        APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
    assert desk.get("/legacy")["items"][0]["application_label"] == "已申报"
    with county_context():
        application.refresh_from_db()
        APPLICATIONS.take("recall", application, actor=stage.actor("water-head"), data=Return(remark="改后再报"))
        new = way.admitted(stage, stage.villages(0), concerns=[old.pk])
        old.refresh_from_db()
        assert (old.status, old.withdrawal_document) == ("superseded", new.document)
        assert [line.predecessor for line in new.origins.all()] == [old]
    row = desk.get("/legacy")["items"][0]
    assert (row["status_label"], row["application"]) == ("已并入或拆分", None)
    assert desk.get("/legacy/departments")[0]["waiting"] == 0


def test_the_office_writes_off_what_villages_no_longer_carry(desk: Desk, stage: Stage) -> None:
    """Clause 1.3c (该退则退): with its reason, its history, its notices and a delivery to each of its townships."""
    committed(desk, {})
    with county_context():
        matter = Matter.objects.get()
    head = desk_of(stage, "head")
    (step,) = head.get(f"/matters/{matter.pk}/actions")
    assert (step["name"], step["hindrance"]) == ("write_off", None)
    assert head.ask("POST", f"/matters/{matter.pk}/write_off", {}).status_code == 422
    shown = head.post(f"/matters/{matter.pk}/write_off", {"remark": "村里已不再办理"})
    assert (shown["status_label"], shown["withdrawal_reasons"]) == ("存量，已核销", "村里已不再办理")
    assert head.get(f"/matters/{matter.pk}/history")[0]["reason"] == "核销存量事项 村里已不再办理"
    with county_context():
        owed = {(one.kind, one.schema_name) for one in matter.deliveries.all()}
        assert owed == {("withdraw", township.schema_name) for township in stage.townships}
        told = Notice.objects.filter(effect="removed")
        assert told.filter(village_id__isnull=False).count() == len(stage.villages())
        assert told.filter(organisation=stage.departments["water"]).exists()
    assert desk.get("/legacy?status=written_off")["total"] == 1
    assert desk.get("/legacy/departments")[0]["waiting"] == 0
    assert committed(desk, {"remark": "重新核实后登记"})["rows"] == 1  # it may be recorded again


def test_what_is_being_admitted_anew_is_not_written_off(desk: Desk, stage: Stage) -> None:
    committed(desk, {})
    with county_context():
        old = Matter.objects.get()
        way.filed(stage, stage.villages(0), concerns=[old.pk])
    answer = desk_of(stage, "head").ask("POST", f"/matters/{old.pk}/write_off", {"remark": "登记有误"})
    assert (answer.status_code, answer.json()["code"]) == (409, "readmission_open")

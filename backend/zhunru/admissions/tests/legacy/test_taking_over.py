"""Existing matters are taken over, once, as a whole, and each waits for its admission (domain 9.11: 存量清理)."""

from datetime import date
from decimal import Decimal

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.utils import timezone

from zhunru.admissions.legacy import importing
from zhunru.admissions.models import LegacyImport, Matter
from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.legacy.uploads import TWO, committed, previewed, upload
from zhunru.admissions.tests.legacy_tables import table
from zhunru.admissions.tests.stage import Stage
from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context


def test_each_row_becomes_a_matter_that_waits_for_its_admission(desk: Desk, stage: Stage) -> None:
    made = committed(desk, *TWO)
    assert made["rows"] == 2
    with county_context():
        first, second = Matter.objects.order_by("code")
        assert (first.status, first.legacy, first.category) == ("legacy", True, "regular")
        assert first.code == f"540522-SX-C{made['id']}-001"
        assert first.scope == [village.code for village in stage.villages()]
        assert first.legal_bases[0]["version"] == "2016-07-02"
        assert (first.person_days, first.funding_amount) == (Decimal("4.0"), Decimal("1200.00"))
        assert first.starts_on == date(2024, 3, 1)
        assert first.readmit_by == timezone.localdate() + relativedelta(months=6)
        assert second.department == stage.departments["farming"]
        assert second.scope == sorted([*(v.code for v in stage.villages(0)), stage.villages(1)[1].code])
        entry = history.entries(second)[0]
    assert (entry.by, entry.reason) == ("演示社会工作部经办员", "导入存量事项；备注：2023年起")


def test_the_same_table_is_taken_over_once(desk: Desk, stage: Stage) -> None:
    content = table(*TWO)
    sha256 = upload(desk, content).json()["sha256"]
    first = desk.post("/legacy/commit", {"sha256": sha256})
    again = desk_of(stage, "head").post("/legacy/commit", {"sha256": sha256})
    assert again == first
    with county_context():
        assert Matter.objects.count() == 2
    assert upload(desk, content).json()["imported"] == first


def test_the_database_takes_a_table_and_a_matter_over_once(desk: Desk, stage: Stage) -> None:
    committed(desk, {})
    with county_context():
        kept, matter = LegacyImport.objects.get(), Matter.objects.get()
        for wrong in (
            LegacyImport(
                sha256=kept.sha256, rows=1, readmit_by=kept.readmit_by, imported_by=kept.imported_by,
                imported_at=kept.imported_at,
            ),
            Matter(
                code="x", department=matter.department, title=matter.title, status="legacy", legacy=True,
                starts_on=matter.starts_on, readmit_by=matter.readmit_by,
            ),
        ):  # fmt: skip
            with pytest.raises(IntegrityError), transaction.atomic():
                wrong.record(actor=SYSTEM, reason="试")


def test_who_comes_second_with_the_same_matter_is_told_and_leaves_nothing(
    desk: Desk, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two tables with one matter in both, judged at the same moment: the database lets one of them through."""
    second = previewed(desk, {}, {"事项名称": "另一"})["sha256"]
    with county_context():
        judged = importing.resume(second, actor=stage.actor("clerk"))
    committed(desk, {})
    monkeypatch.setattr(importing, "resume", lambda *_args, **_named: judged)
    answer = desk.ask("POST", "/legacy/commit", {"sha256": second})
    assert (answer.status_code, answer.json()["code"]) == (409, "faulty")
    with county_context():
        assert (Matter.objects.count(), LegacyImport.objects.count()) == (1, 1)


def test_a_table_with_a_fault_is_not_taken_over_not_even_in_part(desk: Desk) -> None:
    shown = previewed(desk, {}, {"部门": "县气象台"})
    answer = desk.ask("POST", "/legacy/commit", {"sha256": shown["sha256"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "faulty")
    assert answer.json()["detail"] == "表格还有 1 处错误，请改正后重新上传"
    with county_context():
        assert not Matter.objects.exists()


def test_a_table_that_nobody_has_sent_cannot_be_taken_over(desk: Desk) -> None:
    answer = desk.ask("POST", "/legacy/commit", {"sha256": "0" * 64})
    assert (answer.status_code, answer.json()["code"]) == (409, "file_missing")
    for wrong in ("x", "0" * 63, "../../etc/passwd", 7, None):
        assert desk.ask("POST", "/legacy/commit", {"sha256": wrong}).status_code == 422


def test_what_waits_for_its_admission_is_not_listed_among_the_admitted(desk: Desk) -> None:
    committed(desk, {})
    assert desk.get("/matters")["total"] == 0
    assert desk.get("/matters?status=legacy")["total"] == 1


def test_departments_are_told_what_is_known_of_them(desk: Desk, stage: Stage) -> None:
    made = committed(desk, *TWO)
    with county_context():
        notice = Notice.objects.get(organisation=stage.departments["water"])
    assert notice.title == f"已登记本部门存量事项 1 项，须于 {made['readmit_by']} 前重新申请准入"
    assert (notice.text, notice.page) == ("河道巡查", "legacy")

"""The opinion's sentences on what enters, leaves, is merged, split, changed and hurried, one test each.

The docstrings quote the county's guiding opinion.
"""

import pytest
from django.utils import timezone

from zhunru.admissions import schemas
from zhunru.admissions.models import Delivery, Matter
from zhunru.admissions.tests.constraints import refuses
from zhunru.admissions.tests.kinds import agreed, carried_out, filled_in, part, registered, request
from zhunru.admissions.tests.stage import Stage, admitted, the, withdrawing, withdrawn
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core import history
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context


@pytest.mark.clause("1.3c")
def test_what_shall_enter_enters_what_shall_leave_leaves_and_both_leave_a_trace(stage: Stage) -> None:
    """坚持“该进则进、该退则退……”原则，职能部门进入村(社区)工作事项实行动态管理"""
    with county_context():
        matter = withdrawn(stage, admitted(stage, stage.villages()))
        trace = [(entry.reason, entry.role) for entry in reversed(history.entries(matter))]
    assert trace == [
        ("决定同意准入", "决定登记员"),
        ("生效", "用印保管员"),
        ("提出撤销", "社会工作部负责人"),
        ("用印撤销", "用印保管员"),
    ]


@pytest.mark.clause("1.3c")
def test_what_shall_be_merged_is_merged_by_one_decision(stage: Stage) -> None:
    """宜并则并"""
    with county_context():
        old = [admitted(stage, stage.villages(), title=title) for title in ("春灌入户宣传", "秋收安全提醒")]
        new = the(carried_out(stage, request(stage, "merge", *old, title="农事节水与安全入户说明")).matter)
        assert {line.predecessor for line in new.origins.all()} == set(old)
        assert new.status == Matter.Status.IN_FORCE
        for one in old:
            one.refresh_from_db()
            assert (one.status, one.withdrawal_document) == (Matter.Status.SUPERSEDED, new.document)


@pytest.mark.clause("1.3c")
def test_what_shall_be_split_is_split_by_one_decision(stage: Stage) -> None:
    """宜分则分"""
    with county_context():
        old = admitted(stage, stage.villages())
        parts = [part("渠道巡查", stage.villages(0, 1)), part("节水宣传", stage.villages(2))]
        application = carried_out(stage, request(stage, "split", old, parts=parts, title="春灌事项拆分"))
        new = list(application.matters.order_by("id"))
        assert [one.title for one in new] == ["渠道巡查", "节水宣传"]
        assert {line.successor for line in old.successions.all()} == set(new)
        old.refresh_from_db()
        assert old.status == Matter.Status.SUPERSEDED


@pytest.mark.clause("1.3c")
def test_what_leaves_is_announced_as_clearly_as_what_enters(stage: Stage) -> None:
    """进退有序"""
    with county_context():
        matter = withdrawn(stage, admitted(stage, stage.villages()))
        for effect in ("added", "removed"):
            told = Notice.objects.filter(effect=effect, title__contains=matter.code)
            assert told.filter(village__isnull=False).count() == len(matter.scope), effect
            assert told.filter(organisation=matter.department).count() == 1, effect


@pytest.mark.clause("2.1d")
def test_a_matter_is_withdrawn_with_a_document_and_a_reason(stage: Stage) -> None:
    """工作完成后撤销"""
    with county_context():
        matter = admitted(stage, stage.villages())
        for columns in ("status = 'withdrawn'", "status = 'withdrawn', withdrawal_reasons = '已完成'"):
            refuses(
                "withdrawn_only_with_a_document|withdrawal_says_why",
                f"UPDATE admissions_matter SET {columns} WHERE id = %s",
                matter.pk,
            )
        ended = withdrawn(stage, matter)
        notice = ended.papers[-1]
        assert (ended.status, notice.kind) == (Matter.Status.WITHDRAWN, "withdrawal")
        assert notice.facts["reason"] == ended.withdrawal_reasons == "任务已完成"
        refuses("withdrawal_says_why", "UPDATE admissions_matter SET withdrawal_reasons = '' WHERE id = %s", ended.pk)


@pytest.mark.clause("2.1d")
@pytest.mark.parametrize("left_open", ["completion_report", "settlement", "closures"])
def test_the_work_is_not_over_before_report_settlement_and_closures_are_there(stage: Stage, left_open: str) -> None:
    """工作完成后撤销. Rule A-25."""
    with county_context():
        matter = withdrawing(stage, admitted(stage, stage.villages()))
        matter.opinions.filter(answered_at=None).update(position="no_objection", answered_at=timezone.now())
        setattr(matter, left_open, "")
        matter.record(actor=stage.actor("head"), reason="尚未办妥")
        with pytest.raises(DomainError) as refused:
            MATTERS.take("withdraw", matter, actor=stage.actor("seal"))
    assert (refused.value.code, refused.value.field) == ("not_settled", left_open)


@pytest.mark.clause("2.1d")
def test_one_act_ends_it_in_every_village(stage: Stage) -> None:
    """工作完成后撤销"""
    with county_context():
        matter = withdrawn(stage, admitted(stage, stage.villages()))
        owed = matter.deliveries.filter(kind=Delivery.Kind.WITHDRAW)
        assert sorted(code for one in owed for code in one.village_codes) == sorted(matter.scope)
        assert Document.objects.filter(kind="withdrawal").count() == 1


@pytest.mark.clause("2.1e")
def test_an_urgent_matter_enters_first_and_says_that_it_is_not_approved(stage: Stage) -> None:
    """紧急工作可按“先进后批”办理"""
    with county_context():
        matter = registered(stage)
        assert matter.status == Matter.Status.PROVISIONAL
        assert the(matter.document).kind == "provisional"
        sent = list(matter.deliveries.all())
        assert {(one.status, one.facts["provisional"]) for one in sent} == {("pending", True)}


@pytest.mark.clause("2.1e")
def test_what_entered_first_stays_only_by_a_later_approval(stage: Stage) -> None:
    """紧急工作可按“先进后批”办理"""
    with county_context():
        matter = registered(stage)
        carried_out(stage, filled_in(stage, matter))
        matter.refresh_from_db()
        assert (matter.status, the(matter.document).kind) == (Matter.Status.IN_FORCE, "approval")


@pytest.mark.clause("2.1e")
def test_what_entered_first_and_is_not_approved_leaves_at_once(stage: Stage) -> None:
    """紧急工作可按“先进后批”办理"""
    with county_context():
        matter = registered(stage)
        APPLICATIONS.take("submit", filled_in(stage, matter), actor=stage.actor("water-head"))
        no = schemas.NotAccepted(reasons="不属于紧急情形")
        APPLICATIONS.take("not_accept", the(matter.application), actor=stage.actor("clerk"), data=no)
        matter.refresh_from_db()
        assert (matter.status, the(matter.withdrawal_document).kind) == (Matter.Status.LAPSED, "lapse")


@pytest.mark.clause("2.1f")
def test_matters_are_added_adjusted_and_cancelled_by_the_same_procedure(stage: Stage) -> None:
    """及时按程序新增、调整、取消进入村(社区)工作事项"""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        before = the(matter.document)
        carried_out(stage, request(stage, "adjust", matter, village_duty="只需通知农户", person_days="1.0"))
        matter.refresh_from_db()
        assert (matter.village_duty, the(matter.document).kind) == ("只需通知农户", "adjustment")
        before.refresh_from_db()
        assert before.status == Document.Status.SUPERSEDED
        application = agreed(stage, request(stage, "withdraw", matter))
        matter.opinions.filter(answered_at=None).update(position="no_objection", answered_at=timezone.now())
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        matter.refresh_from_db()
        assert (matter.status, the(matter.withdrawal_document).kind) == (Matter.Status.WITHDRAWN, "withdrawal")


@pytest.mark.clause("2.1f")
def test_nobody_ends_a_matter_alone_and_none_past_the_procedure(stage: Stage) -> None:
    """及时按程序……取消"""
    with county_context():
        matter = admitted(stage, stage.villages())
        with pytest.raises(DomainError):
            MATTERS.take("withdraw", matter, actor=stage.actor("seal"))
    ordering, sealing = MATTERS.steps["order_withdrawal"].by, MATTERS.steps["withdraw"].by
    assert not set(ordering) & set(sealing)

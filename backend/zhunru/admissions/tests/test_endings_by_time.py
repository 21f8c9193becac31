"""Matters by time: reminded of, ended on the day after their last, looked at again when their basis falls."""

from datetime import date

import pytest
from django.utils import timezone

from zhunru.admissions import basis_review, schemas
from zhunru.admissions.models import Announcement, Delivery, Matter, RefusalCase
from zhunru.admissions.tests.entering import fresh
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import carried_out, request
from zhunru.admissions.tests.nights import department_is_told, night, office_is_told, swept, villages_told
from zhunru.admissions.tests.stage import SETTLED, Stage, admitted, filed, the, withdrawing
from zhunru.admissions.workflow import MATTERS
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.documents import verification
from zhunru.documents.models import Document
from zhunru.lists.models import LegalBasis
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context
from zhunru.workdays import clocks

M = Matter.Status
pytestmark = pytest.mark.usefixtures("calendar")


def temporary(stage: Stage, ends_on: str, **changed: object) -> Matter:
    return admitted(stage, stage.villages(0), category="temporary", ends_on=ends_on, **changed)


# --- expiry ---


@pytest.mark.clause("2.1d")
def test_a_matter_leaves_the_villages_on_the_day_after_its_last(stage: Stage, at: At) -> None:
    """工作完成后撤销: its term is over, and the village no longer carries it; paper, deliveries and notices."""
    with county_context():
        matter = temporary(stage, "2026-06-30")
        night(at, "2026-06-30 23:30")
        assert fresh(matter).status == M.IN_FORCE
        assert night(at, "2026-07-01")["matters expired"] == 1
        matter = fresh(matter)
        paper = the(matter.withdrawal_document)
        assert (matter.status, paper.kind, str(paper.issued_on)) == (M.EXPIRED, "expiry", "2026-07-01")
        assert paper.facts["owed"] == ["提交完成情况报告", "结清工作经费"]
        assert paper.facts["expired_on"] == "2026-06-30"
        assert villages_told("removed") == dict.fromkeys(matter.scope, 1)
        assert "到期退出，不再承担：春灌节水入户宣传" in office_is_told(stage)[-1]
        served = matter.deliveries.filter(kind=Delivery.Kind.WITHDRAW)
        assert sorted(code for one in served for code in one.village_codes) == matter.scope
        assert "matters expired" not in swept()
        assert Document.objects.filter(kind="expiry").count() == 1


@pytest.mark.clause("2.1d")
@pytest.mark.parametrize("status", ["suspended", "withdrawing"])
def test_what_rests_or_is_on_its_way_out_expires_all_the_same(stage: Stage, at: At, status: str) -> None:
    """工作完成后撤销: no objection and no rest carries a matter beyond its term."""
    with county_context():
        matter = temporary(stage, "2026-06-30")
        if status == "suspended":
            MATTERS.take("suspend", matter, actor=stage.actor("head"), data=schemas.Return(remark="汛期"))
        else:
            withdrawing(stage, matter)
        assert fresh(matter).status == status
        night(at, "2026-07-01")
        assert fresh(matter).status == M.EXPIRED
        assert not clocks.running(matter).exclude(name="serve").exists()


@pytest.mark.clause("2.1d")
def test_what_was_settled_before_owes_nothing_when_it_expires(stage: Stage, at: At) -> None:
    """工作完成后撤销"""
    with county_context():
        matter = temporary(stage, "2026-06-30")
        report = schemas.CompletionIn(**SETTLED)
        MATTERS.take("report_completion", matter, actor=stage.actor("water-head"), data=report)
        assert "部门报告完成" in office_is_told(stage)[-1]
        night(at, "2026-07-01")
        assert the(fresh(matter).withdrawal_document).facts["owed"] == []


def test_the_end_is_announced_sixty_thirty_and_seven_days_before(stage: Stage, at: At) -> None:
    """A-23: each told once, and the nearest one only where several have come."""
    with county_context():
        temporary(stage, "2026-06-30")
        told: dict[str, int] = {}
        for morning in ("04-30", "05-01", "05-02", "05-31", "06-22", "06-23", "06-30"):
            night(at, f"2026-{morning}")
            swept()
            told[morning] = len([title for title in department_is_told(stage) if "天到期" in title])
    assert told == {"04-30": 0, "05-01": 1, "05-02": 1, "05-31": 2, "06-22": 2, "06-23": 3, "06-30": 3}


def test_a_short_term_is_announced_by_its_nearest_reminder_alone(stage: Stage, at: At) -> None:
    """A-23: nobody hears of sixty days when ten are left; nights that were missed are not made up for."""
    with county_context():
        matter = temporary(stage, "2026-03-12")
        night(at, "2026-03-03")
        told = [title for title in department_is_told(stage) if "天到期" in title]
        assert told == [f"还有 9 天到期：春灌节水入户宣传（{matter.code}）"]
        assert Announcement.objects.get(topic__startswith="expiry:").topic == "expiry:30:2026-03-12"


def test_an_extension_is_reminded_of_anew(stage: Stage, at: At) -> None:
    """A-23, A-22"""
    with county_context():
        matter = temporary(stage, "2026-03-12")
        night(at, "2026-03-05")
        carried_out(stage, request(stage, "extend", matter, ends_on="2026-04-30"))
        night(at, "2026-04-01")
        topics = Announcement.objects.filter(topic__startswith="expiry:").order_by("id").values_list("topic", flat=True)
        assert list(topics) == ["expiry:7:2026-03-12", "expiry:30:2026-04-30"]


# --- bases that end ---


def ended_basis() -> LegalBasis:
    return LegalBasis.objects.create(
        document="中华人民共和国抗旱条例", article="第四十二条", version=date(2009, 2, 26), ended_on=date(2026, 3, 10)
    )


def test_a_basis_that_ends_sends_its_matters_to_review_once(stage: Stage, at: At) -> None:
    """A-29: ten working days; the office and the department hear of it."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        ended_basis()
        assert "bases reviewed" not in night(at, "2026-03-09")
        assert night(at, "2026-03-10")["bases reviewed"] == 1
        clock = clocks.running(matter).get(name="basis_review")
        assert (clock.limit, str(clock.due_on), clock.role) == (10, "2026-03-24", "social_work_head")
        for told in (office_is_told(stage), department_is_told(stage)):
            assert [title.partition("：")[0] for title in told if "依据" in title] == ["准入依据已废止或变更，须复核"]
        assert "bases reviewed" not in night(at, "2026-03-11")
        assert clocks.running(matter).filter(name="basis_review").count() == 1


def test_the_review_is_over_when_another_basis_is_named_or_the_matter_leaves(stage: Stage, at: At) -> None:
    """A-29"""
    with county_context():
        renamed, leaves = admitted(stage, stage.villages(0)), admitted(stage, stage.villages(1), title="秋收安全提醒")
        ended_basis()
        night(at, "2026-03-10")
        at("2026-03-11 09:00")
        bases = [{"document": "中华人民共和国水法", "article": "第八条", "version": "2016-07-02"}]
        carried_out(stage, request(stage, "adjust", renamed, legal_bases=bases))
        withdrawing(stage, leaves)
        assert night(at, "2026-03-12")["bases reviewed"] == 2
        assert not clocks.running(renamed).filter(name="basis_review").exists()
        assert not clocks.running(leaves).filter(name="basis_review").exists()
        MATTERS.take("keep", leaves, actor=stage.actor("head"), data=schemas.Return(remark="依据另有规定"))
        night(at, "2026-03-13")
        assert clocks.running(leaves).filter(name="basis_review").count() == 1
        assert basis_review.resting_on_ended(date(2026, 3, 13)) == [leaves.pk]


def test_a_basis_that_ends_does_not_carry_a_new_application(stage: Stage, at: At) -> None:
    """A-12, A-29"""
    with county_context():
        ended_basis()
        at("2026-03-10")
        with pytest.raises(DomainError) as refused:
            filed(stage, stage.villages())
    assert refused.value.code == "legal_basis_ended"


# --- from before this system ---


def test_existing_matters_past_their_term_are_told_of_once_and_not_dropped(stage: Stage, at: At) -> None:
    """Domain: grandfathering; one notice for the department and one for the office, however many there are."""
    with county_context():
        water, made = stage.departments["water"], []
        for number in (1, 2):
            matter = Matter(
                code=f"540522-SX-L00{number}", department=water, title=f"既有事项{number}", scope=[], legacy=True,
                status=M.LEGACY, starts_on=date(2024, 1, 1), readmit_by=date(2026, 3, 31),
            )  # fmt: skip
            matter.record(actor=SYSTEM, reason="导入")
            made.append(matter)
        assert "legacy matters overdue" not in night(at, "2026-03-31")
        assert night(at, "2026-04-01")["legacy matters overdue"] == 1
        expected = "存量事项逾期未重新准入：县水务局，2 项"
        assert department_is_told(stage).count(expected) == office_is_told(stage).count(expected) == 1
        assert "legacy matters overdue" not in night(at, "2026-04-02")
        assert {fresh(one).status for one in made} == {M.LEGACY}


# --- refusals ---


def case_of(stage: Stage, *, anonymous: bool = False) -> RefusalCase:
    """As the trigger behind a township's refusal opens it."""
    village = stage.villages(0)[0]
    case = RefusalCase(
        id=7, realm=village.township.schema_name, township=village.township, village=village, anonymous=anonymous,
        department=stage.departments["water"], demand="要求填报日报", form="chat", demanded_on=timezone.localdate(),
        reasons=["R1"], filed_at=timezone.now(), due_on=clocks.due(timezone.localdate(), 3),
    )  # fmt: skip
    case.record(actor=SYSTEM, reason="登记拒绝")
    return case


@pytest.mark.clause("1.3a")
def test_a_refusal_that_nobody_answers_comes_to_the_office_after_three_working_days(stage: Stage, at: At) -> None:
    """尊重民意: the department's clock runs, both are told once, and never which village it was."""
    with county_context():
        case = case_of(stage, anonymous=True)
        assert night(at, "2026-03-03")["refusals timed"] == 1
        clock = clocks.running(case).get()
        assert (clock.name, str(clock.due_on), clock.organisation) == (
            "refusal_reply",
            str(case.due_on),
            stage.departments["water"],
        )
        assert "refusals unanswered" not in night(at, "2026-03-05")
        assert night(at, "2026-03-06")["refusals unanswered"] == 1
        assert "refusals unanswered" not in night(at, "2026-03-07")
        assert department_is_told(stage)[-1] == "拒绝事项逾期未答复（应于 2026-03-05 前答复）"
        assert [title for title in office_is_told(stage) if "可以裁定" in title] == [
            "县水务局对拒绝事项逾期未答复，可以裁定（应于 2026-03-05 前答复）"
        ]
        for notice in Notice.objects.filter(page="refusals"):
            assert case.village.name not in notice.title + notice.text


# --- the paper's own standing ---


def test_the_public_sees_the_end_of_a_term_on_the_same_day_as_the_villages(stage: Stage, at: At) -> None:
    """A-20, clause 2.1c"""
    with county_context():
        paper = the(temporary(stage, "2026-06-30").document)
        assert the(verification.look_up(paper.code, date(2026, 6, 30))).standing == "valid"
        night(at, "2026-07-01")
        assert the(verification.look_up(paper.code, date(2026, 7, 1))).standing == "expired"

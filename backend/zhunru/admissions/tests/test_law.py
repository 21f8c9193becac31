"""The opinion's sentences on admission, one test each: the steps are checked against the law, not against themselves.

The docstrings quote the county's guiding opinion.
"""

import pytest
from django.db import IntegrityError, connection, transaction

from zhunru.admissions import rules
from zhunru.admissions.models import Application, Decision, Finding, Matter
from zhunru.admissions.tests.stage import (
    ASPECTS,
    Stage,
    admitted,
    approved,
    drafted,
    filed,
    findings,
    referred,
    resolution,
    reviewed,
    withdrawn,
)
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core import history
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.documents import signing, storage
from zhunru.tenancy.context import county_context


def refuses(constraint: str, sql: str, *params: str | int | None) -> None:
    """The database itself refuses the statement, whoever writes it."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)


@pytest.mark.clause("1.3b")
def test_law_is_the_measure_and_without_it_nothing_is_filed(stage: Stage) -> None:
    """坚持以法律法规为基本遵循"""
    with county_context():
        draft = drafted(stage, stage.villages(), legal_bases=[])
        with pytest.raises(DomainError, match="至少填写一项准入依据"):
            APPLICATIONS.take("submit", draft, actor=stage.actor("water-head"))


@pytest.mark.clause("1.3b")
def test_nothing_enters_a_village_but_by_the_approval_of_the_county(stage: Stage) -> None:
    """法律法规规定外确需村(社区)支持协助办理事项，经批准后进入村(社区)"""
    with county_context():
        application = referred(stage, stage.villages())
        assert not Matter.objects.exists()
        with pytest.raises(DomainError) as refused:
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        assert refused.value.code == "status"
        APPLICATIONS.take("approve", application, actor=stage.actor("recorder"), data=resolution())
        assert Matter.objects.get().application == application


@pytest.mark.clause("1.3c")
def test_a_matter_that_shall_leave_leaves_and_both_ways_leave_a_trace(stage: Stage) -> None:
    """坚持“该进则进、该退则退，宜并则并、宜分则分”原则，职能部门进入村(社区)工作事项实行动态管理"""
    with county_context():
        matter = withdrawn(stage, admitted(stage, stage.villages()))
        trace = [(entry.reason, entry.role) for entry in reversed(history.entries(matter))]
    assert trace == [
        ("常委会同意准入", "决定登记员"),
        ("生效", "用印保管员"),
        ("提出撤销", "社会工作部负责人"),
        ("用印撤销", "用印保管员"),
    ]


@pytest.mark.clause("2.1a")
def test_a_department_applies_by_its_head_for_the_villages_it_names(stage: Stage) -> None:
    """设置有关部门申请……程序"""
    with county_context():
        draft = drafted(stage, stage.villages(0))
        with pytest.raises(NotAllowedError):
            APPLICATIONS.take("submit", draft, actor=stage.actor("water-clerk"))
        application = APPLICATIONS.take("submit", draft, actor=stage.actor("water-head"))
        assert application.department == stage.departments["water"]
        assert application.filed_by_id == stage.actor("water-head").user_id
        assert application.scope == [village.code for village in stage.villages(0)]
        assert application.submitted_at is not None


@pytest.mark.clause("2.1b")
def test_the_county_committee_decides_and_its_decision_has_a_number(stage: Stage) -> None:
    """县委批准"""
    with county_context():
        application = approved(stage, stage.villages())
        decision = application.decision
        assert decision.outcome == Decision.Outcome.APPROVED
        assert decision.resolution_number == "演示县委常委会〔2026〕9号"
        assert decision.recorder_id == stage.actor("recorder").user_id
        refuses(
            "decision_has_a_number",
            "UPDATE admissions_decision SET resolution_number = '' WHERE id = %s",
            decision.pk,
        )


@pytest.mark.clause("2.1b")
def test_an_application_has_one_decision(stage: Stage) -> None:
    """县委批准"""
    with county_context():
        application = approved(stage, stage.villages())
        again = Decision(
            application=application, outcome="rejected", resolution_number="x", meeting_on="2026-01-01", reasons="y"
        )
        again.recorder_id = stage.actor("recorder").person
        with pytest.raises(IntegrityError), transaction.atomic():
            again.record(actor=stage.actor("recorder"), reason="再次登记")


@pytest.mark.clause("2.1b")
def test_a_stamped_and_signed_paper_goes_out_on_the_decision(stage: Stage) -> None:
    """县委批准……批准文书"""
    with county_context():
        matter = admitted(stage, stage.villages())
        paper = matter.document
        assert paper is not None
        assert paper.facts["decision_number"] == matter.application.decision.resolution_number
        found = signing.verify(storage.paper_path(paper.sha256).read_bytes())
    assert found.holds
    assert found.signer == stage.office.name


@pytest.mark.clause("2.1c")
def test_a_matter_is_in_force_only_with_its_document(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    with county_context():
        matter = approved(stage, stage.villages()).matter
        assert (matter.status, matter.document) == (Matter.Status.PENDING, None)
        for status in ("in_force", "withdrawing", "withdrawn"):
            statement = "UPDATE admissions_matter SET status = %s, withdrawal_reasons = 'x' WHERE id = %s"
            refuses("in_force_only_with_its_document|withdrawn_only_with_a_document", statement, status, matter.pk)
        in_force = admitted(stage, stage.villages())
        refuses(
            "in_force_only_with_its_document",
            "UPDATE admissions_matter SET document_id = NULL WHERE id = %s",
            in_force.pk,
        )


@pytest.mark.clause("2.1c")
def test_a_document_lets_one_matter_in_and_no_second(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    with county_context():
        first, second = (admitted(stage, stage.villages(), title=title) for title in ("春灌宣传", "秋收安全提醒"))
        refuses(
            "document_id",
            "UPDATE admissions_matter SET document_id = %s WHERE id = %s",
            first.document_id,
            second.pk,
        )


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


@pytest.mark.clause("2.1f")
def test_a_new_matter_is_added_by_the_procedure_and_cancelled_by_the_procedure(stage: Stage) -> None:
    """及时按程序新增、调整、取消进入村(社区)工作事项"""
    adding = [step.name for step in APPLICATIONS if step.name not in ("return_for_correction", "decline", "reject")]
    assert adding == ["submit", "accept", "review", "refer", "approve", "issue"]
    assert [step.name for step in MATTERS if step.by] == ["order_withdrawal", "withdraw"]
    with county_context():
        matter = admitted(stage, stage.villages())
        with pytest.raises(DomainError):
            MATTERS.take("withdraw", matter, actor=stage.actor("seal"))


@pytest.mark.clause("3.1a")
@pytest.mark.parametrize("missing", ASPECTS)
def test_review_judges_legality_feasibility_and_reasonableness_each_by_itself(
    stage: Stage, missing: Finding.Aspect
) -> None:
    """负责对……准入申请进行合法性、可行性、合理性的分析评估，提出复审意见"""
    with county_context():
        application = reviewed(stage, stage.villages())
        assert {finding.aspect for finding in application.findings.all()} == set(ASPECTS)
        assert all(finding.opinion and finding.reviewer_id for finding in application.findings.all())
        one = application.findings.get(aspect=missing)
        refuses("finding_says_why", "UPDATE admissions_finding SET opinion = '' WHERE id = %s", one.pk)
        others = [aspect for aspect in ASPECTS if aspect != missing]
        refuses("one_finding_per_aspect", "UPDATE admissions_finding SET aspect = %s WHERE id = %s", others[0], one.pk)


@pytest.mark.clause("3.1a")
def test_the_office_reviews_and_not_the_department(stage: Stage) -> None:
    """负责对县级相关职能部门提交的……申请进行……分析评估"""
    reviewers = set(APPLICATIONS.steps["review"].by)
    assert reviewers == {Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD}
    with county_context():
        application = filed(stage, stage.villages())
        APPLICATIONS.take("accept", application, actor=stage.actor("clerk"))
        with pytest.raises(NotAllowedError):
            APPLICATIONS.take("review", application, actor=stage.actor("water-head"), data=findings())


@pytest.mark.clause("3.1b")
def test_a_matter_that_qualifies_goes_before_the_committee_and_only_then_on_the_list(stage: Stage) -> None:
    """由县委社会工作部提请县委常委会会议研究，研究通过后，纳入村（社区）工作事项清单"""
    with county_context():
        application = reviewed(stage, stage.villages())
        with pytest.raises(DomainError):
            APPLICATIONS.take("approve", application, actor=stage.actor("recorder"), data=resolution())
        APPLICATIONS.take("refer", application, actor=stage.actor("head"))
        application.refresh_from_db()
        assert application.status == Application.Status.AT_COMMITTEE
        decided = APPLICATIONS.take("approve", application, actor=stage.actor("recorder"), data=resolution())
        assert decided.matter.title == application.title


@pytest.mark.clause("3.1b")
def test_a_matter_that_does_not_qualify_is_not_put_before_the_committee(stage: Stage) -> None:
    """符合准入条件的新增常规类职责事项由县委社会工作部提请县委常委会会议研究"""
    assert rules.is_lawful in APPLICATIONS.steps["refer"].guards
    assert rules.has_three_findings in APPLICATIONS.steps["refer"].guards
    assert APPLICATIONS.steps["refer"].by == (Role.SOCIAL_WORK_HEAD,)


@pytest.mark.clause("3.3b")
def test_a_task_is_not_handed_over_without_its_support(stage: Stage) -> None:
    """按照“权随责走、费随事转、事费配套”的原则……防止出现只交任务，不提供支持的情况"""
    with county_context():
        bare = drafted(stage, stage.villages(), funding_amount=None, budget_line="", no_cost_reason="")
        with pytest.raises(DomainError, match="落实每村工作经费"):
            APPLICATIONS.take("submit", bare, actor=stage.actor("water-head"))
        matter = admitted(stage, stage.villages())
        assert matter.document is not None
        assert "3600元" in matter.document.facts["funding"]

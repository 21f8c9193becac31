"""The opinion's sentences on reviewing, deciding and supporting a matter, one test each.

The docstrings quote the county's guiding opinion.
"""

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Commitment, Finding, Matter
from zhunru.admissions.tests.constraints import refuses
from zhunru.admissions.tests.stage import (
    ASPECTS,
    Stage,
    admitted,
    all_answer,
    at_leader,
    drafted,
    endorsed,
    findings,
    first_reviewed,
    resolution,
    reviewed,
    the,
)
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.tenancy.context import county_context


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
        application = first_reviewed(stage, stage.villages())
        all_answer(application)
        with pytest.raises(NotAllowedError):
            APPLICATIONS.take("review", application, actor=stage.actor("water-head"), data=findings())


@pytest.mark.clause("3.1a")
def test_the_second_review_follows_a_first_one(stage: Stage) -> None:
    """提出复审意见: 复审 means that there was a 初审 before it."""
    with county_context():
        application = first_reviewed(stage, stage.villages())
        assert application.first_review.opinion
        assert APPLICATIONS.steps["review"].source == (Application.Status.FIRST_REVIEWED,)


@pytest.mark.clause("3.1b")
def test_a_matter_that_qualifies_goes_before_the_committee_and_only_then_on_the_list(stage: Stage) -> None:
    """新增常规类职责事项由县委社会工作部提请县委常委会会议研究，研究通过后，纳入村（社区）工作事项清单"""
    with county_context():
        application = at_leader(stage, stage.villages())
        recorder = stage.actor("recorder")
        with pytest.raises(DomainError) as refused:
            APPLICATIONS.take("approve", application, actor=recorder, data=resolution())
        assert refused.value.code == "not_deciding"
        at_committee = APPLICATIONS.take("endorse", application, actor=recorder, data=endorsed())
        assert at_committee.status == Application.Status.AT_COMMITTEE
        assert not Matter.objects.exists()
        decided = APPLICATIONS.take("approve", application, actor=recorder, data=resolution())
        assert the(decided.matter).title == application.title


@pytest.mark.clause("3.1b")
@pytest.mark.parametrize("aspect", [Finding.Aspect.LEGALITY])
def test_a_matter_that_does_not_qualify_is_not_put_before_the_committee(stage: Stage, aspect: Finding.Aspect) -> None:
    """符合准入条件的新增常规类职责事项由县委社会工作部提请县委常委会会议研究"""
    with county_context():
        application = first_reviewed(stage, stage.villages())
        all_answer(application)
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings(against=aspect))
        with pytest.raises(DomainError, match="不能提请研究"):
            APPLICATIONS.take("refer", application, actor=stage.actor("head"))
    assert APPLICATIONS.steps["refer"].by == (Role.SOCIAL_WORK_HEAD,)


@pytest.mark.clause("3.1b")
def test_what_the_office_recommends_stands_apart_from_what_is_decided(stage: Stage) -> None:
    """由县委社会工作部提请县委常委会会议研究"""
    with county_context():
        application = reviewed(stage, stage.villages())
        advice = schemas.Referral(recommendation="建议同意，先行试点。")
        APPLICATIONS.take("refer", application, actor=stage.actor("head"), data=advice)
        recorder = stage.actor("recorder")
        APPLICATIONS.take("endorse", application, actor=recorder, data=endorsed())
        no = schemas.Rejection(**resolution().model_dump(exclude={"conditions"}), reasons="暂无条件")
        decided = APPLICATIONS.take("reject", application, actor=recorder, data=no)
        assert decided.recommendation == "建议同意，先行试点。"
        assert the(decided.decision).reasons == "暂无条件"


@pytest.mark.clause("3.3b")
def test_a_task_is_not_handed_over_without_its_support(stage: Stage) -> None:
    """按照“权随责走、费随事转、事费配套”的原则……防止出现只交任务，不提供支持的情况"""
    with county_context():
        bare = drafted(stage, stage.villages(), funding_amount=None, budget_line="", no_cost_reason="")
        with pytest.raises(DomainError, match="落实每村工作经费"):
            APPLICATIONS.take("submit", bare, actor=stage.actor("water-head"))
        matter = admitted(stage, stage.villages())
        assert "3600元" in the(matter.document).facts["funding"]


@pytest.mark.clause("3.3b")
def test_money_technique_and_training_are_promised_to_each_village_by_a_day(stage: Stage) -> None:
    """提供必要的工作经费、技术力量以及业务培训等保障措施"""
    support = {"tech_support": "水务技术人员随队指导", "training_plan": "开展一次轮灌培训"}
    due = [{"on": "2026-03-01", "amount": "1600.00"}, {"on": "2026-09-01", "amount": "2000.00"}]
    with county_context():
        matter = admitted(stage, stage.villages(0), funding_due=due, **support)
        promised = {
            (one.village.code, one.kind, str(one.amount or one.promise), one.due_on.isoformat())
            for one in Commitment.objects.filter(matter=matter)
        }
    assert promised == {
        (village.code, kind, what, on)
        for village in stage.villages(0)
        for kind, what, on in (
            ("funds", "1600.00", "2026-03-01"),
            ("funds", "2000.00", "2026-09-01"),
            ("support", support["tech_support"], "2026-01-01"),
            ("training", support["training_plan"], "2026-01-01"),
        )
    }

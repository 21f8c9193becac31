"""What is asked while an application is reviewed, decided and sealed, rule by rule (domain 4.1)."""

from typing import Any

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Finding, Matter
from zhunru.admissions.similar import similar_to
from zhunru.admissions.tests.kinds import considered, refused, submitted
from zhunru.admissions.tests.settings import set_parameters
from zhunru.admissions.tests.stage import (
    Stage,
    accepted,
    admitted,
    all_answer,
    approved,
    drafted,
    filed,
    findings,
    first_reviewed,
    listed,
    referred,
    resolution,
    reviewed,
    the,
    withdrawn,
)
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.lists.models import ListKind
from zhunru.tenancy.context import county_context

S = Application.Status


@pytest.mark.clause("3.1a")
@pytest.mark.parametrize(
    ("against", "goes_on"),
    [(Finding.Aspect.LEGALITY, False), (Finding.Aspect.FEASIBILITY, True), (Finding.Aspect.REASONABLENESS, True)],
)
def test_one_conclusion_against_legality_stops_it_the_others_are_for_the_committee_to_weigh(
    stage: Stage, against: Finding.Aspect, goes_on: bool
) -> None:
    """Rule A-08."""
    with county_context():
        application = first_reviewed(stage, stage.villages(0))
        all_answer(application)
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings(against=against))
        if goes_on:
            APPLICATIONS.take("refer", application, actor=stage.actor("head"))
        else:
            refused("not_lawful", "refer", application, stage.actor("head"))


@pytest.mark.clause("3.1a")
def test_three_conclusions_are_given_at_once_and_one_of_each() -> None:
    """Rule A-08."""
    one = schemas.Findings.One
    for aspects in (["legality"] * 3, ["legality", "feasibility"], ["legality", "feasibility", "feasibility"]):
        with pytest.raises(ValueError, match=r"findings|各有一项"):
            schemas.Findings(findings=[one(aspect=Finding.Aspect(a), favourable=True, opinion="x") for a in aspects])


@pytest.mark.clause("3.2a")
def test_a_reviewer_who_sees_the_negative_list_does_not_pass_it(stage: Stage) -> None:
    """Rule A-09: the applicant's word is not the last one."""
    with county_context():
        entry = listed(ListKind.NEGATIVE, "招商引资任务")
        application = accepted(stage, stage.villages(0))
        opinion = schemas.FirstReviewIn(opinion="实为招商引资", negative_entry=entry.pk)
        refused("negative_list", "first_review", application, stage.actor("clerk"), opinion)
        elsewhere = listed(ListKind.ASSIST, "防汛值守").pk
        for id in (elsewhere, 2**62):
            wrong = schemas.FirstReviewIn(opinion="实为招商引资", negative_entry=id)
            refused("no_entry", "first_review", application, stage.actor("clerk"), wrong)


def judged(matter: Matter, judgement: Any) -> schemas.SimilarJudged:
    return schemas.SimilarJudged(matter=matter.pk, judgement=judgement, reason="对象不同")


def test_for_each_similar_matter_the_reviewer_chooses_different_or_merge(stage: Stage) -> None:
    """Rule A-11."""
    with county_context():
        near = admitted(stage, stage.villages(0))
        admitted(stage, stage.villages(0), title="冬季炉具查看")
        title = {"title": "春灌节水入户宣讲"}
        silent = considered(stage, filed(stage, stage.villages(1), **title))
        assert [one.matter for one in similar_to(silent)] == [near]
        refused("similar_unjudged", "refer", silent, stage.actor("head"))
        merge = filed(stage, stage.villages(1), **title)
        considered(stage, merge, similar=(judged(near, "merge"),))
        refused("to_be_merged", "refer", merge, stage.actor("head"))
        other = filed(stage, stage.villages(1), **title)
        considered(stage, other, similar=(judged(near, "different"),))
        assert APPLICATIONS.take("refer", other, actor=stage.actor("head")).status == S.AT_LEADER


@pytest.mark.parametrize(("threshold", "found"), [(0.55, 1), (0.95, 0)])
def test_how_alike_is_similar_is_configured(stage: Stage, threshold: float, found: int) -> None:
    """Rule A-11: 0.55 unless the county says otherwise."""
    with county_context():
        admitted(stage, stage.villages(0))
        if threshold != 0.55:
            set_parameters(stage, similarity=threshold)
        assert len(similar_to(drafted(stage, stage.villages(0), title="春灌节水入户宣讲"))) == found


def test_only_what_binds_villages_and_is_of_the_same_type_is_similar(stage: Stage) -> None:
    """Rule A-11."""
    with county_context():
        admitted(stage, stage.villages(0))
        same = drafted(stage, stage.villages(0))
        assert similar_to(same)
        assert not similar_to(drafted(stage, stage.villages(0), object_type="training"))
        withdrawn(stage, Matter.objects.get())
        assert not similar_to(same)


@pytest.mark.clause("2.1b")
@pytest.mark.parametrize("on", [True, False])
def test_reviewer_recorder_and_sealer_are_three_people_unless_the_county_says_otherwise(stage: Stage, on: bool) -> None:
    """Rule A-17."""
    with county_context():
        if not on:
            set_parameters(stage, four_eyes=False)
        application = referred(stage, stage.villages(0))
        recorder, keeper = stage.actor("recorder"), stage.actor("seal")
        for finding in application.findings.all():
            finding.reviewer_id = recorder.person
            finding.record(actor=recorder, reason="换人复审")
        if on:
            refused("four_eyes", "approve", application, recorder, resolution())
            return
        APPLICATIONS.take("approve", application, actor=recorder, data=resolution())
        decision = the(application.decision)
        decision.recorder_id = keeper.person
        decision.record(actor=recorder, reason="换人登记")
        APPLICATIONS.take("issue", application, actor=keeper)


@pytest.mark.clause("2.1b")
def test_who_records_the_decision_does_not_seal_the_paper(stage: Stage) -> None:
    """Rule A-17."""
    with county_context():
        application = approved(stage, stage.villages(0))
        decision = the(application.decision)
        decision.recorder_id = stage.actor("seal").person
        decision.record(actor=stage.actor("recorder"), reason="换人登记")
        refused("four_eyes", "issue", application, stage.actor("seal"))


@pytest.mark.clause("2.1b")
def test_numbers_have_no_gap_also_when_a_paper_could_not_be_drawn(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule A-18: the number is allotted at signing."""

    def lost(*_: object, **__: object) -> None:
        raise DomainError("render_failed", "文书排版失败")

    with county_context():
        waiting = [approved(stage, stage.villages(0), title=title) for title in ("春灌入户宣传", "秋收安全提醒")]
        assert not Document.objects.exists()
        with monkeypatch.context() as broken:
            broken.setattr("zhunru.documents.services.composing.html", lost)
            refused("render_failed", "issue", waiting[0], stage.actor("seal"))
        for application in reversed(waiting):
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        numbers = {paper.seq: paper.facts["matter_title"] for paper in Document.objects.filter(kind="approval")}
    assert numbers == {1: "秋收安全提醒", 2: "春灌入户宣传"}


def test_a_review_of_a_case_that_is_not_consulted_is_told_who_is_missing(stage: Stage) -> None:
    """Rule A-14."""
    with county_context():
        application = accepted(stage, stage.villages(0))
        APPLICATIONS.take(
            "first_review", application, actor=stage.actor("clerk"), data=schemas.FirstReviewIn(opinion="齐全")
        )
        refused("consultation_open", "review", application, stage.actor("clerk"), findings())


def test_a_second_correction_notice_is_not_given(stage: Stage) -> None:
    """Rule A-03: one notice that lists all defects, on paper."""
    with county_context():
        application = filed(stage, stage.villages(0))
        notice = schemas.Correction(defects=["请补充完成标准", "请附经费证明"])
        APPLICATIONS.take("return_for_correction", application, actor=stage.actor("clerk"), data=notice)
        application.refresh_from_db()
        (paper,) = application.papers
        assert (paper.kind, paper.facts["defects"]) == ("correction", notice.defects)
        again = submitted(stage, application)
        for shown in (application, again):
            assert schemas.ApplicationOut.from_orm(shown).defects == notice.defects
        refused("returned_before", "return_for_correction", application, stage.actor("clerk"), notice)


def test_declined_by_the_head_it_goes_back_to_its_department(stage: Stage) -> None:
    with county_context():
        application = reviewed(stage, stage.villages(0))
        why = schemas.Return(remark="经费偏低")
        assert APPLICATIONS.take("decline", application, actor=stage.actor("head"), data=why).status == S.RETURNED

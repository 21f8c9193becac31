"""The opinion's sentences on admission, one test each: the steps are checked against the law, not against themselves.

The docstrings quote the county's guiding opinion. What it says on leaving, changing and reviewing stands in
test_law_of_change.py and test_law_of_review.py.
"""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from zhunru.admissions.models import Decision, Delivery, Matter, Opinion
from zhunru.admissions.services import consulting
from zhunru.admissions.tests.constraints import refuses
from zhunru.admissions.tests.stage import (
    Stage,
    accepted,
    admitted,
    all_answer,
    approved,
    drafted,
    findings,
    first_reviewed,
    referred,
    resolution,
    the,
)
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.documents import signing, storage
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding


@pytest.mark.clause("1.3a")
def test_villages_and_townships_are_heard_before_a_matter_is_judged(stage: Stage) -> None:
    """充分尊重基层尊重群众，切实发挥人民在村(社区)治理中的主体作用"""
    with county_context():
        seeding.seed()
        application = first_reviewed(stage, stage.villages())
        asked = application.opinions.all()
        assert {one.township for one in asked if one.party == "township"} == set(stage.townships)
        assert len([one for one in asked if one.party == "village"]) == 3
        with pytest.raises(DomainError, match="还有 6 方未答复征求意见"):
            APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())
        all_answer(application)
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())


@pytest.mark.clause("1.3a")
def test_what_a_village_objects_to_is_answered_and_never_passed_over(stage: Stage) -> None:
    """充分尊重基层尊重群众"""
    with county_context():
        application = first_reviewed(stage, stage.villages())
        all_answer(application)
        voice = the(application.opinions.filter(party="village").first())
        said = {"position": "objection", "text": "农忙时节人手不足"}
        Opinion.objects.filter(pk=voice.pk).update(**said)
        with pytest.raises(DomainError, match="还有 1 条不同意见未答复"):
            APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())
        consulting.reply(voice, actor=stage.actor("clerk"), text="已改在农闲时开展")
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())


@pytest.mark.clause("1.3a")
def test_silence_is_at_most_no_objection_to_an_admission(stage: Stage) -> None:
    """充分尊重基层尊重群众: nobody is taken to support what they have not answered, nor to give up an objection."""
    with county_context():
        application = first_reviewed(stage, stage.villages())
        application.opinions.update(due_on=timezone.localdate() - timedelta(days=1))
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())
        assert {(one.position, one.silent) for one in application.opinions.all()} == {("no_objection", True)}
        one = the(application.opinions.first())
        for wrong in ("position = 'support'", "purpose = 'withdrawal'"):
            refuses("silence_is_no_objection_at_most", f"UPDATE admissions_opinion SET {wrong} WHERE id = %s", one.pk)


@pytest.mark.clause("1.3a")
def test_of_a_village_the_county_holds_the_words_and_no_person(stage: Stage) -> None:
    """充分尊重基层尊重群众"""
    with county_context():
        one = the(accepted(stage, stage.villages()).opinions.filter(party="village").first())
        refuses(
            "no_person_of_a_village_stands_here",
            "UPDATE admissions_opinion SET answered_by = '某人' WHERE id = %s",
            one.pk,
        )


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
        assert {one.status for one in Delivery.objects.all()} == {Delivery.Status.WAITING}


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
        decision = the(approved(stage, stage.villages()).decision)
        assert (decision.outcome, decision.body) == (Decision.Outcome.APPROVED, "committee")
        assert decision.resolution_number == "演示县委常委会〔2026〕9号"
        assert decision.recorder_id == stage.actor("recorder").user_id
        refuses(
            "decision_has_a_number",
            "UPDATE admissions_decision SET resolution_number = '' WHERE id = %s",
            decision.pk,
        )


@pytest.mark.clause("2.1b")
def test_an_application_has_one_final_decision(stage: Stage) -> None:
    """县委批准"""
    with county_context():
        application = approved(stage, stage.villages())
        again = Decision(
            application=application, outcome="rejected", resolution_number="x", meeting_on="2026-01-01", reasons="y"
        )
        again.recorder_id = stage.actor("recorder").person
        with pytest.raises(IntegrityError, match="one_final_decision"), transaction.atomic():
            again.record(actor=stage.actor("recorder"), reason="再次登记")


@pytest.mark.clause("2.1b")
def test_a_stamped_and_signed_paper_goes_out_on_the_decision(stage: Stage) -> None:
    """县委批准……批准文书"""
    with county_context():
        matter = admitted(stage, stage.villages())
        paper = the(matter.document)
        assert paper.facts["decision_number"] == the(the(matter.application).decision).resolution_number
        found = signing.verify(storage.paper_path(paper.sha256).read_bytes())
    assert found.holds
    assert found.signer == stage.office.name


@pytest.mark.clause("2.1c")
def test_a_matter_is_in_force_only_with_its_document(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    with county_context():
        matter = the(approved(stage, stage.villages()).matter)
        assert (matter.status, matter.document) == (Matter.Status.PENDING, None)
        for status in ("in_force", "withdrawing", "withdrawn"):
            statement = "UPDATE admissions_matter SET status = %s, withdrawal_reasons = 'x' WHERE id = %s"
            refuses("in_force_only_with_its_document|withdrawn_only_with_a_document", statement, status, matter.pk)
        in_force = admitted(stage, stage.villages(), title="秋收安全提醒")
        refuses(
            "in_force_only_with_its_document",
            "UPDATE admissions_matter SET document_id = NULL WHERE id = %s",
            in_force.pk,
        )


@pytest.mark.clause("2.1c")
def test_a_document_names_the_matter_that_it_lets_in(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    with county_context():
        first, second = (admitted(stage, stage.villages(), title=title) for title in ("春灌宣传", "秋收安全提醒"))
        papers = [the(matter.document) for matter in (first, second)]
        assert papers[0] != papers[1]
        assert [paper.facts["matter_code"] for paper in papers] == [first.code, second.code]


@pytest.mark.clause("2.1c")
def test_the_villages_are_told_only_when_the_paper_is_sealed_and_with_its_code(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    with county_context():
        application = approved(stage, stage.villages())
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        matter = Matter.objects.get()
        sent = list(matter.deliveries.all())
        assert {one.status for one in sent} == {Delivery.Status.PENDING}
        assert {one.facts["approval"]["code"] for one in sent} == {the(matter.document).code}

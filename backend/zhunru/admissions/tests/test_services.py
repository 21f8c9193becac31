"""Drafting, editing and the effects of the steps."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Decision, Delivery, Finding, Matter
from zhunru.admissions.services import delivering
from zhunru.admissions.services import drafts as drafting
from zhunru.admissions.tests.stage import (
    Stage,
    admitted,
    approved,
    drafted,
    filed,
    findings,
    referred,
    resolution,
    reviewed,
    the,
    withdrawn,
)
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.documents.models import Document
from zhunru.tenancy.context import county_context


def test_one_key_makes_one_draft_however_often_it_is_sent(stage: Stage) -> None:
    key, data = uuid4(), schemas.ApplicationIn(title="春灌")
    with county_context():
        clerk = stage.actor("water-clerk")
        drafts = [drafting.draft_application(actor=clerk, data=data, client_key=key) for _ in range(3)]
        other = drafting.draft_application(actor=clerk, data=data, client_key=uuid4())
        elsewhere = drafting.draft_application(actor=stage.actor("farming-clerk"), data=data, client_key=key)
    assert len({draft.pk for draft in drafts}) == 1
    assert len({drafts[0].pk, other.pk, elsewhere.pk}) == 3
    assert elsewhere.department_id == stage.departments["farming"].pk


@pytest.mark.parametrize("name", ["clerk", "head", "recorder", "seal", "leader", "auditor", "admin"])
def test_only_a_department_drafts(stage: Stage, name: str) -> None:
    with county_context(), pytest.raises(NotAllowedError):
        drafting.draft_application(actor=stage.actor(name), data=schemas.ApplicationIn(), client_key=None)


def test_an_edit_changes_what_was_sent_and_nothing_else(stage: Stage) -> None:
    with county_context():
        draft = drafted(stage, stage.villages())
        patch = schemas.ApplicationPatch(version=1, title="新名称")
        edited = drafting.edit_application(draft, actor=stage.actor("water-head"), data=patch)
    assert (edited.title, edited.version) == ("新名称", 2)
    assert edited.scope == draft.scope
    assert edited.legal_bases == draft.legal_bases


def test_an_edit_of_an_older_version_is_refused_and_told_the_newer(stage: Stage) -> None:
    with county_context():
        draft, clerk = drafted(stage, stage.villages()), stage.actor("water-clerk")
        first, second = (schemas.ApplicationPatch(version=1, title=title) for title in ("甲", "乙"))
        drafting.edit_application(draft, actor=clerk, data=first)
        with pytest.raises(DomainError) as refused:
            drafting.edit_application(draft, actor=clerk, data=second)
        assert Application.objects.get().title == "甲"
    assert (refused.value.code, refused.value.params) == ("stale", {"version": 2})


def test_a_step_on_an_older_version_is_refused(stage: Stage) -> None:
    with county_context():
        application = filed(stage, stage.villages())
        seen = schemas.Acceptance(version=application.version - 1)
        with pytest.raises(DomainError) as refused:
            APPLICATIONS.take("accept", application, actor=stage.actor("clerk"), data=seen)
        seen = schemas.Acceptance(version=application.version)
        APPLICATIONS.take("accept", application, actor=stage.actor("clerk"), data=seen)
    assert refused.value.code == "stale"


def test_what_is_filed_can_no_longer_be_edited_until_it_is_returned(stage: Stage) -> None:
    with county_context():
        application, clerk = filed(stage, stage.villages()), stage.actor("water-clerk")
        patch = schemas.ApplicationPatch(version=application.version, title="改")
        with pytest.raises(DomainError, match="不能再修改"):
            drafting.edit_application(application, actor=clerk, data=patch)
        notice = schemas.Correction(defects=["请补充完成标准"])
        returned = APPLICATIONS.take("return_for_correction", application, actor=stage.actor("clerk"), data=notice)
        patch = schemas.ApplicationPatch(version=returned.version, title="改")
        drafting.edit_application(application, actor=clerk, data=patch)
        again = APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
    assert again.status == Application.Status.SUBMITTED


def test_the_office_does_not_rewrite_what_a_department_drafts(stage: Stage) -> None:
    with county_context():
        draft = drafted(stage, stage.villages())
        with pytest.raises(NotAllowedError):
            drafting.edit_application(draft, actor=stage.actor("clerk"), data=schemas.ApplicationPatch(version=1))


def test_villages_named_twice_are_kept_once_and_in_order(stage: Stage) -> None:
    codes = [village.code for village in stage.villages()]
    with county_context():
        draft = drafted(stage, [], scope=[*reversed(codes), codes[0]])
    assert draft.scope == sorted(codes)


def test_a_second_review_replaces_the_findings_and_keeps_the_first_in_their_history(stage: Stage) -> None:
    with county_context():
        application, clerk = reviewed(stage, stage.villages()), stage.actor("clerk")
        declined = schemas.Return(remark="经费偏低")
        APPLICATIONS.take("decline", application, actor=stage.actor("head"), data=declined)
        APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
        APPLICATIONS.take("accept", application, actor=clerk)
        APPLICATIONS.take("first_review", application, actor=clerk, data=schemas.FirstReviewIn(opinion="已补充。"))
        against = findings(against=Finding.Aspect.FEASIBILITY)
        APPLICATIONS.take("review", application, actor=clerk, data=against)
        feasible = application.findings.get(aspect=Finding.Aspect.FEASIBILITY)
        assert application.findings.count() == 3
        assert not feasible.favourable
        assert [kept.favourable for kept in feasible.history.order_by("history_id")] == [True, False]


def test_a_rejection_makes_no_matter_and_owes_nothing(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages())
        rejection = schemas.Rejection(**resolution().model_dump(), reasons="与清单事项重复")
        rejected = APPLICATIONS.take("reject", application, actor=stage.actor("recorder"), data=rejection)
        assert rejected.status == Application.Status.REJECTED
        assert Decision.objects.get().reasons == "与清单事项重复"
        assert not Matter.objects.exists()
        assert not Delivery.objects.exists()


def test_each_township_in_scope_is_owed_one_delivery_with_its_own_villages(stage: Stage) -> None:
    with county_context():
        villages = [*stage.villages(0), stage.villages(2)[0]]
        matter = the(approved(stage, villages).matter)
        owed = {d.schema_name: d.village_codes for d in matter.deliveries.all()}
    assert owed == {
        stage.townships[0].schema_name: [v.code for v in stage.villages(0)],
        stage.townships[2].schema_name: [stage.villages(2)[0].code],
    }


def test_an_approval_that_cannot_be_stamped_leaves_all_as_it_was(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object, **__: object) -> None:
        raise DomainError("render_failed", "文书排版失败")

    with county_context():
        application = approved(stage, stage.villages())
        monkeypatch.setattr("zhunru.documents.services.composing.html", lost)
        with pytest.raises(DomainError, match="排版失败"):
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        application.refresh_from_db()
        assert application.status == Application.Status.APPROVED
        assert the(application.matter).status == Matter.Status.PENDING
        assert not Document.objects.exists()
        assert {d.status for d in the(application.matter).deliveries.all()} == {Delivery.Status.WAITING}


def test_a_matter_is_withdrawn_by_two_hands_and_its_approval_ends_with_it(stage: Stage) -> None:
    with county_context():
        matter = withdrawn(stage, admitted(stage, stage.villages()))
        approval, notice = matter.papers
        approval.refresh_from_db()
        assert approval.status == Document.Status.WITHDRAWN
        assert approval.ended_by == notice
        assert notice.kind == "withdrawal"
        kinds = list(matter.deliveries.order_by("id").values_list("kind", "status"))
    assert kinds == [("enter", "pending")] * 3 + [("withdraw", "pending")] * 3


def test_one_township_is_owed_each_kind_of_delivery_once(stage: Stage) -> None:
    with county_context():
        matter = the(approved(stage, stage.villages()).matter)
        with (
            pytest.raises(IntegrityError, match=r"enters_and_leaves_a_township_once|one_delivery_per_township_and_act"),
            transaction.atomic(),
        ):
            delivering.owe(matter, Delivery.Kind.ENTER, waiting=True)


def test_the_system_takes_no_person_for_its_own_step(stage: Stage) -> None:
    with county_context():
        matter = the(approved(stage, stage.villages()).matter)
        with pytest.raises(NotAllowedError):
            MATTERS.take("take_effect", matter, actor=stage.actor("seal"))

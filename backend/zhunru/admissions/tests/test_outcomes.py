"""What the deciding body may say beside a plain yes (rule A-16), and what comes of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pydantic import ValidationError

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Decision, Matter
from zhunru.admissions.services import drafts
from zhunru.admissions.tests.constraints import refuses
from zhunru.admissions.tests.kinds import agreed, considered, request, submitted
from zhunru.admissions.tests.stage import Stage, admitted, drafted, endorsed, findings, referred, resolution, the
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.clause("2.1b")
PLAIN = resolution().model_dump(exclude={"conditions"})


def decide(stage: Stage, application: Application, step: str, **said: Any) -> Application:
    data = APPLICATIONS.steps[step].data.model_validate(PLAIN | said)
    return APPLICATIONS.take(step, application, actor=stage.actor("recorder"), data=data)


def paper_on(application: Application) -> Document:
    application.refresh_from_db()
    return application.papers[-1]


def test_conditions_stand_on_the_paper_and_on_the_matter(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages(0))
        decide(stage, application, "approve", conditions=["先在一个村（社区）试行", "不得另建台账"])
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        matter = Matter.objects.get()
        assert the(application.decision).outcome == Decision.Outcome.CONDITIONAL
        assert (
            matter.conditions == the(matter.document).facts["conditions"] == ["先在一个村（社区）试行", "不得另建台账"]
        )


@pytest.mark.parametrize(
    ("step", "said", "status", "kind"),
    [
        ("reject", {"reasons": "与部门职责不符"}, "rejected", "rejection"),
        ("convert", {"reasons": "可以购买服务"}, "converted", "conversion"),
        ("defer", {"reasons": "待试点总结", "resubmit_on": "2099-01-04"}, "deferred", "deferral"),
    ],
)
def test_every_no_gives_its_reasons_on_a_paper_and_makes_no_matter(
    stage: Stage, step: str, said: dict[str, Any], status: str, kind: str
) -> None:
    """Rule A-16: any outcome but approval says why."""
    with county_context():
        application = decide(stage, referred(stage, stage.villages(0)), step, **said)
        paper = paper_on(application)
        assert (application.status, paper.kind, paper.facts["reasons"]) == (status, kind, [said["reasons"]])
        assert not Matter.objects.exists()
        assert Notice.objects.filter(organisation=application.department, object_id=application.pk).exists()


@pytest.mark.parametrize("step", ["reject", "convert", "defer", "send_back", "merge_into"])
def test_without_reasons_nothing_but_a_yes_is_recorded(step: str) -> None:
    """Rule A-16."""
    whole = PLAIN | {"reasons": "理由", "resubmit_on": "2099-01-04", "matter": 1}
    data = APPLICATIONS.steps[step].data
    fields = {name: value for name, value in whole.items() if name in data.model_fields}
    data.model_validate(fields)
    for bad in ("", "  "):
        with pytest.raises(ValidationError, match="reasons"):
            data.model_validate(fields | {"reasons": bad})


def test_the_database_wants_reasons_and_a_date_too(stage: Stage) -> None:
    """Rule A-16."""
    with county_context():
        application = decide(stage, referred(stage, stage.villages(0)), "defer", reasons="x", resubmit_on="2099-01-04")
        id = the(application.decision).pk
        refuses("rejection_says_why", "UPDATE admissions_decision SET reasons = '' WHERE id = %s", id)
        refuses("deferral_names_its_date", "UPDATE admissions_decision SET resubmit_on = NULL WHERE id = %s", id)


def test_a_deferral_names_a_day_after_the_meeting() -> None:
    """Rule A-16: DEFERRED needs a date."""
    on = timezone.localdate()
    with pytest.raises(ValidationError, match="再次提请日期须晚于会议日期"):
        schemas.Deferral(resolution_number="x", meeting_on=on, reasons="y", resubmit_on=on)


def deferred(stage: Stage, until: date) -> Application:
    return decide(stage, referred(stage, stage.villages(0)), "defer", reasons="待试点总结", resubmit_on=until)


def test_what_was_deferred_comes_back_on_its_day_and_not_before(stage: Stage) -> None:
    """Rule A-16."""
    today = timezone.localdate()
    with county_context():
        application = deferred(stage, today + timedelta(days=30))
        with pytest.raises(DomainError) as refused:
            APPLICATIONS.take("take_up_again", application, actor=stage.actor("clerk"))
        assert refused.value.code == "not_due"
        decision = the(application.decision)
        decision.resubmit_on = today
        decision.record(actor=stage.actor("recorder"), reason="日期已到")
        again = APPLICATIONS.take("take_up_again", application, actor=stage.actor("clerk"))
        assert again.status == Application.Status.FIRST_REVIEWED


def test_new_facts_bring_it_back_before_its_day_by_its_department(stage: Stage) -> None:
    """Rule A-16."""
    with county_context():
        application = deferred(stage, timezone.localdate() + timedelta(days=30))
        facts = schemas.NewFacts(new_facts="试点已提前总结")
        again = APPLICATIONS.take("bring_new_facts", application, actor=stage.actor("water-head"), data=facts)
        assert (again.status, again.new_facts) == (Application.Status.FIRST_REVIEWED, "试点已提前总结")


def test_a_deferral_leaves_room_for_one_final_decision(stage: Stage) -> None:
    with county_context():
        application = deferred(stage, timezone.localdate() + timedelta(days=30))
        facts = schemas.NewFacts(new_facts="试点已提前总结")
        APPLICATIONS.take("bring_new_facts", application, actor=stage.actor("water-head"), data=facts)
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())
        APPLICATIONS.take("refer", application, actor=stage.actor("head"))
        APPLICATIONS.take("endorse", application, actor=stage.actor("recorder"), data=endorsed())
        decide(stage, application, "approve")
        outcomes = list(application.decisions.values_list("outcome", flat=True))
    assert outcomes == ["deferred", "approved"]


def test_sent_back_it_goes_the_whole_way_again(stage: Stage) -> None:
    with county_context():
        application = decide(stage, referred(stage, stage.villages(0)), "send_back", reasons="经费来源不明确")
        assert application.status == Application.Status.RETURNED
        patch = schemas.ApplicationPatch(version=application.version, budget_line="农林水支出—农村人居环境")
        drafts.edit_application(application, actor=stage.actor("water-clerk"), data=patch)
        submitted(stage, application)
        considered(stage, application)
        APPLICATIONS.take("refer", application, actor=stage.actor("head"))
        APPLICATIONS.take("endorse", application, actor=stage.actor("recorder"), data=endorsed())
        decide(stage, application, "approve")
        outcomes = list(application.decisions.values_list("outcome", flat=True))
        assert application.endorsements.count() == 2
    assert outcomes == ["returned", "approved"]


def test_merged_into_another_matter_it_makes_none_of_its_own(stage: Stage) -> None:
    with county_context():
        into = admitted(stage, stage.villages(0), title="秋收安全提醒")
        application = decide(
            stage, referred(stage, stage.villages(0)), "merge_into", reasons="内容相同", matter=into.pk
        )
        paper = paper_on(application)
        assert (application.status, paper.kind) == ("merged", "consolidation")
        assert paper.facts["into"]["code"] == into.code
        assert the(application.decision).merged_into == into
        assert Matter.objects.get() == into


def test_it_is_merged_only_into_what_is_in_force(stage: Stage) -> None:
    with county_context():
        into = admitted(stage, stage.villages(0), title="秋收安全提醒")
        MATTERS.take("suspend", into, actor=stage.actor("head"), data=schemas.Return(remark="等待"))
        application = referred(stage, stage.villages(0))
        for id in (into.pk, 2**62):
            with pytest.raises(DomainError) as refused:
                decide(stage, application, "merge_into", reasons="内容相同", matter=id)
            assert (refused.value.code, refused.value.field) == ("no_matter", "matter")


def test_a_department_recalls_what_is_not_decided_and_nothing_else(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages(0))
        back = schemas.Return(remark="不再需要")
        APPLICATIONS.take("recall", application, actor=stage.actor("water-head"), data=back)
        application.refresh_from_db()
        assert application.status == Application.Status.RECALLED
        done = agreed(stage, drafted(stage, stage.villages(0), title="秋收安全提醒"))
        with pytest.raises(DomainError):
            APPLICATIONS.take("recall", done, actor=stage.actor("water-head"), data=back)


@pytest.mark.parametrize("step", ["approve", "reject", "defer", "send_back", "convert"])
def test_no_decision_is_dated_in_the_future(stage: Stage, step: str) -> None:
    with county_context():
        application = referred(stage, stage.villages(0))
        tomorrow = timezone.localdate() + timedelta(days=1)
        more = {"approve": {}, "defer": {"reasons": "x", "resubmit_on": "2099-01-04"}}.get(step, {"reasons": "x"})
        with pytest.raises(DomainError) as refused:
            decide(stage, application, step, **{**more, "meeting_on": tomorrow})
        assert (refused.value.code, refused.value.field) == ("future", "meeting_on")


def test_a_decision_on_leaving_is_not_carried_out_when_the_objections_are_right(stage: Stage) -> None:
    """Clause 1.3a: the villages' word counts after the decision, too."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        application = agreed(stage, request(stage, "withdraw", matter))
        with pytest.raises(DomainError) as refused:
            MATTERS.take("withdraw", matter, actor=stage.actor("seal"))
        assert refused.value.code == "by_application"
        MATTERS.take("keep", matter, actor=stage.actor("head"), data=schemas.Return(remark="渠道尚未修好"))
        application.refresh_from_db()
        matter.refresh_from_db()
    assert (application.status, matter.status) == (Application.Status.LAPSED, Matter.Status.IN_FORCE)

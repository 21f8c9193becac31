"""Which form each type of object has, who is heard on it and who decides (rules A-05 and A-15)."""

from typing import Any

import pytest

from zhunru.admissions import parameters, schemas
from zhunru.admissions.models import Application
from zhunru.admissions.tests.kinds import agreed, considered, refusal, refused, submitted
from zhunru.admissions.tests.sections import SECTIONS, SUPERIOR
from zhunru.admissions.tests.settings import set_parameters
from zhunru.admissions.tests.stage import (
    FORM,
    Stage,
    accepted,
    all_answer,
    drafted,
    endorsed,
    filed,
    findings,
    resolution,
    the,
)
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.configuration.choices import Body, ObjectType
from zhunru.core.errors import InvalidError
from zhunru.tenancy.context import county_context

S = Application.Status


@pytest.mark.clause("2.1a")
@pytest.mark.parametrize("type", ObjectType)
def test_each_type_of_object_has_its_own_section(stage: Stage, type: ObjectType) -> None:
    """Rule A-05: all of its fields are asked for, each fault at its field, and nothing else is kept."""
    with county_context():
        more: dict[str, Any] = {"object_type": type, "legal_bases": SUPERIOR}
        whole = drafted(stage, stage.villages(0), **more, extras={**SECTIONS[type], "unknown": "x"})
        assert whole.extras == SECTIONS[type]
        submitted(stage, whole)
        for name in SECTIONS[type]:
            less = {key: value for key, value in SECTIONS[type].items() if key != name}
            error = refusal(stage, drafted(stage, stage.villages(0), **more, extras=less))
            assert (error.code, error.field) == ("section", f"extras.{name}")
            with pytest.raises(InvalidError) as invalid:
                drafted(stage, stage.villages(0), **more, extras={**SECTIONS[type], name: [1]})
            assert invalid.value.field == f"extras.{name}"


@pytest.mark.clause("1.3b")
@pytest.mark.parametrize("type", [ObjectType.MECHANISM, ObjectType.SIGNBOARD])
@pytest.mark.parametrize(("level", "enough"), [("", False), ("county", False), ("central", True), ("provincial", True)])
def test_a_body_or_a_board_needs_the_word_of_centre_or_province(
    stage: Stage, type: ObjectType, level: str, enough: bool
) -> None:
    """Rule A-05: 凡是党中央、国务院和省委、省政府没有明确规定……的牌子一律取消."""
    bases = [{**FORM["legal_bases"][0], "level": level}]
    with county_context():
        draft = drafted(stage, stage.villages(0), object_type=type, extras=SECTIONS[type], legal_bases=bases)
        if enough:
            submitted(stage, draft)
        else:
            assert refusal(stage, draft).code == "superior_basis"


@pytest.mark.clause("3.1b")
@pytest.mark.parametrize(
    ("category", "more", "statuses"),
    [
        ("regular", {}, [S.AT_LEADER, S.AT_COMMITTEE]),
        ("temporary", {"ends_on": "2026-12-31"}, [S.AT_LEADER, S.AT_JOINT_MEETING]),
    ],
)
def test_who_decides_follows_from_the_category(
    stage: Stage, category: str, more: dict[str, Any], statuses: list[str]
) -> None:
    """Rule A-15: 新增常规类职责事项由县委社会工作部提请县委常委会会议研究; others go to the joint meeting."""
    with county_context():
        application = considered(stage, filed(stage, stage.villages(0), category=category, **more))
        passed = [APPLICATIONS.take("refer", application, actor=stage.actor("head")).status]
        recorder = stage.actor("recorder")
        refused("not_deciding", "approve", application, recorder, resolution())
        passed += [APPLICATIONS.take("endorse", application, actor=recorder, data=endorsed()).status]
        assert passed == statuses
        refused("status" if category == "regular" else "deciding", "endorse", application, recorder, endorsed())
        APPLICATIONS.take("approve", application, actor=recorder, data=resolution())
        assert the(application.decision).body == parameters.BODY_OF_STATUS[S(statuses[-1])]


@pytest.mark.clause("3.1b")
@pytest.mark.parametrize("type", ObjectType)
def test_bodies_and_boards_end_at_the_committee_whatever_their_category(stage: Stage, type: ObjectType) -> None:
    """Rules A-05, A-15."""
    with county_context():
        form: dict[str, Any] = {
            "object_type": type,
            "extras": SECTIONS[type],
            "legal_bases": SUPERIOR,
            "ends_on": "2026-12-31",
        }
        application = drafted(stage, stage.villages(0), category="temporary", **form)
        committee = type in (ObjectType.MECHANISM, ObjectType.SIGNBOARD)
        assert parameters.bodies_of(application)[-1] == (Body.COMMITTEE if committee else Body.JOINT_MEETING)
        matter = the(agreed(stage, application).matter)
        assert (matter.object_type, matter.code.split("-")[1].isalpha()) == (type, True)


def test_steps_and_their_order_are_configured(stage: Stage) -> None:
    """Rule A-05: nobody is consulted, there is no first review, all three bodies are asked."""
    with county_context():
        override = {
            "object_type": "training", "consult": [], "first_review": False,
            "bodies": ["leader", "joint_meeting", "committee"],
        }  # fmt: skip
        set_parameters(stage, courses=[override])
        application = filed(stage, stage.villages(0), object_type="training", extras=SECTIONS["training"])
        passed = [APPLICATIONS.take("accept", application, actor=stage.actor("clerk")).status]
        assert not application.opinions.exists()
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())
        passed += [APPLICATIONS.take("refer", application, actor=stage.actor("head")).status]
        for _ in range(2):
            passed += [APPLICATIONS.take("endorse", application, actor=stage.actor("recorder"), data=endorsed()).status]
    assert passed == [S.FIRST_REVIEWED, S.AT_LEADER, S.AT_JOINT_MEETING, S.AT_COMMITTEE]


def test_without_a_first_review_what_is_similar_still_gets_one(stage: Stage) -> None:
    """Rules A-05, A-11."""
    with county_context():
        set_parameters(stage, courses=[{"object_type": "work_matter", "first_review": False}])
        admitted_first = filed(stage, stage.villages(0))
        assert APPLICATIONS.take("accept", admitted_first, actor=stage.actor("clerk")).status == S.FIRST_REVIEWED
        all_answer(admitted_first)
        APPLICATIONS.take("review", admitted_first, actor=stage.actor("clerk"), data=findings())
        APPLICATIONS.take("refer", admitted_first, actor=stage.actor("head"))
        APPLICATIONS.take("endorse", admitted_first, actor=stage.actor("recorder"), data=endorsed())
        APPLICATIONS.take("approve", admitted_first, actor=stage.actor("recorder"), data=resolution())
        APPLICATIONS.take("issue", admitted_first, actor=stage.actor("seal"))
        twin = filed(stage, stage.villages(0), title="春灌节水入户宣讲")
        assert APPLICATIONS.take("accept", twin, actor=stage.actor("clerk")).status == S.ACCEPTED


@pytest.mark.clause("3.1a")
def test_the_first_reviewer_is_who_the_county_says(stage: Stage) -> None:
    """Rule A-05."""
    with county_context():
        set_parameters(stage, first_reviewer_role="social_work_head")
        application = accepted(stage, stage.villages(0))
        opinion = schemas.FirstReviewIn(opinion="材料齐全")
        refused("not_first_reviewer", "first_review", application, stage.actor("clerk"), opinion)
        APPLICATIONS.take("first_review", application, actor=stage.actor("head"), data=opinion)

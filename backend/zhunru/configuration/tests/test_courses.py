"""Who is heard and who decides, by type of object, category and kind of request."""

from typing import Any

import pytest

from zhunru.configuration.choices import Body, Category, ObjectType, Party
from zhunru.configuration.courses import CONSULTED
from zhunru.configuration.schema import Settings

LEADER, MEETING, COMMITTEE = Body.LEADER, Body.JOINT_MEETING, Body.COMMITTEE
SUPERIOR = (ObjectType.MECHANISM, ObjectType.SIGNBOARD)


def settings(*overrides: dict[str, Any]) -> Settings:
    return Settings.model_validate({"courses": list(overrides)})


@pytest.mark.clause("3.1b")
@pytest.mark.parametrize("object_type", ObjectType)
def test_new_regular_matters_of_every_type_are_decided_by_the_standing_committee(object_type: ObjectType) -> None:
    """组织研究：新增常规类职责事项由县委社会工作部提请县委常委会会议研究。 Rule A-15."""
    course = Settings().course_of(object_type, Category.REGULAR, "admit")
    assert (course.bodies, course.deciding) == ([LEADER, COMMITTEE], COMMITTEE)


@pytest.mark.parametrize("category", [Category.TEMPORARY, Category.URGENT])
def test_temporary_and_urgent_matters_are_decided_by_the_joint_meeting(category: Category) -> None:
    """Rules A-05, A-15; the opinion leaves the body open."""
    for object_type in set(ObjectType) - set(SUPERIOR):
        assert Settings().course_of(object_type, category).bodies == [LEADER, MEETING]


@pytest.mark.parametrize("category", Category)
@pytest.mark.parametrize("object_type", SUPERIOR)
def test_mechanisms_and_boards_always_end_at_the_committee_and_need_a_basis_from_above(
    object_type: ObjectType, category: Category
) -> None:
    """Whatever the county has set for all types."""
    usual = Settings().course_of(object_type, category)
    assert (usual.bodies, usual.needs_superior_basis) == ([LEADER, COMMITTEE], True)
    short = settings({"category": category, "bodies": ["leader"]}).course_of(object_type, category)
    assert (short.bodies, short.needs_superior_basis) == ([LEADER, COMMITTEE], True)
    assert not Settings().course_of(ObjectType.LEDGER, category).needs_superior_basis


def test_townships_villages_finance_and_justice_are_heard_unless_the_county_says_otherwise() -> None:
    """Rule A-14."""
    assert Settings().course_of("survey", "regular").consult == list(CONSULTED)
    heard = settings({"object_type": "survey", "consult": ["village"]})
    assert heard.course_of("survey", "regular").consult == [Party.VILLAGE]
    assert heard.course_of("ledger", "regular").consult == list(CONSULTED)


def test_the_most_specific_rule_for_a_course_wins() -> None:
    """Rule A-05: steps enabled and order per (object_type, category)."""
    many = settings(
        {"object_type": "training", "category": "temporary", "kind": "extend", "bodies": ["leader"]},
        {"object_type": "training", "category": "temporary", "leader_days": 6},
        {"object_type": "training", "leader_days": 5, "first_review": False},
        {"category": "temporary", "leader_days": 4, "issue_days": 9},
        {"kind": "extend", "leader_days": 3, "joint_meeting_days": 8},
        {"leader_days": 1, "form_check_days": 7},
    )
    course = many.course_of("training", "temporary", "extend")
    assert (course.bodies, course.first_review) == ([LEADER], False)
    limits = course.limits
    assert (limits.leader_days, limits.issue_days, limits.joint_meeting_days, limits.form_check_days) == (6, 9, 8, 7)
    assert many.course_of("training", "regular", "admit").limits.leader_days == 5
    assert many.course_of("survey", "temporary", "admit").limits.leader_days == 4
    assert many.course_of("survey", "regular", "extend").limits.leader_days == 3
    assert many.course_of("survey", "regular", "admit").limits.leader_days == 1


def test_the_order_in_which_rules_are_written_does_not_matter() -> None:
    rules = [
        {"object_type": "app", "issue_days": 4},
        {"category": "regular", "issue_days": 5},
        {"object_type": "app", "category": "regular", "issue_days": 6},
    ]
    for order in (rules, rules[::-1]):
        both = settings(*order)
        assert both.course_of("app", "regular").limits.issue_days == 6
        assert both.course_of("app", "urgent").limits.issue_days == 4


def test_limits_are_the_county_s_own_unless_a_course_has_others() -> None:
    own = Settings.model_validate({"second_review_days": 9, "courses": [{"category": "urgent", "total_days": 3}]})
    assert own.course_of("contest", "regular").limits.second_review_days == 9
    assert own.course_of("contest", "regular").limits.total_days == 15
    assert own.course_of("contest", "urgent").limits.total_days == 3

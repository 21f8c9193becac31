"""The table of a placement's steps, without a database."""

import pytest

from zhunru.core.actors import Actor
from zhunru.core.errors import NotAllowedError
from zhunru.core.roles import Role
from zhunru.core.workflow import Step
from zhunru.placements.models import Placement
from zhunru.placements.workflow import PLACEMENTS


def an_actor(role: Role) -> Actor:
    return Actor(user_id=1, name="测试", role=role, realm="t_540522100", village_ids=frozenset({1}))


@pytest.mark.parametrize("step", list(PLACEMENTS), ids=lambda step: step.name)
@pytest.mark.parametrize("role", Role)
def test_a_step_is_offered_to_village_officers_alone_and_from_its_status(step: Step[Placement], role: Role) -> None:
    for status in Placement.Status:
        offered = step in PLACEMENTS.open_to(an_actor(role), Placement(status=status, village_id=1))
        expected = {"confirm": "notified", "complete": "entered", "take_up_again": "refused"}.get(step.name)
        assert offered == (role == Role.VILLAGE_OFFICER and status == expected)


@pytest.mark.clause("2.1d")
@pytest.mark.parametrize("step", ["carry", "change", "suspend", "resume", "set_aside", "take_back", "close"])
@pytest.mark.parametrize("role", Role)
def test_nobody_in_a_township_takes_a_step_of_the_county_s(role: Role, step: str) -> None:
    with pytest.raises(NotAllowedError):
        PLACEMENTS.take(step, Placement(pk=1), actor=an_actor(role))


@pytest.mark.parametrize("status", [s for s in Placement.Status if s != Placement.Status.CLOSED])
def test_whatever_is_open_can_be_closed_by_its_paper(status: str) -> None:
    assert status in PLACEMENTS.steps["close"].source

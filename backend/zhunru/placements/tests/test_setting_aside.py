"""An admitted matter that is refused for lack of funds, or beyond its bounds, rests until that is settled (5.3)."""

from typing import Any

import pytest

from zhunru.admissions.models import Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import Staged
from zhunru.admissions.tests.stage import Stage
from zhunru.oversight.models import PlacementFact
from zhunru.placements.models import Placement
from zhunru.placements.tests.arrivals import arrived, carry, confirm, ended, placements
from zhunru.placements.tests.moves import adjusted, resumed, suspended
from zhunru.placements.tests.test_refusals import answer
from zhunru.placements.tests.voices import Json, carried_on, case_of, now, refuse
from zhunru.tenancy.context import county_context


@pytest.fixture(scope="module")
def made(staged: Staged) -> tuple[Stage, Matter]:
    """A matter that the villages of the first township have been told of."""
    with staged() as stage:
        return stage, arrived(stage, 0)


@pytest.fixture
def stage(made: tuple[Stage, Matter], begun: None) -> Stage:
    return made[0]


@pytest.fixture
def matter(stage: Stage, made: tuple[Stage, Matter]) -> Matter:
    with county_context():
        return Matter.objects.select_related("application", "document").get(pk=made[1].pk)


@pytest.fixture
def placement(stage: Stage, matter: Matter) -> Placement:
    """Of the first village, signed for."""
    return now(stage, confirm(stage, placements(stage.townships[0])[0]))


@pytest.fixture
def desk(stage: Stage, placement: Placement) -> Desk:
    return Desk(stage.village_officer(placement.village))


def refused(stage: Stage, desk: Desk, placement: Placement, **changed: Any) -> Json:
    return refuse(stage, desk, placement=placement.pk, **{"reasons": ["R3"], **changed})


def fact(placement: Placement) -> str:
    with county_context():
        return PlacementFact.objects.get(pk=placement.pk).status


@pytest.mark.clause("1.3a", "3.3b")
@pytest.mark.parametrize("reason", ["R3", "R4"])
@pytest.mark.parametrize(("step", "then"), [("withdraw_demand", "entered"), ("apply", "refused")])
def test_without_funds_or_beyond_its_bounds_it_rests_until_the_department_gives_way(
    stage: Stage, desk: Desk, placement: Placement, reason: str, step: str, then: str
) -> None:
    """费随事转: promised is not given; what was promised lets the village wait."""
    filed = refused(stage, desk, placement, reasons=[reason])
    assert (now(stage, placement).status, fact(placement)) == ("refused", "refused")
    case = answer(stage, case_of(filed, stage), step)
    carried_on(case)
    assert (now(stage, placement).status, fact(placement)) == (then, then)


@pytest.mark.clause("1.3a")
@pytest.mark.parametrize(("ruling", "then"), [("overrule", "entered"), ("uphold", "refused")])
def test_the_county_s_ruling_decides_whether_it_goes_on(
    stage: Stage, desk: Desk, placement: Placement, ruling: str, then: str
) -> None:
    """尊重民意: upheld, the village takes it up itself when what was missing is there."""
    filed = refused(stage, desk, placement)
    path = f"/placements/{placement.pk}/take_up_again"
    assert desk.ask("POST", path).json()["code"] == "refusal_open"
    case = answer(stage, case_of(filed, stage), "contest")
    assert now(stage, placement).status == "refused"
    answer(stage, case, ruling)
    assert now(stage, placement).status == then
    if then == "refused":
        assert desk.post(path)["status"] == "entered"


@pytest.mark.parametrize("reason", ["R1", "R6", "R9"])
def test_other_reasons_leave_what_was_admitted_as_it_is(
    stage: Stage, desk: Desk, placement: Placement, reason: str
) -> None:
    """A board is refused, the work goes on."""
    refused(stage, desk, placement, reasons=[reason])
    assert now(stage, placement).status == "entered"


@pytest.mark.clause("2.1f")
def test_the_county_s_next_paper_settles_a_refusal_that_was_answered(
    stage: Stage, desk: Desk, matter: Matter, placement: Placement
) -> None:
    """调整: the department applied for what was beyond the bounds, and it was approved."""
    filed = refused(stage, desk, placement, reasons=["R4"])
    carry(adjusted(stage, matter, village_duty="入户并登记"))
    assert now(stage, placement).status == "refused", "nobody has answered yet"
    answer(stage, case_of(filed, stage), "apply")
    carry(adjusted(stage, matter, village_duty="入户、登记"))
    settled = now(stage, placement)
    assert (settled.status, settled.refusal_id, settled.village_duty) == ("entered", None, "入户、登记")


@pytest.mark.clause("2.1d")
def test_what_is_withdrawn_meanwhile_stays_closed(
    stage: Stage, desk: Desk, matter: Matter, placement: Placement
) -> None:
    """工作完成后撤销"""
    filed = refused(stage, desk, placement)
    ended(stage, matter)
    answer(stage, case_of(filed, stage), "withdraw_demand")
    assert now(stage, placement).status == "closed"


def test_what_rests_by_the_county_s_paper_rests_on(
    stage: Stage, desk: Desk, matter: Matter, placement: Placement
) -> None:
    filed = refused(stage, desk, placement)
    carry(suspended(stage, matter))
    assert now(stage, placement).status == "refused"
    answer(stage, case_of(filed, stage), "withdraw_demand")
    assert now(stage, placement).status == "suspended"
    carry(resumed(stage, matter))
    assert now(stage, placement).status == "entered"


def test_a_village_refuses_its_own_matters_only(stage: Stage, desk: Desk) -> None:
    neighbours = placements(stage.townships[0])[1]
    answered = desk.ask("POST", "/refusals", {
        "department": stage.departments["water"].pk, "placement": neighbours.pk, "demand": "x", "form": "phone",
        "demanded_on": "2026-11-02", "reasons": ["R3"],
    })  # fmt: skip
    assert (answered.status_code, answered.json()["field"]) == (409, "placement")
    assert now(stage, neighbours).status == "notified"


@pytest.mark.clause("1.3a")
@pytest.mark.parametrize("signed", [True, False])
def test_a_discreet_refusal_shows_in_no_fact(stage: Stage, matter: Matter, signed: bool) -> None:
    """尊重民意: the department looks through the list of placements and finds what there was before."""
    mine = placements(stage.townships[0])[0]
    if signed:
        confirm(stage, mine)
    desk = Desk(stage.village_officer(mine.village))
    with county_context():
        water = Desk(stage.actor("water-head"))
    before = water.get("/placements"), water.get("/board"), water.get(f"/matters/{matter.pk}/progress")
    refused(stage, desk, mine, anonymous=True)
    assert now(stage, mine).status == "refused"
    assert (water.get("/placements"), water.get("/board"), water.get(f"/matters/{matter.pk}/progress")) == before
    (row,) = water.get("/refusals")["items"]
    assert (row["village"], row["township"]) == ("＊＊＊", "＊＊＊")

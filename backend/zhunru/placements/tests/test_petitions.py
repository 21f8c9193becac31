"""Residents who want to be rid of a matter, and the yearly review's comments."""

from typing import Any

import pytest

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage, accepted
from zhunru.placements.tests.arrivals import arrived, ended, placements
from zhunru.placements.tests.voices import PETITION
from zhunru.tenancy.context import county_context


@pytest.mark.clause("1.3c", "2.1d")
def test_the_residents_of_a_village_may_ask_that_a_matter_leaves(stage: Stage) -> None:
    """该退则退。Rule A-26: by their meeting; the county is told the village and the reason, no person."""
    matter = arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    desk = Desk(stage.village_officer(placement.village))
    (said,) = desk.post(f"/placements/{placement.pk}/petition", PETITION)
    assert said["village"] == placement.village.name
    assert "经2026-11-02村（居）民会议（应到68户，实到56户）讨论，要求退出：农忙" in said["text"]
    with county_context():
        heard = matter.opinions.get(purpose="petition")
        assert (heard.village, heard.position, heard.title) == (placement.village, "objection", matter.title)
        assert (heard.realm, heard.answered_by) == (stage.townships[0].schema_name, "")
    assert [one["purpose"] for one in desk.get(f"/placements/{placement.pk}/said")] == ["petition"]


@pytest.mark.clause("2.1d")
def test_a_village_petitions_once_for_itself_and_for_what_it_carries(stage: Stage) -> None:
    """工作完成后撤销。Rule A-26."""
    matter = arrived(stage, 0)
    mine, neighbours = placements(stage.townships[0])
    desk = Desk(stage.village_officer(mine.village))
    desk.post(f"/placements/{mine.pk}/petition", PETITION)
    again = desk.ask("POST", f"/placements/{mine.pk}/petition", PETITION)
    assert (again.status_code, again.json()["code"]) == (409, "petitioned")
    assert desk.ask("POST", f"/placements/{neighbours.pk}/petition", PETITION).status_code == 404
    officer = Desk(stage.township_officer(stage.townships[0]))
    assert officer.ask("POST", f"/placements/{mine.pk}/petition", PETITION).status_code == 403
    ended(stage, matter)
    theirs = Desk(stage.village_officer(neighbours.village))
    over = theirs.ask("POST", f"/placements/{neighbours.pk}/petition", PETITION)
    assert (over.status_code, over.json()["code"]) == (409, "not_live")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"meeting_on": "2999-01-01"}, "meeting_on"),
        ({"attendance": ""}, "attendance"),
        ({"reason": ""}, "reason"),
        ({"reason": "电话13800138000"}, "reason"),
    ],
)
def test_a_petition_that_lacks_something_is_told_so_at_its_field(stage: Stage, changed: Any, field: str) -> None:
    arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    desk = Desk(stage.village_officer(placement.village))
    answer = desk.ask("POST", f"/placements/{placement.pk}/petition", PETITION | changed)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.clause("1.3a", "1.3c")
def test_villages_and_townships_comment_in_the_yearly_review_once_each(stage: Stage, at: At) -> None:
    """动态管理。Rule A-27: within the window, by village and by township."""
    at("2026-11-20")
    matter = arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    village = Desk(stage.village_officer(placement.village))
    township = Desk(stage.township_officer(stage.townships[0]))
    path = f"/placements/{placement.pk}/comment"
    village.post(path, {"position": "support"})
    township.post(path, {"position": "objection", "text": "与防火巡查重复"})
    again = village.ask("POST", path, {"position": "support"})
    assert (again.status_code, again.json()["code"]) == (409, "commented")
    with county_context():
        said = {(one.party, one.village_id, one.position) for one in matter.opinions.filter(purpose="review")}
    assert said == {("village", placement.village_id, "support"), ("township", None, "objection")}


def test_outside_the_yearly_review_nobody_comments(stage: Stage, at: At) -> None:
    at("2027-03-01")
    arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    desk = Desk(stage.village_officer(placement.village))
    answer = desk.ask("POST", f"/placements/{placement.pk}/comment", {"position": "support"})
    assert (answer.status_code, answer.json()["code"]) == (409, "outside_window")


def todo(desk: Desk, code: str) -> list[int]:
    """The ids of what lies before this desk for this act."""
    return [item["id"] for group in desk.get("/todo") if group["code"] == code for item in group["items"]]


@pytest.mark.clause("1.3c", "2.1d")
def test_a_third_of_the_villages_brings_it_before_the_office(stage: Stage) -> None:
    """该退则退。Rule A-26: two of the six villages in scope are a third."""
    matter = arrived(stage, 0, 1, 2)
    with county_context():
        head = Desk(stage.actor("head"))

    def before_the_office() -> bool:
        return any(item["id"] == matter.pk for group in head.get("/todo") for item in group["items"])

    for place, expected in ((0, False), (1, True)):
        placement = placements(stage.townships[place])[0]
        desk = Desk(stage.village_officer(placement.village))
        desk.post(f"/placements/{placement.pk}/petition", PETITION)
        assert before_the_office() == expected
    assert head.get(f"/matters/{matter.pk}")["petitions"] == 2


def test_a_village_has_its_questions_before_it_and_the_township_its_own(stage: Stage) -> None:
    with county_context():
        application = accepted(stage, stage.villages(0))
        asked = dict(application.opinions.filter(village=None, party="township").values_list("party", "pk"))
        ours = application.opinions.get(village=stage.villages(0)[0]).pk
    village = Desk(stage.village_officer(stage.villages(0)[0]))
    township = Desk(stage.township_officer(stage.townships[0]))
    assert todo(village, "answer") == [ours]
    assert todo(township, "answer") == [asked["township"]]
    village.post(f"/consultations/{ours}/answer", {"position": "support"})
    assert todo(village, "answer") == []

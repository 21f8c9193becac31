"""What a village's page offers it to say, and what the lists tell besides."""

import pytest

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.placements.tests.arrivals import arrived, ended, placements
from zhunru.placements.tests.voices import PETITION, refuse
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding


def rights(desk: Desk, id: int) -> dict[str, str | None]:
    return {one["name"]: one["hindrance"] for one in desk.get(f"/placements/{id}/rights")}


@pytest.mark.clause("1.3a", "1.3c")
def test_a_village_is_shown_what_it_may_say_and_why_not_now(stage: Stage, at: At) -> None:
    """尊重民意。Rules A-26, A-27: the page greys what the server would refuse, with the server's reason."""
    at("2026-11-20")
    matter = arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    desk = Desk(stage.village_officer(placement.village))
    assert rights(desk, placement.pk) == {"refuse": None, "petition": None, "comment": None}
    desk.post(f"/placements/{placement.pk}/petition", PETITION)
    desk.post(f"/placements/{placement.pk}/comment", {"position": "support"})
    assert rights(desk, placement.pk) == {
        "refuse": None,
        "petition": "本村（社区）已就该事项提出过退出要求",
        "comment": "今年已提出过意见",
    }
    refuse(stage, desk, placement=placement.pk, reasons=["R3"])
    assert rights(desk, placement.pk)["refuse"] == "本村（社区）已拒绝承接，正在处理"
    ended(stage, matter)
    assert set(rights(desk, placement.pk).values()) == {"该事项已撤销，无需再提意见"}


def test_the_township_comments_for_itself_and_in_the_window_only(stage: Stage, at: At) -> None:
    """Rule A-27."""
    at("2026-11-20")
    arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    desk = Desk(stage.township_officer(stage.townships[0]))
    Desk(stage.village_officer(placement.village)).post(f"/placements/{placement.pk}/comment", {"position": "support"})
    assert rights(desk, placement.pk) == {"comment": None}
    at("2026-06-01")
    assert "年度复核期" in str(rights(desk, placement.pk)["comment"])


def test_what_was_removed_last_is_listed_first_with_its_paper(stage: Stage) -> None:
    """Clause 2.1d: what left is told as clearly as what came."""
    ended(stage, arrived(stage, 0))
    desk = Desk(stage.township_officer(stage.townships[0]))
    rows = desk.get("/placements?status=closed&ordering=-closed_at")["items"]
    assert len(rows) == 2
    assert all(row["closed_at"] and row["closing_number"] for row in rows)
    assert desk.get("/placements?provisional=true")["total"] == 0


def test_a_village_sees_how_many_days_the_department_has_left(stage: Stage, at: At) -> None:
    at("2026-11-02")  # a Monday
    with county_context():
        seeding.seed()
    desk = Desk(stage.village_officer(stage.villages(0)[0]))
    filed = refuse(stage, desk)
    assert (filed["due_on"], filed["days_left"]) == ("2026-11-05", 3)
    at("2026-11-06")
    desk = Desk(stage.village_officer(stage.villages(0)[0]))
    assert [row["days_left"] for row in desk.get("/refusals")["items"]] == [-1]

"""Slips of a matter's paper and the sheet for the notice board."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, listed
from zhunru.documents import services
from zhunru.lists.models import ListKind
from zhunru.placements.disclosing import disclosure_facts
from zhunru.placements.models import Placement
from zhunru.placements.tests.arrivals import arrived, complete, confirm, ended, placements
from zhunru.tenancy.context import county_context, township_context

Drawn = list[Any]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """The facts of every slip that is drawn; drawing itself is the documents' business."""
    given: Drawn = []

    def noted(_kind: Any, facts: Any, **_said: Any) -> bytes:
        given.append(facts)
        return b"%PDF-1.7"

    monkeypatch.setattr(services, "drawn", noted)
    return given


def first(stage: Stage) -> Placement:
    return placements(stage.townships[0])[0]


def test_a_receipt_names_the_paper_the_days_and_the_post_but_nobody(stage: Stage, drawn: Drawn) -> None:
    arrived(stage, 0)
    placement = first(stage)
    desk = Desk(stage.village_officer(placement.village))
    path = f"/placements/{placement.pk}/receipt"
    assert desk.ask("GET", path).json()["code"] == "not_received"
    confirm(stage, placement)
    answer = desk.ask("GET", path)
    assert answer.status_code == 200, answer.content.decode()
    assert answer.headers["Content-Type"] == "application/pdf"
    (facts,) = drawn
    assert facts.paper.number == placement.document_number
    assert (facts.received_at, facts.received_by) == (first(stage).entered_at, "村（社区）工作人员")
    assert facts.addressee == stage.office.name
    assert desk.actor.name not in facts.model_dump_json()


def test_what_goes_on_in_another_matter_has_its_receipt_there(stage: Stage) -> None:
    arrived(stage, 0)
    village = stage.villages(0)[0]
    placement = confirm(stage, first(stage))
    with township_context(village.township):
        placement.notified_at = timezone.now() + timedelta(days=1)
        placement.record(actor=stage.township_officer(stage.townships[0]), reason="合并后承接")
    desk = Desk(stage.village_officer(village))
    assert desk.ask("GET", f"/placements/{placement.pk}/receipt").json()["code"] == "received_before"


@pytest.mark.clause("2.1c")
def test_the_board_shows_what_the_village_has_signed_for_and_the_lists_in_force(stage: Stage, drawn: Drawn) -> None:
    arrived(stage, 0)
    with county_context():
        listed(ListKind.ASSIST, "协助森林草原防火巡查")
    village, today = stage.villages(0)[0], timezone.localdate()

    def shown() -> list[str]:
        with township_context(village.township):
            return [one.title for one in disclosure_facts(village, today).matters]

    assert shown() == []
    confirm(stage, first(stage))
    assert shown() == ["春灌节水入户宣传"]
    desk = Desk(stage.village_officer(village))
    for size in ("A4", "A3"):
        assert desk.ask("GET", f"/villages/{village.pk}/disclosure?size={size}").status_code == 200
    assert [facts.size for facts in drawn] == ["A4", "A3"]
    facts = drawn[0]
    assert (facts.matters[0].funding, facts.matters[0].number) == ("3600.00元", first(stage).document_number)
    assert [(one.name, one.edition, one.count) for one in facts.lists] == [("协助办理事项清单", 1, 1)]
    assert facts.complain == ["吉雄镇人民政府", stage.office.name]
    assert facts.site.endswith("/v")
    complete(stage, first(stage))
    assert shown() == []


def test_what_left_is_not_on_the_board(stage: Stage) -> None:
    matter = arrived(stage, 0)
    confirm(stage, first(stage))
    ended(stage, matter)
    village = stage.villages(0)[0]
    with township_context(village.township):
        assert disclosure_facts(village, timezone.localdate()).matters == []


def test_each_village_hangs_up_its_own_and_the_township_any_of_its_own(stage: Stage, drawn: Drawn) -> None:
    own, neighbour = stage.villages(0)
    stranger = stage.villages(1)[0]
    village, township = Desk(stage.village_officer(own)), Desk(stage.township_officer(own.township))
    asked = [
        (desk.ask("GET", f"/villages/{place.pk}/disclosure").status_code)
        for desk in (village, township)
        for place in (own, neighbour, stranger)
    ]
    assert asked == [200, 404, 404, 200, 200, 404]
    assert township.ask("GET", f"/villages/{own.pk}/disclosure?size=A2").status_code == 422

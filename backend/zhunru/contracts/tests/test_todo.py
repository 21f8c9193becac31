"""What waits for a village and its township: each contract once in a group, by what must be done there."""

from typing import Any

import pytest

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract
from zhunru.contracts.schemas.terms import Signing
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import IN_JULY, PARTLY, Deal
from zhunru.contracts.tests.test_deliverables import WORK

PAGE = "contracts"


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    at(IN_JULY)
    return Deal(stage, performing)


def waits(desk: Desk) -> dict[str, list[int]]:
    """Contracts by what they wait for."""
    return {group["code"]: [item["id"] for item in group["items"]] for group in groups(desk)}


def groups(desk: Desk) -> list[Any]:
    return [group for group in desk.get("/todo") if group["page"] == PAGE]


def test_a_village_is_told_what_to_deliberate_on_and_to_sign(drafted: Contract, stage: Stage) -> None:
    village = Desk(stage.village_officer(drafted.village))
    assert waits(village) == {}
    samples.take(stage, drafted, "submit", "water-clerk")
    samples.take(stage, drafted, "offer", "water-head")
    assert waits(village) == {"agree": [drafted.pk]}
    samples.take(stage, drafted, "agree", "village", samples.deliberation())
    assert waits(village) == {}
    samples.take(stage, drafted, "sign", "water-head", Signing(signatory="演示负责人"))
    assert waits(village) == {"countersign": [drafted.pk]}


def test_a_village_is_led_through_an_acceptance(deal: Deal) -> None:
    only = [deal.contract.pk]
    assert waits(deal.village) == {"report": only}
    deal.assessed(PARTLY)
    (group,) = groups(deal.village)
    assert (group["code"], group["label"]) == ("answer_assessment", "同意评定或者提出申辩")
    assert [(item["title"], item["due_on"], item["left"]) for item in group["items"]] == [
        (samples.SUBJECT, "2026-07-13", 5)
    ]
    deal.took("village", "agree")
    assert waits(deal.village) == {}
    deal.panel()
    assert waits(deal.village) == {"certificate": only}
    deal.took("village", "countersign", signatory="演示主任")
    deal.paid(paid_on="2026-07-06")
    assert waits(deal.village) == {"arrive": only}
    deal.money("village", "arrive")
    assert waits(deal.village) == {}


def test_a_township_mediates_and_the_village_answers(deal: Deal) -> None:
    deal.assessed(PARTLY)
    deal.took("village", "defend", items=[{"clause": 2, "text": "不符"}])
    deal.took("head", "answer", items=[{"clause": 2, "text": "属实"}])
    township = deal.township()
    assert waits(township) == {}
    deal.took("village", "mediate")
    assert waits(township) == {"mediate": [deal.contract.pk]}
    township.post(f"/periods/{deal.ids('periods')[0]}/propose", {"proposal": "按台账"})
    assert waits(township) == {}
    assert waits(deal.village) == {"settle": [deal.contract.pk]}


def test_queried_work_and_an_offer_to_end_wait_for_the_village(deal: Deal) -> None:
    made = [deal.village.post(f"{deal.path}/deliverables", WORK | {"submit": True})["id"] for _ in range(2)]
    for id in made:
        deal.clerk.post(f"/deliverables/{id}/query", {"remark": "数量不符"})
    deal.head.post(f"{deal.path}/ask_termination", {"remark": "渠道改建，不再需要"})
    found = waits(deal.village)
    assert found["correct"] == [deal.contract.pk]
    assert found["agree_termination"] == [deal.contract.pk]


def test_nobody_is_told_of_others_contracts(deal: Deal, stage: Stage) -> None:
    neighbour = Desk(stage.village_officer(stage.villages(0)[1]))
    assert waits(neighbour) == {}

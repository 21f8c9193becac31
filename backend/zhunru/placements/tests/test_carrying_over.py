"""How what a village carries goes on in another matter: in whatever order the county's word comes."""

import pytest

from zhunru.admissions.models import Matter
from zhunru.admissions.tests.kinds import carried_out, part, request
from zhunru.admissions.tests.stage import Stage, the
from zhunru.core import history
from zhunru.placements.tests.arrivals import arrived, carry, confirm, placements
from zhunru.placements.tests.moves import again, codes, owed, run, suspended
from zhunru.tenancy.context import county_context, township_context

TITLES = ("春灌节水入户宣传", "冬春护林防火巡查", "草原鼠害普查")


def three(stage: Stage) -> list[Matter]:
    return [arrived(stage, 0, title=title) for title in TITLES]


def merged(stage: Stage, old: list[Matter]) -> Matter:
    with county_context():
        return the(carried_out(stage, request(stage, "merge", *old, title="农牧区入户事务")).matter)


@pytest.mark.clause("1.3c")
@pytest.mark.parametrize("withdrawals_first", [True, False])
@pytest.mark.parametrize("repeats", [1, 3])
def test_three_merged_into_one_need_no_new_receipt(stage: Stage, withdrawals_first: bool, repeats: int) -> None:
    """宜并则并: the earliest receipt goes on, whichever of the deliveries comes first, however often each comes."""
    old = three(stage)
    mine = [p for p in placements(stage.townships[0]) if p.village == stage.villages(0)[0]]
    receipts = [confirm(stage, placement).entered_at for placement in mine[:2]]
    new = merged(stage, old)
    deliveries = sorted(owed(stage.townships[0], new, *old), key=lambda d: (d.kind == "enter") == withdrawals_first)
    for delivery in deliveries * repeats:
        again(delivery)
    by_village = {p.village.code: p for p in placements(stage.townships[0]) if p.matter_id == new.pk}
    signed, unsigned = (by_village[code] for code in codes(stage, 0))
    assert (signed.status, signed.entered_at) == ("entered", min(the(r) for r in receipts))
    assert (unsigned.status, unsigned.entered_at) == ("notified", None)
    assert sorted(signed.carried_from_ids) == sorted(p.pk for p in mine)
    assert {p.status for p in placements(stage.townships[0]) if p.matter_id != new.pk} == {"closed"}
    with township_context(stage.townships[0]):
        assert next(entry.reason for entry in history.entries(signed)) == "承接原签收"


@pytest.mark.clause("1.3c")
def test_a_receipt_given_between_the_two_deliveries_is_not_lost(stage: Stage) -> None:
    """宜并则并: the village signs for the old matter when the new one has already come."""
    old = three(stage)[:2]
    new = merged(stage, old)
    enter = next(d for d in owed(stage.townships[0], new))
    run(enter)
    mine = next(p for p in placements(stage.townships[0]) if p.matter_id == old[0].pk)
    receipt = confirm(stage, mine).entered_at
    for delivery in owed(stage.townships[0], *old):
        run(delivery)
    successor = next(
        p for p in placements(stage.townships[0]) if (p.matter_id, p.village_id) == (new.pk, mine.village_id)
    )
    assert (successor.status, successor.entered_at) == ("entered", receipt)


@pytest.mark.clause("1.3c")
@pytest.mark.parametrize("withdrawals_first", [True, False])
def test_one_split_into_two_goes_on_in_both(stage: Stage, withdrawals_first: bool) -> None:
    """宜分则分"""
    old = arrived(stage, 0)
    mine = placements(stage.townships[0])[0]
    receipt = confirm(stage, mine).entered_at
    with county_context():
        parts = [part("春灌入户", stage.villages(0)), part("节水宣传", stage.villages(0))]
        application = carried_out(stage, request(stage, "split", old, parts=parts, title="春灌事项拆分"))
        new = list(application.matters.order_by("id"))
    for delivery in sorted(owed(stage.townships[0], old, *new), key=lambda d: (d.kind == "enter") == withdrawals_first):
        run(delivery)
    found = [p for p in placements(stage.townships[0]) if p.matter_id in [m.pk for m in new]]
    assert len(found) == 4
    assert [(p.status, p.entered_at) for p in found if p.village_id == mine.village_id] == [("entered", receipt)] * 2
    assert all(p.carried_from_ids for p in found)


def test_what_rests_and_is_merged_rests_no_more(stage: Stage) -> None:
    old = three(stage)[:2]
    carry(suspended(stage, old[0]))
    new = merged(stage, [old[0], old[1]])
    for matter in (new, *old):
        carry(matter)
    assert {p.status for p in placements(stage.townships[0]) if p.matter_id == new.pk} == {"notified"}

"""How what a village carries changes and rests: in whatever order the county's word comes."""

from itertools import permutations

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.models import Matter
from zhunru.admissions.tests.fixtures import Staged
from zhunru.admissions.tests.kinds import agreed, filled_in, registered
from zhunru.admissions.tests.stage import Stage, admitted, the, withdrawing
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core import history
from zhunru.notices.models import Notice
from zhunru.placements.models import Placement
from zhunru.placements.tests.arrivals import arrived, carry, complete, confirm, placements
from zhunru.placements.tests.moves import adjusted, again, codes, owed, resumed, run, states, suspended
from zhunru.placements.tests.voices import now
from zhunru.tenancy.context import county_context, township_context


@pytest.fixture(scope="module")
def made(staged: Staged) -> tuple[Stage, Matter, Matter]:
    """What the county has said and no village has heard: of one matter two adjustments, of the other that it rests."""
    with staged() as stage:
        with county_context():
            twice = admitted(stage, stage.villages(0, 1), title="草原防火巡查")
            resting = admitted(stage, stage.villages(0), title="农机具登记")
        adjusted(stage, twice, scope=[stage.villages(0)[0].code, *codes(stage, 1)], village_duty="第一次")
        twice = adjusted(stage, twice, scope=codes(stage, 0)[:1], village_duty="第二次")
        return stage, twice, suspended(stage, resting)


@pytest.fixture
def stage(made: tuple[Stage, Matter, Matter], begun: None) -> Stage:
    return made[0]


@pytest.fixture
def twice(made: tuple[Stage, Matter, Matter]) -> Matter:
    return made[1]


@pytest.fixture
def resting(made: tuple[Stage, Matter, Matter]) -> Matter:
    with county_context():
        return Matter.objects.select_related("document").get(pk=made[2].pk)


# --- adjusting ---


@pytest.mark.clause("1.3c", "2.1f")
def test_an_adjustment_is_taken_over_with_its_paper_and_no_new_receipt(stage: Stage) -> None:
    """新增、调整、取消: title, duty and paper change; who has signed need not sign again."""
    matter = arrived(stage, 0)
    first, second = placements(stage.townships[0])
    confirm(stage, first)
    matter = adjusted(stage, matter, village_duty="只引导，不入户", ends_on="2027-06-30", funding_amount="4000.00")
    carry(matter)
    paper = the(matter.document)
    changed = now(stage, first)
    said = ("只引导，不入户", "2027-06-30", "4000.00")
    assert (changed.village_duty, str(changed.ends_on), str(changed.funding)) == said
    assert (changed.document_number, changed.document_code) == (paper.number, paper.code)
    assert (changed.status, now(stage, second).status) == ("entered", "notified")
    with township_context(stage.townships[0]):
        entry = history.entries(changed)[0]
    assert (entry.reason, entry.by) == ("变更", "系统")
    assert "只引导，不入户" in [change.new for change in entry.changes]


@pytest.mark.clause("1.3c", "2.1f")
def test_who_is_no_longer_in_scope_is_let_go_and_who_comes_in_is_told(stage: Stage) -> None:
    """该进则进、该退则退: and what was removed is announced as clearly as what was added."""
    matter = arrived(stage, 0)
    (stays, goes), comes = stage.villages(0), stage.villages(1)[0]
    matter = adjusted(stage, matter, scope=[stays.code, comes.code])
    carry(matter)
    assert states(stage.townships[0]) == {(matter.pk, stays.code): "notified", (matter.pk, goes.code): "closed"}
    assert states(stage.townships[1]) == {(matter.pk, comes.code): "notified"}
    gone = next(p for p in placements(stage.townships[0]) if p.village == goes)
    assert gone.closing_number == the(matter.document).number
    assert gone.closing_reason == f"由{gone.closing_number}调整，本村（社区）不再承担"
    with county_context():
        told = {(n.effect, n.village_id) for n in Notice.objects.filter(title__contains=matter.code)}
    assert {("removed", goes.pk), ("added", comes.pk)} <= told
    assert ("removed", stays.pk) not in told


@pytest.mark.clause("2.1f")
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_entry_and_two_adjustments_come_in_any_order(stage: Stage, twice: Matter, order: tuple[int, ...]) -> None:
    """调整: the last word on each village holds, whichever came first, however often."""
    one, other = stage.villages(0)
    here, there = owed(stage.townships[0], twice), owed(stage.townships[1], twice)
    assert [d.kind for d in here] == ["enter", "change", "change"]
    for place in order:
        run(here[place])
        run(there[place])
    for delivery in (*here, *there):
        again(delivery)
    held = {p.village.code: p for p in placements(stage.townships[0])}
    assert (held[one.code].status, held[one.code].village_duty) == ("notified", "第二次")
    assert held[one.code].document_number == the(twice.document).number
    assert other.code not in held or held[other.code].status == "closed"
    assert all(p.status == "closed" for p in placements(stage.townships[1]))


def test_a_village_that_comes_back_enters_anew(stage: Stage) -> None:
    matter = arrived(stage, 0)
    stays, goes = stage.villages(0)
    confirm(stage, placements(stage.townships[0])[1])
    carry(adjusted(stage, matter, scope=[stays.code]))
    carry(adjusted(stage, matter, scope=codes(stage, 0), person_days="1.0"))
    back = next(p for p in placements(stage.townships[0]) if p.village == goes)
    assert (back.status, back.entered_at, back.closed_at, back.closing_reason) == ("notified", None, None, "")
    with township_context(stage.townships[0]):
        assert [entry.reason for entry in history.entries(back)][:2] == ["变更", "撤销"]


def test_a_change_that_comes_twice_leaves_one_trace(stage: Stage) -> None:
    matter = arrived(stage, 0)
    matter = adjusted(stage, matter, village_duty="只引导")
    (delivery,) = owed(stage.townships[0], matter)
    run(delivery)
    before = [(p.pk, p.version) for p in placements(stage.townships[0])]
    again(delivery)
    assert [(p.pk, p.version) for p in placements(stage.townships[0])] == before


# --- 先进后批 ---


@pytest.mark.clause("2.1e")
def test_what_enters_first_says_so_until_it_is_approved(stage: Stage) -> None:
    """紧急工作先进后批: the provisional paper at once, the approval takes its place, with no second receipt."""
    with county_context():
        matter = registered(stage)
    carry(matter)
    first = placements(stage.townships[0])[0]
    assert first.provisional
    provisional = first.document_number
    confirm(stage, first)
    with county_context():
        application = agreed(stage, filled_in(stage, matter))
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
    carry(matter)
    ratified = now(stage, first)
    assert (ratified.provisional, ratified.status) == (False, "entered")
    assert ratified.document_number != provisional


@pytest.mark.clause("2.1e")
def test_what_is_not_approved_lapses_and_every_village_may_stop(stage: Stage) -> None:
    """紧急工作先进后批."""
    with county_context():
        matter = registered(stage)
        MATTERS.perform("lapse", matter, actor=stage.actor("head"), data=schemas.Return(remark="逾期未申请"))
    enter, withdraw = owed(stage.townships[0], matter)
    run(enter)
    assert placements(stage.townships[0]) == [], "nothing enters that has lapsed"
    run(withdraw)
    again(enter)
    assert placements(stage.townships[0]) == []


# --- resting ---


@pytest.mark.clause("1.3c")
def test_a_matter_that_rests_goes_on_where_it_stood(stage: Stage) -> None:
    """动态管理: what was signed stays signed, what was done stays done."""
    matter = arrived(stage, 0)
    first, second = placements(stage.townships[0])
    confirm(stage, first)
    carry(suspended(stage, matter))
    assert {p.status for p in placements(stage.townships[0])} == {"suspended"}
    carry(resumed(stage, matter))
    assert [now(stage, p).status for p in (first, second)] == ["entered", "notified"]


def test_what_is_done_does_not_rest(stage: Stage) -> None:
    matter = arrived(stage, 0)
    first = placements(stage.townships[0])[0]
    confirm(stage, first)
    complete(stage, first)
    carry(suspended(stage, matter))
    assert now(stage, first).status == "completed"


@pytest.mark.clause("1.3c")
@pytest.mark.parametrize("rests", [True, False])
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_entry_rest_and_resumption_come_in_any_order(
    stage: Stage, resting: Matter, order: tuple[int, ...], rests: bool
) -> None:
    """动态管理: what the county said last holds."""
    if not rests:
        resumed(stage, resting)
    here = owed(stage.townships[0], resting)
    for place in order:
        if place < len(here):
            run(here[place])
    for delivery in here:
        again(delivery)
    assert {p.status for p in placements(stage.townships[0])} == {"suspended" if rests else "notified"}


@pytest.mark.clause("1.3c")
@pytest.mark.parametrize("rests", [True, False])
def test_what_is_kept_stands_where_it_stood(stage: Stage, rests: bool) -> None:
    """动态管理: the objections were right; what rested before rests on, in the county as in the villages."""
    matter = arrived(stage, 0)
    carry(suspended(stage, matter))
    if not rests:
        carry(resumed(stage, matter))
    with county_context():
        withdrawing(stage, Matter.objects.get(pk=matter.pk))
        kept = MATTERS.take("keep", matter, actor=stage.actor("head"), data=schemas.Return(remark="异议成立"))
    carry(matter)
    assert kept.status == ("suspended" if rests else "in_force")
    assert {p.status for p in placements(stage.townships[0])} == {"suspended" if rests else "notified"}


@pytest.mark.clause("2.1d")
def test_what_leaves_while_it_rests_is_closed(stage: Stage) -> None:
    """工作完成后撤销"""
    matter = arrived(stage, 0)
    carry(suspended(stage, matter))
    with county_context():
        withdrawing(stage, Matter.objects.get(pk=matter.pk))
        matter.opinions.filter(answered_at=None).update(position="no_objection", answered_at="2026-11-20T00:00Z")
        MATTERS.take("withdraw", matter, actor=stage.actor("seal"))
    carry(matter)
    assert {p.status for p in placements(stage.townships[0])} == {Placement.Status.CLOSED}


@pytest.mark.clause("2.1d")
def test_what_expires_leaves_with_its_paper(stage: Stage) -> None:
    """工作完成后撤销: the term is over, and the village is told so."""
    with county_context():
        matter = admitted(stage, stage.villages(0), category="temporary", starts_on="2026-01-01", ends_on="2026-11-01")
    carry(matter)
    with county_context():
        matter = MATTERS.perform("expire", matter, actor=stage.actor("head"))
    carry(matter)
    closed = placements(stage.townships[0])[0]
    assert (closed.status, closed.closing_reason) == ("closed", "期限届满，自动退出")
    assert closed.closing_number == the(matter.withdrawal_document).number

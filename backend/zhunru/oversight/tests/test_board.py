"""The county's figures: right, for the right eyes, and without a look into any township's schema."""

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhunru.admissions.models import Delivery, Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import Staged
from zhunru.admissions.tests.stage import Stage, admitted, withdrawn
from zhunru.placements import carrying
from zhunru.placements.tasks import deliver
from zhunru.placements.tests.arrivals import arrived, carry, complete, confirm, placements
from zhunru.placements.tests.moves import adjusted
from zhunru.tenancy.context import county_context

Json = dict[str, Any]


def desk(stage: Stage, name: str) -> Desk:
    with county_context():
        return Desk(stage.actor(name))


@pytest.fixture(scope="module")
def made(staged: Staged) -> tuple[Stage, list[Matter]]:
    """Two matters of water over all townships and one of farming in one; one withdrawn, some confirmed, one done."""
    with staged() as stage:
        return stage, many(stage)


@pytest.fixture
def stage(made: tuple[Stage, list[Matter]], begun: None) -> Stage:
    return made[0]


@pytest.fixture
def busy(made: tuple[Stage, list[Matter]]) -> list[Matter]:
    return made[1]


def many(stage: Stage) -> list[Matter]:
    first, gone = arrived(stage, 0, 1, 2), arrived(stage, 0, 1, 2, title="草原防火巡查")
    with county_context():
        third = admitted(stage, stage.villages(1), department="farming", title="农机具登记")
    carry(third)
    mine = [p for p in placements(stage.townships[0]) if p.matter_id == first.pk]
    for placement in mine:
        confirm(stage, placement)
    complete(stage, mine[0])
    with county_context():
        gone = withdrawn(stage, gone)
    carry(gone)
    return [first, gone, third]


def every(reader: Desk, path: str) -> list[Json]:
    rows: list[Json] = reader.get(f"{path}?limit=200")["items"]
    return rows


@pytest.mark.clause("1.2", "3.3a")
@pytest.mark.parametrize("who", ["leader", "head", "auditor", "water-head", "farming-clerk"])
def test_the_boards_figures_are_the_sums_of_the_rows_that_the_same_eyes_see(
    stage: Stage, busy: list[Matter], who: str
) -> None:
    reader = desk(stage, who)
    board, rows = reader.get("/board"), every(reader, "/placements")
    assert len(rows) == {"water-head": 12, "farming-clerk": 2}.get(who, 14)
    assert board["totals"] == {
        "matters": len({row["matter_id"] for row in rows}),
        "placements": len(rows),
        "notified": len(rows),
        "confirmed": sum(row["entered_at"] is not None for row in rows),
        "completed": sum(row["completed_at"] is not None for row in rows),
        "closed": sum(row["closed_at"] is not None for row in rows),
    }
    assert {s["label"]: s["notified"] for s in board["by_township"]} == Counter(row["township"] for row in rows)
    assert {s["label"]: s["notified"] for s in board["by_department"]} == Counter(row["department"] for row in rows)
    assert {s["key"]: s["count"] for s in board["by_status"] if s["count"]} == Counter(row["status"] for row in rows)
    matters = Counter(row["status"] for row in every(reader, "/matters"))
    assert {s["key"]: s["count"] for s in board["matters_by_status"] if s["count"]} == matters


def test_every_bar_of_the_board_opens_its_rows(stage: Stage, busy: list[Matter]) -> None:
    leader = desk(stage, "leader")
    board = leader.get("/board")
    for bars, name in (("by_township", "township"), ("by_department", "department")):
        for bar in board[bars]:
            assert leader.get(f"/placements?{name}={bar['key']}")["total"] == bar["notified"]
    for bar in board["by_status"]:
        assert leader.get(f"/placements?status={bar['key']}")["total"] == bar["count"]
    for matter in busy:
        found = leader.get(f"/placements?matter={matter.pk}")
        assert found["total"] == leader.get(f"/matters/{matter.pk}/progress")["notified"]


@pytest.mark.clause("3.3a")
def test_progress_says_how_many_of_how_many(stage: Stage, busy: list[Matter]) -> None:
    progress = desk(stage, "water-clerk").get(f"/matters/{busy[0].pk}/progress")
    rows = progress.pop("rows")
    assert progress == {
        "townships": 3, "townships_done": 3, "villages": 6, "notified": 6, "confirmed": 2, "completed": 1, "closed": 0,
    }  # fmt: skip
    assert [row["confirmed"] for row in rows] == [2, 0, 0]
    ended = desk(stage, "water-clerk").get(f"/matters/{busy[1].pk}/progress")
    assert (ended["closed"], {row["delivery"] for row in ended["rows"]}) == (6, {"withdraw"})


@pytest.mark.clause("2.1f", "3.3a")
def test_progress_follows_a_change_of_scope(stage: Stage) -> None:
    """Who came in is owed it, who was let go has had it."""
    matter = arrived(stage, 0, title="河道清淤")
    stays, comes = stage.villages(0)[0].code, stage.villages(1)[0].code
    matter = adjusted(stage, matter, scope=[stays, comes])
    reader = desk(stage, "leader")
    before = reader.get(f"/matters/{matter.pk}/progress")
    assert [(row["villages"], row["notified"]) for row in before["rows"]] == [(2, 2), (1, 0)]
    carry(matter)
    after = reader.get(f"/matters/{matter.pk}/progress")
    assert [(row["villages"], row["notified"], row["closed"]) for row in after["rows"]] == [(2, 2, 1), (1, 1, 0)]
    assert (after["townships"], after["townships_done"]) == (2, 2)


def test_a_delivery_that_failed_is_seen_with_its_reason(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0, 1), title="河道清淤")
        failing, waiting = matter.deliveries.order_by("id")
    monkeypatch.setattr(carrying, "enter_villages", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        deliver(township=failing.schema_name, delivery_id=failing.pk)
    progress = desk(stage, "leader").get(f"/matters/{matter.pk}/progress")
    assert (progress["townships_done"], progress["notified"]) == (0, 0)
    assert [row["delivery_status"] for row in progress["rows"]] == [Delivery.Status.FAILED, Delivery.Status.PENDING]
    assert "ZeroDivisionError" in progress["rows"][0]["delivery_error"]
    assert waiting.error == ""


@pytest.mark.parametrize("path", ["/board", "/placements", "/matters/{matter}/progress"])
def test_the_county_reads_its_own_tables_only(stage: Stage, busy: list[Matter], path: str) -> None:
    leader = desk(stage, "leader")
    with CaptureQueriesContext(connection) as captured:
        leader.get(path.format(matter=busy[0].pk))
    asked = [query["sql"] for query in captured.captured_queries]
    assert any("oversight_placementfact" in sql for sql in asked)
    assert not [sql for sql in asked if "placements_placement" in sql or '"t_' in sql or "UNION" in sql]
    assert len(asked) <= 12

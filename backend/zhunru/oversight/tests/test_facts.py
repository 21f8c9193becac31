"""The county's facts are the townships' placements, whatever was done to these and however."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhunru.admissions.tests.stage import LONG_AGO, Stage
from zhunru.core.actors import SYSTEM
from zhunru.core.history import create_many
from zhunru.divisions.models import Township
from zhunru.oversight.models import PlacementFact
from zhunru.placements.models import Placement
from zhunru.tenancy.context import county_context, township_context

Owner = Callable[[], AbstractContextManager[Any]]
COLUMNS = (
    "id", "matter_id", "village_id", "department_id", "status",
    "notified_at", "entered_at", "completed_at", "closed_at", "late_on",
)  # fmt: skip
CLOSED = {"closed_at": timezone.now(), "closing_reason": "任务已完成", "closing_code": "7K3MQ9XW2F47"}


def believed() -> set[tuple[Any, ...]]:
    """What the county holds, with the township's number before each."""
    with county_context():
        return set(PlacementFact.objects.values_list("township_id", *COLUMNS))


def actual(townships: list[Township]) -> set[tuple[Any, ...]]:
    """What the townships hold."""
    found: set[tuple[Any, ...]] = set()
    for township in townships:
        with township_context(township):
            found |= {(township.no, *_told(placement)) for placement in Placement.objects.all()}
    return found


def _told(placement: Placement) -> tuple[Any, ...]:
    """A discreet refusal is told as what the placement was before it."""
    if placement.status == "refused" and placement.discreet:
        placement.refusal_id = None
        placement.status = Placement.Status(placement.course)
    return tuple(getattr(placement, name) for name in COLUMNS)


def a_placement(matter: int, village_id: int) -> Placement:
    return Placement(
        matter_id=matter,
        matter_code="540522-SX-0001",
        title="春灌节水入户宣传",
        department_id=1,
        department="县水务局",
        village_id=village_id,
        village_duty="引导入户",
        funding=0,
        starts_on=LONG_AGO,
        document_id=1,
        document_number="演社工准〔2026〕1号",
        document_code="7K3MQ9XW2F47",
        notified_at=timezone.now(),
    )


def raw(sql: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


# --- the ways of writing: each gets a township and a number to choose with ---


def insert_one(township: Township, n: int) -> None:
    village = township.villages.all()[n % 2]
    if not Placement.objects.filter(matter_id=n, village=village).exists():
        a_placement(n, village.pk).record(actor=SYSTEM, reason="送达")


def insert_many(township: Township, n: int) -> None:
    there = set(Placement.objects.values_list("matter_id", "village_id"))
    rows = [a_placement(m, v.pk) for m in range(n, n + 3) for v in township.villages.all() if (m, v.pk) not in there]
    create_many(Placement, rows, actor=SYSTEM, reason="送达")


def insert_by_sql(township: Township, n: int) -> None:
    """A copy of what is there for another matter: one statement, any number of rows."""
    names = [str(f.column) for f in Placement._meta.fields if f.column not in ("id", "matter_id")]
    raw(
        f"INSERT INTO placements_placement (matter_id, {', '.join(names)}) "
        f"SELECT matter_id + %s, {', '.join(names)} FROM placements_placement ON CONFLICT DO NOTHING",
        n,
    )


def change_one(township: Township, n: int) -> None:
    placement = Placement.objects.order_by("id").first()
    if placement:
        placement.status, placement.entered_at = Placement.Status.ENTERED, timezone.now()
        placement.record(actor=SYSTEM, reason="签收")


def change_many_by_sql(township: Township, n: int) -> None:
    raw("UPDATE placements_placement SET status = 'completed', completed_at = now() WHERE matter_id %% 3 = %s", n % 3)


def change_nothing_by_sql(township: Township, n: int) -> None:
    raw("UPDATE placements_placement SET status = 'completed' WHERE false")


def refuse_by_sql(township: Township, n: int) -> None:
    """Openly or discreetly; what was closed is not refused."""
    discreet = bool(n % 2)
    raw(
        "UPDATE placements_placement SET status = 'refused', refusal_id = 1, discreet = %s "
        "WHERE status <> 'closed' AND matter_id %% 2 = %s",
        discreet,
        n % 2,
    )


def rest_by_sql(township: Township, n: int) -> None:
    raw("UPDATE placements_placement SET status = 'suspended' WHERE status IN ('notified', 'entered')")


def come_back_by_sql(township: Township, n: int) -> None:
    """What was closed is in scope again: told anew."""
    raw(
        "UPDATE placements_placement SET status = 'notified', closed_at = NULL, closing_reason = '', "
        "closing_code = '', entered_at = NULL, completed_at = NULL, notified_at = now() WHERE status = 'closed'"
    )


def close_all(township: Township, n: int) -> None:
    for placement in Placement.objects.exclude(status="closed"):
        for name, value in CLOSED.items():
            setattr(placement, name, value)
        placement.status = Placement.Status.CLOSED
        placement.record(actor=SYSTEM, reason="撤销")


def undo(township: Township, n: int) -> None:
    """Written, and rolled back to a savepoint."""
    with transaction.atomic():
        insert_many(township, n)
        transaction.set_rollback(True)


WAYS = (
    insert_one, insert_many, insert_by_sql, change_one,
    change_many_by_sql, change_nothing_by_sql, refuse_by_sql, rest_by_sql, come_back_by_sql, close_all, undo,
)  # fmt: skip


@pytest.mark.clause("3.3a")
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(WAYS), st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=8))
def test_facts_are_the_placements_after_whatever_was_written(
    stage: Stage, acts: list[tuple[Callable[[Township, int], None], int, int]]
) -> None:
    before = transaction.savepoint_create()
    for write, place, n in acts:
        township = stage.townships[place]
        with township_context(township):
            write(township, n)
        assert believed() == actual(stage.townships), write.__name__
    transaction.savepoint_rollback(before)


@pytest.mark.parametrize(
    "verb", ["INSERT INTO {} SELECT * FROM {}", "UPDATE {} SET status = 'closed'", "DELETE FROM {}"]
)
@pytest.mark.parametrize("place", ["county", "township"])
def test_nobody_writes_facts_but_the_trigger(stage: Stage, verb: str, place: str) -> None:
    statement = verb.format(*["public.oversight_placementfact"] * 2)
    side = county_context() if place == "county" else township_context(stage.townships[0])
    with side, pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        raw(statement)


def test_a_township_does_not_call_the_trigger_function_itself(stage: Stage) -> None:
    refused = pytest.raises(DatabaseError, match="permission denied for function")
    with township_context(stage.townships[0]), refused, transaction.atomic():
        raw("SELECT public.push_placement_facts()")


def test_facts_carry_no_person() -> None:
    names = {field.name for field in PlacementFact._meta.fields}
    assert names == {"id", "township", "matter", "village", "department", "status"} | {
        "notified_at", "entered_at", "completed_at", "closed_at", "late_on",
    }  # fmt: skip


# --- rebuilding ---


def command(*options: str) -> str:
    out = StringIO()
    call_command("rebuild_facts", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def spoiled(transactional_db: None, owner: Owner) -> set[tuple[Any, ...]]:
    """Three townships with placements; one fact is lost, one is old, two are of nobody. Gives what should be."""
    with county_context():
        townships = list(Township.objects.prefetch_related("villages"))
    for township in townships:
        with township_context(township):
            insert_many(township, 1)
    right = actual(townships)
    with owner():
        lost, old, copied = PlacementFact.objects.order_by("id")[:3]
        lost.delete()
        PlacementFact.objects.filter(pk=old.pk).update(status="closed")
        copied.pk, copied.township_id = copied.pk + 1000, copied.township_id
        copied.save(force_insert=True)
        copied.pk, copied.township_id = 77 << 36, 77
        copied.save(force_insert=True)
    assert believed() != right
    return right


@pytest.mark.django_db(transaction=True)
def test_the_check_names_each_difference_and_changes_nothing(spoiled: set[tuple[Any, ...]], owner: Owner) -> None:
    before, out = believed(), StringIO()
    with owner(), pytest.raises(CommandError, match="4 facts differ") as failed:
        call_command("rebuild_facts", "--check", stdout=out)
    assert failed.value.returncode == 1
    faults = sorted(line.rpartition(" is ")[2] for line in out.getvalue().splitlines())
    assert faults == ["missing", "out of date", "without a placement", "without a placement"]
    assert believed() == before


@pytest.mark.django_db(transaction=True)
def test_a_rebuild_makes_the_facts_what_the_townships_hold(spoiled: set[tuple[Any, ...]], owner: Owner) -> None:
    with owner():
        assert "4 differences mended" in command()
        assert "0 differences." in command("--check")
    assert believed() == spoiled


def test_the_applications_login_rebuilds_nothing(db: None) -> None:
    with pytest.raises(CommandError, match="administrator's login"):
        command()

"""Batches: asked for twice they are one; stopped anywhere they go on, and nothing is made twice or lost."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from zhunru.accounts.models import Organisation, User
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.documents import storage
from zhunru.documents.batching import asking, queries, working
from zhunru.documents.batching.jobs import JOBS, register
from zhunru.documents.batching.workflow import BATCHES
from zhunru.documents.models import Batch, Document, NumberSeries, Seal
from zhunru.documents.tests.papers_in_batches import JOB, Wanted

S = Batch.Status


@pytest.fixture
def clerk(office: Organisation) -> Actor:
    user = User(realm=COUNTY, username="batch-clerk", name="演示经办员")
    user.record(actor=Actor(None, "", None, COUNTY), reason="开户")
    return Actor(user.pk, user.name, Role.SOCIAL_WORK_CLERK, COUNTY)


def asked(clerk: Actor, **wanted: Any) -> Batch:
    return asking.ask(JOBS[JOB], Wanted(**wanted), actor=clerk)


def fresh(batch: Batch) -> Any:
    """With its progress."""
    return queries.with_progress(Batch.objects.filter(pk=batch.pk)).get()


def numbers() -> list[int]:
    return sorted(Document.objects.values_list("seq", flat=True))


def test_what_is_asked_for_twice_is_one_batch_and_one_set_of_papers(clerk: Actor, seal: Seal) -> None:
    first, second = asked(clerk), asked(clerk)
    assert first.pk == second.pk
    working.carry_on(first.pk)
    again = asked(clerk)
    working.carry_on(again.pk)
    assert (again.pk, fresh(again).status, numbers()) == (first.pk, S.DONE, [1, 2, 3])


def test_another_condition_or_another_state_is_another_batch(clerk: Actor) -> None:
    made = {asked(clerk, count=2).pk, asked(clerk, count=3).pk, asked(clerk, stamp="changed").pk}
    assert len(made) == 3


def test_of_two_who_ask_at_once_the_second_gets_the_firsts(clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second has looked before the first was there."""
    first = asked(clerk)
    planned = list(JOBS[JOB].plan(Wanted(), clerk))
    again = asking._begun(JOBS[JOB], Wanted(), planned, first.key, clerk)
    assert again.pk == first.pk
    assert Batch.objects.count() == 1


def test_progress_is_counted_as_it_goes_and_the_file_is_kept_under_its_hash(clerk: Actor, seal: Seal) -> None:
    batch = asked(clerk)
    assert (fresh(batch).made, batch.total, batch.status) == (0, 3, S.WAITING)
    assert working.carry_on(batch.pk, seconds=0) is True
    assert fresh(batch).status == S.RUNNING
    assert working.carry_on(batch.pk) is False
    done = fresh(batch)
    assert (done.made, done.done, done.status, done.file_name) == (3, 3, S.DONE, f"{batch.pk}.zip")
    content = storage.batch_path(done.sha256).read_bytes()
    assert len(content) == done.size
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None


def test_a_cancelled_batch_stops_and_goes_on_where_it_stopped(
    clerk: Actor, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = asked(clerk)
    real = working._make

    def cut(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        BATCHES.take("cancel", fresh(batch), actor=clerk)

    with monkeypatch.context() as patched:
        patched.setattr(working, "_make", cut)
        assert working.carry_on(batch.pk) is False
    assert (fresh(batch).status, fresh(batch).made) == (S.CANCELLED, 1)
    assert working.carry_on(batch.pk) is False
    again = asked(clerk)
    assert (again.pk, again.status) == (batch.pk, S.WAITING)
    working.carry_on(batch.pk)
    assert (fresh(batch).status, numbers()) == (S.DONE, [1, 2, 3])


def test_what_cannot_be_made_is_said_and_holds_up_nothing_else(clerk: Actor, seal: Seal) -> None:
    batch = asked(clerk, broken=2)
    working.carry_on(batch.pk)
    failed = fresh(batch)
    assert (failed.status, failed.made, failed.failed) == (S.FAILED, 2, 1)
    assert failed.items.get(place=2).error == "这一件做不成"
    assert failed.error.startswith("1件未能制成")
    assert numbers() == [1, 2]


def test_what_failed_is_tried_again_and_gets_the_next_number(
    clerk: Actor, seal: Seal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the system in the middle: its number is free again, so none is missing."""
    batch = asked(clerk)
    real, calls = storage.store_paper, []

    def fails_once(content: bytes) -> str:
        calls.append(1)
        if len(calls) == 2:
            raise ZeroDivisionError
        return real(content)

    monkeypatch.setattr(storage, "store_paper", fails_once)
    working.carry_on(batch.pk)
    assert fresh(batch).items.get(place=2).error.startswith("制作时出现系统错误")
    BATCHES.take("resume", fresh(batch), actor=clerk)
    working.carry_on(batch.pk)
    assert (fresh(batch).status, numbers()) == (S.DONE, [1, 2, 3])
    assert list(batch.items.order_by("place").values_list("document__seq", flat=True)) == [1, 3, 2]


def test_an_item_that_is_made_is_not_made_again(clerk: Actor, seal: Seal) -> None:
    """Whatever a second worker has read before, the locked row decides."""
    batch = asked(clerk, count=1)
    item = batch.items.get()
    for _ in range(2):
        working._make(JOBS[JOB], item, ("事项", 0))
    assert numbers() == [1]


def test_a_batch_of_nothing_is_refused(clerk: Actor) -> None:
    with pytest.raises(DomainError, match="没有符合条件"):
        asked(clerk, count=0)


def test_too_much_is_refused_before_anything_is_written(clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST", 2)
    with pytest.raises(DomainError, match="超过2件"):
        asked(clerk)
    assert not Batch.objects.exists()


def test_only_who_may_ask_may_ask_and_only_the_asker_or_the_office_may_stop(clerk: Actor) -> None:
    auditor = Actor(clerk.person + 1, "演示审计员", Role.AUDITOR, COUNTY)
    with pytest.raises(NotAllowedError):
        asked(auditor)
    batch = asked(clerk)
    with pytest.raises(DomainError, match="只能取消或者继续自己申请的"):
        BATCHES.take("cancel", batch, actor=auditor)


def test_a_job_that_is_known_no_more_is_left_alone(clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = asked(clerk)
    monkeypatch.delitem(JOBS, JOB)
    assert working.carry_on(batch.pk) is False
    assert fresh(batch).status == S.WAITING


def test_two_jobs_of_one_name_are_a_mistake() -> None:
    first = JOBS[JOB]
    assert register(first) is first
    with pytest.raises(ValueError, match="two jobs"):
        register(replace(JOBS["archive"], name=JOB))


def test_a_lost_number_series_would_be_seen(clerk: Actor, seal: Seal) -> None:
    """Rule A-18: as many papers as the series has given numbers."""
    batch = asked(clerk, count=4, broken=3)
    working.carry_on(batch.pk)
    with transaction.atomic():
        assert NumberSeries.objects.get(series="准").last == Document.objects.count() == 3

"""A release is added when there is news of a contract, and only then: numbered without a gap, unchangeable."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone, translation

from zhunru.demo.tests.crowd import at_once
from zhunru.purchases.models import Release
from zhunru.purchases.ocds.contract import Milestone, Progress, Supplement
from zhunru.purchases.releases import publish, releases_of
from zhunru.purchases.tests.ocds_samples import sample
from zhunru.tenancy.context import county_context
from zhunru.tenancy.stamps import BITS


@pytest.fixture
def contract_id(townships: list[Any]) -> int:
    return int(townships[0].no << BITS) + 1


@pytest.mark.clause("2.4d")
@pytest.mark.usefixtures("on_county_side")
def test_each_piece_of_news_is_one_release_and_none_is_none(contract_id: int) -> None:
    now = timezone.now()
    first = publish(sample(), contract_id=contract_id, now=now)
    assert first is not None
    assert first.ocid == f"ocds-213czf-{contract_id}"
    assert publish(sample(), contract_id=contract_id, now=now + timedelta(days=1)) is None
    amended = {"supplements": (Supplement(2, date(2026, 5, 1), "增加巡查"),)}
    publish(sample(**amended), contract_id=contract_id, now=now + timedelta(days=2))
    met = (Milestone("1", "上半年验收", Progress.MET),)
    publish(sample(**amended, milestones=met), contract_id=contract_id, now=now + timedelta(days=3))
    rows = list(releases_of(first.ocid))
    assert [row.seq for row in rows] == [1, 2, 3]
    assert [row.body["tag"] for row in rows] == [["contract"], ["contractAmendment"], ["implementation"]]
    assert rows[2].body["contracts"][0]["amendments"][0]["releaseID"] == rows[1].body["id"]
    assert len({row.sha256 for row in rows}) == 3


@pytest.mark.usefixtures("on_county_side")
def test_a_worker_that_speaks_another_language_has_no_news(contract_id: int) -> None:
    publish(sample(), contract_id=contract_id, now=timezone.now())
    with translation.override("en"):
        assert publish(sample(), contract_id=contract_id, now=timezone.now()) is None


@pytest.mark.usefixtures("on_county_side")
def test_what_was_told_stays_told(contract_id: int) -> None:
    told = publish(sample(), contract_id=contract_id, now=timezone.now())
    assert told is not None
    for act in (told.delete, told.save):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            act()


def test_only_the_county_publishes(contract_id: int, townships: list[Any], in_township: Any) -> None:
    with in_township(townships[0]), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Release.objects.create(
            ocid="ocds-213czf-1", contract_id=contract_id, township_id=townships[0].no, seq=1,
            published_at=timezone.now(), body={}, sha256="0" * 64,
        )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_of_many_who_publish_the_same_at_once_one_does(townships: list[Any]) -> None:
    contract_id = int(townships[0].no << BITS) + 1

    def act(place: int) -> bool:
        with county_context():
            return publish(sample(), contract_id=contract_id, now=timezone.now()) is not None

    assert sorted(at_once(act, 8)) == [False] * 7 + [True]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_publish_different_news_at_once_each_gets_a_number(townships: list[Any]) -> None:
    contract_id = int(townships[0].no << BITS) + 1

    def act(place: int) -> int:
        with county_context():
            told = publish(sample(description=f"第{place}稿"), contract_id=contract_id, now=timezone.now())
        assert told is not None
        return told.seq

    assert sorted(at_once(act, 8)) == list(range(1, 9))

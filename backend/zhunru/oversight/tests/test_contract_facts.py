"""The county's facts of contracts are the townships' rows, and can be derived anew from them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from zhunru.admissions.tests.fixtures import at, calendar
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import Deal
from zhunru.oversight import rebuilding
from zhunru.oversight.mirrors import MIRRORS
from zhunru.purchases.models import ContractFact, DeliverableFact, InstalmentFact, PeriodFact, TermsFact
from zhunru.tenancy.context import county_context

__all__ = ["at", "calendar"]

Owner = Callable[[], AbstractContextManager[Any]]


def believed() -> dict[str, list[dict[str, Any]]]:
    with county_context():
        return {mirror.word: list(mirror.fact._default_manager.order_by("id").values()) for mirror in MIRRORS}


@pytest.fixture
def deal(calendar: None, stage: Stage, at: Callable[[str], None]) -> Deal:
    """A contract at work, with one record that waits for the department."""
    contract = samples.performing(stage)
    at("2026-03-20 09:00")
    found = Deal(stage, contract)
    work = {"clause": 2, "done_on": "2026-03-19", "quantity": "1", "submit": True}
    found.village.post(f"{found.path}/deliverables", work)
    return found


@pytest.mark.django_db(transaction=True)
def test_what_is_spoiled_is_named_and_mended(deal: Deal, owner: Owner) -> None:
    township, right = deal.contract.village.township, believed()
    assert all(right[name] for name in ("contract", "terms", "period", "instalment", "deliverable"))
    with owner():
        assert rebuilding.differences(township) == []
        ContractFact.objects.update(status="archived")
        TermsFact.objects.all().delete()
        PeriodFact.objects.update(no=9)
        InstalmentFact.objects.update(due_on="2026-01-01")
        DeliverableFact.objects.update(waiting=0)
        named = {line.split(": ")[1].split()[0] for line in rebuilding.differences(township)}
        assert named == {"contract", "terms", "period", "instalment", "deliverable"}
        rebuilding.rebuild(township)
        assert rebuilding.differences(township) == []
    assert believed() == right

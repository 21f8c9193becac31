"""The night: silence confirms work where the county has it so, and a term for defence ends; money never (P-11)."""

from datetime import date

import pytest

from zhunru.admissions.sweeping import sweep as whole_night
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.settings import set_parameters
from zhunru.admissions.tests.stage import Stage
from zhunru.configuration import queries
from zhunru.contracts.models import Contract, Deliverable, Instalment, Period
from zhunru.contracts.sweeping import sweep
from zhunru.contracts.tests.deals import IN_JULY, PARTLY, Deal
from zhunru.contracts.tests.test_deliverables import WORK
from zhunru.tenancy.context import county_context, township_context


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    at(IN_JULY)
    return Deal(stage, performing)


def night(deal: Deal, today: str) -> list[int]:
    with township_context(deal.contract.village.township):
        return list(sweep(today=date.fromisoformat(today)).values())


def work(deal: Deal) -> Deliverable:
    with township_context(deal.contract.village.township):
        found: Deliverable = Deliverable.objects.get()
        return found


def period(deal: Deal) -> Period:
    with township_context(deal.contract.village.township):
        found: Period = Period.objects.get(no=1)
        return found


def handed_over(deal: Deal) -> None:
    deal.village.post(f"{deal.path}/deliverables", WORK | {"submit": True})


@pytest.mark.clause("2.4c")
def test_work_that_nobody_queried_in_five_working_days_is_confirmed(deal: Deal) -> None:
    handed_over(deal)
    assert night(deal, "2026-07-13") == [0, 0]
    assert night(deal, "2026-07-14") == [1, 0]
    assert night(deal, "2026-07-14") == [0, 0]
    found = work(deal)
    assert (found.status, found.silent) == (Deliverable.Status.CONFIRMED, True)
    assert found.confirmed_at is not None
    with township_context(deal.contract.village.township):
        assert found.history.latest("history_id").actor_name == "系统"


def test_where_the_county_does_not_have_it_so_silence_confirms_nothing(deal: Deal) -> None:
    handed_over(deal)
    with county_context():
        purchases = queries.current().values.purchases.model_dump(mode="json")
        set_parameters(deal.stage, purchases=purchases | {"silence_confirms_deliverables": False})
    assert night(deal, "2026-08-14") == [0, 0]
    assert work(deal).status == Deliverable.Status.SUBMITTED


def test_work_that_was_queried_waits_for_the_village(deal: Deal) -> None:
    handed_over(deal)
    deal.clerk.post(f"/deliverables/{work(deal).pk}/query", {"remark": "数量不符"})
    assert night(deal, "2026-08-14") == [0, 0]


@pytest.mark.clause("2.4d")
def test_verdicts_that_nobody_disputed_in_time_stand(deal: Deal) -> None:
    """P-11: five working days for the village, and as many after each answer."""
    deal.assessed(PARTLY)
    assert night(deal, "2026-07-13") == [0, 0]
    assert night(deal, "2026-07-14") == [0, 1]
    assert (period(deal).status, period(deal).due_on) == (Period.Status.AGREED, None)
    assert night(deal, "2026-07-15") == [0, 0]


def test_an_objection_is_never_silenced(deal: Deal) -> None:
    """Before it was answered, or while others mediate, no night changes anything."""
    deal.assessed(PARTLY)
    deal.took("village", "defend", items=[{"clause": 2, "text": "不符"}])
    assert night(deal, "2026-09-01") == [0, 0]
    deal.took("head", "answer", items=[{"clause": 2, "text": "属实"}])
    deal.took("village", "mediate")
    assert night(deal, "2026-09-01") == [0, 0]
    assert period(deal).status == Period.Status.AT_TOWNSHIP


def test_an_answer_that_nobody_disputed_in_time_stands(deal: Deal) -> None:
    deal.assessed(PARTLY)
    deal.took("village", "defend", items=[{"clause": 2, "text": "不符"}])
    deal.took("head", "answer", items=[{"clause": 2, "text": "属实"}])
    assert night(deal, "2026-07-14") == [0, 1]


@pytest.mark.clause("3.3b")
def test_money_never_arrives_by_silence(deal: Deal, at: At) -> None:
    deal.accepted()
    deal.paid(paid_on="2026-07-06")
    done = whole_night(at("2026-12-01"))
    assert not any(tally.failed for tally in done.values())
    with township_context(deal.contract.village.township):
        assert Instalment.objects.get(no=1).status == Instalment.Status.PAID


def test_one_row_that_fails_does_not_hold_up_the_others(deal: Deal, monkeypatch: pytest.MonkeyPatch) -> None:
    handed_over(deal)
    deal.assessed(PARTLY)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("zhunru.contracts.sweeping.DELIVERABLES.perform", broken)
    assert night(deal, "2026-07-14") == [0, 1]
    assert work(deal).status == Deliverable.Status.SUBMITTED

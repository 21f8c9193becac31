"""The life of a signed contract: published, filed, at rest, ended, settled and kept (rules P-08 and P-14)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Instalment, Period
from zhunru.contracts.schemas.contracts import Because, EndingIn, Filing
from zhunru.contracts.schemas.terms import Signing
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.samples import live
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.purchases.models import BudgetLine
from zhunru.tenancy.context import county_context, township_context

REASON = Because(remark="双方协商")
BIG: dict[str, Any] = {
    "price": "300000.00",
    "method": "single_source",
    "method_reason": "本村渠道只有本村能巡护",
    "awarded_on": "2026-02-02",
    "instalments": [{"no": 1, "title": "一次付清", "basis": "acceptance", "period": 2, "amount": "300000.00"}],
}


def big(stage: Stage, **changed: Any) -> Contract:
    """One to which procurement law applies."""
    line = samples.budget_line(stage.departments["water"], amount="400000.00", project="大额")
    budget = [{"line": line.pk, "amount": "300000.00"}]
    return samples.drafted(stage, **{**BIG, "budget": budget, **changed})


def refusal(code: str) -> pytest.RaisesExc[DomainError]:
    return pytest.raises(DomainError, check=lambda error: error.code == code)


def test_publication_opens_performance(calendar: None, stage: Stage) -> None:
    """Rule P-08: two working days to publish it."""
    contract = samples.signed(stage)
    assert contract.publication_due_on == date(2026, 3, 4)
    with pytest.raises(InvalidError):
        live(stage, contract, "publish", "water-clerk", Filing(on=date(2026, 3, 3)))
    done = live(stage, contract, "publish", "water-clerk", Filing())
    assert (done.status, done.published_on) == (Contract.Status.PERFORMING, date(2026, 3, 2))


def test_a_large_contract_is_filed_once(calendar: None, stage: Stage) -> None:
    """Rule P-08: a copy within seven working days, where procurement law applies."""
    contract = samples.signed(stage, big(stage))
    assert (contract.procurement_law, contract.filing_due_on) == (True, date(2026, 3, 11))
    filed = live(stage, contract, "file", "water-clerk", Filing())
    assert (filed.status, filed.filed_on) == (Contract.Status.SIGNED, date(2026, 3, 2))
    with refusal("filed"):
        live(stage, contract, "file", "water-clerk", Filing())


def test_a_small_contract_is_not_filed(stage: Stage, performing: Contract) -> None:
    with refusal("no_filing"):
        live(stage, performing, "file", "water-clerk", Filing())


@pytest.mark.parametrize(("awarded_on", "late"), [("2026-01-31", False), ("2026-01-30", True)])
def test_a_large_contract_is_signed_within_thirty_days(
    calendar: None, stage: Stage, awarded_on: str, late: bool
) -> None:
    """Rule P-08 (procurement law, article 46)."""
    contract = big(stage, awarded_on=awarded_on)
    samples.agreed(stage, contract)
    if late:
        with refusal("too_late"):
            samples.take(stage, contract, "sign", "water-head", Signing(signatory="演示负责人"))
    else:
        samples.take(stage, contract, "sign", "water-head", Signing(signatory="演示负责人"))


def test_a_large_contract_says_how_its_provider_was_chosen(calendar: None, stage: Stage) -> None:
    """Rule P-08: the day of the award, and no direct commission."""
    contract = big(stage, method="direct", awarded_on="")
    with pytest.raises(DomainError) as refused:
        samples.take(stage, contract, "submit", "water-clerk")
    assert {one["field"] for one in refused.value.faults} == {"method", "awarded_on"}  # type: ignore[attr-defined]


def test_a_contract_rests_and_goes_on(stage: Stage, performing: Contract) -> None:
    rested = live(stage, performing, "suspend", "water-head", Because(remark="渠道检修"))
    assert (rested.status, rested.suspension_reason) == (Contract.Status.SUSPENDED, "渠道检修")
    going = live(stage, performing, "resume", "water-head")
    assert (going.status, going.suspension_reason) == (Contract.Status.PERFORMING, "")


@pytest.mark.clause("2.4c")
def test_both_must_agree_to_part(stage: Stage, performing: Contract) -> None:
    with refusal("not_asked"):
        live(stage, performing, "agree_termination", "water-head")
    live(stage, performing, "ask_termination", "village", REASON)
    with refusal("own_request"):
        live(stage, performing, "agree_termination", "village")
    with refusal("asked"):
        live(stage, performing, "ask_termination", "water-head", REASON)
    ended = live(stage, performing, "agree_termination", "water-head")
    assert (ended.status, ended.ending) == (Contract.Status.SETTLEMENT, Contract.Ending.MUTUAL)


def test_what_can_no_longer_be_done_is_cancelled_and_the_money_is_free(stage: Stage, performing: Contract) -> None:
    ending = EndingIn(remark="政策调整", ending=Contract.Ending.PUBLIC_INTEREST)
    live(stage, performing, "terminate", "water-head", ending)
    with township_context(performing.village.township):
        assert {one.status for one in Period.objects.all()} == {Period.Status.CANCELLED}
        assert {one.status for one in Instalment.objects.all()} == {Instalment.Status.CANCELLED}
    live(stage, performing, "complete", "water-head")
    with county_context():
        assert BudgetLine.objects.get().reserved == Decimal(0)


@pytest.mark.clause("2.4c")
def test_work_that_has_begun_is_settled_after_an_early_end(stage: Stage, performing: Contract, at: At) -> None:
    """The period under way stays to be reported and judged; only when the village's days are over may it be left."""
    at("2026-04-01 09:00")
    ending = EndingIn(remark="政策调整", ending=Contract.Ending.PUBLIC_INTEREST)
    live(stage, performing, "terminate", "water-head", ending)
    with township_context(performing.village.township):
        assert [one.status for one in Period.objects.order_by("no")] == [Period.Status.PLANNED, Period.Status.CANCELLED]
    with pytest.raises(DomainError, match="提交自评报告"):
        live(stage, performing, "complete", "water-head")
    at("2026-05-02 09:00")
    live(stage, performing, "complete", "water-head")
    with township_context(performing.village.township):
        assert {one.status for one in Period.objects.all()} == {Period.Status.CANCELLED}
        assert {one.status for one in Instalment.objects.all()} == {Instalment.Status.CANCELLED}


def test_the_village_ends_nothing_by_itself(stage: Stage, performing: Contract) -> None:
    ending = EndingIn(remark="不想做了", ending=Contract.Ending.BREACH)
    with pytest.raises(NotAllowedError):
        live(stage, performing, "terminate", "village", ending)


def test_nothing_is_settled_before_every_period_is_concluded(stage: Stage, performing: Contract) -> None:
    """Clause 2.4d."""
    with refusal("period_open"):
        live(stage, performing, "settle", "water-head")


def test_a_contract_is_kept_for_fifteen_years(stage: Stage, performing: Contract, at: At) -> None:
    """Rule P-14."""
    live(stage, performing, "terminate", "water-head", EndingIn(remark="违约", ending=Contract.Ending.BREACH))
    live(stage, performing, "complete", "water-head")
    at("2028-02-29")
    kept = live(stage, performing, "archive", "water-clerk")
    assert (kept.status, kept.archived_on) == (Contract.Status.ARCHIVED, date(2028, 2, 29))
    assert kept.keep_until == date(2043, 3, 1)

"""A score stands on its period's own page, and is the same whenever it is computed anew (rules P-10 and P-15)."""

from decimal import Decimal

import pytest
from django.db import connection

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Period, Verdict
from zhunru.contracts.tests.deals import IN_JULY, PARTLY, Deal, code
from zhunru.core.actors import SYSTEM
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.clause("2.4d")


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    at(IN_JULY)
    return Deal(stage, performing)


def recomputed(deal: Deal, who: str = "village") -> dict[str, object]:
    found: dict[str, object] = deal.desk(who).get(f"/periods/{deal.ids('periods')[0]}/recomputed")
    return found


def test_a_score_is_computed_anew_from_its_history_by_its_own_formula(deal: Deal, at: At) -> None:
    path = f"/periods/{deal.ids('periods')[0]}/recomputed"
    assert code(deal.village.ask("GET", path)) == (409, "not_signed")
    deal.accepted(PARTLY)
    told = {"formula": 1, "stored": "77.50", "computed": "77.50", "same": True}
    assert recomputed(deal) == told
    at("2036-07-06 09:00")
    assert recomputed(Deal(deal.stage, deal.contract)) == told


def test_what_was_changed_behind_the_signature_is_found(deal: Deal) -> None:
    """The history tells what the verdicts were; a stored figure that does not follow from it is told."""
    deal.accepted(PARTLY)
    with township_context(deal.contract.village.township):
        verdict = Verdict.objects.get(clause__number=2)
        verdict.actual = Decimal(12)
        verdict.record(actor=SYSTEM, reason="试")
    assert recomputed(deal)["computed"] == "77.50"
    with township_context(deal.contract.village.township):
        period = Period.objects.get(no=1)
        period.score = Decimal("99.00")
        period.record(actor=SYSTEM, reason="试")
    assert recomputed(deal) == {"formula": 1, "stored": "99.00", "computed": "77.50", "same": False}


def test_a_list_of_periods_tells_no_score(deal: Deal) -> None:
    """Rule P-15: what stands beside one another could be compared."""
    deal.accepted(PARTLY)
    for row in deal.head.get(f"{deal.path}/periods"):
        assert not {name for name in row if "score" in name or "band" in name}
    assert "77.5" not in str(deal.head.get(deal.path))


def test_no_table_of_the_county_has_a_place_for_a_score(deal: Deal) -> None:
    """Rule P-15: facts pushed up carry none; in a township only a period does, with its history."""
    with county_context(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_schema = 'public', table_name FROM information_schema.columns"
            " WHERE column_name ~ '(score|ranking|satisfaction)' AND table_schema ~ '^(public|t_.*)$'"
        )
        found = set(cursor.fetchall())
    assert found <= {(False, "contracts_period"), (False, "contracts_historicalperiod")}
    with county_context(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name ~ '^purchases_.*fact$'"
            " AND column_name ~ '(score|verdict|band|points|result|rank)'"
        )
        assert cursor.fetchall() == []

"""What the papers of a purchase may say: a sealed one has no gap, a draft may have."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhunru.core.errors import DomainError
from zhunru.documents.kinds.parties import Party
from zhunru.documents.tests import purchases
from zhunru.documents.tests.purchases import PROVIDER

WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"budget": []}, "budget", "尚缺必备内容"),
    ({"deliberation": None}, "deliberation", "尚缺必备内容"),
    ({"price": Decimal("36000.01")}, "budget", "各项预算金额之和应当等于合同价款"),
    ({"clauses": purchases.CLAUSES[2:]}, "clauses", "权重之和应当为100"),
    ({"to_on": date(2026, 3, 9)}, "to_on", "结束日期不能早于开始日期"),
    ({"provider": Party(name=PROVIDER)}, "provider", "签订日期"),
]


@pytest.mark.parametrize(("changed", "field", "sentence"), WRONG)
def test_a_contract_with_a_gap_is_no_contract_and_may_be_a_draft(
    changed: dict[str, Any], field: str, sentence: str
) -> None:
    """Rules P-02, P-05 and P-07 once more, where a paper would say otherwise."""
    with pytest.raises(DomainError, match=sentence) as refused:
        purchases.contract(**changed)
    assert refused.value.field == field
    assert purchases.contract(**changed, draft=True).is_draft


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"panel": purchases.PANEL[:2]}, "panel"),
        ({"panel": [*purchases.PANEL, purchases.PANEL[0]]}, "panel"),
        ({"panel": [purchases.PANEL[0]] * 3}, "panel"),
        ({"conclusion": "remedy"}, "remedy_by_on"),
        ({"remedy_by_on": date(2026, 10, 1)}, "remedy_by_on"),
    ],
)
def test_an_acceptance_has_a_panel_with_a_recipient_and_a_term_where_it_asks_for_remedy(
    changed: dict[str, Any], field: str
) -> None:
    """Rule P-12."""
    with pytest.raises(DomainError) as refused:
        purchases.acceptance(**changed)
    assert refused.value.field == field


def test_a_supplement_changes_something() -> None:
    with pytest.raises(DomainError, match="至少变更一项"):
        purchases.supplement(changes=[], price=Decimal(36000), to_on=date(2027, 3, 9))

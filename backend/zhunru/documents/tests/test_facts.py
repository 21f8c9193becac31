"""What a paper may say: contradictions and gaps are told in a sentence that a clerk can act on."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from zhunru.core.errors import DomainError
from zhunru.documents import composing
from zhunru.documents.kinds import KINDS, SLIPS
from zhunru.documents.kinds.approval import Instalment
from zhunru.documents.kinds.declaration import MatterName, PaperFacts
from zhunru.documents.tests.every_kind import ENTERED_AT, FACTS, conditional
from zhunru.documents.tests.samples import approval, paper

ONE = MatterName(title="村级供水设施巡护", code="540522-CG-0004")


def changed(name: str, **values: Any) -> PaperFacts:
    kind = (KINDS | SLIPS)[name]
    return kind.facts.model_validate({**dict(FACTS[name]), **values})


WRONG: list[tuple[Callable[[], PaperFacts], str, str]] = [
    (lambda: approval(funding=None), "funding", "请写明工作经费，或者写明无需经费的理由"),
    (lambda: approval(no_cost_reason="只需通知"), "funding", "二者只填其一"),
    (
        lambda: approval(
            funding=None, no_cost_reason="无", funding_due=[Instalment(on=date(2026, 4, 30), amount=Decimal(1))]
        ),
        "funding_due",
        "无需经费的事项不能有拨付时间",
    ),
    (lambda: approval(ends_on=date(2026, 3, 9)), "ends_on", "结束日期不能早于开始日期"),
    (lambda: changed("merger", ends_on=date(2026, 6, 30)), "ends_on", "结束日期不能早于开始日期"),
    (lambda: changed("extension", ends_on=date(2026, 12, 31)), "ends_on", "应当晚于原结束日期"),
    (lambda: changed("merger", predecessors=[ONE]), "predecessors", "合并至少涉及两个不同的工作事项"),
    (lambda: changed("merger", predecessors=[ONE, ONE]), "predecessors", "两个不同的工作事项"),
    (lambda: changed("split", successors=[]), "successors", "拆分后应当至少有两个不同的工作事项"),
    (
        lambda: changed("provisional", registered_at=ENTERED_AT - timedelta(minutes=1)),
        "registered_at",
        "登记时间不能早于先行进入的时间",
    ),
    (lambda: changed("withdrawal", petition={"villages": 5, "of": 4}), "petition", "不能多于事项涉及的村（社区）"),
    (lambda: changed("refusal", reasons=["R1", "R10"]), "reasons", "不在规定的九项之内"),
    (lambda: changed("refusal", reasons=["R1", "R1"]), "reasons", "同一项理由只填一次"),
    (lambda: changed("refusal", refused_on=date(2026, 3, 1)), "refused_on", "告知日期不能早于提出要求的日期"),
]


@pytest.mark.parametrize(("making", "field", "sentence"), WRONG)
def test_facts_that_contradict_each_other_are_refused_at_their_field(
    making: Callable[[], PaperFacts], field: str, sentence: str
) -> None:
    with pytest.raises(DomainError) as refused:
        making()
    assert (refused.value.code, refused.value.field) == ("paper_incomplete", field)
    assert sentence in refused.value.message


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("correction", {"defects": []}, "defects"),
        ("correction", {"defects": ["  "]}, "defects"),
        ("correction", {"working_days": 0}, "working_days"),
        ("rejection", {"reasons": []}, "reasons"),
        ("rejection", {"decision_number": None}, "decision_number"),
        ("adjustment", {"changes": []}, "changes"),
        ("provisional", {"entered_at": ENTERED_AT.replace(tzinfo=None)}, "entered_at"),
        ("provisional", {"scope": []}, "scope"),
        ("lapse", {"matter_code": ""}, "matter_code"),
        ("refusal", {"reasons": []}, "reasons"),
        ("refusal", {"handled_by": "某某"}, "handled_by"),
    ],
)
def test_what_is_missing_or_unknown_is_told_with_its_field(name: str, values: dict[str, Any], field: str) -> None:
    """No paper has room for a fact that its kind does not name: nor for a person."""
    with pytest.raises(DomainError) as refused:
        changed(name, **values)
    assert refused.value.field == field
    assert "不完整或者不合要求" in refused.value.message


def test_prose_becomes_one_sentence() -> None:
    facts = conditional(conditions=["首期经费到账前\n不得开展。 "], support="派员到村；")
    assert facts.conditions == ["首期经费到账前 不得开展"]
    assert facts.support == "派员到村"


def test_a_correction_without_a_calendar_tells_the_days_alone() -> None:
    """A-06: a year without data is not guessed at."""
    html = composing.html(paper(changed("correction", due_on=None), KINDS["correction"]))
    assert "自收到本通知书之日起10个工作日内将补正材料一并提交" in html

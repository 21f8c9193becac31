"""Every kind of measure on its way from a signed clause through a verdict to a period's page (clause 2.4d)."""

from typing import Any

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Paper
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import IN_JULY, Deal
from zhunru.contracts.tests.samples import assessed, clause
from zhunru.documents.kinds.acceptance import AcceptanceFacts
from zhunru.tenancy.context import township_context

pytestmark = [pytest.mark.clause("2.4d"), pytest.mark.usefixtures("calendar")]
ANCHORS = ["没有台账", "台账不全", "台账齐全"]
LEVELS = [{"level": str(level), "anchor": anchor} for level, anchor in enumerate(ANCHORS)]
STEPS = [{"days": "3", "result": "0.5"}, {"days": "6", "result": "0.25"}]
CLAUSES = [
    clause(1, "service_content"),
    assessed(2, "quantity", "ratio", "40", unit="%", target="90", tolerance="5"),
    assessed(3, "quality", "sample", "20"),
    assessed(4, "timeliness", "deadline", "10", steps=STEPS),
    assessed(5, "recipient_opinion", "survey", "20", measured_by="recipients"),
    assessed(6, "reporting", "scale", "10", levels=LEVELS),
    *(clause(number, kind) for number, kind in enumerate(("rights_duties", "acceptance", "breach"), start=7)),
    clause(10, "disputes"),
    clause(11, "data_protection"),
]
VERDICTS: list[dict[str, Any]] = [
    {"clause": 2, "actual": "85"},
    {"clause": 3, "sampled": 20, "passed": 17, "reason": "三处不符"},
    {"clause": 4, "days_late": 4, "reason": "迟四天"},
    {"clause": 5, "valid_answers": 40, "satisfied": 30, "fairly": 6, "reason": "四户不满意"},
    {"clause": 6, "level": 1, "reason": "缺六月"},
]
"""40 + 20 * 17/20 + 10 * 0.25 + 20 * 33/40 + 10 * 1/2 = 81."""


def test_every_measure_is_judged_shown_and_printed(stage: Stage, at: At) -> None:
    contract = samples.performing(stage, clauses=CLAUSES)
    at(IN_JULY)
    deal = Deal(stage, contract)
    deal.accepted(VERDICTS)
    read = deal.period()
    assert read["score"] == "81.00"
    assert read["purchaser_assessment"] is None
    levels = [row["clause"]["levels"] for row in read["clauses"] if row["clause"]["measure"] == "scale"]
    assert [one["anchor"] for one in levels[0]] == ANCHORS
    with township_context(contract.village.township):
        facts = AcceptanceFacts.model_validate(Paper.objects.get(kind="acceptance").facts)
    assert [(one.standard, one.actual, one.result) for one in facts.clauses] == [
        ("90%（允许偏差5%）", "85%", "达标"),
        ("抽查全部合格", "抽查20，合格17", "部分达标"),
        ("按期完成", "逾期4天", "部分达标"),
        ("全部满意", "有效答卷40，满意30，基本满意6", "部分达标"),
        ("最高2级", "1级", "部分达标"),
    ]
    assert [row["result"] for row in _lines(read)] == ["1.0000", "0.8500", "0.2500", "0.8250", "0.5000"]


def _lines(read: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read["assessment"]["lines"]
    return found

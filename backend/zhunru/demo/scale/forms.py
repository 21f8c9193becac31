"""The applications as rows, filled in, with the history of their steps."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from zhunru.admissions.models import Application
from zhunru.configuration.grounds import UrgentGround
from zhunru.demo.scale import words
from zhunru.demo.scale.cases import Case, Taken
from zhunru.demo.scale.keeping import Past, amend, insert, remember
from zhunru.demo.scale.scenery import Scenery

UNFILED = "CASE WHEN past.status = 'draft' THEN NULL ELSE row.{} END"
BEFORE_REFERRAL = "('draft', 'submitted', 'returned', 'accepted', 'first_reviewed', 'reviewed')"
THEN = {
    **{name: UNFILED.format(name) for name in ("submitted_at", "filed_by_id", "configuration_id")},
    "recommendation": f"CASE WHEN past.status IN {BEFORE_REFERRAL} THEN '' ELSE row.recommendation END",
    "corrections": "CASE WHEN past.version < 3 THEN 0 ELSE row.corrections END",
}
PAID = 0.65
"""The share of matters that bring money; the others say why none is needed."""


def file_all(cases: Sequence[Case], scenery: Scenery, rng: Random) -> None:
    for case in cases:
        case.row = _application(case, scenery, rng)
    insert(Application, (case.row for case in cases))


def point_at_matters(cases: Sequence[Case]) -> None:
    """Once the matters have their keys; then the histories can be written, too."""
    pointing = [case for case in cases if case.concerned]
    for case in pointing:
        case.row.concerns = sorted(life.row.pk for life in case.concerned)
    amend(Application, {case.row.pk: {"concerns": case.row.concerns} for case in pointing})
    remember(Application, [past for case in cases for past in _past(case)], **THEN)


def _past(case: Case) -> list[Past]:
    return [
        Past(case.row.pk, version, taken.at, taken.label, taken.by, taken.status)
        for version, taken in enumerate(case.steps, start=1)
    ]


def _application(case: Case, scenery: Scenery, rng: Random) -> Application:
    filed, began = case.took("submit"), case.steps[0]
    return Application(
        department=case.department,
        kind=case.kind,
        object_type=case.object_type,
        category=case.category,
        starts_on=case.starts_on,
        ends_on=case.ends_on,
        scope=case.scope,
        status=case.status,
        version=len(case.steps),
        corrections=sum(step.step == "return_for_correction" for step in case.steps),
        recommendation="建议同意准入。" if case.took("refer") else "",
        drafted_by_id=began.by.user_id,
        configuration=scenery.configuration if filed else None,
        submitted_at=filed.at if filed else None,
        filed_by_id=filed.by.user_id if filed else None,
        **words.content(case.title, rng),
        **_money(case, rng),
        **_support(rng),
        **_of_its_kind(case, began, rng),
    )


def _money(case: Case, rng: Random) -> dict[str, Any]:
    days = Decimal(rng.randint(1, 12)) / 2
    if rng.random() > PAID:
        return {"person_days": days, "no_cost_reason": "材料和人员由部门承担，村（社区）只引导入户"}
    half = Decimal(rng.randint(3, 30) * 100)
    dues = (case.starts_on + timedelta(days=30), case.starts_on + timedelta(days=120))
    return {
        "person_days": days,
        "funding_amount": half * 2,
        "funding_channel": "township",
        "funding_due": [{"on": on.isoformat(), "amount": f"{half:.2f}"} for on in dues],
    }


def _support(rng: Random) -> dict[str, Any]:
    return {
        "tech_support": "部门派技术人员到场指导" if rng.random() < 0.1 else "",
        "training_plan": "开展前集中培训一次" if rng.random() < 0.1 else "",
        "demands": [{"kind": "form", "name": "情况登记表", "basis": "部门文件"}] if rng.random() < 0.05 else [],
        "assessment_method": "none",
    }


def _of_its_kind(case: Case, began: Taken, rng: Random) -> dict[str, Any]:
    if case.category == "urgent" and case.kind == "admit":
        ground = rng.choice(list(UrgentGround))
        return {"urgent_ground": ground, "entered_at": began.at - timedelta(hours=3), "registered_at": began.at}
    if case.kind == "withdraw":
        return {
            "completion_report": "已按期完成，结果已汇总。",
            "settlement": "经费已结清。",
            "closures": "未建台账，未挂牌。",
        }
    if case.kind == "split":
        duty = f"协助{case.title}"
        one = {"village_duty": duty, "person_days": "0.5", "funding_amount": None, "scope": case.scope}
        return {"parts": [{"title": f"{case.title}·{part}", **one} for part in "一二"]}
    return {}

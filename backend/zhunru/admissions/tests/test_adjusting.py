"""Adjusting a matter that is in force: which course it takes, what changes by it, what may not (clause 2.1f)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from zhunru.admissions import parameters, rules, schemas
from zhunru.admissions.models import Application, Commitment, Delivery, Matter
from zhunru.admissions.tests.kinds import agreed, before_who_decides, carried_out, request, submitted
from zhunru.admissions.tests.stage import FORM, Stage, admitted, resolution, the, withdrawing
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.configuration.choices import Body
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.clause("2.1f")
LEDGER = {"kind": "ledger", "name": "轮灌登记簿", "basis": "演示文件第一条"}
HELP = {"tech_support": "水务技术人员随队", "training_plan": "开展一次培训"}


@pytest.mark.parametrize(
    ("changed", "bodies"),
    [
        ({"person_days": "1.0"}, [Body.LEADER]),
        ({"village_duty": "只需通知农户"}, [Body.LEADER]),
        ({"funding_amount": "4000.00"}, [Body.LEADER]),
        ({"ends_on": "2027-12-31"}, [Body.LEADER]),
        ({"person_days": "2.0"}, [Body.LEADER, Body.COMMITTEE]),
        ({"funding_amount": "3000.00"}, [Body.LEADER, Body.COMMITTEE]),
        ({"demands": [LEDGER]}, [Body.LEADER, Body.COMMITTEE]),
        ({"training_plan": ""}, [Body.LEADER, Body.COMMITTEE]),
    ],
)
def test_less_load_is_settled_by_the_leader_and_more_by_the_body_that_admitted(
    stage: Stage, changed: dict[str, Any], bodies: list[Body]
) -> None:
    """Domain 3.1. A rule of A-15: no more may be asked, and no less be given, without those who let it in."""
    with county_context():
        matter = admitted(stage, stage.villages(0), **HELP)
        application = request(stage, "adjust", matter, **HELP | changed)
        assert parameters.bodies_of(application) == bodies


def test_a_village_more_is_more_load_and_a_village_less_is_not(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        more = request(stage, "adjust", matter, scope=[v.code for v in stage.villages(0, 1)])
        less = request(stage, "adjust", matter, scope=matter.scope[:1])
        assert parameters.bodies_of(more)[-1] == Body.COMMITTEE
        assert parameters.bodies_of(less) == [Body.LEADER]


def test_villages_are_added_and_let_go_by_one_paper_that_says_what_was_and_what_is(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0, 1))
        first = the(matter.document)
        scope = [v.code for v in stage.villages(1, 2)]
        carried_out(stage, request(stage, "adjust", matter, scope=scope, person_days="2.0"))
        matter.refresh_from_db()
        paper = the(matter.document)
        assert (matter.scope, str(matter.person_days)) == (sorted(scope), "2.0")
        assert {change["what"] for change in paper.facts["changes"]} == {"每村每月工作量（人日）", "涉及的村（社区）"}
        first.refresh_from_db()
        assert (first.status, first.ended_by) == (Document.Status.SUPERSEDED, paper)
        told = {d.schema_name: d for d in matter.deliveries.filter(kind=Delivery.Kind.CHANGE)}
        assert set(told) == {township.schema_name for township in stage.townships}
        assert told[stage.townships[0].schema_name].facts["villages"] == sorted(scope)
        assert told[stage.townships[0].schema_name].village_codes == [v.code for v in stage.villages(0)]


def test_promises_follow_the_adjustment_and_are_never_made_twice(stage: Stage) -> None:
    """Clause 3.3b, rule F-01."""
    today = timezone.localdate()
    schedule = [
        {"on": (today - timedelta(days=60)).isoformat(), "amount": "1600.00"},
        {"on": (today + timedelta(days=60)).isoformat(), "amount": "2000.00"},
    ]
    with county_context():
        matter = admitted(stage, stage.villages(0), funding_due=schedule, **HELP)
        scope = [stage.villages(0)[0].code, stage.villages(1)[0].code]
        raised = [schedule[0], {"on": schedule[1]["on"], "amount": "2400.00"}]
        more = {"funding_amount": "4000.00", "funding_due": raised, "scope": scope, **HELP}
        carried_out(stage, request(stage, "adjust", matter, **more))
        owed = _owed(matter)
    stayed, left, joined = stage.villages(0)[0].code, stage.villages(0)[1].code, stage.villages(1)[0].code
    past, later = today - timedelta(days=60), today + timedelta(days=60)
    assert owed[stayed] == [("funds", "1600.00", past), ("funds", "2400.00", later), *_HELD]
    assert owed[left] == [("funds", "1600.00", past), *_HELD]
    assert owed[joined] == [
        ("funds", "1600.00", today), ("funds", "2400.00", later), ("support", "", today), ("training", "", today),
    ]  # fmt: skip


_BEGUN = date.fromisoformat(FORM["starts_on"])
_HELD = [("support", "", _BEGUN), ("training", "", _BEGUN)]


def _owed(matter: Matter) -> dict[str, list[tuple[str, str, Any]]]:
    found: dict[str, list[tuple[str, str, Any]]] = {}
    for one in Commitment.objects.filter(matter=matter, ended_on=None).order_by("village", "kind", "due_on"):
        found.setdefault(one.village.code, []).append((one.kind, str(one.amount or ""), one.due_on))
    return found


def test_more_money_without_agreed_days_is_promised_as_the_difference(stage: Stage) -> None:
    """Clause 3.3b."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        carried_out(stage, request(stage, "adjust", matter, funding_amount="4000.00"))
        promised = [one for village in _owed(matter).values() for one in village]
    assert promised == [("funds", "3600.00", _BEGUN), ("funds", "400.00", timezone.localdate())] * 2


def test_an_adjustment_that_changes_nothing_is_not_filed(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        with pytest.raises(DomainError) as refused:
            submitted(stage, request(stage, "adjust", matter))
    assert refused.value.code == "unchanged"


@pytest.mark.parametrize("kind", ["adjust", "extend", "merge", "split", "withdraw"])
def test_only_ones_own_matters_that_are_in_force_are_pointed_at(stage: Stage, kind: str) -> None:
    with county_context():
        mine = [admitted(stage, stage.villages(0), title=title) for title in ("春灌入户宣传", "秋收安全提醒")]
        pointed = mine if kind == "merge" else mine[:1]
        application = request(stage, kind, *pointed)
        rules.concerned.points_at_matters(application, SYSTEM)
        application.department = stage.departments["farming"]
        assert _refused(application) == "others_matter"
        application.department = stage.departments["water"]
        withdrawing(stage, mine[0])
        assert _refused(application) == "not_in_force"
        application.concerns = []
        assert _refused(application) == "no_matter"


def _refused(application: Application) -> str:
    with pytest.raises(DomainError) as refused:
        rules.concerned.points_at_matters(application, SYSTEM)
    assert refused.value.field == "concerns"
    return refused.value.code


def test_a_matter_has_one_open_request_at_a_time(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        first = submitted(stage, request(stage, "adjust", matter, person_days="1.0"))
        second = request(stage, "withdraw", matter)
        with pytest.raises(DomainError, match="已有办理中的申请"):
            submitted(stage, second)
        APPLICATIONS.take("recall", first, actor=stage.actor("water-head"), data=_because("改为取消"))
        submitted(stage, second)


def test_a_decision_on_a_matter_that_has_left_meanwhile_is_refused(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        application = before_who_decides(stage, request(stage, "adjust", matter, person_days="1.0"))
        MATTERS.take("suspend", matter, actor=stage.actor("head"), data=_because("等待上级文件"))
        with pytest.raises(DomainError) as refused:
            agreed_now(stage, application)
        assert refused.value.code == "not_in_force"
        MATTERS.take("resume", matter, actor=stage.actor("head"), data=_because("文件已到"))
        assert agreed_now(stage, application).status == Application.Status.APPROVED


def test_everybody_concerned_is_told_of_the_change(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        carried_out(stage, request(stage, "adjust", matter, person_days="1.0"))
        told = Notice.objects.filter(effect="changed", title__contains=matter.code)
        assert {one.village for one in told if one.village} == set(stage.villages(0))
        assert told.filter(organisation=matter.department).exists()


def test_the_matter_keeps_code_and_history(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        code = matter.code
        application = agreed(stage, request(stage, "adjust", matter, title="春灌节水入户说明", person_days="1.0"))
        assert application.matter is None
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        matter.refresh_from_db()
        assert (matter.code, matter.title) == (code, "春灌节水入户说明")
        assert [row.title for row in matter.history.order_by("history_id")][-2:] == ["春灌节水入户宣传", matter.title]


def agreed_now(stage: Stage, application: Application) -> Application:
    return APPLICATIONS.take("approve", application, actor=stage.actor("recorder"), data=resolution())


def _because(why: str) -> schemas.Return:
    return schemas.Return(remark=why)

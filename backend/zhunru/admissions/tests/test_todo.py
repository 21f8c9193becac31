"""What waits for whom, the most urgent first, with the days that are left."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhunru.admissions import schemas, todo
from zhunru.admissions.models import Opinion, RefusalCase
from zhunru.admissions.services import consulting
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, accepted, admitted, at_leader, drafted, filed, withdrawing
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import SYSTEM
from zhunru.core.todo import Group
from zhunru.tenancy.context import county_context
from zhunru.workdays.seeding import seed


def groups(stage: Stage, name: str) -> dict[str, Group]:
    return {f"{group.page} {group.code}": group for group in todo.for_actor(stage.actor(name))}


def test_an_item_says_when_it_is_due_and_how_many_working_days_are_left(stage: Stage) -> None:
    """Rule A-06: limit and days left are shown where the work is waiting."""
    with county_context():
        seed()
        filed(stage, stage.villages(0))
        (item,) = groups(stage, "clerk")["applications submitted"].items
    assert item.due_on is not None
    assert item.due_on > timezone.localdate()
    assert item.left == 2


def test_without_a_calendar_nothing_is_guessed(stage: Stage) -> None:
    with county_context():
        filed(stage, stage.villages(0))
        (item,) = groups(stage, "clerk")["applications submitted"].items
    assert (item.due_on, item.left) == (None, None)


def test_what_is_due_first_stands_first_and_drafts_without_a_term_last(stage: Stage) -> None:
    with county_context():
        seed()
        drafted(stage, stage.villages(0), title="秋冬防火巡查")
        returned = filed(stage, stage.villages(0))
        correction = schemas.Correction(defects=["缺少依据条款"])
        APPLICATIONS.take("return_for_correction", returned, actor=stage.actor("clerk"), data=correction)
        titles = [item.title for item in groups(stage, "water-clerk")["applications edit"].items]
    assert titles == ["春灌节水入户宣传", "秋冬防火巡查"]


def test_the_group_with_the_earliest_term_comes_first(stage: Stage) -> None:
    with county_context():
        seed()
        drafted(stage, stage.villages(0), title="秋冬防火巡查")
        asked = schemas.Acceptance(departments=[stage.departments["water"].pk])
        other = filed(stage, stage.villages(0), department="farming")
        APPLICATIONS.take("accept", other, actor=stage.actor("clerk"), data=asked)
    assert [group["code"] for group in Desk(stage.actor("water-clerk")).get("/todo")] == ["answer", "edit"]


def test_an_opinion_asked_of_a_department_waits_with_its_term(stage: Stage) -> None:
    """Clause 1.3a: those concerned are heard."""
    with county_context():
        seed()
        application = filed(stage, stage.villages(0))
        asked = schemas.Acceptance(departments=[stage.departments["farming"].pk])
        APPLICATIONS.take("accept", application, actor=stage.actor("clerk"), data=asked)
        (item,) = groups(stage, "farming-clerk")["opinions answer"].items
    assert item.title == "春灌节水入户宣传"
    assert item.left == 5


@pytest.mark.parametrize("name", ["clerk", "head"])
def test_an_objection_waits_on_the_case_on_which_it_was_made(stage: Stage, name: str) -> None:
    """Rules A-14 and A-25: an objection is answered."""
    with county_context():
        application = accepted(stage, stage.villages(0))
        matter = withdrawing(stage, admitted(stage, stage.villages(1), title="秋冬防火巡查"))
        for opinions in (application.opinions, matter.opinions):
            one = opinions.filter(party="village").first()
            assert one is not None
            said = {"position": Opinion.Position.OBJECTION, "text": "人手不足", "answered_at": timezone.now()}
            Opinion.objects.filter(pk=one.pk).update(**said)
        found = groups(stage, name)
        assert [item.id for item in found["applications reply"].items] == [application.pk]
        assert [item.id for item in found["matters reply"].items] == [matter.pk]
        for opinion in Opinion.objects.filter(position="objection"):
            consulting.reply(opinion, actor=stage.actor("clerk"), text="由部门派人")
        assert not [key for key in groups(stage, name) if key.endswith("reply")]


def test_what_may_end_in_many_ways_waits_in_one_group(stage: Stage) -> None:
    with county_context():
        at_leader(stage, stage.villages(0))
        (group,) = groups(stage, "recorder").values()
    assert (group.code, group.count) == ("at_leader", 1)
    assert group.label == "登记签批意见 / 登记同意决定 / 登记不同意决定 等"


def test_a_refusal_waits_for_the_office_only_once_the_department_has_had_its_term(stage: Stage) -> None:
    """Clause 1.3a: the department is heard first."""
    today = timezone.localdate()
    village = stage.villages(0)[0]
    with county_context():
        case = RefusalCase(
            id=1, realm=village.township.schema_name, township=village.township, village=village,
            department=stage.departments["water"], demand="填报台账", form="phone", demanded_on=today, reasons=["R1"],
            filed_at=timezone.now(), due_on=today,
        )  # fmt: skip
        case.record(actor=SYSTEM, reason="登记")
        assert "refusals filed" in groups(stage, "water-head")
        assert "refusals filed" not in groups(stage, "head")
        case.due_on = today - timedelta(days=1)
        case.record(actor=SYSTEM, reason="逾期")
        (item,) = groups(stage, "head")["refusals filed"].items
    assert item.title == "填报台账"

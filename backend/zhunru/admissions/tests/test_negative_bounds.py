"""The negative list by object type, department and keywords, where applications are filed (rules A-09 and L-05)."""

from typing import Any

import pytest

from zhunru.admissions.rules import basis
from zhunru.admissions.tests.kinds import refusal, submitted
from zhunru.admissions.tests.stage import LONG_AGO, Stage, drafted
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import SYSTEM
from zhunru.lists.models import Entry, ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.clause("3.2a")


def forbidden(title: str, **values: Any) -> Entry:
    """A negative entry in force, with its bounds."""
    edition = drafting.start(ListKind.NEGATIVE, actor=SYSTEM)
    values = {"title": title, "legal_basis": "《演示法》第一条", **values}
    entry = drafting.add_entry(edition, values, reason="列入", actor=SYSTEM)
    publishing.take_over(edition, document_number="演示", published_on=LONG_AGO, effective_on=LONG_AGO, actor=SYSTEM)
    return entry


def test_rule_l_05_what_one_department_may_not_ask_another_may(stage: Stage) -> None:
    """Rule L-05: by department; 不得进入 holds for those whom the entry names."""
    with county_context():
        entry = forbidden("不得组织农户点名签到", departments=[stage.departments["water"].pk])
        asked = {"title": "组织农户点名签到"}
        error = refusal(stage, drafted(stage, stage.villages(0), **asked))
        assert (error.code, error.params["entry"]) == ("negative_list", entry.pk)
        other = drafted(stage, stage.villages(0), by="farming-clerk", **asked)
        APPLICATIONS.take("submit", other, actor=stage.actor("farming-head"))


def test_rule_l_05_outright_nothing_of_that_type_comes_in_whatever_it_is_called(stage: Stage) -> None:
    """Rule L-05: by object type, or all of it."""
    with county_context():
        entry = forbidden("一律不得向村（社区）安排工作任务", object_types=["work_matter"], outright=True)
        error = refusal(stage, drafted(stage, stage.villages(0)))
        assert (error.code, error.field, error.params["entry"]) == ("negative_list", "title", entry.pk)


def test_rule_l_05_another_type_is_not_concerned(stage: Stage) -> None:
    """Rule L-05."""
    with county_context():
        forbidden("一律不得开展评比", object_types=["contest"], outright=True)
        submitted(stage, drafted(stage, stage.villages(0)))


def test_rule_l_05_words_of_a_set_are_a_hit_that_must_be_answered(stage: Stage) -> None:
    """Rules L-05 and A-09: by keyword set; a mere hit by words is a warning."""
    with county_context():
        entry = forbidden("不得要求留痕材料", keywords=["每日 打卡", "截图"])
        text = {"village_duty": "引导入户，每日在群内打卡"}
        draft = drafted(stage, stage.villages(0), **text)
        assert [hit.pk for hit in basis.hits_of(draft)] == [entry.pk]
        error = refusal(stage, draft)
        assert (error.code, error.params["entry"]) == ("hit_unanswered", entry.pk)
        answers = [{"entry": entry.pk, "answer": "打卡由部门人员完成，村（社区）不参与"}]
        submitted(stage, drafted(stage, stage.villages(0), **text, hit_answers=answers))
        assert basis.hits_of(drafted(stage, stage.villages(0), village_duty="每日引导入户")) == []

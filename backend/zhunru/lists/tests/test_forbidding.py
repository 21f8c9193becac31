"""Rule L-05: a NEGATIVE entry blocks by object type, keyword set, department or all."""

from datetime import date
from typing import Any

import pytest

from zhunru.core.actors import SYSTEM
from zhunru.lists import matching, queries
from zhunru.lists.models import Entry, ListKind
from zhunru.lists.services import drafting, publishing

pytestmark = [pytest.mark.usefixtures("on_county_side"), pytest.mark.clause("3.2a")]

WATER, FARMING = 101, 102


def entry(title: str, **values: Any) -> Entry:
    """One negative entry in force."""
    edition = drafting.start(ListKind.NEGATIVE, actor=SYSTEM)
    values = {"title": title, "legal_basis": "《演示法》第一条", **values}
    made = drafting.add_entry(edition, values, reason="列入", actor=SYSTEM)
    day = date(2020, 1, 1)
    publishing.take_over(edition, document_number="演示", published_on=day, effective_on=day, actor=SYSTEM)
    return made


def test_rule_l_05_without_bounds_it_concerns_every_type_and_department() -> None:
    """Rule L-05: or all."""
    made = entry("不得摊派报刊订阅任务")
    for asked in ({}, {"object_type": "contest"}, {"department_id": WATER}):
        assert queries.forbidding("报刊订阅任务摊派", **asked) == made, asked
    assert queries.forbidding("春灌节水宣传", object_type="contest", department_id=WATER) is None


def test_rule_l_05_with_object_types_it_concerns_those_only() -> None:
    """Rule L-05: by object type."""
    made = entry("不得开展达标创建评比", object_types=["contest"])
    assert queries.forbidding("达标创建评比", object_type="contest") == made
    assert queries.forbidding("达标创建评比", object_type="work_matter") is None
    assert queries.forbidding("达标创建评比") == made  # the type is not known: the title decides, as before
    assert queries.touching("达标创建推进会议", object_type="contest") == [made]
    assert queries.touching("达标创建推进会议", object_type="work_matter") == []


def test_rule_l_05_with_departments_it_concerns_those_only() -> None:
    """Rule L-05: by department."""
    made = entry("不得开展达标创建评比", departments=[WATER])
    assert queries.forbidding("达标创建评比", department_id=WATER) == made
    assert queries.forbidding("达标创建评比", department_id=FARMING) is None
    assert queries.touching("达标创建推进会议", department_id=FARMING) == []


def test_rule_l_05_outright_it_forbids_whatever_it_is_called() -> None:
    """Rule L-05: every application of its types by its departments; of others nothing but what it names."""
    made = entry("一律不得设立考核", object_types=["inspection"], departments=[WATER], outright=True)
    assert queries.forbidding("河道清洁回访", object_type="inspection", department_id=WATER) == made
    assert queries.forbidding("河道清洁回访", object_type="inspection", department_id=FARMING) is None
    assert queries.forbidding("河道清洁回访", object_type="work_matter", department_id=WATER) is None
    for unknown in ({}, {"object_type": "inspection"}, {"department_id": WATER}):
        assert queries.forbidding("河道清洁回访", **unknown) is None, unknown


def test_rule_l_05_a_text_with_all_words_of_one_set_is_a_hit() -> None:
    """Rule L-05: by keyword set; it must be answered, and does not block by itself (A-09)."""
    made = entry("不得要求证明材料", keywords=["盖章 证明", "打卡"])
    assert queries.touching("春灌宣传", "请村里开具证明并盖章") == [made]
    assert queries.touching("每日打卡巡查") == [made]
    assert queries.touching("春灌宣传", "请村里盖章", "农户证明") == []  # not in one text
    assert queries.touching("春灌宣传", "张贴通知") == []
    assert queries.forbidding("每日打卡巡查") is None


def test_rule_l_05_keywords_mind_the_bounds_of_their_entry() -> None:
    """Rule L-05."""
    made = entry("不得要求证明材料", keywords=["打卡"], object_types=["app"])
    assert queries.touching("每日打卡巡查", object_type="app") == [made]
    assert queries.touching("每日打卡巡查", object_type="training") == []


def test_an_empty_set_of_words_says_nothing() -> None:
    assert not matching.holds(["", "  "], "打卡")
    assert not matching.holds([], "打卡")
    assert matching.holds(["打卡　巡查"], "巡查打卡")  # a full-width space parts words, too

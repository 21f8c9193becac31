"""Titles as departments write them, against the three national lists."""

import pytest

from zhunru.lists import queries
from zhunru.lists.matching import containment, likeness
from zhunru.lists.models import ListKind
from zhunru.lists.tests.conftest import Take

pytestmark = pytest.mark.usefixtures("on_county_side")


@pytest.mark.clause("2.2a")
@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("招商引资", "N-002"),
        ("协助开展招商引资工作", "N-002"),
        ("报刊杂志订阅任务", "N-005"),
        ("签订责任状", "N-007"),
        ("开展考核评比活动", "N-003"),
        ("行政强制措施权不得委托", "N-019"),
    ],
)
def test_what_the_negative_list_names_is_found_in_other_words_too(take: Take, title: str, code: str) -> None:
    take()
    entry = queries.forbidding(title)
    assert entry is not None
    assert entry.code == code


@pytest.mark.clause("2.2a")
@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("调解民间纠纷", "S-006"),
        ("民间纠纷调解", "S-006"),
        ("协助做好人口普查", "A-031"),
        ("组织扫除文盲", "A-029"),
        ("协助开展消防宣传教育工作", "A-003"),
    ],
)
def test_what_a_list_already_obliges_to_is_found_in_other_words_too(take: Take, title: str, code: str) -> None:
    take()
    entry = queries.obliging(title)
    assert entry is not None
    assert entry.code == code


@pytest.mark.parametrize(
    "title",
    [
        "冬春季森林草原防火巡查",
        "农村人居环境整治",
        "农村公路日常养护巡查",
        "城乡居民养老保险参保宣传",
        "农村道路交通安全劝导",
        "村级档案整理",
        "环境",
        "社区",
        "工作",
        "",
        "🙂",
    ],
)
def test_other_matters_are_left_in_peace(take: Take, title: str) -> None:
    take()
    assert queries.forbidding(title) is None
    assert queries.obliging(title) is None


def test_the_caller_says_how_near_is_near(take: Take) -> None:
    take()
    assert queries.obliging("第八次全国人口普查", at_least=0.5) is not None
    assert queries.obliging("第八次全国人口普查", at_least=0.9) is None


def test_the_nearest_entry_is_the_one_that_is_named(take: Take) -> None:
    take()
    for entry in queries.entries_of(*ListKind):
        near = queries.obliging(entry.title) or queries.forbidding(entry.title)
        assert near is not None
        assert near.title == entry.title


def test_measures_run_from_nothing_to_the_same() -> None:
    assert containment("招商引资", "不得摊派招商引资、协税护税") == 1
    assert containment("环境", "环境整治") == 0
    assert likeness("调解民间纠纷", "调解民间纠纷") == 1
    assert likeness("调解民间纠纷", "修路") == 0
    assert likeness("", "修路") == 0

"""Notices: who is told what, who may read it, and that no person ever stands in one."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.utils import ProgrammingError
from django.utils import translation
from django.utils.translation import gettext_lazy

from zhunru.accounts.models import Membership, Organisation, User
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.history import Signature
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.divisions.models import Township, Village
from zhunru.notices import queries
from zhunru.notices.api import router
from zhunru.notices.models import Effect, Notice
from zhunru.notices.services import BATCH, tell, tell_department, tell_villages
from zhunru.notices.tests.conftest import county_actor, township_actor

SAVEPOINT = 3
"""Statements for the test's own: set, roll back, release."""


def titles(notices: Iterable[Notice]) -> list[str]:
    return sorted(notice.title for notice in notices)


def seen(actor: Actor) -> list[str]:
    return titles(queries.visible_to(actor))


# --- the county ---


def test_everybody_in_the_county_is_told_or_one_department_alone(
    departments: list[Organisation], in_county: Any
) -> None:
    water, civil = departments
    with in_county():
        tell(realm=COUNTY, effect="told", title="全县")
        tell_department(water.pk, effect="due", title="水利局限期答复", page="refusals", object_id=7)
        assert seen(county_actor(Role.DEPARTMENT_CLERK, water)) == ["全县", "水利局限期答复"]
        assert seen(county_actor(Role.DEPARTMENT_HEAD, civil)) == ["全县"]
        assert seen(county_actor(Role.LEADER)) == ["全县"]
        assert seen(county_actor(Role.AUDITOR)) == ["全县"]


def test_administrators_are_told_of_what_they_look_after_and_of_no_business(in_county: Any) -> None:
    with in_county():
        tell(realm=COUNTY, effect="changed", title="参数", page="configuration")
        tell(realm=COUNTY, effect="added", title="事项", page="matters")
        assert seen(county_actor(Role.COUNTY_ADMIN)) == ["参数"]


# --- townships and villages ---


def test_a_village_reads_what_is_told_to_it_and_to_all_its_township_everything(
    a: Township, b: Township, in_county: Any, in_township: Any
) -> None:
    first, second = a.villages.all()
    with in_county():
        tell(realm=a.schema_name, effect="told", title="全镇")
        tell(realm=a.schema_name, effect="added", title="一村", village_ids=[first.pk])
        tell(realm=a.schema_name, effect="removed", title="两村", village_ids=[first.pk, second.pk, first.pk])
        tell(realm=b.schema_name, effect="told", title="别镇")
    with in_township(a):
        officer = township_actor(a)
        assert seen(officer) == ["一村", "两村", "两村", "全镇"]
        assert seen(township_actor(a, Role.VILLAGE_OFFICER, second.pk)) == ["两村", "全镇"]
        assert seen(township_actor(a, Role.VILLAGE_OFFICER, first.pk, second.pk)) == seen(officer)
        assert seen(township_actor(a, Role.TOWNSHIP_ADMIN)) == []


def test_villages_are_told_by_their_codes_each_in_its_own_township(
    a: Township, b: Township, in_county: Any, in_township: Any
) -> None:
    villages = [a.villages.all()[0], b.villages.all()[1]]
    with in_county():
        codes = [village.code for village in villages]
        assert tell_villages([*codes, codes[0]], effect="removed", title="事项已退出", page="matters", object_id=3) == 2
        assert tell_villages([], effect="removed", title="无人") == 0
    for township, village in zip((a, b), villages, strict=True):
        with in_township(township):
            notice = Notice.objects.get()
            assert (notice.village_id, notice.object_id) == (village.pk, 3)


def test_a_village_that_does_not_exist_is_not_passed_over(in_county: Any) -> None:
    with in_county():
        with pytest.raises(ValueError, match="000000000000"):
            tell_villages(["000000000000"], effect="added", title="无此村")
        assert not Notice.objects.exists()


def test_ten_thousand_villages_are_told_in_a_few_statements(
    a: Township, in_county: Any, django_assert_max_num_queries: Any
) -> None:
    """One statement per batch. The ids need not be villages': foreign keys are checked at the end, undone before."""
    count = 10_000
    with in_county(), django_assert_max_num_queries(count // BATCH + SAVEPOINT), transaction.atomic():
        assert tell(realm=a.schema_name, effect="told", title="全体", village_ids=range(1, count + 1)) == count
        transaction.set_rollback(True)


# --- the database ---


def test_a_township_reads_and_tells_its_own_realm_only(a: Township, b: Township, in_township: Any) -> None:
    with in_township(b):
        tell(realm=b.schema_name, effect="told", title="乙镇内部")
    with in_township(a):
        tell(realm=a.schema_name, effect="told", title="甲镇内部")
        assert titles(Notice.objects.all()) == ["甲镇内部"]
        for elsewhere in (b.schema_name, COUNTY):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                tell(realm=elsewhere, effect="told", title="冒名")


@pytest.mark.parametrize("verb", ["UPDATE notices_notice SET title = 'x'", "DELETE FROM notices_notice"])
def test_what_was_told_is_never_changed_or_taken_back(a: Township, in_county: Any, in_township: Any, verb: str) -> None:
    for place in (in_county(), in_township(a)):
        with place, pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            _run(verb)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"realm": "nowhere"}, "notice_realm_is_known"),
        ({"effect": "shouted"}, "notice_effect_is_known"),
        ({"title": ""}, "notice_has_a_title"),
        ({"village": True}, "notice_is_for_a_place_of_its_realm"),
        ({"realm": "t_540522100", "organisation": True}, "notice_is_for_a_place_of_its_realm"),
    ],
)
def test_the_database_refuses_a_notice_to_nobody(
    a: Township, departments: list[Organisation], in_county: Any, values: dict[str, Any], constraint: str
) -> None:
    places = {"village": a.villages.all()[0], "organisation": departments[0]}
    given = {"realm": COUNTY, "effect": "told", "title": "标题", **values}
    with in_county(), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Notice.objects.create(**{name: places.get(name, value) for name, value in given.items()})


def test_no_person_ever_stands_in_a_notice() -> None:
    """Neither a reference to somebody's account nor a column for a name; who acted is told by histories alone."""
    fields = Notice._meta.get_fields()
    assert {field.related_model for field in fields if field.is_relation} == {Organisation, Village}
    assert not {User, Membership} & {field.related_model for field in fields}
    assert not hasattr(Notice, "history")
    assert not issubclass(Notice, Signature)
    assert {field.name for field in fields} == {
        "id", "realm", "organisation", "village", "effect", "title", "text", "page", "object_id", "created_at"
    }  # fmt: skip
    texts = {f.name for f in fields if isinstance(f, models.CharField | models.TextField)}
    assert texts == {"realm", "effect", "title", "text", "page"}


# --- reading ---


@pytest.fixture
def told(in_county: Any, a: Township) -> Any:
    """The county's actor who has been told of every effect."""
    with in_county():
        for effect in Effect:
            title = f"事项{effect.label}"
            tell(realm=COUNTY, effect=effect, title=title, text="详见通知书", page="matters", object_id=1)
        yield county_actor(Role.SOCIAL_WORK_CLERK)


def test_notices_are_listed_newest_first_each_with_what_became_of_it(told: Actor) -> None:
    page = client(router, told).get("?limit=2").json()
    assert page["total"] == 5
    assert [row["effect_label"] for row in page["items"]] == ["告知", "到期提醒"]
    assert page["items"][0] | {"id": 0, "created_at": ""} == {
        "id": 0, "effect": "told", "effect_label": "告知", "title": "事项告知", "text": "详见通知书",
        "page": "matters", "object_id": 1, "village_name": None, "created_at": "",
    }  # fmt: skip


def test_what_was_removed_is_found_as_easily_as_what_was_added(told: Actor) -> None:
    for effect, label in (("removed", "取消"), ("added", "新增")):
        rows = client(router, told).get(f"?effect={effect}").json()["items"]
        assert [(row["effect"], row["effect_label"]) for row in rows] == [(effect, label)]
    assert client(router, told).get("?effect=other").status_code == 422


def test_the_browser_asks_what_is_new_since_its_last_visit(told: Actor) -> None:
    desk = client(router, told)
    latest = desk.get("/latest").json()["id"]
    assert latest == Notice.objects.latest("id").pk
    assert desk.get(f"?after={latest}").json() == {"items": [], "total": 0}
    tell(realm=COUNTY, effect="told", title="又一条")
    assert [row["title"] for row in desk.get(f"?after={latest}").json()["items"]] == ["又一条"]
    assert desk.get("?after=-1").status_code == 422
    assert desk.get(f"?after={2**63}").status_code == 422


def test_to_whom_nothing_was_told_the_latest_is_0(a: Township, in_township: Any) -> None:
    with in_township(a):
        assert client(router, township_actor(a)).get("/latest").json() == {"id": 0}


def test_notices_are_searched_by_words(told: Actor) -> None:
    assert client(router, told).get("?q=事项 取消").json()["total"] == 1
    assert client(router, told).get("?q=通知书").json()["total"] == 5
    assert client(router, told).get("?q=%25").json()["total"] == 0


def test_a_village_is_named_in_its_notice(a: Township, in_county: Any, in_township: Any) -> None:
    village = a.villages.all()[0]
    with in_county():
        tell_villages([village.code], effect="removed", title="事项已退出")
    with in_township(a):
        row = client(router, township_actor(a)).get("").json()["items"][0]
        assert row["village_name"] == village.name


def test_what_is_told_is_kept_in_the_county_s_language(in_county: Any) -> None:
    with in_county(), translation.override("en"):
        tell(realm=COUNTY, effect="told", title=gettext_lazy("请先登录"))
        assert Notice.objects.get().title == "请先登录"


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)

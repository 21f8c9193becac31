"""On the test database's three townships, each with two villages."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.divisions.api import townships as township_routes
from zhunru.divisions.api import villages as village_routes
from zhunru.divisions.models import Village

InTownship = Callable[[Any], AbstractContextManager[None]]
LEADER = Actor(user_id=1, name="演示县领导", role=Role.LEADER, realm=COUNTY)


@pytest.fixture
def county_side(in_county: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    with in_county():
        yield


def officer(township: Any) -> Actor:
    return Actor(user_id=2, name="演示乡镇工作人员", role=Role.TOWNSHIP_OFFICER, realm=township.schema_name)


@pytest.mark.usefixtures("county_side")
def test_the_county_sees_all_townships_with_their_number_of_villages() -> None:
    page = client(township_routes, LEADER).get("").json()
    assert page["total"] == 3
    assert [(row["name"], row["village_count"]) for row in page["items"]] == [
        ("吉雄镇", 2),
        ("甲竹林镇", 2),
        ("杰德秀镇", 2),
    ]


@pytest.mark.usefixtures("county_side")
def test_one_township_and_one_village_can_be_read(townships: list[Any]) -> None:
    first = townships[0]
    assert client(township_routes, LEADER).get(f"/{first.pk}").json() == {
        "id": first.pk,
        "code": "540522100",
        "name": "吉雄镇",
        "village_count": 2,
    }
    village = first.villages.get(code="540522100001")
    assert client(village_routes, LEADER).get(f"/{village.pk}").json() == {
        "id": village.pk,
        "code": "540522100001",
        "name": "扎庆居委会",
        "kind": "community",
        "kind_label": "社区（居委会）",
        "township_id": first.pk,
        "township_name": "吉雄镇",
        "ended_on": None,
    }


@pytest.mark.usefixtures("county_side")
def test_villages_are_found_by_township_kind_two_characters_or_code(townships: list[Any]) -> None:
    villages = client(village_routes, LEADER)

    def codes(query: str) -> list[str]:
        return [row["code"] for row in villages.get(query).json()["items"]]

    assert codes(f"?township_id={townships[1].pk}") == ["540522101001", "540522101201"]
    assert codes("?q=新村") == ["540522101201"]
    assert codes("?q=540522102") == ["540522102001", "540522102203"]
    assert codes("?kind=village&ordering=-code") == ["540522102203", "540522101201", "540522100201"]
    assert villages.get("?limit=2&offset=4").json()["total"] == 6
    assert codes("?limit=2&offset=4") == ["540522102001", "540522102203"]


@pytest.mark.parametrize("query", ["?kind=hamlet", "?township_id=x", f"?township_id={2**64}", "?ordering=township__no"])
@pytest.mark.usefixtures("county_side")
def test_a_filter_or_order_that_does_not_exist_is_refused(query: str) -> None:
    assert client(village_routes, LEADER).get(query).status_code == 422


def test_a_township_sees_itself_and_its_own_villages_only(townships: list[Any], in_township: InTownship) -> None:
    mine, other = townships[0], townships[1]
    with in_township(mine):
        foreign = Village.objects.filter(township=other).values_list("pk", flat=True)[0]
        places, villages = client(township_routes, officer(mine)), client(village_routes, officer(mine))
        assert [row["name"] for row in places.get("").json()["items"]] == ["吉雄镇"]
        assert {row["township_name"] for row in villages.get("").json()["items"]} == {"吉雄镇"}
        assert villages.get(f"?township_id={other.pk}").json() == {"items": [], "total": 0}
        assert places.get(f"/{other.pk}").status_code == 404
        assert villages.get(f"/{foreign}").status_code == 404

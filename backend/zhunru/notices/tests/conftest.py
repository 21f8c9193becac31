from typing import Any

import pytest

from zhunru.accounts.models import Organisation
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.divisions.models import Township


@pytest.fixture
def a(townships: list[Township]) -> Township:
    return townships[0]


@pytest.fixture
def b(townships: list[Township]) -> Township:
    return townships[1]


@pytest.fixture
def departments(in_county: Any) -> list[Organisation]:
    """Two departments of the county."""
    with in_county():
        made = [
            Organisation(name=f"{name}局", short_name=name, kind=Organisation.Kind.DEPARTMENT)
            for name in ("水利", "民政")
        ]
        for department in made:
            department.record(actor=SYSTEM, reason="测试")
    return made


def county_actor(role: Role, department: Organisation | None = None) -> Actor:
    return Actor(
        user_id=None,
        name="演示",
        role=role,
        realm=COUNTY,
        organisation_id=department.pk if department else None,
    )


def township_actor(township: Township, role: Role = Role.TOWNSHIP_OFFICER, *villages: int) -> Actor:
    return Actor(user_id=None, name="演示", role=role, realm=township.schema_name, village_ids=frozenset(villages))

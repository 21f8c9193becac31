"""The county's side with the national calendar, and a case whose clocks run."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from pytest_django import Settings

from zhunru.accounts.models import Organisation
from zhunru.accounts.tests.conftest import Site, county, department, make, visitor
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.workdays import seeding

__all__ = ["Site", "county", "department", "make", "visitor"]

ADMIN = Actor(user_id=1, name="演示管理员", role=Role.COUNTY_ADMIN, realm=COUNTY)
CLERK = Actor(user_id=2, name="演示经办员", role=Role.SOCIAL_WORK_CLERK, realm=COUNTY)


@pytest.fixture(autouse=True)
def _quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def on_county_side(in_county: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """The whole test stands on the county's side."""
    with in_county():
        yield


@pytest.fixture
def seeded(on_county_side: None) -> None:
    """The national calendar, 2020 to 2026."""
    seeding.seed()


@pytest.fixture
def case(seeded: None) -> Organisation:
    """Any row will do: a clock knows its case by model and number only."""
    made = Organisation(name="县演示局", short_name="演示局", kind=Organisation.Kind.DEPARTMENT)
    made.record(actor=SYSTEM, reason="测试")
    return made

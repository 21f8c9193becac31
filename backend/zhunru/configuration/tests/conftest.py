from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest

from zhunru.accounts.services import create_user
from zhunru.configuration import queries
from zhunru.configuration.models import Configuration
from zhunru.configuration.schema import Settings
from zhunru.configuration.services import add_version
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role


@pytest.fixture
def on_county_side(in_county: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """The whole test stands on the county's side."""
    with in_county():
        yield


@pytest.fixture
def administrator(on_county_side: None) -> Actor:
    user = create_user(
        realm=COUNTY, username="admin-a", name="演示管理员", password="a long enough password", actor=SYSTEM
    )
    return Actor(user_id=user.pk, name=user.name, role=Role.COUNTY_ADMIN, realm=COUNTY)


def with_changes(**changes: Any) -> Settings:
    """The parameters that hold, some of them changed."""
    return Settings.model_validate({**queries.current().settings, **changes})


def changed(actor: Actor, **changes: Any) -> Configuration:
    """A new version with these changes."""
    return add_version(with_changes(**changes), based_on=queries.current().number, note="测试修改", actor=actor)

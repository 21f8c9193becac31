"""The command that makes the first administrator of a place."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.management import CommandError, call_command

from zhunru.accounts.models import Membership
from zhunru.accounts.tests.conftest import NEW, Site
from zhunru.core.roles import Role

Owner = Callable[[], AbstractContextManager[None]]
"""As the operator runs it: with the owner's rights, not the application's."""


@pytest.fixture(autouse=True)
def _typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _prompt: NEW["password"])


def test_county_and_townships_get_an_administrator_of_their_own(owner: Owner, townships: list[Site]) -> None:
    realm = townships[0].realm
    with owner():
        call_command("create_administrator", "county", "admin", "演示管理员")
        call_command("create_administrator", realm.removeprefix("t_"), "admin", "演示管理员")
        assert {(m.realm, m.role) for m in Membership.objects.filter(user__username="admin")} == {
            ("county", Role.COUNTY_ADMIN),
            (realm, Role.TOWNSHIP_ADMIN),
        }


def test_an_unknown_place_and_a_taken_name_are_told_in_a_sentence(owner: Owner) -> None:
    with owner():
        with pytest.raises(CommandError, match="no township"):
            call_command("create_administrator", "999999999", "admin", "演示管理员")
        call_command("create_administrator", "county", "admin", "演示管理员")
        with pytest.raises(CommandError, match="登录名已被使用"):
            call_command("create_administrator", "county", "admin", "演示管理员")
        with pytest.raises(CommandError, match="登录名由"):
            call_command("create_administrator", "county", "管理员", "演示管理员")

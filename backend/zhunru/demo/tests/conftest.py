from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from pytest_django import Settings

from zhunru.admissions.tests.fixtures import QUICK, at, quick_hashes, stage, var
from zhunru.admissions.tests.pages import NEXT_APPLICATION, draw_once
from zhunru.admissions.tests.stage import set_stage
from zhunru.demo.tests.world import World, make_world, surroundings
from zhunru.tenancy.context import county_context

__all__ = ["at", "quick_hashes", "stage", "var"]


@pytest.fixture(scope="module")
def made_world(making: Callable[[], Any], var: Path, admin_dsn: str) -> World:
    """The world of all tests of a module: made once, for it takes longer than most of them."""
    with making(), override_settings(VAR=var, PASSWORD_HASHERS=QUICK), pytest.MonkeyPatch.context() as patch:
        draw_once(patch, admin_dsn)
        with county_context():
            stage = set_stage()
        return replace(make_world(stage), around=surroundings(stage))


@pytest.fixture
def world(
    made_world: World, db: None, settings: Settings, var: Path, admin_dsn: str, monkeypatch: pytest.MonkeyPatch
) -> World:
    """A matter admitted for the villages of the first township, and whatever lies around it; nobody has come yet."""
    settings.VAR = var
    draw_once(monkeypatch, admin_dsn, NEXT_APPLICATION)
    return replace(made_world, desks={})

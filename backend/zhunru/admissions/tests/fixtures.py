"""The fixtures that the tests of admissions and of the apps above it share; each conftest.py takes them in."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings
from pytest_django import Settings

from zhunru.admissions.tests.pages import NEXT_APPLICATION, draw_once
from zhunru.admissions.tests.stage import Stage, set_stage
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding

__all__ = ["QUICK", "Staged", "at", "begun", "calendar", "quick_hashes", "stage", "staged", "var"]

Staged = Callable[[], AbstractContextManager[Stage]]
At = Callable[[str], datetime]
COUNTY_TIME = ZoneInfo("Asia/Shanghai")
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MONDAY = "2026-03-02 09:00"
"""In that month people simply work from Monday to Friday."""


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the papers, keys and seals of this run lie: found by what is in them, they need no folder for each test."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """Argon2 is slow on purpose; the tests of log-in ask for it themselves."""
    settings.PASSWORD_HASHERS = QUICK


@pytest.fixture
def stage(db: None, var: Path, settings: Settings, admin_dsn: str, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """The county's offices, two departments, three townships of two villages."""
    settings.VAR = var
    draw_once(monkeypatch, admin_dsn)
    with county_context():
        return set_stage()


@pytest.fixture(scope="module")
def staged(making: Callable[[], Any], var: Path, admin_dsn: str) -> Staged:
    """`with staged() as stage:` makes, in a fixture of a module, the stage and what stands on it for all its tests.

    For what takes longer to make than most of those tests. They ask for `begun`, too.
    """

    @contextmanager
    def opened() -> Iterator[Stage]:
        with making(), override_settings(VAR=var, PASSWORD_HASHERS=QUICK), pytest.MonkeyPatch.context() as patch:
            draw_once(patch, admin_dsn)
            with county_context():
                stage = set_stage()
            yield stage

    return opened


@pytest.fixture
def begun(db: None, var: Path, settings: Settings, admin_dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that goes on from what its module has made: with numbers and codes of its own."""
    settings.VAR = var
    draw_once(monkeypatch, admin_dsn, NEXT_APPLICATION)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """`at("2026-09-28 09:00")`: from here on it is that moment in the county, until it is told another.

    A day alone means six in the morning, when the sweep runs. Each look at the clock is a microsecond later than
    the one before, so that what happened first also stands first.
    """
    held: list[datetime] = []

    def now() -> datetime:
        held[0] += timedelta(microseconds=1)
        return held[0]

    def move(moment: str) -> datetime:
        read = datetime.fromisoformat(moment if " " in moment else f"{moment} 06:00")
        held[:] = [read.replace(tzinfo=COUNTY_TIME).astimezone(UTC)]
        monkeypatch.setattr("django.utils.timezone.now", now)
        return held[0]

    return move


@pytest.fixture
def calendar(at: At, stage: Stage) -> None:
    """The real working days, on the first Monday of March 2026."""
    at(MONDAY)
    with county_context():
        seeding.seed()

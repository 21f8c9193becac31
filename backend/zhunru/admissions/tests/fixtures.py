"""The fixtures that the tests of admissions and of the apps above it share; each conftest.py takes them in."""

from pathlib import Path

import pytest
from pytest_django import Settings

from zhunru.admissions.tests.stage import Stage, set_stage
from zhunru.tenancy.context import county_context

__all__ = ["quick_hashes", "stage", "var"]


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the papers, keys and seals of this run lie: found by what is in them, they need no folder for each test."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    """Argon2 is slow on purpose; the tests of log-in ask for it themselves."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def stage(db: None, var: Path, settings: Settings) -> Stage:
    """The county's offices, two departments, three townships of two villages."""
    settings.VAR = var
    with county_context():
        return set_stage()

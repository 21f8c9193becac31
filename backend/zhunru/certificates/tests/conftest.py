import pytest
from pytest_django import Settings

from zhunru.admissions.tests.fixtures import at, calendar, quick_hashes, stage, var
from zhunru.admissions.tests.stage import Stage
from zhunru.certificate_types.imports import load_certificate_types
from zhunru.certificates.tests.counter import DATA, Counter
from zhunru.tenancy.context import county_context

__all__ = ["at", "calendar", "quick_hashes", "stage", "var"]


@pytest.fixture
def counter(stage: Stage, settings: Settings) -> Counter:
    """The first village's counter with the demonstration's list; who has no seal gets a specimen."""
    settings.DEMO = True
    with county_context():
        load_certificate_types(DATA)
    return Counter(stage)

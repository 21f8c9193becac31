"""What the tests of contracts share: the county of admissions, and contracts as far as a test needs them."""

import pytest

from zhunru.admissions.tests.fixtures import at, calendar, quick_hashes, stage, var
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract
from zhunru.contracts.tests import samples

__all__ = ["at", "calendar", "quick_hashes", "stage", "var"]


@pytest.fixture
def drafted(calendar: None, stage: Stage) -> Contract:
    """A contract whose text is whole, not yet submitted."""
    return samples.drafted(stage)


@pytest.fixture
def performing(calendar: None, stage: Stage) -> Contract:
    """A contract that both have signed and that has been published: two periods, 50 and 50 percent."""
    return samples.performing(stage)

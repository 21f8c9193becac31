import pytest

from zhunru.admissions.tests.fixtures import at, quick_hashes, stage, var
from zhunru.admissions.tests.stage import Stage
from zhunru.demo.tests.world import World, make_world

__all__ = ["at", "quick_hashes", "stage", "var"]


@pytest.fixture
def world(stage: Stage) -> World:
    """A matter admitted for the villages of the first township."""
    return make_world(stage)

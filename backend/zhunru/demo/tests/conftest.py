from dataclasses import replace

import pytest

from zhunru.admissions.tests.fixtures import Staged, at, begun, quick_hashes, stage, staged, var
from zhunru.demo.tests.world import World, make_world, surroundings

__all__ = ["at", "begun", "quick_hashes", "stage", "staged", "var"]


@pytest.fixture(scope="module")
def made_world(staged: Staged) -> World:
    """The world of all tests of a module."""
    with staged() as stage:
        return replace(make_world(stage), around=surroundings(stage))


@pytest.fixture
def world(made_world: World, begun: None) -> World:
    """A matter admitted for the villages of the first township, and whatever lies around it; nobody has come yet."""
    return replace(made_world, desks={})

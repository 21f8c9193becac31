import pytest

from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import SYSTEM
from zhunru.tenancy.context import county_context


@pytest.fixture
def desk(stage: Stage) -> Desk:
    """The office's clerk, where the tables' short name of a department is known."""
    with county_context():
        farming = stage.departments["farming"]
        farming.short_name = "农业农村局"
        farming.record(actor=SYSTEM, reason="改简称")
    return desk_of(stage, "clerk")

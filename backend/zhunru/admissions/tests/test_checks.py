"""What the form tells of the rules of submission before the button is pressed."""

import pytest

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, drafted
from zhunru.tenancy.context import county_context


@pytest.mark.clause("2.1a")
def test_each_empty_field_is_told_at_its_own_place(stage: Stage) -> None:
    with county_context():
        application = drafted(stage, stage.villages(0), necessity="", village_duty="")
        told = Desk(stage.actor("water-clerk")).get(f"/applications/{application.pk}/checks")
    unmet = [(check["code"], check["field"]) for check in told if not check["ok"]]
    assert unmet == [("incomplete", "necessity"), ("incomplete", "village_duty")]

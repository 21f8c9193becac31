"""What the timeline of an application tells: who, in which role, and what changed, in words."""

import pytest
from django.utils import timezone

from zhunru.admissions import queries
from zhunru.admissions.tests.stage import Stage, approved, filed, the
from zhunru.core import history
from zhunru.tenancy.context import county_context


@pytest.mark.clause("3.2b")
def test_the_timeline_names_people_and_statuses_never_their_keys(stage: Stage) -> None:
    with county_context():
        application = filed(stage, stage.villages(0))
        newest = history.entries(application)[0]
        told = {change.field: (change.old, change.new) for change in newest.changes}
        assert told["filed_by"] == ("", stage.actor("water-head").name)
        assert told["status"] == ("草拟", "已申报")


def test_times_are_told_in_beijings_clock_and_bare_keys_not_at_all(stage: Stage) -> None:
    with county_context():
        application = filed(stage, stage.villages(0))
        told = {change.field: change.new for change in history.entries(application)[0].changes}
        assert told["submitted_at"] == f"{timezone.localtime(application.submitted_at):%Y-%m-%d %H:%M}"
        assert not [field for field in told if field.endswith("_id")]


@pytest.mark.clause("3.2b")
def test_the_timeline_tells_the_findings_and_the_decision_with_what_they_say(stage: Stage) -> None:
    with county_context():
        application = approved(stage, stage.villages(0))
        told = history.entries(application, *queries.parts_of(application))
        said = {(change.field, change.new) for entry in told for change in entry.changes}
        assert ("aspect", "合法性") in said
        assert ("outcome", "同意") in said
        assert ("resolution_number", the(application.decision).resolution_number) in said
        assert [entry.at for entry in told] == sorted((entry.at for entry in told), reverse=True)

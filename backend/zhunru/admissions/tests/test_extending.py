"""A matter that ends goes on once, by a new decision (rule A-22, clause 2.1f)."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from zhunru.admissions import parameters
from zhunru.admissions.models import Matter
from zhunru.admissions.tests.kinds import agreed, carried_out, request, submitted
from zhunru.admissions.tests.stage import Stage, admitted, drafted, the
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.configuration.choices import Body
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.clause("2.1f")


def temporary(stage: Stage, *, months: int = 6) -> Matter:
    """A temporary matter of that many months from today, in force."""
    today = timezone.localdate()
    term = {"starts_on": today.isoformat(), "ends_on": (today + relativedelta(months=months, days=-1)).isoformat()}
    draft = drafted(stage, stage.villages(0), category="temporary", **term)
    return Matter.objects.select_related("document").get(application=carried_out(stage, draft))


def test_it_goes_on_with_its_code_and_a_paper_of_its_own(stage: Stage) -> None:
    with county_context():
        matter = temporary(stage)
        first, ended_on = the(matter.document), the(matter.ends_on)
        later = ended_on + relativedelta(months=3)
        application = request(stage, "extend", matter, ends_on=later.isoformat())
        assert parameters.bodies_of(application)[-1] == Body.JOINT_MEETING
        carried_out(stage, application)
        matter.refresh_from_db()
        paper = the(matter.document)
        assert (matter.ends_on, matter.extensions, paper.kind) == (later, 1, "extension")
        assert (paper.facts["ended_on"], paper.facts["ends_on"]) == (ended_on.isoformat(), later.isoformat())
        first.refresh_from_db()
        assert (first.status, first.ended_by) == (Document.Status.SUPERSEDED, paper)


def test_it_goes_on_once_only(stage: Stage) -> None:
    with county_context():
        matter = temporary(stage)
        ends_on = the(matter.ends_on)
        carried_out(stage, request(stage, "extend", matter, ends_on=str(ends_on + timedelta(days=30))))
        matter.refresh_from_db()
        with pytest.raises(DomainError, match="已延期 1 次，不能再延期"):
            submitted(stage, request(stage, "extend", matter, ends_on=str(ends_on + timedelta(days=60))))


@pytest.mark.parametrize(
    ("months", "days", "fits"), [(12, 0, True), (12, 1, False), (0, 1, True), (0, 0, False), (0, -1, False)]
)
def test_it_goes_on_for_twelve_months_at_most(stage: Stage, months: int, days: int, fits: bool) -> None:
    with county_context():
        matter = temporary(stage)
        ends_on = the(matter.ends_on) + relativedelta(months=months, days=days)
        application = request(stage, "extend", matter, ends_on=ends_on.isoformat())
        if fits:
            submitted(stage, application)
        else:
            with pytest.raises(DomainError) as refused:
                submitted(stage, application)
            assert (refused.value.code, refused.value.field) == ("bad_extension", "ends_on")


@pytest.mark.parametrize(("ends_on", "fits"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_a_temporary_matter_lasts_twelve_months_at_most(stage: Stage, ends_on: date, fits: bool) -> None:
    """Rule A-22."""
    with county_context():
        draft = drafted(stage, stage.villages(0), category="temporary", ends_on=ends_on.isoformat())
        if fits:
            submitted(stage, draft)
        else:
            with pytest.raises(DomainError, match="临时类事项最长 12 个月"):
                submitted(stage, draft)


def test_its_villages_stay_as_they_are(stage: Stage) -> None:
    with county_context():
        matter = temporary(stage)
        wider = [village.code for village in stage.villages(0, 1)]
        longer = str(the(matter.ends_on) + timedelta(days=30))
        with pytest.raises(DomainError) as refused:
            submitted(stage, request(stage, "extend", matter, ends_on=longer, scope=wider))
    assert (refused.value.code, refused.value.field) == ("other_villages", "scope")


def test_what_has_no_end_is_not_extended(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        with pytest.raises(DomainError, match="没有结束日期，无需延期"):
            submitted(stage, request(stage, "extend", matter, ends_on="2027-12-31"))


def test_every_village_learns_the_new_end(stage: Stage) -> None:
    with county_context():
        matter = temporary(stage)
        later = the(matter.ends_on) + timedelta(days=30)
        application = agreed(stage, request(stage, "extend", matter, ends_on=str(later)))
        APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        told = matter.deliveries.get(kind="change")
        assert (told.facts["ends_on"], told.village_codes) == (later.isoformat(), matter.scope)

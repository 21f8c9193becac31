"""Registering what has entered before it was approved (clause 2.1e, A-24)."""

from datetime import timedelta

import pytest

from zhunru.admissions import urgent
from zhunru.admissions.models import Application
from zhunru.admissions.tests.entering import entered, urgent_in
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import filled_in, request, submitted
from zhunru.admissions.tests.stage import Stage, the
from zhunru.core.errors import DomainError
from zhunru.tenancy.context import county_context
from zhunru.workdays import seeding


@pytest.mark.clause("2.1e")
def test_an_entry_is_registered_within_a_day_and_later_only_with_a_reason(stage: Stage, at: At) -> None:
    """紧急工作可按“先进后批”办理 (A-24): both times are kept."""
    with county_context():
        seeding.seed()
        at("2026-09-28 10:00")
        clerk = stage.actor("water-clerk")
        in_time = urgent.register(actor=clerk, data=urgent_in(stage, hours=23.99))
        with pytest.raises(DomainError) as refused:
            urgent.register(actor=clerk, data=urgent_in(stage, hours=24.01))
        late = urgent.register(actor=clerk, data=urgent_in(stage, hours=30, late_reason="道路中断", title="道路抢通"))
        for matter, hours in ((in_time, 23.99), (late, 30)):
            application = the(matter.application)
            took = the(application.registered_at) - the(application.entered_at)
            assert abs(took - timedelta(hours=hours)) < timedelta(seconds=1)
    assert (refused.value.code, refused.value.field) == ("late", "late_reason")


@pytest.mark.clause("2.1e")
@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"urgent_ground": "领导要求"}, "urgent_ground"),
        ({"hours": -1}, "entered_at"),
        ({"hours": 24 * 31 + 12, "late_reason": "补登"}, "entered_at"),
        ({"scope": ["999999999999"]}, "scope"),
        ({"not_secret": False}, "not_secret"),
    ],
)
def test_what_is_not_urgent_on_a_listed_ground_and_lately_is_not_registered(
    stage: Stage, at: At, changed: dict[str, object], field: str
) -> None:
    """紧急工作可按“先进后批”办理 (A-24): the grounds are enumerated, and the entry is neither to come nor long ago."""
    with county_context():
        seeding.seed()
        at("2026-09-28 10:00")
        clerk, data = stage.actor("water-clerk"), urgent_in(stage, **{"hours": 1, **changed})  # type: ignore[arg-type]
        with pytest.raises(DomainError) as refused:
            urgent.register(actor=clerk, data=data)
        assert not Application.objects.exists()
    assert refused.value.field == field


def test_an_urgent_matter_is_registered_and_not_merely_called_so(stage: Stage, at: At) -> None:
    """A-24: nobody files an ordinary draft as urgent, and what has entered is not filed as anything else."""
    with county_context():
        matter = entered(stage, at)
        draft = filled_in(stage, matter)
        draft.category = "regular"
        draft.record(actor=stage.actor("water-clerk"), reason="改")
        with pytest.raises(DomainError) as refused:
            submitted(stage, draft)
        assert (refused.value.code, refused.value.field) == ("entered_first", "category")
        at("2026-09-28 11:00")
        plain = request(stage, "admit", matter, concerns=[], title="河道清淤", category="urgent")
        with pytest.raises(DomainError) as refused:
            submitted(stage, plain)
    assert refused.value.code == "not_registered"

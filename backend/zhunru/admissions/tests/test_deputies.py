"""Acting for an absent colleague: its to-do, both names in the history, four eyes over both persons.

All over rule A-17.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from zhunru.accounts.members import member_of
from zhunru.accounts.models import User
from zhunru.accounts.queries import held_by
from zhunru.accounts.services import add_membership
from zhunru.admissions import todo
from zhunru.admissions.models import Application
from zhunru.admissions.tests import stage as way
from zhunru.admissions.tests.stage import LONG_AGO, Stage
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core import history
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.errors import DomainError
from zhunru.tenancy.context import county_context


def deputised(stage: Stage, name: str, absent: str) -> Actor:
    """`name` in the place of `absent`, for a fortnight."""
    someone, colleague = stage.actor(name), stage.actor(absent)
    role = colleague.role
    assert role is not None
    add_membership(
        User.objects.get(pk=someone.person),
        role=role,
        organisation=stage.office if absent in way.OFFICES else stage.departments[absent.rpartition("-")[0]],
        stands_in_for=User.objects.get(pk=colleague.person),
        from_on=LONG_AGO,
        to_on=timezone.localdate() + timedelta(days=14),
        actor=SYSTEM,
    )
    held = held_by(someone.person, COUNTY, timezone.localdate())
    return member_of(held, chosen=f"{role}:{colleague.person}").actor


def refused(application: Application, step: str, actor: Actor) -> str | None:
    """The code with which the step is refused to `actor` now."""
    taken = APPLICATIONS.steps[step]
    assert actor.has_role(*taken.by)
    try:
        APPLICATIONS.check(taken, application, actor)
    except DomainError as error:
        return error.code
    return None


def test_the_history_says_who_acted_and_in_whose_place(stage: Stage) -> None:
    with county_context():
        application = way.drafted(stage, stage.villages(0))
        deputy = deputised(stage, "water-clerk", "water-head")
        APPLICATIONS.take("submit", application, actor=deputy)
        entry = history.entries(Application.objects.get(pk=application.pk))[0]
        assert (entry.by, entry.role) == ("演示部门经办员（代演示部门负责人）", "部门负责人")
        assert Application.objects.get(pk=application.pk).filed_by_id == stage.actor("water-clerk").person


def test_a_deputys_to_do_is_the_absent_colleagues(stage: Stage) -> None:
    with county_context():
        way.drafted(stage, stage.villages(0))
        way.filed(stage, stage.villages(0), title="另一事项")
        for name, absent in (("farming-head", "water-head"), ("seal", "clerk")):
            deputy = deputised(stage, name, absent)
            assert todo.for_actor(deputy) == todo.for_actor(stage.actor(absent)) != []


@pytest.mark.clause("3.1a")
def test_a_deputy_never_reviews_what_it_has_applied_for_itself(stage: Stage) -> None:
    """Rule A-17: the person counts, in whosever place it acts."""
    with county_context():
        application = way.first_reviewed(stage, stage.villages(0))
        way.all_answer(application)
        deputy = deputised(stage, "water-head", "clerk")
        assert refused(application, "review", deputy) == "four_eyes"
        assert refused(application, "review", deputised(stage, "farming-head", "clerk")) is None


@pytest.mark.clause("3.1a")
def test_nobody_reviews_in_the_place_of_the_applicant(stage: Stage) -> None:
    """Rule A-17: whom one stands in for counts, too."""
    with county_context():
        application = way.first_reviewed(stage, stage.villages(0))
        way.all_answer(application)
        applicant = stage.actor("water-head").person
        actor = replace(stage.actor("clerk"), acts_for=applicant)
        assert refused(application, "review", actor) == "four_eyes"


@pytest.mark.clause("3.1b")
@pytest.mark.parametrize("step", ["approve", "reject", "defer"])
def test_who_stands_in_for_the_reviewer_does_not_record_the_decision(stage: Stage, step: str) -> None:
    """Rule A-17: nor does the reviewer who stands in for the recorder."""
    with county_context():
        application = way.referred(stage, stage.villages(0))
        reviewer = application.findings.get(aspect="legality").reviewer_id
        recorder = stage.actor("recorder")
        assert refused(application, step, recorder) is None
        assert refused(application, step, replace(recorder, acts_for=reviewer)) == "four_eyes"
        name = next(name for name in ("clerk", "head") if stage.actor(name).person == reviewer)
        assert refused(application, step, deputised(stage, name, "recorder")) == "four_eyes"

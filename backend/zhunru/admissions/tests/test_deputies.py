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
from zhunru.admissions import queries, schemas, todo
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


def before_who_decides(stage: Stage, application: Application) -> Application:
    """A reviewed one, endorsed by the leader."""
    APPLICATIONS.take("refer", application, actor=stage.actor("head"))
    endorser = replace(stage.actor("recorder"), user_id=stage.actor("auditor").person)
    return APPLICATIONS.take("endorse", application, actor=endorser, data=way.endorsed())


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


@pytest.mark.clause("3.1b")
def test_for_whom_a_review_was_written_does_not_record_the_decision(stage: Stage) -> None:
    """Rule A-17: a deputy's review counts as that of the colleague, too; so does its deputy."""
    with county_context():
        application = way.first_reviewed(stage, stage.villages(0))
        way.all_answer(application)
        recorder = stage.actor("recorder").person
        deputy = replace(stage.actor("head"), acts_for=recorder)
        application = APPLICATIONS.take("review", application, actor=deputy, data=way.findings())
        shown = schemas.ApplicationOut.from_orm(queries.in_full(Application.objects.all()).get())
        assert {one.reviewer for one in shown.findings} == {"演示社会工作部负责人（代演示决定登记员）"}
        application = before_who_decides(stage, application)
        assert refused(application, "approve", stage.actor("recorder")) == "four_eyes"
        assert refused(application, "approve", deputised(stage, "seal", "recorder")) == "four_eyes"
        another = replace(stage.actor("recorder"), user_id=stage.actor("leader").person)
        assert refused(application, "approve", another) is None


@pytest.mark.clause("3.1b")
def test_neither_the_first_reviewer_nor_for_whom_it_reviewed_records_the_decision(stage: Stage) -> None:
    """Rule A-17: the first review is a review."""
    with county_context():
        application = way.accepted(stage, stage.villages(0))
        recorder, clerk = stage.actor("recorder"), stage.actor("clerk")
        deputy = replace(clerk, acts_for=recorder.person)
        opinion = schemas.FirstReviewIn(opinion="材料齐全。")
        APPLICATIONS.take("first_review", application, actor=deputy, data=opinion)
        way.all_answer(application)
        application = APPLICATIONS.take("review", application, actor=stage.actor("head"), data=way.findings())
        application = before_who_decides(stage, application)
        assert refused(application, "approve", recorder) == "four_eyes"
        assert refused(application, "approve", replace(recorder, user_id=clerk.person)) == "four_eyes"


@pytest.mark.clause("3.1a")
def test_for_whom_an_application_was_drafted_or_filed_does_not_review_it(stage: Stage) -> None:
    """Rule A-17: whoever comes to the office from its department does not review what was filed in its name."""
    with county_context():
        head, reviewer = stage.actor("water-head"), stage.actor("clerk")
        application = way.drafted(stage, stage.villages(0))
        deputy = replace(head, acts_for=stage.actor("farming-head").person)
        application = APPLICATIONS.take("submit", application, actor=deputy)
        application = APPLICATIONS.take("accept", application, actor=reviewer)
        moved = replace(reviewer, user_id=stage.actor("farming-head").person)
        assert refused(application, "first_review", moved) == "four_eyes"
        assert refused(application, "first_review", reviewer) is None


@pytest.mark.clause("3.1b")
def test_for_whom_a_decision_was_recorded_does_not_seal_its_paper(stage: Stage) -> None:
    """Rule A-17: nor does a deputy of that colleague."""
    with county_context():
        application = way.referred(stage, stage.villages(0))
        seal = stage.actor("seal")
        deputy = replace(stage.actor("recorder"), acts_for=seal.person)
        application = APPLICATIONS.take("approve", application, actor=deputy, data=way.resolution())
        assert refused(application, "issue", seal) == "four_eyes"
        assert refused(application, "issue", replace(seal, user_id=stage.actor("leader").person)) is None

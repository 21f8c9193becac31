"""The two tables, step by step, without a database."""

from typing import Any

import pytest

from zhunru.admissions.models import Application, Matter
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.core.workflow import Step, Workflow

TABLES: list[tuple[Workflow[Any], Any]] = [(APPLICATIONS, Application), (MATTERS, Matter)]


def an_actor(role: Role) -> Actor:
    return Actor(user_id=1, name="测试", role=role, realm=COUNTY)


BEGUN_WITH = {Matter: {Matter.Status.LEGACY}}
"""Rows that begin with another status: what villages carried before the platform came."""
STEPS = [pytest.param(workflow, step, id=step.name) for workflow, _ in TABLES for step in workflow]


@pytest.mark.parametrize(("workflow", "step"), STEPS)
@pytest.mark.parametrize("role", Role)
def test_a_step_is_offered_only_to_its_roles_and_from_its_statuses(
    workflow: Workflow[Any], step: Step[Any], role: Role
) -> None:
    for status, _label in workflow.model._meta.get_field("status").choices:
        offered = step in workflow.open_to(an_actor(role), workflow.model(status=status))
        assert offered == (role in step.by and status in step.source), status


@pytest.mark.parametrize(("workflow", "model"), TABLES)
def test_every_status_but_the_first_is_reached_by_some_step(workflow: Workflow[Any], model: Any) -> None:
    first = model._meta.get_field("status").default
    reached = {target for step in workflow for target in step.targets}
    assert reached | {first} | BEGUN_WITH.get(model, set()) == set(model.Status)


@pytest.mark.parametrize(("workflow", "model"), TABLES)
def test_a_wrong_role_is_refused_before_the_database_is_asked(workflow: Workflow[Any], model: Any) -> None:
    for step in workflow:
        for role in set(Role) - set(step.by):
            with pytest.raises(NotAllowedError):
                workflow.take(step.name, model(pk=1), actor=an_actor(role))


def test_a_wrong_status_is_told_in_words() -> None:
    with pytest.raises(DomainError, match="“草拟”状态下不能“受理”"):
        APPLICATIONS.check(APPLICATIONS.steps["accept"], Application(), an_actor(Role.SOCIAL_WORK_CLERK))


@pytest.mark.clause("2.1b")
def test_nobody_who_prepares_or_reviews_an_application_records_its_decision() -> None:
    deciding = {role for name in ("approve", "reject") for role in APPLICATIONS.steps[name].by}
    preparing = {role for name in ("submit", "accept", "review", "refer") for role in APPLICATIONS.steps[name].by}
    assert deciding == {Role.DECISION_RECORDER}
    assert not deciding & preparing


@pytest.mark.clause("2.1c")
def test_only_the_seal_keeper_seals() -> None:
    assert APPLICATIONS.steps["issue"].by == (Role.SEAL_KEEPER,)
    assert MATTERS.steps["withdraw"].by == (Role.SEAL_KEEPER,)

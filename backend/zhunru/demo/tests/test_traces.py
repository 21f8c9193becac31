"""Every act over either API leaves a history row that says who, in which role, when and why."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps

from zhunru.admissions.models import Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import FORM, Stage
from zhunru.core.actors import COUNTY
from zhunru.core.models import Tracked
from zhunru.core.roles import Role
from zhunru.demo.tests.operations import APIS, BODIES, operations
from zhunru.placements.models import Placement
from zhunru.placements.tests.arrivals import carry, placements
from zhunru.tenancy.context import county_context, township_context

TRACKED: list[Any] = [model for model in apps.get_models() if issubclass(model, Tracked)]
UNTRACED = {"choose_role"}
"""Says in which role one acts from now on; what one then does is traced."""
NEW = {"username": "somebody-new", "name": "演示新账号", "password": "a long enough password"}


@dataclass
class Act:
    """One request, and the rows that it added to the histories of the realm in which it was made."""

    operation: str
    desk: Desk
    rows: list[Any]


class Recorder:
    """Makes requests and keeps what each of them left behind."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.acts: list[Act] = []
        self.desks: dict[str, Desk] = {}

    def desk(self, name: str) -> Desk:
        if name not in self.desks:
            with county_context():
                self.desks[name] = Desk(self.stage.actor(name))
        return self.desks[name]

    def act(self, operation: str, desk: Desk, method: str, path: str, data: Any = None) -> Any:
        before = history(desk.actor.realm)
        answer = desk.ask(method, path, BODIES.get(operation, {}) if data is None else data)
        assert answer.status_code < 300, (operation, answer.content.decode())
        rows = [row for key, row in history(desk.actor.realm).items() if key not in before]
        self.acts.append(Act(operation, desk, rows))
        return answer.json() if answer.content else None


def history(realm: str) -> dict[tuple[str, int], Any]:
    """Every history row that the realm may read."""
    side = county_context() if realm == COUNTY else township_context(realm)
    there = [m for m in TRACKED if (m is not Placement) == (realm == COUNTY)]
    with side:
        return {(model.__name__, row.pk): row for model in there for row in model.history.all()}


@pytest.fixture
def recorder(stage: Stage) -> Recorder:
    """Every unsafe operation of both APIs, each done once or more."""
    recorder = Recorder(stage)
    scope = [village.code for village in stage.villages(0)]
    id = recorder.act(
        "application_create", recorder.desk("water-clerk"), "POST", "/applications", {**FORM, "scope": scope}
    )["id"]
    at = f"/applications/{id}"
    recorder.act("application_edit", recorder.desk("water-clerk"), "PATCH", at, {"version": 1, "frequency": "一年一轮"})
    for name, step in COURSE:
        recorder.act(f"application_{step}", recorder.desk(name), "POST", f"{at}/{step}")
    other = recorder.desk("water-clerk").post("/applications", {**FORM, "title": "秋收安全提醒", "scope": scope})["id"]
    for name, step in REJECTED:
        recorder.act(f"application_{step}", recorder.desk(name), "POST", f"/applications/{other}/{step}")
    _in_the_township(recorder)
    with county_context():
        matter = Matter.objects.get()
    for name, step in (("head", "order_withdrawal"), ("seal", "withdraw")):
        recorder.act(f"matter_{step}", recorder.desk(name), "POST", f"/matters/{matter.pk}/{step}")
    _accounts(recorder)
    return recorder


COURSE = (
    ("water-head", "submit"), ("clerk", "return_for_correction"), ("water-head", "submit"), ("clerk", "accept"),
    ("clerk", "review"), ("head", "decline"), ("water-head", "submit"), ("clerk", "accept"), ("head", "review"),
    ("head", "refer"), ("recorder", "approve"), ("seal", "issue"),
)  # fmt: skip
REJECTED = (
    ("water-head", "submit"), ("clerk", "accept"), ("clerk", "review"), ("head", "refer"), ("recorder", "reject"),
)  # fmt: skip


def _in_the_township(recorder: Recorder) -> None:
    with county_context():
        matter = Matter.objects.get()
    carry(matter)
    placement = placements(recorder.stage.townships[0])[0]
    officer = Desk(recorder.stage.village_officer(placement.village))
    receipt = {"document_code": placement.document_code}
    at = f"/placements/{placement.pk}"
    officer.ask("GET", f"/documents/{placement.document_id}/file")
    recorder.act("placement_confirm", officer, "POST", f"{at}/confirm", receipt)
    recorder.act("placement_complete", officer, "POST", f"{at}/complete", {})


def _accounts(recorder: Recorder) -> None:
    admin = recorder.desk("admin")
    user = recorder.act("create_user", admin, "POST", "/users", {**NEW, "posts": [{"role": Role.LEADER}]})
    recorder.act("change_user", admin, "PATCH", f"/users/{user['id']}", {"version": user["version"], "name": "改名"})
    recorder.act("reset_password", admin, "POST", f"/users/{user['id']}/password")


@pytest.mark.clause("3.2b")
def test_every_act_leaves_a_row_signed_by_who_did_it_with_role_time_and_reason(recorder: Recorder) -> None:
    done = {act.operation for act in recorder.acts}
    assert done == {o.id for api in APIS for o in operations(api) if o.unsafe} - UNTRACED
    for act in recorder.acts:
        assert act.rows, act.operation
        for row in act.rows:
            actor = act.desk.actor
            assert (row.history_user_id, row.actor_name) == (actor.user_id, actor.name), act.operation
            assert (row.actor_role, row.actor_organisation) == (actor.role, actor.organisation_name), act.operation
            assert row.history_change_reason, act.operation
            assert row.history_date is not None, act.operation


@pytest.mark.clause("3.2b")
def test_a_row_holds_what_was_before_and_what_came_after(recorder: Recorder) -> None:
    (edit,) = [act for act in recorder.acts if act.operation == "application_edit"]
    with county_context():
        (row,) = edit.rows
        before = row.prev_record
    assert (before.frequency, row.frequency) == ("", "一年一轮")
    assert (before.version, row.version) == (1, 2)


def test_no_history_holds_a_password(recorder: Recorder) -> None:
    kept = {field.name for model in TRACKED for field in model.history.model._meta.fields}
    assert "password" not in kept

"""Every act over either API leaves a history row that says who, in which role, when and why."""

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.demo.tests.deeds import all_deeds
from zhunru.demo.tests.operations import APIS, operations
from zhunru.demo.tests.recorder import TRACKED, Recorder
from zhunru.tenancy.context import county_context

UNTRACED = {
    "choose_role": "says in which role one acts from now on; what one then does is traced",
    "clocks_feed": "a key to read one's own terms by; it changes nothing",
    "legacy_preview": "nothing is taken over yet",
    "edition_import_preview": "nothing is taken over yet",
    "template_check": "a question; nothing is kept",
    "template_preview": "a look; nothing is kept",
    "purchase_check": "a question; what was found is kept with the contract that is submitted",
    "terms_simulate": "an assumed course of events; nothing is kept",
    "edition_matters": "what it adds and takes out is traced entry by entry; here nothing was to be done",
}
SAID_ELSEWHERE = {
    "opinion_answer": "the opinion itself names the department that has answered, and who for it",
    "legal_basis_create": "an article is what the law says; entries that rest on it are traced",
    "legal_basis_replace": "the article itself says from when it no longer holds",
}


@pytest.fixture
def recorder(stage: Stage, at: At) -> Recorder:
    """Every unsafe operation of both APIs, each done once or more, in the weeks of the yearly review."""
    at("2026-11-23 10:00")
    made = Recorder(stage)
    all_deeds(made)
    return made


@pytest.mark.clause("3.2b")
def test_every_act_leaves_a_row_signed_by_who_did_it_with_role_time_and_reason(recorder: Recorder) -> None:
    done = {act.operation for act in recorder.acts} - set(UNTRACED)
    assert done == {o.id for api in APIS for o in operations(api) if o.unsafe} - set(UNTRACED)
    for act in recorder.acts:
        if act.operation in UNTRACED:
            continue
        actor = act.desk.actor
        signed = [row for row in act.rows if (row.history_user_id, row.actor_name) == (actor.user_id, actor.name)]
        assert signed or act.operation in SAID_ELSEWHERE, act.operation
        assert {row.actor_name for row in act.rows} <= {actor.name, "系统"}, act.operation
        for row in signed:
            assert (row.actor_role, row.actor_organisation) == (actor.role, actor.organisation_name), act.operation
            assert row.history_change_reason, act.operation
            assert row.history_date is not None, act.operation
    (edit,) = [act for act in recorder.acts if act.operation == "application_edit"]
    with county_context():
        (row,) = edit.rows
        before = row.prev_record
    assert (before.frequency, row.frequency) == ("一年一轮", "一季一轮")
    assert (before.version, row.version) == (1, 2)


def test_no_history_holds_a_password() -> None:
    kept = {field.name for model in TRACKED for field in model.history.model._meta.fields}
    assert "password" not in kept

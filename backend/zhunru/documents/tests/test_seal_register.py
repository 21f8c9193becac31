"""Seals and their uses: two people for each, no use without an approval, in the routes and in the database."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from zhunru.accounts.models import Organisation, User
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.documents import api, sealing, uses
from zhunru.documents.models import Seal, SealGrant
from zhunru.documents.tests.desk import Staff, approved, ask, department, good, issue, keep, requested, said_no
from zhunru.documents.tests.pictures import scanned
from zhunru.documents.tests.samples import OFFICE, TODAY
from zhunru.documents.workflow import USES


def register(who: Actor, **said: Any) -> Any:
    form = {"name": OFFICE, "rank": "party_office", "diameter_mm": "42", **said}
    return client(api.seals, who).post("", data=form, FILES={"image": SimpleUploadedFile("公章.png", scanned())})


# --- the register of seals ---


@pytest.mark.clause("2.1c")
def test_an_office_registers_its_own_seal_and_the_specimen_is_revoked(
    team: Staff, seal: Seal, office: Organisation
) -> None:
    made = good(register(team.head, organisation=office.pk, valid_until="2099-12-31"))
    assert (made["specimen"], made["rank_label"], made["valid_until"]) == (False, "党的机关及其工作部门", "2099-12-31")
    seal.refresh_from_db()
    assert (seal.revoked_reason, office.seals.get(revoked_on__isnull=True).pk) == ("启用新印章", made["id"])
    shown = ask("seals", team.clerk, "get", f"/{made['id']}/image")
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/svg+xml")
    assert shown.content.startswith(b"<svg")


def test_a_seal_larger_than_its_rank_is_refused(team: Staff, office: Organisation) -> None:
    """国发〔1999〕25号."""
    assert said_no(register(team.head, organisation=office.pk, diameter_mm="45")) == "seal_size"


@pytest.mark.parametrize("said", [{}, {"organisation": 1, "village": 1}])
def test_a_seal_is_an_organisations_or_a_villages(team: Staff, said: dict[str, Any]) -> None:
    assert said_no(register(team.head, **said)) == "holder"


@pytest.mark.parametrize("name", ["clerk", "keeper", "leader"])
def test_nobody_but_the_head_registers_appoints_and_revokes(
    team: Staff, seal: Seal, office: Organisation, name: str
) -> None:
    who = getattr(team, name)
    nobody = {"keeper": None, "approver": None, "version": seal.version}
    assert register(who, organisation=office.pk).status_code == 403
    assert ask("seals", who, "post", f"/{seal.pk}/appoint", nobody).status_code == 403
    assert ask("seals", who, "post", f"/{seal.pk}/revoke", {"reason": "遗失"}).status_code == 403


def test_c_02_who_keeps_a_seal_is_not_its_approver(team: Staff, seal: Seal) -> None:
    """In the routes a keeper is no candidate; in the database no row says so."""
    both = {"keeper": team.keeper.user_id, "approver": team.keeper.user_id, "version": seal.version}
    assert said_no(ask("seals", team.head, "post", f"/{seal.pk}/appoint", both)) == "not_a_candidate"
    user = User.objects.get(pk=team.head.person)
    with pytest.raises(DomainError) as failure:
        sealing.appoint(seal, keeper=user, approver=user, actor=team.head)
    assert failure.value.code == "same_person"
    with pytest.raises(DatabaseError, match="seal_keeper_is_not_approver"), transaction.atomic():
        keep("UPDATE documents_seal SET keeper_id = %s, approver_id = %s", [user.pk, user.pk])


def test_who_is_no_candidate_is_not_appointed(team: Staff, seal: Seal) -> None:
    for keeper, approver, field in ((team.clerk, team.head, "keeper"), (team.keeper, team.clerk, "approver")):
        said = {"keeper": keeper.user_id, "approver": approver.user_id, "version": seal.version}
        answer = ask("seals", team.head, "post", f"/{seal.pk}/appoint", said)
        assert (said_no(answer), answer.json()["field"]) == ("not_a_candidate", field)


def test_a_seal_that_somebody_changed_meanwhile_is_not_overwritten(team: Staff, kept: Seal) -> None:
    said = {"keeper": None, "approver": None, "version": kept.version - 1}
    assert said_no(ask("seals", team.head, "post", f"/{kept.pk}/appoint", said)) == "stale"


def test_a_revoked_seal_seals_nothing(team: Staff, kept: Seal) -> None:
    use = USES.take("approve", requested(team.clerk), actor=team.leader)
    good(ask("seals", team.head, "post", f"/{kept.pk}/revoke", {"reason": "印章遗失"}))
    assert said_no(ask("uses", team.keeper, "post", f"/{use.pk}/use", {})) == "seal_revoked"
    with pytest.raises(DatabaseError, match="revoked seal"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE documents_sealuse SET copies = copies WHERE id = %s", [use.pk])


def test_a_seal_whose_time_is_over_seals_nothing(team: Staff, seal: Seal) -> None:
    use = approved(team)
    seal.valid_until = seal.registered_on
    seal.record(actor=team.head, reason="测试")
    assert said_no(ask("uses", team.keeper, "post", f"/{use.pk}/use", {})) == "seal_expired"


def test_who_did_what_to_a_seal_stands_in_its_history(team: Staff, kept: Seal) -> None:
    good(ask("seals", team.leader, "post", f"/{kept.pk}/grants", {"kinds": ["approval"], "ground": "县委授权"}))
    good(ask("seals", team.head, "post", f"/{kept.pk}/revoke", {"reason": "遗失"}))
    told = good(ask("seals", team.clerk, "get", f"/{kept.pk}/history"))
    assert [(one["by"], one["reason"]) for one in told if one["by"] != "演示用印员"] == [
        (team.head.name, "停用印章"),
        (team.head.name, "收回用印授权"),
        (team.head.name, "收回用印授权"),
        (team.leader.name, "授权常用文书用印"),
        (team.head.name, "确定保管人和审批人"),
    ]


def test_a_department_reads_its_own_seal_and_uses_only(team: Staff, seal: Seal) -> None:
    use = requested(team.clerk)
    stranger = department("县水务局", "water")
    assert good(ask("seals", stranger, "get", ""))["total"] == good(ask("uses", stranger, "get", ""))["total"] == 0
    assert ask("seals", stranger, "get", f"/{seal.pk}").status_code == 404
    assert ask("uses", stranger, "post", f"/{use.pk}/approve", {}).status_code == 404
    admin = Actor(9, "演示管理员", Role.COUNTY_ADMIN, "county")
    assert good(ask("seals", admin, "get", ""))["total"] == good(ask("uses", admin, "get", ""))["total"] == 0
    assert ask("uses", admin, "get", "/export").status_code == 403


# --- grants ---


def test_a_grant_is_given_by_the_approver_and_by_nobody_else(team: Staff, kept: Seal) -> None:
    said = {"kinds": ["approval", "withdrawal"], "ground": "县委办公会授权", "ends_on": "2099-12-31"}
    for who in (team.head, team.keeper, team.clerk):
        assert ask("seals", who, "post", f"/{kept.pk}/grants", said).status_code == 403
    given = good(ask("seals", team.leader, "post", f"/{kept.pk}/grants", said))
    assert (given["approved_name"], given["kind_labels"]) == (team.leader.name, ["准入通知", "撤销通知"])
    assert ask("seals", team.head, "post", f"/{kept.pk}/grants/{given['id']}/take-back", {}).status_code == 403
    taken = good(ask("seals", team.leader, "post", f"/{kept.pk}/grants/{given['id']}/take-back", {}))
    assert taken["revoked_on"] is not None


def own_seal(team: Staff, office: Organisation) -> Seal:
    good(register(team.head, organisation=office.pk))
    seal: Seal = office.seals.get(revoked_on__isnull=True)
    return seal


def test_a_step_seals_under_a_grant_and_under_no_other(team: Staff, seal: Seal, office: Organisation) -> None:
    own = own_seal(team, office)
    with pytest.raises(DomainError) as failure:
        issue(office, team.keeper)
    assert failure.value.code == "not_approved"
    given = good(ask("seals", team.head, "post", f"/{own.pk}/grants", {"kinds": ["approval"], "ground": "授权"}))
    paper = issue(office, team.keeper)
    use = paper.uses.get()
    assert (use.grant_id, use.approved_by_id, use.used_by_id) == (given["id"], team.head.user_id, team.keeper.user_id)
    good(ask("seals", team.head, "post", f"/{own.pk}/grants/{given['id']}/take-back", {}))
    with pytest.raises(DomainError):
        issue(office, team.keeper)


def test_a_grant_of_another_kind_covers_no_use_in_the_database(team: Staff, seal: Seal, office: Organisation) -> None:
    own = own_seal(team, office)
    given = sealing.grant(own, ["approval"], ground="授权", ends_on=None, actor=team.head, today=TODAY)
    use = uses.asked(own, "withdrawal", "撤销", actor=team.clerk)
    use.status, use.grant, use.approved_name, use.approved_at = "approved", given, "某", timezone.now()
    with pytest.raises(DatabaseError, match="does not cover"), transaction.atomic():
        use.record(actor=team.clerk, reason="伪造")


def test_a_grant_for_a_real_seal_comes_from_a_person_who_does_not_keep_it(
    team: Staff, seal: Seal, office: Organisation
) -> None:
    own = own_seal(team, office)
    sealing.appoint(own, keeper=None, approver=None, actor=team.head)
    grant = SealGrant(seal=own, kinds=["approval"], ground="授权", approved_name="系统", granted_on=TODAY)
    with pytest.raises(DatabaseError, match="by a person"), transaction.atomic():
        grant.record(actor=team.head, reason="伪造")

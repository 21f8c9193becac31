"""The register of uses: asked for by one, approved of by another, done by a third; none without an approval."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from zhunru.accounts.models import User
from zhunru.core.actors import Actor
from zhunru.core.roles import Role
from zhunru.documents import registers, sealing, todo
from zhunru.documents.models import Document, Seal, SealUse
from zhunru.documents.tests.desk import Staff, approved, ask, good, issue, keep, requested, said_no
from zhunru.documents.workflow import USES

FORGED_PAPER = """
INSERT INTO documents_document (kind, series_id, seq, number, code, title, organisation_id, seal_id, specimen,
    issued_on, facts, sha256, size, status, void_reason, version)
SELECT kind, series_id, 99, '伪造', '00000000000Z', title, organisation_id, seal_id, specimen,
    issued_on, facts, repeat('a', 64), size, status, void_reason, 1
FROM documents_document WHERE id = %s
"""
FORGED_SEALING = "INSERT INTO documents_sealing (document_id, seal_id, place) VALUES (%s, %s, 2)"
FORGED_DUPLICATE = """
INSERT INTO documents_duplicate (document_id, use_id, no, receiver, reason, issued_on, sha256, size, version)
VALUES (%s, %s, 1, '某', '某', '2026-01-01', repeat('b', 64), 9, 1)
"""


# --- the register of uses ---


def test_a_use_is_asked_for_approved_of_and_done_by_three_people(team: Staff, kept: Seal) -> None:
    use = requested(team.clerk)
    good(ask("uses", team.leader, "post", f"/{use.pk}/approve", {"ground": "演批〔2026〕3号"}))
    done = good(ask("uses", team.keeper, "post", f"/{use.pk}/use", {}))
    assert (done["status"], done["requested_name"], done["approved_name"], done["used_name"], done["ground"]) == (
        "used", team.clerk.name, team.leader.name, team.keeper.name, "演批〔2026〕3号",
    )  # fmt: skip
    paper = Document.objects.get(pk=done["document"]["id"])
    assert (paper.number, paper.uses.get().pk) == ("演社工整〔2026〕1号", use.pk)
    told = good(ask("uses", team.clerk, "get", f"/{use.pk}/history"))
    assert [(one["by"], one["reason"]) for one in told] == [
        (team.keeper.name, "用印"), (team.leader.name, "批准用印"), (team.clerk.name, "申请用印"),
    ]  # fmt: skip


def test_c_02_the_keeper_does_not_approve_and_the_approver_does_not_use(team: Staff, kept: Seal) -> None:
    use = requested(team.clerk)
    assert ask("uses", team.keeper, "post", f"/{use.pk}/approve", {}).status_code == 403
    both = Actor(team.keeper.user_id, "演示双岗", Role.SOCIAL_WORK_HEAD, "county")
    assert said_no(ask("uses", both, "post", f"/{use.pk}/approve", {})) == "not_the_approver"
    good(ask("uses", team.leader, "post", f"/{use.pk}/approve", {}))
    approver = Actor(team.leader.user_id, "演示双岗", Role.SEAL_KEEPER, "county")
    assert said_no(ask("uses", approver, "post", f"/{use.pk}/use", {})) == "not_the_keeper"
    sealing.appoint(kept, keeper=None, approver=None, actor=team.head)
    assert said_no(ask("uses", approver, "post", f"/{use.pk}/use", {})) == "same_person"


def test_c_02_a_head_who_keeps_the_seal_does_not_approve_either(team: Staff, kept: Seal) -> None:
    use = requested(team.clerk)
    keeper = User.objects.get(pk=team.keeper.person)
    sealing.appoint(kept, keeper=keeper, approver=None, actor=team.head)
    both = Actor(keeper.pk, "演示双岗", Role.SOCIAL_WORK_HEAD, "county")
    assert said_no(ask("uses", both, "post", f"/{use.pk}/approve", {})) == "same_person"


def test_c_02_holds_in_the_database(team: Staff, kept: Seal) -> None:
    use = requested(team.clerk)
    with pytest.raises(DatabaseError, match="does not approve"), transaction.atomic():
        set_to(
            use, status="approved", approved_by_id=team.keeper.user_id, approved_name="某", approved_at=timezone.now()
        )
    use = USES.take("approve", use, actor=team.leader)
    paper = issue(kept.organisation, team.keeper)
    with pytest.raises(DatabaseError, match="use_by_another_than_the_approver"), transaction.atomic():
        set_to(
            use, status="used", used_by_id=team.leader.user_id, used_name="某", used_at=timezone.now(), document=paper
        )


def set_to(use: SealUse, **changed: Any) -> None:
    """Past every rule of ours."""
    forged: SealUse = SealUse.objects.get(pk=use.pk)
    for name, value in changed.items():
        setattr(forged, name, value)
    forged.record(actor=Actor(None, "某", None, "county"), reason="伪造")


def test_only_the_seals_own_keeper_uses_it(team: Staff, kept: Seal) -> None:
    use = USES.take("approve", requested(team.clerk), actor=team.leader)
    assert said_no(ask("uses", team.other_keeper, "post", f"/{use.pk}/use", {})) == "not_the_keeper"


def test_nobody_approves_of_what_they_asked_for_nor_for_whom_they_stand_in(team: Staff, seal: Seal) -> None:
    """A-17, through deputies on either side."""
    use = requested(team.head)
    assert said_no(ask("uses", team.head, "post", f"/{use.pk}/approve", {})) == "four_eyes"
    deputy = Actor(77, "演示代理", Role.SOCIAL_WORK_HEAD, "county", acts_for=team.head.user_id)
    assert said_no(ask("uses", deputy, "post", f"/{use.pk}/approve", {})) == "four_eyes"
    clerks_deputy = Actor(
        team.leader.user_id, "演示代理", Role.SOCIAL_WORK_CLERK, "county", acts_for=team.clerk.user_id
    )
    use = requested(clerks_deputy)
    chief = Actor(team.clerk.user_id, "演示经办", Role.SOCIAL_WORK_HEAD, "county")
    assert said_no(ask("uses", chief, "post", f"/{use.pk}/approve", {})) == "four_eyes"


def test_without_an_approval_nothing_is_sealed(team: Staff, seal: Seal) -> None:
    use = requested(team.clerk)
    assert said_no(ask("uses", team.keeper, "post", f"/{use.pk}/use", {})) == "status"
    assert Document.objects.count() == 0
    paper = issue(seal.organisation, team.keeper)
    with pytest.raises(DatabaseError, match="once its use has been approved"), transaction.atomic():
        set_to(use, status="used", used_name="某", used_at=timezone.now(), document=paper)


def test_a_refusal_needs_its_reason_and_stays(team: Staff, seal: Seal) -> None:
    use = requested(team.clerk)
    assert ask("uses", team.head, "post", f"/{use.pk}/refuse", {}).status_code == 422
    told = good(ask("uses", team.head, "post", f"/{use.pk}/refuse", {"remark": "事实不清"}))
    assert (told["status"], told["refusal"]) == ("refused", "事实不清")
    with pytest.raises(DatabaseError, match="that stays"), transaction.atomic():
        set_to(use, status="approved", approved_by_id=team.head.user_id, approved_name="某", approved_at=timezone.now())


def test_only_who_asked_takes_the_request_back(team: Staff, seal: Seal) -> None:
    use = requested(team.clerk)
    assert said_no(ask("uses", team.head, "post", f"/{use.pk}/cancel", {})) == "not_the_asker"
    assert good(ask("uses", team.clerk, "post", f"/{use.pk}/cancel", {}))["status"] == "cancelled"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("title", "另一件"),
        ("copies", 99),
        ("kind", "approval"),
        ("approved_name", "某"),
        ("receiver", "某"),
        ("seal", None),
    ],
)
def test_what_was_approved_stays_as_it_was_approved(
    team: Staff, village_seal: Seal, seal: Seal, column: str, value: Any
) -> None:
    use = approved(team)
    with pytest.raises(DatabaseError, match="not changed afterwards"), transaction.atomic():
        set_to(use, **{column: value or village_seal})


def test_the_register_is_never_cut(team: Staff, seal: Seal) -> None:
    use = requested(team.clerk)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM documents_sealuse WHERE id = %s", [use.pk])


@pytest.mark.parametrize("table", ["documents_document", "documents_sealing", "documents_duplicate"])
def test_no_row_is_sealed_past_the_register(team: Staff, seal: Seal, village_seal: Seal, table: str) -> None:
    """Straight SQL, without a use: refused when the transaction is to be kept."""
    paper = issue(seal.organisation, team.keeper)
    used = paper.uses.get()
    statement, values = {
        "documents_document": (FORGED_PAPER, [paper.pk]),
        "documents_sealing": (FORGED_SEALING, [paper.pk, village_seal.pk]),
        "documents_duplicate": (FORGED_DUPLICATE, [paper.pk, used.pk]),
    }[table]
    with pytest.raises(DatabaseError, match="without an approved use"), transaction.atomic():
        keep(statement, values)


def test_the_register_is_filtered_searched_and_exported(team: Staff, seal: Seal) -> None:
    done = approved(team)
    USES.take("use", done, actor=team.keeper)
    requested(team.clerk, subject="未经准入挂牌")
    first = timezone.localdate()
    for query, count in (
        ("", 2),
        ("?status=used", 1),
        ("?q=未经准入挂牌", 1),
        ("?q=演社工整", 1),
        (f"?from_on={first}&to_on={first}", 2),
        (f"?from_on={first + timedelta(days=1)}", 0),
        (f"?seal={seal.pk}&kind=rectification&purpose=issue&limit=1", 2),
        ("?kind=circular", 0),
    ):
        assert good(ask("uses", team.clerk, "get", query))["total"] == count, query
    table = ask("uses", team.clerk, "get", "/export?format=csv&status=used").content.decode("utf-8-sig")
    assert "演社工整〔2026〕1号" in table
    assert len(table.splitlines()) == 2


# --- what waits for whom ---


def groups(actor: Actor) -> dict[str, list[str]]:
    return {group.code: [item.title for item in group.items] for group in todo.for_actor(actor)}


def test_each_use_waits_for_the_one_person_who_may_go_on(team: Staff, kept: Seal) -> None:
    use = requested(team.clerk)
    assert list(groups(team.leader)) == ["requested"]
    assert [groups(one) for one in (team.head, team.keeper, team.clerk)] == [{}, {}, {}]
    USES.take("approve", use, actor=team.leader)
    assert list(groups(team.keeper)) == ["approved"]
    assert [groups(one) for one in (team.leader, team.other_keeper)] == [{}, {}]
    assert registers.uses_for(team.clerk).count() == 0


def test_the_head_is_told_of_a_seal_that_ends_in_thirty_days(team: Staff, seal: Seal) -> None:
    for days, told in ((31, {}), (30, {"ending": [seal.name]})):
        seal.valid_until = timezone.localdate() + timedelta(days=days)
        seal.record(actor=team.head, reason="测试")
        assert groups(team.head) == told
    assert groups(team.clerk) == {}

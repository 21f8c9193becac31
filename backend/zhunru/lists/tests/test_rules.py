"""The rules of drafting a list, one after the other, as they are written down."""

from datetime import date

import pytest
from django.db import IntegrityError

from zhunru.admissions.tests.stage import Stage
from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import InvalidError, NotAllowedError
from zhunru.core.tests.clients import CLERK, client
from zhunru.lists import comparing, schemas
from zhunru.lists.api import county_router, router
from zhunru.lists.models import Edition, Entry
from zhunru.lists.services import drafting, registering
from zhunru.lists.tests.ways import (
    FIRST,
    LAW,
    SECOND,
    THIRD,
    A,
    N,
    S,
    added,
    drafted,
    entry_of,
    in_force,
    refused,
    taken_over,
)
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.usefixtures("on_county_side")


# --- L-01 ---


@pytest.mark.clause("3.2a")
def test_an_entry_belongs_to_one_list() -> None:
    """Rule L-01: what one list holds no other takes in, neither anew nor by a change of name nor by a return."""
    in_force(S, "调解民间纠纷", on=FIRST)
    draft = drafted(N, "招商引资")
    values = {"title": "调解民间纠纷", "legal_basis": LAW}
    assert refused(drafting.add_entry, draft, values) == "listed_already"
    assert refused(drafting.change_entry, entry_of(draft, "招商引资"), values) == "listed_already"
    twice = {"title": "招商引资", "legal_basis": LAW}
    assert refused(drafting.add_entry, draft, twice) == "listed_already"


@pytest.mark.clause("3.2a")
def test_a_code_is_given_once_whatever_became_of_the_draft() -> None:
    """Rule L-01: neither a discarded draft nor a removed entry sets its code free."""
    draft = drafted(N, "招商引资", "协税护税")
    draft.status = Edition.Status.DISCARDED
    draft.record(actor=SYSTEM, reason="作废")
    first = in_force(N, "协税护税", "招商引资", on=FIRST)
    assert [(e.code, e.title) for e in first.entries.all()] == [("N-003", "协税护税"), ("N-004", "招商引资")]
    second = drafted(N)
    drafting.remove_entry(entry_of(second, "招商引资"), reason="已无此事", actor=SYSTEM)
    taken_over(second, SECOND)
    third = taken_over(drafted(N, "招商引资"), THIRD)
    assert [(e.code, e.title) for e in third.entries.all()] == [("N-003", "协税护税"), ("N-005", "招商引资")]


# --- L-02, and the difference ---


@pytest.mark.clause("3.2b", "3.2a")
def test_what_is_published_changes_by_a_new_edition_only_which_says_what_and_why() -> None:
    """Rule L-02: the difference is told removed first, then added, then field by field, each with its reason."""
    first = in_force(N, "招商引资", "协税护税", "拆迁", on=FIRST)
    entry = entry_of(first, "招商引资")
    assert refused(drafting.change_entry, entry, {"title": "改名"}) == "edition_settled"
    assert refused(drafting.remove_entry, entry) == "edition_settled"
    assert refused(drafting.add_entry, first, {"title": "另一", "legal_basis": LAW}) == "edition_settled"

    second = drafted(N, "行政执法")
    changed = {"lead_department": "商务部门", "applies_to": ["pastoral", "village"]}
    drafting.change_entry(entry_of(second, "招商引资"), changed, reason="按机构改革", actor=SYSTEM)
    drafting.remove_entry(entry_of(second, "拆迁"), reason="并入他项", actor=SYSTEM)
    told = client(router, CLERK).get(f"/editions/{second.pk}/difference").json()
    assert (told["old"]["number"], told["new"]["status_label"]) == (1, "拟制中")
    assert [(one["code"], one["reason"]) for one in told["removed"]] == [("N-003", "并入他项")]
    assert [(one["code"], one["reason"]) for one in told["added"]] == [("N-004", "按法律新列")]
    (one,) = told["changed"]
    assert (one["code"], one["reason"]) == ("N-001", "按机构改革")
    assert {(f["label"], f["old"], f["new"]) for f in one["fields"]} == {
        ("主责部门", "", "商务部门"),
        ("适用范围", "", "牧业村、行政村"),
    }
    newest = history.entries(entry_of(second, "招商引资"))[0]
    assert (newest.by, newest.reason) == ("系统", "按机构改革")
    assert {change.field for change in newest.changes} >= {"lead_department", "applies_to"}


def test_what_is_changed_removed_and_restored_still_says_why_it_differs() -> None:
    """Rule L-02: a reason stands beside each difference, and beside nothing else."""
    in_force(N, "招商引资", on=FIRST)
    entry = entry_of(drafted(N), "招商引资")
    for changed in (False, True):
        if changed:
            entry = drafting.change_entry(entry, {"funding": "无"}, reason="写明经费", actor=SYSTEM)
        drafting.remove_entry(entry, reason="移出", actor=SYSTEM)
        entry = drafting.restore_entry(entry, reason="仍须保留", actor=SYSTEM)
        assert (entry.removed, entry.change_reason) == (False, "仍须保留" if changed else "")


def test_without_a_reason_nothing_changes() -> None:
    """Rule L-02."""
    draft = drafted(S, "调解民间纠纷")
    assert refused(drafting.add_entry, draft, {"title": "甲事", "legal_basis": LAW}, reason="") == "required"
    assert refused(drafting.change_entry, entry_of(draft, "调解民间纠纷"), {"title": "乙事"}, reason="") == "required"
    path = f"/entries/{entry_of(draft, '调解民间纠纷').pk}/remove"
    assert client(county_router, CLERK).post(path, json={"remark": ""}).status_code == 422


def test_of_two_who_change_an_entry_the_second_is_told() -> None:
    entry = added(drafted(S), "调解民间纠纷")
    seen = entry.version
    drafting.change_entry(entry, {"funding": "无"}, reason="写明", actor=SYSTEM, version=seen)
    assert refused(drafting.change_entry, entry, {"funding": "有"}, version=seen) == "stale"
    assert refused(drafting.remove_entry, entry, version=seen) == "stale"
    assert refused(drafting.restore_entry, entry, version=seen) == "stale"


def test_the_shown_difference_is_made_of_what_people_read() -> None:
    in_force(N, "招商引资", on=FIRST)
    draft = drafted(N)
    entry = drafting.change_entry(entry_of(draft, "招商引资"), {"outright": True, "object_types": ["ledger"]},
                                  reason="一律禁止", actor=SYSTEM)  # fmt: skip
    (one,) = comparing.between(draft.based_on, draft).changed
    assert one.new == entry
    assert {(f.label, f.old, f.new) for f in one.fields} == {("一律禁止", "否", "是"), ("所禁对象类型", "", "台账报表")}
    assert not Entry.objects.filter(edition=draft.based_on, outright=True).exists()


# --- L-03 ---


@pytest.mark.parametrize("day", [FIRST, date(2024, 12, 31)])
def test_an_edition_takes_effect_after_the_one_before(day: date) -> None:
    """Rule L-03: also one that is taken over from paper."""
    in_force(S, "调解民间纠纷", on=FIRST)
    draft = drafted(S)
    with pytest.raises(IntegrityError, match="edition_ends_after_it_begins"):
        taken_over(draft, day)


# --- L-05 ---


def test_only_a_negative_entry_forbids_and_an_outright_one_has_its_bounds() -> None:
    """Rule L-05."""
    statutory, negative = drafted(S, "调解民间纠纷"), drafted(N, "招商引资")
    for values in ({"keywords": ["招商 任务"]}, {"object_types": ["ledger"]}, {"departments": [1]}):
        assert refused(drafting.change_entry, entry_of(statutory, "调解民间纠纷"), values) == "not_negative"
        drafting.change_entry(entry_of(negative, "招商引资"), values, reason="写明", actor=SYSTEM)
    entry = entry_of(negative, "招商引资")
    nothing = {"object_types": [], "departments": [], "outright": True}
    assert refused(drafting.change_entry, entry, nothing) == "required"
    drafting.change_entry(entry, {"outright": True}, reason="一律禁止", actor=SYSTEM)


# --- L-06 ---


@pytest.mark.clause("3.2a")
def test_the_assist_list_grows_by_admission_only() -> None:
    """Rule L-06: its first edition is set up by hand, from then on a matter must have been admitted."""
    draft = drafting.start(A, actor=SYSTEM)
    drafting.add_entry(draft, {"title": "协助人口普查", "legal_basis": LAW}, reason="初次", actor=SYSTEM)
    taken_over(draft, FIRST)
    draft = drafting.start(A, actor=SYSTEM)
    values = {"title": "协助防火", "legal_basis": LAW}
    assert refused(drafting.add_entry, draft, values) == "by_admission"
    body = {**values, "reason": "直接添加", "matter_code": "540522-DE-0001"}
    assert client(county_router, CLERK).post(f"/editions/{draft.pk}/entries", json=body).status_code == 409
    assert (
        drafting.add_entry(draft, values, reason="经准入", actor=SYSTEM, matter_code="540522-DE-0001").code == "A-002"
    )


def test_a_deviation_from_the_guide_list_is_marked_and_reasoned() -> None:
    """Rule L-06."""
    draft = drafted(S, "调解民间纠纷")
    entry = entry_of(draft, "调解民间纠纷")
    assert refused(drafting.change_entry, entry, {"deviation": True}) == "required"
    reasoned = {"deviation": True, "deviation_reason": "本县以牧业为主"}
    changed = drafting.change_entry(entry, reasoned, reason="标注", actor=SYSTEM)
    assert (changed.deviation, changed.deviation_reason) == (True, "本县以牧业为主")


def test_only_the_office_drafts_and_registers_laws(stage: Stage) -> None:
    with county_context():
        for name in ("water-head", "auditor", "leader", "recorder", "seal", "admin"):
            actor = stage.actor(name)
            assert refused(lambda reason, actor: drafting.start(S, actor=actor), actor=actor) == "role"
            with pytest.raises(NotAllowedError):
                registering.register(schemas.BasisIn(document="甲法"), actor=actor)
        basis = registering.register(schemas.BasisIn(document="甲法"), actor=stage.actor("clerk"))
        again = schemas.Replacement(ended_on=FIRST, by=schemas.BasisIn(document="甲法"))
        with pytest.raises(InvalidError):
            registering.replace(basis, again, actor=stage.actor("head"))

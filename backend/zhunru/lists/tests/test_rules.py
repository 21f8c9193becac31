"""The rules of the lists, one after the other, as they are written down."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.core import history
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.tests.clients import CLERK, client
from zhunru.divisions.models import Village
from zhunru.lists import comparing, queries, schemas, voices
from zhunru.lists.api import county_router, router
from zhunru.lists.models import Acknowledgement, Edition, Entry, LegalBasis, ListKind
from zhunru.lists.services import drafting, registering, taking_note
from zhunru.lists.tests.ways import LAW, added, drafted, entry_of, in_force, published, taken_over
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.usefixtures("on_county_side")

S, A, N = ListKind.STATUTORY, ListKind.ASSIST, ListKind.NEGATIVE
FIRST, SECOND, THIRD = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)


def refused(act: Any, *args: Any, **values: Any) -> str:
    with pytest.raises((DomainError, NotAllowedError)) as caught:
        act(*args, **{"actor": SYSTEM, "reason": "按法律", **values})
    return caught.value.code


def repealed(text: str, on: date) -> None:
    """The article no longer holds from that day on."""
    basis = next(b for b in LegalBasis.objects.all() if str(b) == text)
    registering.replace(basis, schemas.Replacement(ended_on=on), actor=SYSTEM)


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


@pytest.mark.clause("1.3b")
@pytest.mark.parametrize("basis", ["", "依照有关规定《甲法", "《甲法》和有关规定", f"《{'长' * 201}》第一条"])
def test_an_entry_names_a_law_and_its_article(basis: str) -> None:
    draft = drafted(S)
    assert refused(drafting.add_entry, draft, {"title": "甲事", "legal_basis": basis}) == "legal_basis"


@pytest.mark.clause("1.3b")
def test_an_entry_rests_on_the_version_of_its_article_that_holds() -> None:
    LegalBasis.objects.create(document="甲法", article="第九条", version=FIRST, ended_on=SECOND)
    newer = LegalBasis.objects.create(document="甲法", article="第九条", version=SECOND)
    entry = added(drafted(S), "甲事", legal_basis="《甲法》第九条；《乙法》第一条")
    assert set(entry.bases.all()) == {newer, LegalBasis.objects.get(document="乙法")}
    drafting.change_entry(entry, {"legal_basis": "《乙法》第一条"}, reason="更正", actor=SYSTEM)
    assert [basis.document for basis in entry.bases.all()] == ["乙法"]


@pytest.mark.clause("1.3b")
def test_an_entry_rests_on_the_version_that_it_prints_and_on_another_only_when_it_prints_another() -> None:
    """Several documents have their versions in the same order; what is no day names none."""
    old = LegalBasis.objects.create(document="甲法", article="第九条", version=FIRST)
    two = added(
        drafted(S), "甲事", legal_basis="《甲法》第九条；《乙法》第一条", basis_version="2025-01-01；2020-05-06"
    )
    assert {(b.document, b.version) for b in two.bases.all()} == {("甲法", FIRST), ("乙法", date(2020, 5, 6))}
    entry = added(two.edition, "乙事", legal_basis="《甲法》第九条", basis_version="2025年修正")
    newer = LegalBasis.objects.create(document="甲法", article="第九条", version=SECOND)
    drafting.change_entry(entry, {"title": "丙事"}, reason="更名", actor=SYSTEM)
    assert [basis.pk for basis in entry.bases.all()] == [old.pk]
    drafting.change_entry(entry, {"basis_version": str(SECOND)}, reason="法律修正", actor=SYSTEM)
    assert [basis.pk for basis in entry.bases.all()] == [newer.pk]
    drafting.change_entry(entry, {"basis_version": str(FIRST)}, reason="更正", actor=SYSTEM)
    assert [basis.pk for basis in entry.bases.all()] == [old.pk]


def test_of_two_who_change_an_entry_the_second_is_told() -> None:
    entry = added(drafted(S), "调解民间纠纷")
    seen = entry.version
    drafting.change_entry(entry, {"funding": "无"}, reason="写明", actor=SYSTEM, version=seen)
    assert refused(drafting.change_entry, entry, {"funding": "有"}, version=seen) == "stale"
    assert refused(drafting.remove_entry, entry, version=seen) == "stale"
    assert refused(drafting.restore_entry, entry, version=seen) == "stale"


# --- L-03 ---


@pytest.mark.parametrize("day", [FIRST, date(2024, 12, 31)])
def test_an_edition_takes_effect_after_the_one_before(day: date) -> None:
    """Rule L-03: also one that is taken over from paper."""
    in_force(S, "调解民间纠纷", on=FIRST)
    draft = drafted(S)
    with pytest.raises(IntegrityError, match="edition_ends_after_it_begins"):
        taken_over(draft, day)


# --- L-04 ---


@pytest.mark.usefixtures("calendar")
@pytest.mark.clause("3.2b")
def test_departments_townships_and_villages_take_note_in_five_working_days(stage: Stage, at: At) -> None:
    """Rule L-04: everybody is asked with a term, confirms for itself alone, and whoever is late is listed."""
    edition = published(stage, drafted(S, "调解民间纠纷"))
    asked = {str(one): one for one in Acknowledgement.objects.filter(edition=edition)}
    assert len(asked) == 2 + 3 + 6
    assert {one.due_on for one in asked.values()} == {date(2026, 3, 9)}
    assert {n.realm for n in Notice.objects.filter(title__contains="请确认知悉")} == {
        COUNTY,
        *(township.schema_name for township in stage.townships),
    }
    water, farming = stage.actor("water-clerk"), stage.actor("farming-head")
    mine = client(router, water).get("/acknowledgements").json()
    assert [(one["who"], one["mine"], one["overdue"]) for one in mine] == [("县水务局", True, False)]
    with pytest.raises(NotAllowedError):
        taking_note.confirm(asked["县水务局"], actor=farming)
    for name in ("clerk", "head", "admin", "auditor"):
        with pytest.raises(NotAllowedError):
            taking_note.confirm(asked["县水务局"], actor=stage.actor(name))
    done = client(router, water).post(f"/acknowledgements/{mine[0]['id']}/confirm").json()["done_at"]
    assert client(router, water).post(f"/acknowledgements/{mine[0]['id']}/confirm").json()["done_at"] == done
    assert client(router, farming).post(f"/acknowledgements/{mine[0]['id']}/confirm").status_code == 404
    _townships_confirm(stage, asked)

    at("2026-03-10 09:00")
    late = voices.shown(voices.asked_visible_to(stage.actor("clerk")), stage.actor("clerk"))
    assert {one.who for one in late if one.done_at} == {"县水务局", "吉雄镇", str(stage.villages(0)[0])}
    assert {one.who for one in late if one.overdue} == set(asked) - {one.who for one in late if one.done_at}
    told = client(county_router, stage.actor("clerk")).get(f"/editions/{edition.pk}/acknowledgements").json()
    assert sum(one["overdue"] for one in told) == 8


def _townships_confirm(stage: Stage, asked: dict[str, Acknowledgement]) -> None:
    """The first township and its first village, each by its own officer; nobody else can for them."""
    here, there = stage.townships[:2]
    mine, neighbour = stage.villages(0)
    officer, village = stage.township_officer(here), stage.village_officer(mine)
    with township_context(here):
        assert [one.who for one in _open(officer)] == [str(here)]
        assert [one.who for one in _open(village)] == [str(mine)]
        assert _open(stage.township_admin(here)) == []
        for actor, name in ((village, here), (officer, mine), (village, neighbour)):
            with pytest.raises(NotAllowedError):
                taking_note.confirm(asked[str(name)], actor=actor)
        with pytest.raises(Acknowledgement.DoesNotExist):
            taking_note.confirm(asked[str(there)], actor=officer)
        taking_note.confirm(asked[str(here)], actor=officer)
        taking_note.confirm(asked[str(mine)], actor=village)


def _open(actor: Actor) -> list[Any]:
    return voices.shown(voices.asked_of(actor), actor)


@pytest.mark.usefixtures("calendar")
@pytest.mark.clause("3.2b", "2.2a")
def test_a_village_is_told_how_much_it_no_longer_owes(stage: Stage) -> None:
    """Rule L-04: what was removed comes first."""
    in_force(N, "招商引资", "协税护税", on=FIRST)
    second = drafted(N, "行政执法")
    drafting.remove_entry(entry_of(second, "协税护税"), reason="并入", actor=SYSTEM)
    published(stage, second)
    village = stage.village_officer(stage.villages(0)[0])
    with township_context(stage.townships[0]):
        (one,) = _open(village)
        told = client(router, village).get(f"/editions/{second.pk}/difference").json()
    assert (one.removed_count, one.number) == (1, 2)
    assert list(told).index("removed") < list(told).index("added")
    assert [entry["title"] for entry in told["removed"]] == ["协税护税"]


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


@pytest.mark.clause("1.3b")
def test_a_duty_of_law_leaves_only_when_its_law_has_changed() -> None:
    """Rule L-06: and what it rested on is what the edition before says, whatever the draft has made of it."""
    in_force(S, "调解民间纠纷", on=FIRST)
    other = "《旧条例》第一条"
    entry = entry_of(drafted(S), "调解民间纠纷")
    assert refused(drafting.remove_entry, entry) == "law_stands"
    LegalBasis.objects.create(document="旧条例", article="第一条", ended_on=FIRST)
    drafting.change_entry(entry, {"legal_basis": other}, reason="改依据", actor=SYSTEM)
    assert refused(drafting.remove_entry, entry) == "law_stands"
    repealed(LAW, on=date(2999, 1, 1))
    assert refused(drafting.remove_entry, entry) == "law_stands"


def test_a_duty_whose_law_has_ended_may_leave() -> None:
    """Rule L-06."""
    in_force(S, "调解民间纠纷", on=FIRST)
    repealed(LAW, on=SECOND)
    entry = drafting.remove_entry(entry_of(drafted(S), "调解民间纠纷"), reason="法律已修订", actor=SYSTEM)
    assert (entry.removed, entry.change_reason) == (True, "法律已修订")


def test_what_was_entered_by_mistake_may_be_taken_back() -> None:
    """Rule L-06 protects what villages owe; a new line of the draft nobody owes yet."""
    in_force(S, "调解民间纠纷", on=FIRST)
    assert drafting.remove_entry(added(drafted(S), "误列"), reason="误列", actor=SYSTEM).removed


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


# --- L-07 ---


@pytest.mark.clause("2.2a")
def test_each_of_the_four_kinds_of_village_sees_what_applies_to_it() -> None:
    """Rule L-07."""
    draft = drafted(S, "人人皆有")
    for kind in Village.Kind.values:
        added(draft, f"只属{kind}", applies_to=[kind])
    added(draft, "城乡社区", applies_to=["community", "rural_community"])
    taken_over(draft, FIRST)
    seen = {
        kind: {entry.title for entry in queries.list_on(S, SECOND, village_kind=kind)["entries"]}
        for kind in Village.Kind.values
    }
    common = {"人人皆有"}
    assert seen == {
        "village": common | {"只属village"},
        "community": common | {"只属community", "城乡社区"},
        "rural_community": common | {"只属rural_community", "城乡社区"},
        "pastoral": common | {"只属pastoral"},
    }
    assert len(queries.list_on(S, SECOND)["entries"]) == 6


@pytest.mark.clause("2.2a")
def test_a_village_sees_what_it_owes_assists_in_and_may_not_be_asked(stage: Stage) -> None:
    """Rules L-07 and L-08: on any day, in three groups with the edition of each."""
    for kind, title in ((S, "调解民间纠纷"), (A, "协助人口普查"), (N, "招商引资")):
        draft = drafted(kind, title)
        added(draft, f"{title}（社区）", applies_to=["community"])
        taken_over(draft, FIRST)
    in_force(N, "协税护税", on=SECOND)
    community, village = stage.villages(0)
    assert (community.kind, village.kind) == ("community", "village")
    officer = stage.village_officer(village)
    with township_context(stage.townships[0]):
        told = {
            (place.kind, day): client(router, officer).get(f"/lists/duties/{place.code}/{day}").json()
            for place in (community, village)
            for day in (FIRST, SECOND)
        }
        assert client(router, officer).get(f"/lists/duties/000000000000/{FIRST}").status_code == 404
    titles = {key: [[e["title"] for e in group["entries"]] for group in groups] for key, groups in told.items()}
    assert titles["village", FIRST] == [["调解民间纠纷"], ["协助人口普查"], ["招商引资"]]
    assert titles["village", SECOND] == [["调解民间纠纷"], ["协助人口普查"], ["招商引资", "协税护税"]]
    assert [len(group) for group in titles["community", SECOND]] == [2, 2, 3]
    assert [group["edition"]["number"] for group in told["village", SECOND]] == [1, 1, 2]


# --- L-08 ---


@pytest.mark.clause("3.2a")
def test_a_list_is_read_as_of_any_day() -> None:
    """Rule L-08: what held on a day is told the same ever after, by the edition that held."""
    first = in_force(N, "招商引资", on=FIRST)
    second = drafted(N, "协税护税")
    drafting.change_entry(entry_of(second, "招商引资"), {"title": "招商引资任务"}, reason="更正", actor=SYSTEM)
    taken_over(second, SECOND)
    drafted(N, "尚未公布")
    expected = {
        date(2024, 12, 31): (None, []),
        FIRST: (1, ["招商引资"]),
        date(2025, 12, 31): (1, ["招商引资"]),
        SECOND: (2, ["招商引资任务", "协税护税"]),
        date(9999, 12, 31): (2, ["招商引资任务", "协税护税"]),
    }
    for day, (number, titles) in expected.items():
        told = client(router, CLERK).get(f"/lists/negative/on/{day}").json()
        assert (told["edition"] and told["edition"]["number"], [e["title"] for e in told["entries"]]) == (
            number,
            titles,
        )
    assert client(router, CLERK).get("/lists/negative/on/2025-02-30").status_code == 422
    assert client(router, CLERK).get("/lists/others/on/2025-02-01").status_code == 422
    old = client(county_router, CLERK).get(f"/entries/{first.entries.get().pk}").json()
    assert old["title"] == "招商引资"


# --- clause 4.1 ---


@pytest.mark.clause("4.1")
def test_a_departments_duties_are_compared_over_time(stage: Stage) -> None:
    """Side by side over the editions in force between two days; whether it leads or supports."""
    draft = drafted(S)
    added(draft, "防汛", lead_department="水务部门", village_duty="报告险情")
    added(draft, "春灌", lead_department="农业农村部门", supporting_departments="水务部门、气象部门")
    added(draft, "扫盲", lead_department="教育部门")
    taken_over(draft, FIRST)
    draft = drafted(S)
    drafting.change_entry(entry_of(draft, "防汛"), {"village_duty": "报告险情，转移群众"}, reason="修订", actor=SYSTEM)
    taken_over(draft, SECOND)

    def read(since: str, until: str) -> Any:
        path = f"/lists/departments/duties?department=水务部门&since={since}&until={until}"
        return client(county_router, stage.actor("leader")).get(path).json()

    told = read("2025-06-01", "2026-06-01")
    assert [one["number"] for one in told["editions"]] == [1, 2]
    first, second = (str(one["id"]) for one in told["editions"])
    assert {row["title"]: row["duties"] for row in told["rows"]} == {
        "防汛": {first: "报告险情", second: "报告险情，转移群众"},
        "春灌": {first: "春灌", second: "春灌"},
    }
    assert [one["number"] for one in read("2025-01-01", "2025-12-31")["editions"]] == [1]
    assert read("2020-01-01", "2020-12-31")["rows"] == []
    first_of_days = "/lists/departments/duties?department=水务部门&until=0001-01-01"
    assert client(county_router, stage.actor("leader")).get(first_of_days).json()["since"] == "0001-01-01"


def test_the_shown_difference_is_made_of_what_people_read() -> None:
    in_force(N, "招商引资", on=FIRST)
    draft = drafted(N)
    entry = drafting.change_entry(entry_of(draft, "招商引资"), {"outright": True, "object_types": ["ledger"]},
                                  reason="一律禁止", actor=SYSTEM)  # fmt: skip
    (one,) = comparing.between(draft.based_on, draft).changed
    assert one.new == entry
    assert {(f.label, f.old, f.new) for f in one.fields} == {("一律禁止", "否", "是"), ("所禁对象类型", "", "台账报表")}
    assert not Entry.objects.filter(edition=draft.based_on, outright=True).exists()


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

"""宜并则并，宜分则分: n matters become one, one becomes n; villages carry on, papers are replaced (clause 1.3c)."""

from typing import Any

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.models import Commitment, Delivery, Lineage, Matter
from zhunru.admissions.tests.kinds import agreed, carried_out, legacy, part, request, submitted
from zhunru.admissions.tests.stage import Stage, admitted, drafted, the
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.errors import DomainError
from zhunru.documents.models import Document
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.clause("1.3c")
THREE = ("春灌入户宣传", "秋收安全提醒", "冬季炉具查看")


def three(stage: Stage) -> list[Matter]:
    """Three matters, each in the villages of other townships, all in those of the first."""
    return [admitted(stage, stage.villages(0, place), title=title) for place, title in enumerate(THREE)]


def test_three_matters_become_one_that_takes_their_villages_over(stage: Stage) -> None:
    with county_context():
        old = three(stage)
        papers = [the(one.document) for one in old]
        application = carried_out(stage, request(stage, "merge", *old, title="农事安全节水入户说明"))
        new = Matter.objects.select_related("document").get(application=application)
        paper = the(new.document)
        assert (new.status, paper.kind) == (Matter.Status.IN_FORCE, "merger")
        application.refresh_from_db()
        assert application.papers == [paper], "one paper for all of them, told once"
        assert new.scope == sorted({code for one in old for code in one.scope})
        assert [one["code"] for one in paper.facts["predecessors"]] == [one.code for one in old]
        assert set(Lineage.objects.filter(kind="merge").values_list("predecessor", "successor")) == {
            (one.pk, new.pk) for one in old
        }
        entering = new.deliveries.filter(kind=Delivery.Kind.ENTER)
        assert {d.schema_name for d in entering} == {t.schema_name for t in stage.townships}
        assert {tuple(d.facts["carried_from"]) for d in entering} == {tuple(one.pk for one in old)}
        for one, former in zip(old, papers, strict=True):
            one.refresh_from_db()
            former.refresh_from_db()
            assert (one.status, one.withdrawal_document) == (Matter.Status.SUPERSEDED, paper)
            assert (former.status, former.ended_by) == (Document.Status.SUPERSEDED, paper)
            assert one.deliveries.filter(kind=Delivery.Kind.WITHDRAW).count() == len({c[:9] for c in one.scope})


def test_promises_not_yet_due_pass_to_the_new_matter(stage: Stage) -> None:
    with county_context():
        old = [
            admitted(
                stage,
                stage.villages(0),
                title=title,
                funding_due=[{"on": "2026-03-01", "amount": "1600.00"}, {"on": "2028-01-01", "amount": "2000.00"}],
            )
            for title in THREE[:2]
        ]
        application = carried_out(stage, request(stage, "merge", *old, title="农事入户说明", starts_on="2027-01-01"))
        new = Matter.objects.get(application=application)
        still = Commitment.objects.filter(ended_on=None)
        assert {(c.due_on.year, str(c.amount)) for c in still.filter(matter__in=old)} == {(2026, "1600.00")}
        assert {(c.due_on.year, str(c.amount)) for c in still.filter(matter=new)} == {(2027, "3600.00")}


def test_one_matter_becomes_three_under_one_paper(stage: Stage) -> None:
    with county_context():
        old = admitted(stage, stage.villages())
        parts = [part(title, stage.villages(place)) for place, title in enumerate(THREE)]
        parts[0] |= {"funding_amount": "900.00"}
        application = carried_out(stage, request(stage, "split", old, parts=parts, title="春灌事项拆分"))
        new = list(Matter.objects.filter(application=application).order_by("id"))
        paper = the(new[0].document)
        assert [(one.title, one.status, one.document) for one in new] == [(t, "in_force", paper) for t in THREE]
        shown = schemas.ApplicationOut.from_orm(application)
        assert [one.id for one in shown.matters] == [one.pk for one in new]
        assert the(shown.matter).id == new[0].pk
        assert [one.code for one in new] == [f"{new[0].code[:-2]}-{n}" for n in (1, 2, 3)]
        assert [str(one.funding_amount) for one in new] == ["900.00", "3600.00", "3600.00"]
        assert [one["title"] for one in paper.facts["successors"]] == list(THREE)
        assert {link.document for one in (*new, old) for link in one.case_papers.all()} >= {paper}
        for place, one in enumerate(new):
            (told,) = one.deliveries.filter(kind=Delivery.Kind.ENTER)
            assert (told.schema_name, told.facts["carried_from"]) == (stage.townships[place].schema_name, [old.pk])
        old.refresh_from_db()
        assert (old.status, old.withdrawal_document) == (Matter.Status.SUPERSEDED, paper)


def test_a_part_that_names_no_villages_is_for_all_of_them(stage: Stage) -> None:
    with county_context():
        old = admitted(stage, stage.villages(0))
        parts = [part(THREE[0], []), part(THREE[1], stage.villages(0)[:1])]
        application = carried_out(stage, request(stage, "split", old, parts=parts, title="春灌事项拆分"))
        scopes = list(Matter.objects.filter(application=application).order_by("id").values_list("scope", flat=True))
    assert scopes == [old.scope, old.scope[:1]]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda v: [part("甲", v)], "too_few_parts"),
        (lambda v: [part("甲", v), part("甲", v)], "same_title"),
        (lambda v: [part("甲", v), part("", v)], "part_incomplete"),
        (lambda v: [part("甲", v), part("乙", v, village_duty="")], "part_incomplete"),
        (lambda v: [part("甲", v[:1]), part("乙", v[:1])], "part_missing"),
    ],
)
def test_parts_make_the_whole(stage: Stage, wrong: Any, code: str) -> None:
    with county_context():
        old = admitted(stage, stage.villages(0))
        with pytest.raises(DomainError) as refused:
            submitted(stage, request(stage, "split", old, parts=wrong(stage.villages(0)), title="春灌事项拆分"))
    assert refused.value.code == code
    assert str(refused.value.field).startswith("parts")


def test_parts_reach_no_village_that_the_old_matter_did_not(stage: Stage) -> None:
    with county_context():
        old = admitted(stage, stage.villages(0))
        parts = [part(THREE[0], stage.villages(0)), part(THREE[1], stage.villages(1))]
        with pytest.raises(DomainError) as refused:
            submitted(stage, request(stage, "split", old, parts=parts, title="春灌事项拆分"))
        assert refused.value.code == "part_outside"
        wider = [village.code for village in stage.villages(0, 1)]
        with pytest.raises(DomainError) as refused:
            submitted(stage, request(stage, "split", old, parts=parts, title="春灌事项拆分", scope=wider))
        assert refused.value.code == "other_villages"


def test_merging_takes_two_and_the_level_that_let_them_in(stage: Stage) -> None:
    """Clause 3.1b, rule A-15: what the committee has let in is merged by the committee."""
    with county_context():
        one, other = (admitted(stage, stage.villages(0), title=title) for title in THREE[:2])
        with pytest.raises(DomainError, match="至少选择 2 个"):
            submitted(stage, request(stage, "merge", one, title="农事入户说明"))
        lower = request(stage, "merge", one, other, title="农事入户说明", category="temporary", ends_on="2026-12-31")
        with pytest.raises(DomainError) as refused:
            submitted(stage, lower)
    assert (refused.value.code, refused.value.field) == ("other_category", "category")


def test_a_body_is_changed_by_the_course_of_bodies(stage: Stage) -> None:
    """Rule A-05: pointing at a matter of another type would open a course that is not its own."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        with pytest.raises(DomainError) as refused:
            submitted(stage, request(stage, "adjust", matter, object_type="training", person_days="1.0"))
    assert (refused.value.code, refused.value.field) == ("other_type", "object_type")


def test_what_ends_by_merging_is_told_as_removed_and_what_begins_as_added(stage: Stage) -> None:
    with county_context():
        old = three(stage)[:2]
        before = set(Notice.objects.values_list("pk", flat=True))
        new = the(carried_out(stage, request(stage, "merge", *old, title="农事入户说明")).matter)
        for effect, matters in (("added", [new]), ("removed", old)):
            for matter in matters:
                told = Notice.objects.filter(effect=effect, title__contains=matter.code, village__isnull=False)
                told = told.exclude(pk__in=before)
                assert sorted(one.village.code for one in told if one.village) == matter.scope


def test_an_admission_takes_the_place_of_the_departments_own_legacy_matters(stage: Stage) -> None:
    """Existing matters: carried before the platform came, re-admitted by an application."""
    with county_context():
        carried = [legacy(stage, f"540522-CL-{n:04d}", title) for n, title in enumerate(THREE[:2])]
        draft = drafted(stage, stage.villages(0), concerns=[one.pk for one in carried])
        new = the(carried_out(stage, draft).matter)
        for one in carried:
            one.refresh_from_db()
            assert (one.status, one.withdrawal_document) == (Matter.Status.SUPERSEDED, new.document)
        assert {line.predecessor for line in new.origins.all()} == set(carried)
        told = Notice.objects.filter(village__isnull=False, effect="removed")
        assert not told.exists(), "a legacy matter never reached a village by paper"


def test_another_departments_legacy_matter_is_not_taken_over(stage: Stage) -> None:
    with county_context():
        old = legacy(stage, "540522-CL-0001", THREE[0], department="farming")
        with pytest.raises(DomainError) as refused:
            submitted(stage, drafted(stage, stage.villages(0), concerns=[old.pk]))
        own = admitted(stage, stage.villages(0), title=THREE[1])
        with pytest.raises(DomainError):
            submitted(stage, drafted(stage, stage.villages(0), concerns=[own.pk], title=THREE[2]))
    assert (refused.value.code, refused.value.field) == ("not_legacy", "concerns")


def test_a_merger_that_cannot_be_stamped_leaves_all_as_it_was(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object, **__: object) -> None:
        raise DomainError("render_failed", "文书排版失败")

    with county_context():
        old = three(stage)[:2]
        application = agreed(stage, request(stage, "merge", *old, title="农事入户说明"))
        before = (Document.objects.count(), Delivery.objects.count(), Notice.objects.count())
        monkeypatch.setattr("zhunru.documents.services.composing.html", lost)
        with pytest.raises(DomainError, match="排版失败"):
            APPLICATIONS.take("issue", application, actor=stage.actor("seal"))
        assert (Document.objects.count(), Delivery.objects.count(), Notice.objects.count()) == before
        assert {one.status for one in Matter.objects.all()} == {"in_force", "pending"}

"""What the page of a matter is told over the API."""

from django.utils import timezone

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, admitted, withdrawing
from zhunru.tenancy.context import county_context


def test_a_merged_matter_names_its_predecessors_and_they_name_it(stage: Stage) -> None:
    """Clause 1.3c (宜并则并)."""
    with county_context():
        old = [admitted(stage, stage.villages(0), title=title) for title in ("农膜回收督促", "秋冬防火巡查")]
        new = admitted(stage, stage.villages(0), title="综合巡查", kind="merge", concerns=[one.pk for one in old])
    desk = Desk(stage.actor("head"))
    found = desk.get(f"/matters/{new.pk}")["predecessors"]
    assert [(one["matter"]["title"], one["kind_label"]) for one in found] == [
        ("农膜回收督促", "合并"),
        ("秋冬防火巡查", "合并"),
    ]
    (after,) = desk.get(f"/matters/{old[0].pk}")["successors"]
    assert (after["matter"]["code"], after["matter"]["status_label"]) == (new.code, "生效")


def test_it_tells_how_many_villages_make_a_petition(stage: Stage) -> None:
    """Rule A-26: one third of the villages in scope."""
    with county_context():
        matter = admitted(stage, stage.villages())
    found = Desk(stage.actor("water-head")).get(f"/matters/{matter.pk}")
    assert (found["petitions"], found["petitions_needed"]) == (0, 2)


def test_the_office_answers_an_objection_where_it_stands(stage: Stage) -> None:
    """Rule A-25."""
    with county_context():
        matter = withdrawing(stage, admitted(stage, stage.villages(0)))
        said = matter.opinions.order_by("id").first()
        assert said is not None
        said.position, said.text, said.answered_at = "objection", "尚未办完", timezone.now()
        said.save()
    desk = Desk(stage.actor("clerk"))
    desk.post(f"/opinions/{said.pk}/reply", {"reply": "月底前办完"})
    first, *_others = desk.get(f"/matters/{matter.pk}")["objections"]
    assert (first["position"], first["reply"]) == ("objection", "月底前办完")

"""Whom a published edition concerns confirms that it has read it (rule L-04)."""

from datetime import date
from typing import Any

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.errors import NotAllowedError
from zhunru.core.tests.clients import client
from zhunru.lists import voices
from zhunru.lists.api import county_router, router
from zhunru.lists.models import Acknowledgement
from zhunru.lists.services import drafting, taking_note
from zhunru.lists.tests.ways import (
    FIRST,
    N,
    S,
    drafted,
    entry_of,
    in_force,
    published,
)
from zhunru.notices.models import Notice
from zhunru.tenancy.context import township_context

pytestmark = pytest.mark.usefixtures("on_county_side")


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

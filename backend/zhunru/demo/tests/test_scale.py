"""A county made up in small: what `manage.py seed_scale` writes keeps every promise that real work keeps."""

import json
from collections import Counter
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Case, Count, F, Q, Value, When

from zhunru.accounts.models import User
from zhunru.accounts.queries import social_work_office
from zhunru.admissions.models import Application, CasePaper, Decision, Delivery, Finding, Matter, Opinion, RefusalCase
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.demo.scale import cases, lives, scenery
from zhunru.demo.scale.papers import SERIES
from zhunru.demo.scale.seeding import plan, random_of
from zhunru.documents import sealing
from zhunru.documents.models import Document, NumberSeries, Seal
from zhunru.documents.storage import paper_path
from zhunru.oversight.models import PlacementFact
from zhunru.placements.models import Placement, Refusal, Statement
from zhunru.tenancy.context import county_context, township_context
from zhunru.workdays.models import Clock

ASKED = {"applications": 160, "placements": 500}


FACT = (
    "status",
    "id",
    "matter_id",
    "village_id",
    "department_id",
    "notified_at",
    "entered_at",
    "completed_at",
    "closed_at",
)


def seed(**asked: int) -> dict[str, float]:
    said = StringIO()
    call_command("seed_scale", **(ASKED | asked), stdout=said)
    found: dict[str, float] = json.loads(said.getvalue().splitlines()[-1])
    return found


def histories(model: Any) -> tuple[Counter[int], Counter[int]]:
    """By id: how many records there are, and how many there must be."""
    records = model.history.values_list("id").annotate(count=Count("history_id"))
    return Counter(dict(records)), Counter(dict(model.objects.values_list("id", "version")))


def test_the_county_holds_what_was_asked_for(stage: Stage) -> None:
    """Every row under its constraints; history, papers, deliveries and opinions as the steps would have left them."""
    counts = seed()
    with county_context():
        assert Application.objects.count() == counts["applications"] == ASKED["applications"]
        assert {status for (status,) in Application.objects.values_list("status")} > {"draft", "issued", "rejected"}
        for model in (Application, Matter, Document, Decision, Finding, RefusalCase):
            kept, wanted = histories(model)
            assert kept == wanted, model
        for series in NumberSeries.objects.filter(series=SERIES):
            assert series.documents.count() == series.last
        for paper in Document.objects.all():
            assert paper_path(paper.sha256).stat().st_size == paper.size
            assert "样" in str(paper.seal.image)
        binding = Matter.objects.filter(status__in=Matter.BINDING)
        assert not binding.exclude(document__status=Document.Status.VALID).exists()
        assert not Matter.objects.filter(withdrawal_document__isnull=False, document__status="valid").exists()
        assert not Delivery.objects.exclude(Q(status="done") | Q(status="waiting", matter__status="pending")).exists()
        assert CasePaper.objects.filter(matter__isnull=False).exists()
        assert not Decision.objects.exclude(application__findings__isnull=False).exists()
        finished = Opinion.objects.filter(purpose="admission", application__status="issued", answered_at=None)
        assert not finished.exists()
        over = Application.objects.filter(status__in=["issued", "rejected", "recalled"]).values("pk")
        assert not Clock.objects.filter(met_on=None, subject="admissions.application", subject_id__in=over).exists()


def test_the_townships_hold_it_too_and_the_county_knows(stage: Stage) -> None:
    """Facts equal placements, to the last one; what villages said and refused came up through the triggers."""
    counts = seed()
    held = refused = said = 0
    facts: list[tuple[object, ...]] = []
    for township in stage.townships:
        with township_context(township):
            unnamed = Case(When(discreet=True, then=Value("entered")), default=F("status"))
            facts += Placement.objects.annotate(shown=unnamed).values_list("shown", *FACT[1:])
            kept, wanted = histories(Placement)
            assert kept == wanted
            newest = Placement.history.order_by("id", "-version").distinct("id").values_list("id", "status")
            assert dict(newest) == dict(Placement.objects.values_list("id", "status"))
            held += Placement.objects.count()
            refused += Refusal.objects.count()
            said += Statement.objects.count()
    assert (held, refused, said) == (counts["placements"], counts["refusals"], counts["statements"])
    assert held == ASKED["placements"]
    with county_context():
        assert sorted(PlacementFact.objects.values_list(*FACT)) == sorted(facts)
        assert RefusalCase.objects.count() == refused
        assert Opinion.objects.filter(township__isnull=False, answered_at__isnull=False, silent=False).count() == said


def test_its_pages_answer(stage: Stage) -> None:
    with county_context():
        clerk, head = stage.actor("clerk"), stage.actor("head")
    seed()
    desk = Desk(clerk)
    for path in ("applications?ordering=due_on", "matters", "refusals", "meetings", "documents", "board", "todo"):
        assert desk.get(f"/{path}"), path
    assert Desk(head).get("/todo")
    with county_context():
        application = Application.objects.filter(status="issued", kind="admit")[0]
        matter = Matter.objects.filter(status="in_force")[0]
    for path in ("", "/history", "/actions", "/opinions", "/similar", "/checks"):
        assert isinstance(desk.get(f"/applications/{application.pk}{path}"), dict | list)
    for path in ("", "/history", "/actions", "/progress", "/commitments"):
        assert isinstance(desk.get(f"/matters/{matter.pk}{path}"), dict | list)
    officer = Desk(stage.township_officer(stage.townships[0]))
    placement = officer.get("/placements")["items"][0]
    assert officer.get(f"/placements/{placement['id']}/history")
    assert officer.get("/consultations")["total"]
    assert officer.get("/refusals")["total"]


def test_the_same_size_and_day_give_the_same_county(stage: Stage) -> None:
    """But for the papers' codes, which are drawn by lot."""
    with county_context():
        scene = scenery.load()
        one, other = (_told(plan(80, 200, scene, random_of(80, 200))) for _ in range(2))
    assert one == other


def _told(planned: tuple[list[cases.Case], list[lives.Life]]) -> list[object]:
    asked, came = planned
    return [(case.title, case.steps, case.scope) for case in asked] + [(life.title, life.scope) for life in came]


def test_it_is_refused_where_other_people_work_than_the_demos(stage: Stage) -> None:
    """Made-up papers and decisions never stand beside real ones."""
    with county_context():
        somebody = User(realm=COUNTY, username="somebody", name="县委办公室值班", password="!")
        somebody.record(actor=SYSTEM, reason="建立账号")
    with pytest.raises(CommandError, match="1 accounts are not the demo's own"):
        seed()
    with county_context():
        assert not Application.objects.exists()


def test_it_is_refused_where_a_real_seal_is_registered(stage: Stage) -> None:
    with county_context():
        seal = Seal.objects.get()
        sealing.register_seal(
            social_work_office().get(),
            seal.image,
            name=seal.name,
            rank=Seal.Rank(seal.rank),
            diameter_mm=seal.diameter_mm,
            valid_until=None,
            actor=SYSTEM,
            today=seal.registered_on,
        )
    with pytest.raises(CommandError, match="real seal"):
        seed()


def test_it_is_refused_a_second_time(stage: Stage) -> None:
    seed()
    with pytest.raises(CommandError, match="filled before"):
        seed()


@pytest.mark.parametrize("placements", [1, 5_000])
def test_more_placements_than_villages_can_hold_are_refused_in_words(stage: Stage, placements: int) -> None:
    with pytest.raises(CommandError, match="placements in 6 villages"):
        seed(placements=placements)
    with county_context():
        assert not Application.objects.exists()

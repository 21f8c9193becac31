"""Two acts that cross: whoever comes first is heard, the other is told so, and nothing happens twice."""

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from zhunru.admissions.models import (
    AgendaItem,
    Application,
    Confirmation,
    Decision,
    LegacyImport,
    Matter,
    Meeting,
    RefusalCase,
)
from zhunru.admissions.sweeping import sweep
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import MONDAY, At
from zhunru.admissions.tests.legacy_tables import table
from zhunru.admissions.tests.nights import swept
from zhunru.admissions.tests.stage import Stage, accepted, admitted, filed, referred
from zhunru.admissions.workflow import MATTERS
from zhunru.core.actors import SYSTEM
from zhunru.demo.tests.crowd import CROWD, at_once, outcome, statuses, together
from zhunru.documents.models import Document
from zhunru.notices.models import Notice
from zhunru.placements.models import Statement
from zhunru.placements.tests.voices import asked, case_of, refuse, told
from zhunru.tenancy.context import county_context, township_context
from zhunru.workdays import seeding

pytestmark = pytest.mark.django_db(transaction=True)

ONE_OF_TWO = [(200, ""), (409, "status")]


def desk_of(stage: Stage, name: str) -> Desk:
    with county_context():
        actor = stage.actor(name)
    return Desk(actor)


@pytest.mark.clause("1.3a")
def test_two_answers_to_one_question_are_one(stage: Stage) -> None:
    """A-14, 尊重民意: an answer is given once, by whoever of the village came first."""
    with county_context():
        application = accepted(stage, stage.villages(0))
    village = stage.villages(0)[0]
    opinion = asked(application, village=village)
    path = f"/consultations/{opinion.pk}/answer"
    answers = statuses(stage.village_officer(village), "POST", path, {"position": "support"})
    assert answers == {200: 1, 409: CROWD - 1}
    assert told(opinion).position == "support"
    with township_context(village.township):
        assert Statement.objects.count() == Statement.history.count() == 1


def test_of_agendas_drawn_up_at_once_one_takes_an_application(stage: Stage) -> None:
    """A-15: it stands on one agenda; who comes second is told on which. In whatever order they name them."""
    with county_context():
        ids = [referred(stage, stage.villages(0)).pk, referred(stage, stage.villages(1), title="秋冬防火巡查").pk]
    clerk, head = desk_of(stage, "clerk"), desk_of(stage, "head")
    body = {"body": "committee", "held_on": timezone.localdate().isoformat()}
    found = together(
        *((clerk.twin(), "POST", "/meetings", body | {"applications": ids}) for _ in range(4)),
        *((head.twin(), "POST", "/meetings", body | {"applications": ids[::-1]}) for _ in range(4)),
    )
    assert Counter(found) == {(201, ""): 1, (409, "on_another_agenda"): 7}
    with county_context():
        assert (Meeting.objects.count(), AgendaItem.objects.count()) == (1, 2)


@pytest.mark.clause("3.1b")
def test_two_meetings_that_record_the_same_application_decide_it_once(stage: Stage) -> None:
    """提请县委常委会会议研究: the second record is refused whole, at the place of the item."""
    with county_context():
        application = referred(stage, stage.villages(0))
        meetings = [_meeting(stage, application) for _ in range(2)]
    desk = desk_of(stage, "recorder")
    desks = [desk.twin() for _ in meetings]

    def record(place: int) -> tuple[int, str]:
        items = [{"application": application.pk, "outcome": "approve"}]
        path = f"/meetings/{meetings[place].pk}/record"
        answer = desks[place].ask("POST", path, {"number": f"第{place + 1}次会议", "items": items})
        return answer.status_code, answer.json().get("field") or ""

    assert sorted(at_once(record, 2)) == [(200, ""), (409, "items.0.outcome")]
    with county_context():
        assert Decision.objects.count() == Matter.objects.count() == 1
        assert sorted(Meeting.objects.values_list("status", flat=True)) == ["held", "planned"]


def _meeting(stage: Stage, application: Application) -> Meeting:
    """With the application on its agenda, as rows of an earlier day may have it."""
    meeting = Meeting(body="committee", held_on=timezone.localdate(), convener_id=stage.actor("clerk").person)
    meeting.record(actor=SYSTEM, reason="拟定议题")
    AgendaItem(meeting=meeting, application=application, position=1).record(actor=SYSTEM, reason="列入议题")
    return meeting


def test_two_sweeps_at_once_do_the_night_once(stage: Stage, at: At) -> None:
    """A-03, A-14, A-23: what one has in hand the other leaves; nobody is told of anything twice."""
    _due(stage, at)
    at("2026-06-01 06:00")
    at_once(lambda _place: sweep(timezone.now()), 2)
    with county_context():
        left = swept()  # what each of the two left to the other because it was in hand
        assert set(left) <= {"reminders of terms", "reminders of expiry"}
        assert swept() == {}
        assert Counter(Document.objects.values_list("kind", flat=True)) == {"approval": 3, "expiry": 2}
        assert {status for (status,) in Application.objects.filter(title="牧区道路养护").values_list("status")} == {
            "accepted"
        }
        told_twice = Counter(Notice.objects.values_list("realm", "organisation", "village", "title", "object_id"))
        assert max(told_twice.values()) == 1


def _due(stage: Stage, at: At) -> None:
    """Two matters whose term is over, one whose term ends soon, an application that nobody has looked at."""
    at(MONDAY)
    with county_context():
        seeding.seed()
        for title in ("秋收安全提醒", "冬季取暖登记"):
            admitted(stage, stage.villages(0), title=title, category="temporary", ends_on="2026-05-20")
        admitted(stage, stage.villages(0), title="机井水量登记", category="temporary", ends_on="2026-06-20")
        filed(stage, stage.villages(1), title="牧区道路养护")


@pytest.mark.clause("2.1d")
def test_the_night_and_an_end_by_hand_at_once_end_a_matter_once(stage: Stage, at: At) -> None:
    """工作完成后撤销: one paper, whoever was first."""
    at(MONDAY)
    with county_context():
        matter = admitted(stage, stage.villages(0), category="temporary", ends_on="2026-05-20")
    at("2026-06-01 06:00")

    def expire() -> None:
        with county_context():
            MATTERS.perform("expire", matter, actor=SYSTEM)

    acts: list[Any] = [lambda: sweep(timezone.now()), expire]
    assert set(at_once(lambda place: outcome(acts[place]), 2)) <= {"done", "status"}
    with county_context():
        matter.refresh_from_db()
        assert (matter.status, Document.objects.filter(kind="expiry").count()) == ("expired", 1)
        assert matter.deliveries.filter(kind="withdraw").count() == 1


def test_two_commits_of_one_import_take_it_over_once(stage: Stage) -> None:
    """The second is answered with the first import; no matter stands twice."""
    with county_context():
        clerk = stage.actor("clerk")
    shown = Desk(clerk).send("/legacy/preview", {"file": SimpleUploadedFile("存量事项.xlsx", table({}))}).json()
    assert shown["faults"] == []
    assert statuses(clerk, "POST", "/legacy/commit", {"sha256": shown["sha256"]}) == {201: CROWD}
    with county_context():
        assert LegacyImport.objects.count() == Matter.objects.count() == Matter.history.count() == 1


@pytest.mark.clause("1.3a")
@pytest.mark.parametrize("step", ["withdraw_demand", "contest"])
def test_a_refusal_answered_and_ruled_on_at_once_has_one_outcome(stage: Stage, step: str) -> None:
    """尊重民意: the department's late answer and the county's ruling, once the term is over."""
    case = case_of(refuse(stage, Desk(stage.village_officer(stage.villages(0)[0]))), stage)
    with county_context():
        case.due_on = timezone.localdate() - timedelta(days=1)
        case.record(actor=SYSTEM, reason="期限已过")
    found = together(
        (desk_of(stage, "water-head"), "POST", f"/refusals/{case.pk}/{step}", {"answer": "已收悉"}),
        (desk_of(stage, "head"), "POST", f"/refusals/{case.pk}/uphold", {"ruling": "要求未经准入"}),
    )
    with county_context():
        case = RefusalCase.objects.get(pk=case.pk)
        steps = case.history.count() - 2
    if step == "contest" and found == [(200, ""), (200, "")]:  # answered first, ruled on after
        assert (case.status, steps) == ("upheld", 2)
    else:
        assert sorted(found) == ONE_OF_TWO
        assert steps == 1


@pytest.mark.clause("2.1e")
def test_one_key_sent_twenty_times_registers_one_urgent_entry(stage: Stage) -> None:
    """先进后批 (A-24): one matter, one provisional paper."""
    with county_context():
        clerk = stage.actor("water-clerk")
    entry = {
        "title": "汛期堤段巡查",
        "urgent_ground": "natural_disaster",
        "entered_at": (timezone.now() - timedelta(hours=1)).isoformat(),
        "village_duty": "发现险情立即报告",
        "contact_name": "演示联系人",
        "contact_phone": "0893-0000000",
        "not_secret": True,
        "scope": [village.code for village in stage.villages(0)],
    }
    answers = statuses(clerk, "POST", "/urgent-entries", entry, **{"Idempotency-Key": str(uuid4())})
    assert answers == {201: CROWD}
    with county_context():
        assert Matter.objects.count() == Application.objects.count() == Document.objects.count() == 1


def test_a_year_confirmed_twenty_times_over_is_one_confirmation(stage: Stage, at: At) -> None:
    """A-27: said again it replaces itself."""
    at("2026-11-03 09:00")
    with county_context():
        matter = admitted(stage, stage.villages(0))
        head = stage.actor("water-head")
    path = f"/matters/{matter.pk}/confirm_year"
    assert statuses(head, "POST", path, {"verdict": "keep"}) == {200: CROWD}
    with county_context():
        assert Confirmation.objects.get().version == CROWD

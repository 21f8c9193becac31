"""Twenty at once: through the API, each on a connection and in a transaction of its own, as people really meet."""

from collections import Counter
from uuid import uuid4

import pytest
from django.utils import timezone

from zhunru.admissions.models import Application, Decision, Delivery, Finding, Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import (
    Stage,
    admitted,
    all_answer,
    approved,
    drafted,
    first_reviewed,
    referred,
    withdrawing,
)
from zhunru.demo.tests.bodies import BODIES
from zhunru.demo.tests.crowd import CROWD, ONE_WINS, at_once, statuses, title
from zhunru.documents.models import Document, NumberSeries
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.tests import ways
from zhunru.lists.tests.ways import LAW, added
from zhunru.placements.models import Placement
from zhunru.placements.tasks import deliver
from zhunru.placements.tests.arrivals import arrived, placements
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.clause("2.1b")
def test_twenty_approvals_are_one_decision(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages())
        recorder = stage.actor("recorder")
    path = f"/applications/{application.pk}/approve"
    assert statuses(recorder, "POST", path, BODIES["application_approve"]) == ONE_WINS
    with county_context():
        assert Decision.objects.count() == Matter.objects.count() == 1
        assert Delivery.objects.count() == len(stage.townships)
        application.refresh_from_db()
        assert [entry.status for entry in application.history.all()].count(Application.Status.APPROVED) == 1


@pytest.mark.clause("2.1b")
def test_an_approval_and_a_rejection_at_once_are_one_decision(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages())
        desk = Desk(stage.actor("recorder"))
    desks = [desk.twin() for _ in range(8)]

    def decide(place: int) -> int:
        step = ("approve", "reject")[place % 2]
        path = f"/applications/{application.pk}/{step}"
        return int(desks[place].ask("POST", path, BODIES[f"application_{step}"]).status_code)

    assert Counter(at_once(decide, 8)) == {200: 1, 409: 7}
    with county_context():
        decision = Decision.objects.get()
        application.refresh_from_db()
        assert application.status == decision.outcome
        assert Matter.objects.count() == (decision.outcome == Decision.Outcome.APPROVED)


@pytest.mark.clause("2.1b")
def test_twenty_issues_are_one_number_and_one_paper(stage: Stage) -> None:
    with county_context():
        application = approved(stage, stage.villages())
        keeper = stage.actor("seal")
    assert statuses(keeper, "POST", f"/applications/{application.pk}/issue", {}) == ONE_WINS
    with county_context():
        document = Document.objects.get()
        assert NumberSeries.objects.get().last == document.seq == 1
        matter = Matter.objects.get()
        assert (matter.status, matter.document) == (Matter.Status.IN_FORCE, document)
        assert admitted(stage, stage.villages(), title="秋收安全提醒").document == Document.objects.get(seq=2)


@pytest.mark.clause("2.1d")
def test_twenty_withdrawals_are_one_notice(stage: Stage) -> None:
    with county_context():
        matter = leaving(stage, admitted(stage, stage.villages(0, 1)))
        keeper = stage.actor("seal")
    assert statuses(keeper, "POST", f"/matters/{matter.pk}/withdraw", {}) == ONE_WINS
    with county_context():
        assert Document.objects.filter(kind="withdrawal").count() == 1
        assert Delivery.objects.filter(kind="withdraw").count() == 2


def leaving(stage: Stage, matter: Matter) -> Matter:
    """Put up for leaving, settled, and no village objects: it waits for the seal alone."""
    found = withdrawing(stage, matter)
    matter.opinions.filter(answered_at=None).update(position="no_objection", answered_at=timezone.now())
    return found


@pytest.mark.clause("3.1a")
def test_twenty_reviews_leave_three_findings(stage: Stage) -> None:
    with county_context():
        application = first_reviewed(stage, stage.villages())
        all_answer(application)
        clerk = stage.actor("clerk")
    path = f"/applications/{application.pk}/review"
    assert statuses(clerk, "POST", path, BODIES["application_review"]) == ONE_WINS
    with county_context():
        assert Finding.objects.count() == Finding.history.count() == 3


def test_one_key_sent_twenty_times_makes_one_draft(stage: Stage) -> None:
    with county_context():
        clerk = stage.actor("water-clerk")
    key = {"Idempotency-Key": str(uuid4())}
    assert statuses(clerk, "POST", "/applications", {"title": "春灌"}, **key) == {201: CROWD}
    with county_context():
        assert Application.objects.count() == Application.history.count() == 1


def test_of_twenty_who_saved_the_same_version_one_is_first(stage: Stage) -> None:
    with county_context():
        draft = drafted(stage, stage.villages())
        clerk = stage.actor("water-clerk")
    edit = {"version": draft.version, "title": "新名称"}
    assert statuses(clerk, "PATCH", f"/applications/{draft.pk}", edit) == ONE_WINS
    with county_context():
        assert Application.objects.get().version == draft.version + 1


@pytest.mark.clause("2.1c")
def test_twenty_receipts_are_one_entry(stage: Stage) -> None:
    arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    receipt = {"document_code": placement.document_code}
    path = f"/placements/{placement.pk}/confirm"
    assert statuses(stage.village_officer(placement.village), "POST", path, receipt) == ONE_WINS
    with township_context(stage.townships[0]):
        assert [entry.status for entry in placement.history.order_by("history_id")] == ["notified", "entered"]


def test_a_delivery_carried_by_eight_workers_arrives_once(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        delivery = matter.deliveries.get()
    at_once(lambda _: deliver(township=delivery.schema_name, delivery_id=delivery.pk), 8)
    with township_context(stage.townships[0]):
        assert Placement.objects.count() == Placement.history.count() == 2


def test_a_withdrawal_that_overtakes_the_entry_leaves_nothing_open(stage: Stage) -> None:
    """Both deliveries at once, many times: whichever comes first, no village goes on carrying the matter."""
    for round in range(5):
        with county_context():
            matter = leaving(stage, admitted(stage, stage.villages(0), title=title(round)))
            Desk(stage.actor("seal")).post(f"/matters/{matter.pk}/withdraw")
            owed = [(d.schema_name, d.pk) for d in matter.deliveries.all()]
        at_once(lambda place, owed=owed: deliver(township=owed[place][0], delivery_id=owed[place][1]), 2)  # type: ignore[misc]
    with township_context(stage.townships[0]):
        assert not Placement.objects.exclude(status=Placement.Status.CLOSED).exists()


@pytest.mark.clause("3.2a")
def test_twenty_drafts_of_a_list_are_one(stage: Stage) -> None:
    """Rule L-02: one edition of a list is under way at a time."""
    with county_context():
        clerk = stage.actor("clerk")
    assert statuses(clerk, "POST", "/lists/negative/editions", {}) == {201: 1, 409: CROWD - 1}
    with county_context():
        assert Edition.objects.count() == Edition.history.count() == 1


@pytest.mark.clause("3.2b")
def test_of_twenty_who_rewrite_an_entry_one_is_first(stage: Stage) -> None:
    """Rule L-02: nobody's change goes under unseen."""
    with county_context():
        entry = added(ways.drafted(ListKind.NEGATIVE), "招商引资")
        clerk = stage.actor("clerk")
    body = {"title": "招商引资任务", "legal_basis": LAW, "reason": "更正", "version": entry.version}
    assert statuses(clerk, "PUT", f"/entries/{entry.pk}", body) == ONE_WINS
    with county_context():
        assert [row.title for row in entry.history.order_by("history_id")] == ["招商引资", "招商引资任务"]


@pytest.mark.clause("3.2a")
def test_twenty_publications_are_one_edition_and_one_paper(stage: Stage) -> None:
    """Rules L-02 and L-03: one number, one paper, everybody asked once."""
    with county_context():
        edition = ways.approved(stage, ways.drafted(ListKind.NEGATIVE, "招商引资"))
        keeper = stage.actor("seal")
    path = f"/editions/{edition.pk}/publish"
    assert statuses(keeper, "POST", path, {"effective_on": "2099-01-01"}) == ONE_WINS
    with county_context():
        edition.refresh_from_db()
        assert (edition.number, edition.document) == (1, Document.objects.get())
        assert edition.acknowledgements.count() == len(stage.departments) + len(stage.townships) + len(stage.villages())

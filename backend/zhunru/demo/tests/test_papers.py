"""The demonstration's papers: at every station of their way, each brought there by the right people."""

import pytest

from zhunru.accounts.imports import import_departments
from zhunru.admissions.tests.stage import Stage, member
from zhunru.core.actors import SYSTEM
from zhunru.demo.county import DATA
from zhunru.demo.papers import create_papers
from zhunru.demo.people import accounts
from zhunru.documents import filling
from zhunru.documents.kinds import INTERVIEW_RECORD
from zhunru.documents.models import Batch, Document, Draft, Duplicate, Seal, SealUse, TemplateVersion
from zhunru.documents.templating import reading
from zhunru.tenancy.context import county_context


@pytest.fixture
def told(stage: Stage) -> None:
    """On the county of the tests, with the demonstration's departments and accounts."""
    with county_context():
        import_departments(DATA / "departments" / "departments.csv", actor=SYSTEM)
        for one in list(accounts()):
            member(one.realm, one.username, one.role, organisation=one.organisation, village=one.village)
        create_papers()


@pytest.mark.usefixtures("told")
def test_papers_stand_at_every_station_of_their_way() -> None:
    with county_context():
        assert list(Document.objects.order_by("id").values_list("kind", "status")) == [
            ("rectification", "valid"),
            ("erratum", "valid"),
            ("circular", "voided"),
        ]
        drafts = Draft.objects.filter(document=None).order_by("id")
        assert list(drafts.values_list("kind", "status")) == [
            ("rectification", "draft"),
            ("interview_notice", "requested"),
            ("circular", "draft"),
        ]
        returned, _, gaps = drafts
        assert returned.use is not None
        assert returned.use.status == SealUse.Status.REFUSED
        assert {one["field"] for one in filling.faults_of(gaps)} == {"approval_number", "approved_on"}
        corrected = Document.objects.get(kind="erratum").corrects
        assert corrected == Document.objects.get(kind="rectification")


@pytest.mark.usefixtures("told")
def test_a_duplicate_is_made_and_another_waits() -> None:
    with county_context():
        assert Duplicate.objects.count() == 1
        copies = SealUse.objects.filter(purpose=SealUse.Purpose.DUPLICATE).order_by("id")
        assert list(copies.values_list("status", flat=True)) == ["used", "requested"]


@pytest.mark.usefixtures("told")
def test_each_seal_has_a_keeper_and_another_who_approves() -> None:
    with county_context():
        for seal in Seal.objects.filter(revoked_on=None, keeper__isnull=False):
            assert seal.keeper != seal.approver
        assert Seal.objects.filter(keeper__isnull=False, approver__isnull=False).count() == 2
        used = SealUse.objects.filter(status=SealUse.Status.USED)
        assert {(one.requested_by_id == one.approved_by_id, one.approved_by_id == one.used_by_id) for one in used} == {
            (False, False)
        }


@pytest.mark.usefixtures("told")
def test_a_wording_of_the_offices_own_waits_without_a_fault_and_boards_are_asked_for() -> None:
    with county_context():
        template = TemplateVersion.objects.get()
        assert template.status == TemplateVersion.Status.DRAFT
        assert "十个工作日内" in template.source
        assert reading.faults(template.source, INTERVIEW_RECORD) == []
        batch = Batch.objects.get()
        assert (batch.job, batch.status, batch.total) == ("disclosure", Batch.Status.WAITING, batch.items.count())
        assert batch.total > 0

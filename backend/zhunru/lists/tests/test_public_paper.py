"""The sealed paper of an edition, for anybody: what was published can be proven years later."""

import pytest
from django.test import Client
from django.utils import timezone

from zhunru.admissions.tests.fixtures import at, calendar, quick_hashes, stage, var
from zhunru.admissions.tests.stage import Stage
from zhunru.configuration.choices import Body
from zhunru.core.actors import SYSTEM
from zhunru.divisions.models import County
from zhunru.lists import schemas
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.services import drafting
from zhunru.lists.workflow import EDITIONS
from zhunru.tenancy.context import county_context

__all__ = ["at", "calendar", "quick_hashes", "stage", "var"]


@pytest.mark.clause("3.2a")
@pytest.mark.usefixtures("calendar")
def test_rule_l_02_the_sealed_paper_of_an_edition_lies_behind_its_address(stage: Stage) -> None:
    """Rule L-02: the same bytes as long as anybody asks; the number leads to /v."""
    with county_context():
        host, today = County.objects.get().host, timezone.localdate()
        edition = drafting.start(ListKind.NEGATIVE, actor=SYSTEM)
        values = {"title": "不得摊派报刊", "legal_basis": "《演示法》第一条"}
        drafting.add_entry(edition, values, reason="列入", actor=SYSTEM)
        edition.refresh_from_db()
        edition.status, edition.decided_on, edition.decided_by = Edition.Status.APPROVED, today, Body.COMMITTEE
        edition.resolution_number = "演示县委常委会〔2026〕9号"
        edition.record(actor=SYSTEM, reason="已批准")
        published = EDITIONS.take(
            "publish", edition, actor=stage.actor("seal"), data=schemas.Publication(effective_on=today)
        )
    visitor = Client(headers={"host": host})
    answer = visitor.get(f"/l/negative/{today}.pdf")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    content = b"".join(answer)
    assert content.startswith(b"%PDF")
    assert b"/ByteRange" in content  # it is signed
    with county_context():
        paper = published.document
        assert paper is not None
    page = visitor.get("/l/negative").content.decode()
    assert f'href="/v/{paper.code}"' in page
    assert f'href="/l/negative/{today}.pdf"' in page
    assert visitor.get(f"/v/{paper.code}").status_code == 200
    assert visitor.get(f"/l/negative/{today}.json").json()["edition"]["paper"]["code"] == paper.code

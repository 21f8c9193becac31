"""The words of the opinion on a village's seal, and the rules of certificates, one by one."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from zhunru.certificate_types.models import CertificateType
from zhunru.certificates import tasks
from zhunru.certificates.models import Certificate, Content, Demander
from zhunru.certificates.tests.counter import FORBIDDEN, Counter, told
from zhunru.core.actors import SYSTEM
from zhunru.documents.models import Document, Seal, SealUse
from zhunru.tenancy.context import county_context, township_context


def nothing_is_kept(counter: Counter) -> bool:
    with township_context(counter.realm):
        return not (Certificate.objects.exists() or Content.objects.exists() or Certificate.history.exists())


def refused(counter: Counter, by: str, **written: Any) -> None:
    """The database does not let the one certificate that there is become this."""
    with township_context(counter.realm):
        row = Certificate.objects.get()
        for name, value in written.items():
            setattr(row, name, value)
        with pytest.raises(IntegrityError, match=by), transaction.atomic():
            row.record(actor=SYSTEM, reason="改写")


@pytest.mark.clause("2.3c")
@pytest.mark.clause("2.3d")
def test_c01_what_is_forbidden_is_refused_with_the_right_office_and_its_data(counter: Counter) -> None:
    answer = counter.ask(type=FORBIDDEN)
    assert told(answer) == (409, "forbidden_certificate", "type")
    assert "公安派出所" in answer.json()["detail"]
    assert "犯罪记录查询" in answer.json()["detail"]
    assert nothing_is_kept(counter)


@pytest.mark.clause("2.3c")
@pytest.mark.clause("2.3d")
def test_c01_what_is_on_neither_list_is_refused(counter: Counter) -> None:
    assert told(counter.ask(type="好人好事证明")) == (409, "not_listed", "type")
    assert nothing_is_kept(counter)


@pytest.mark.clause("2.3d")
def test_c01_the_database_takes_no_certificate_that_is_not_on_the_list(counter: Counter) -> None:
    counter.asked()
    refused(counter, "on the list", name=FORBIDDEN)


@pytest.mark.clause("2.3d")
def test_c01_a_certificate_that_left_the_list_meanwhile_is_neither_approved_nor_issued(counter: Counter) -> None:
    waiting, approved = counter.asked()["id"], counter.approved()
    with county_context():
        CertificateType.objects.filter(name__startswith="亲属关系证明（").update(
            standing="forbidden", route_office="公安机关", route="查验户口簿"
        )
    assert told(counter.second.ask("POST", f"/certificates/{waiting}/approve"))[1] == "forbidden_certificate"
    tasks.issue(certificate_id=approved)
    handed_back = counter.now(approved)
    assert (handed_back.status, handed_back.approved_by) == (Certificate.Status.REQUESTED, "")
    with county_context():
        assert not Document.objects.filter(kind="certificate").exists()


@pytest.mark.clause("2.3d")
def test_c02_who_asked_does_not_approve(counter: Counter) -> None:
    id = counter.asked()["id"]
    assert told(counter.clerk.ask("POST", f"/certificates/{id}/approve")) == (409, "same_person", None)
    assert counter.second.post(f"/certificates/{id}/approve")["status"] == "approved"
    refused(counter, "approved_by_another", approved_by_id=counter.clerk.actor.person)


@pytest.mark.clause("2.3d")
def test_c02_who_keeps_the_seal_does_not_approve_of_its_use(counter: Counter) -> None:
    counter.issued()
    with county_context():
        seal = Seal.objects.get(village=counter.village)
        with connection.cursor() as cursor:  # as the owner would appoint somebody of the village
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        seal.keeper_id = counter.second.actor.person
        seal.record(actor=SYSTEM, reason="确定保管人")
    id = counter.approved()
    tasks.issue(certificate_id=id)
    back = counter.now(id)
    assert (back.status, back.approved_by_id) == (Certificate.Status.REQUESTED, None)
    assert "印章保管人" in counter.clerk.get(f"/certificates/{id}/history")[0]["reason"]
    counter.township.post(f"/certificates/{id}/approve")
    tasks.issue(certificate_id=id)
    assert counter.now(id).status == Certificate.Status.ISSUED


@pytest.mark.clause("2.3d")
def test_c03_an_enterprise_may_not_ask_for_a_certificate(counter: Counter) -> None:
    answer = counter.ask(demander="演示保险公司", demander_kind="enterprise")
    assert told(answer) == (409, "enterprise", "demander_kind")
    assert nothing_is_kept(counter)
    counter.asked()
    refused(counter, "no_certificate_for_an_enterprise", demander_kind=Demander.ENTERPRISE)


@pytest.mark.clause("2.3d")
def test_each_use_of_the_seal_is_registered_with_who_asked_approved_and_used_it(counter: Counter) -> None:
    issued = counter.issued()
    assert issued["number"] == "吉雄扎庆证〔2026〕1号"
    with county_context():
        document = Document.objects.get(pk=issued["document_id"])
        use = SealUse.objects.get(document=document)
        assert use.seal.village_id == counter.village.pk
        assert (use.status, use.approved_by_id) == (SealUse.Status.USED, counter.second.actor.person)
        assert (use.used_by_id, use.used_name, use.title) == (None, SYSTEM.name, "亲属关系证明（仅限办理公证）")
        assert "依法出具证明事项清单" in use.ground
        assert str(document.number) == issued["number"]


@pytest.mark.clause("2.3d")
def test_every_village_numbers_its_own(counter: Counter) -> None:
    assert [counter.issued()["number"] for _ in range(2)] == ["吉雄扎庆证〔2026〕1号", "吉雄扎庆证〔2026〕2号"]
    counter.clerk, counter.second = counter.neighbour, counter.township
    assert counter.issued()["number"] == "吉雄刘琼村证〔2026〕1号"


def test_who_is_named_nowhere_else(counter: Counter) -> None:
    """The office's name and the use stay written, and so does a remark."""
    answers: list[Any] = [counter.ask(use="次仁卓嘎旺姆申请公证"), counter.ask(demander="次仁卓嘎旺姆的公证处")]
    assert [told(answer) for answer in answers] == [(409, "names_a_person", f) for f in ("use", "demander")]
    id = counter.asked()["id"]
    for desk, step in ((counter.second, "refuse"), (counter.second, "approve"), (counter.clerk, "cancel")):
        refused = desk.ask("POST", f"/certificates/{id}/{step}", {"remark": "次仁卓嘎旺姆已经办过"})
        assert told(refused) == (409, "names_a_person", "remark")


def test_a_certificate_says_no_more_than_it_must(counter: Counter) -> None:
    said = counter.ask(text="身份证号码54222119900101001X，系我村村民")
    assert told(said) == (409, "paper_incomplete", "text")
    assert told(counter.ask(text="系我村藏族村民"))[1:] == ("paper_incomplete", "text")
    assert nothing_is_kept(counter)

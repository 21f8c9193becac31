"""The opinion's sentences on purchased services, and the rules P-01, P-03, P-04 and P-16, each with its test."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import SYSTEM
from zhunru.lists.imports import import_lists
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.tests.conftest import DATA as LISTS
from zhunru.purchases.checks import Asked, Check, Finding
from zhunru.purchases.eligibility import check
from zhunru.purchases.imports import load_catalogue
from zhunru.purchases.models import Service, Waiver
from zhunru.purchases.tests.conftest import DATA
from zhunru.tenancy.context import county_context

SWEEPING = {
    "subject": "村内道路保洁",
    "description": "每天清扫主干道，清运垃圾，不得转包、分包。",
    "service_code": "C13050100",
    "provider_kind": "village_committee",
    "provider": "刘琼村村民委员会",
}


@pytest.fixture(autouse=True)
def lists_and_catalogue(stage: Stage) -> Iterator[None]:
    """The whole test stands on the county's side, with the national lists in force and the catalogue there."""
    with county_context():
        import_lists([LISTS], number=1, effective_on=date(2020, 1, 1), note="", actor=SYSTEM)
        load_catalogue(DATA)
        yield


def checked(**changed: Any) -> Check:
    return check(Asked(**{**SWEEPING, **changed}))


def blocks(**changed: Any) -> dict[str, Finding]:
    return {finding.code: finding for finding in checked(**changed).blocks}


def asked_for(**changed: Any) -> dict[str, Finding]:
    return {finding.code: finding for finding in checked(**changed).questions}


@pytest.mark.clause("2.4b")
def test_what_lies_outside_the_lists_may_be_bought() -> None:
    """村(社区)协助办理事项或工作负面事项清单以外……且符合政府购买服务规定条件的，可按规定购买村(社区)服务。"""
    found = checked()
    assert found.passed, found.blocks + found.questions
    assert {finding.level for finding in found.findings} == {"pass"}


@pytest.mark.clause("2.4b")
@pytest.mark.parametrize("subject", ["协助做好湿地保护相关工作", "湿地保护", "人口普查服务"])
def test_what_stands_on_the_assist_list_is_no_purchase(subject: str) -> None:
    """Rule P-01."""
    finding = blocks(subject=subject)["on_assist_list"]
    assert (finding.rule, finding.key[0]) == ("P-01", "A")
    assert finding.legal_basis
    assert finding.quote
    assert finding.matched


@pytest.mark.clause("2.4b")
def test_what_stands_on_the_negative_list_is_no_purchase() -> None:
    """Rule P-01."""
    finding = blocks(subject="招商引资任务")["on_negative_list"]
    assert (finding.rule, finding.key[0]) == ("P-01", "N")
    assert "指导意见" in finding.legal_basis
    assert finding.quote


@pytest.mark.clause("2.4e")
@pytest.mark.parametrize(
    ("subject", "law"),
    [
        ("公证代办服务", "公证法"),
        ("村级测绘服务", "测绘法"),
        ("乡村兽医服务", "动物防疫法"),
        ("特种设备检验", "特种设备"),
    ],
)
def test_a_service_that_needs_a_qualification_is_refused_with_the_law(subject: str, law: str) -> None:
    """不得向村(社区)购买需要专业资质或执法资格的服务事项。 Rule P-01."""
    finding = blocks(subject=subject)["professional"]
    assert law in finding.legal_basis
    assert "20" in finding.legal_basis, "with the version of the law"
    assert finding.quote
    assert finding.matched


@pytest.mark.clause("2.4e")
def test_law_enforcement_is_never_bought() -> None:
    finding = blocks(description="在集市开展行政执法并收缴罚款")["law_enforcement"]
    assert (finding.rule, finding.matched) == ("P-01", ("行政执法", "收缴 罚款"))


@pytest.mark.clause("2.4e")
def test_a_class_of_the_catalogue_that_needs_a_licence_is_refused_with_all_that_lies_in_it() -> None:
    assert "professional" in blocks(service_code="C19040000")
    within = Service.objects.filter(code__startswith="C070204").exclude(code="C07020400").first()
    assert within is not None
    assert "professional" in blocks(service_code=within.code)
    assert "professional" not in blocks(service_code="C05010400")


@pytest.mark.clause("2.4e")
def test_a_class_that_holds_both_is_asked_about() -> None:
    """C09030100 is offered by villages, and holds the treatment of animals, which needs a licence."""
    said = {"service_code": "C09030100", "subject": "牲畜圈舍消毒"}
    question = asked_for(**said)["partly_forbidden"]
    assert not asked_for(**said, answers={question.key: "只做圈舍消毒，不诊疗"})
    assert "professional" in blocks(**said, description="为牲畜开展动物诊疗")


@pytest.mark.parametrize("code", ["A05010000", "B01000000", "C99999999", "C"])
def test_what_is_no_service_is_refused(code: str) -> None:
    """Rule P-01."""
    finding = blocks(service_code=code)["not_a_service"]
    assert "第十条第三项" in finding.legal_basis


def test_goods_and_works_are_recognised_by_their_words() -> None:
    """Rule P-01."""
    assert "never" in blocks(description="采购环卫设备并新建垃圾房")


def test_a_service_that_villages_do_not_usually_offer_must_be_explained() -> None:
    assert asked_for(service_code="C01010100")["not_offered"].key == "service"
    assert not asked_for(service_code="C01010100", answers={"service": "村里有县志编写组"})


def test_a_party_branch_is_no_provider() -> None:
    """Rule P-03."""
    assert blocks(provider_kind="party_branch")["party_branch"].rule == "P-03"
    for name in ("刘琼村党支部", "中共刘琼村总支部委员会（党总支）"):
        assert blocks(provider=name)["party_branch"].legal_basis.endswith("第六条")
    assert "no_provider" in blocks(provider_kind="")
    for kind in ("village_committee", "community_committee", "collective"):
        assert not blocks(provider_kind=kind)


@pytest.mark.parametrize("words", ["以劳务派遣方式提供人员", "招聘三名工作人员", "设置公益性岗位"])
def test_labour_dispatch_is_refused_by_its_words(words: str) -> None:
    """Rule P-04."""
    finding = blocks(description=words)["staffing"]
    assert (finding.rule, finding.level) == ("P-04", "block")
    assert "第十条第五项" in finding.legal_basis


def test_words_that_forbid_the_thing_are_not_the_thing() -> None:
    """Rules P-04 and P-16."""
    assert checked(description="不得以劳务派遣方式用工，不得转包、分包；不含动物诊疗").passed


def test_only_the_office_s_finding_overrides_the_wording(stage: Stage) -> None:
    """Rule P-04: with its reason, for that department and that subject."""
    water, farming = (stage.departments[name] for name in ("water", "farming"))
    wording = {"subject": "招聘会场地服务", "department_id": water.pk}
    assert "staffing" in blocks(**wording)
    waiver = Waiver(department=water, subject="招聘会场地服务", reason="只提供场地", granted_on=date(2026, 1, 1))
    waiver.record(actor=stage.actor("head"), reason="认定")
    assert "staffing" not in blocks(**wording)
    (kept,) = [finding for finding in checked(**wording).findings if finding.rule == "P-04"]
    assert (kept.level, kept.code) == ("pass", "staffing_waived")
    assert "只提供场地" in kept.sentence
    assert "staffing" in blocks(**{**wording, "department_id": farming.pk})
    assert "staffing" in blocks(**{**wording, "subject": "招聘会服务"})


@pytest.mark.parametrize("words", ["可以转包给其他单位", "部分内容分包"])
def test_subcontracting_is_refused(words: str) -> None:
    """Rule P-16."""
    finding = blocks(description=words)["transfer"]
    assert (finding.rule, finding.legal_basis[-5:]) == ("P-16", "第二十六条")


@pytest.mark.clause("2.4b")
def test_a_free_subject_that_comes_near_to_something_must_be_answered() -> None:
    """Rule P-01; the answer is kept."""
    free = {"service_code": "", "subject": "社区养老服务"}
    question = asked_for(**free)["near_catalogue"]
    answered = checked(**free, answers={question.key: "品目过宽，只送餐"})
    assert question.key not in {finding.key for finding in answered.questions}
    assert next(f for f in answered.findings if f.key == question.key).answer == "品目过宽，只送餐"
    assert not asked_for(service_code="C05010400", subject="社区养老服务")


def test_an_answer_of_blanks_is_none_and_a_block_has_none() -> None:
    assert "not_offered" in asked_for(service_code="C01010100", answers={"service": "  "})
    assert "staffing" in blocks(description="招聘人员", answers={"staffing": "确实需要"})


def test_a_near_prohibition_must_be_answered_whatever_the_class() -> None:
    assert asked_for(subject="环境整治服务")["near_negative_list"].key.startswith("N-")


@pytest.mark.clause("2.4b")
def test_the_whole_check_is_kept_as_it_was_on_that_day() -> None:
    kept = checked().as_json()
    assert kept["passed"] is True
    assert kept["asked"]["subject"] == SWEEPING["subject"]
    assert kept["service"]["name"] == "清扫服务"
    assert {held["list"] for held in kept["editions"]} == set(ListKind)
    assert all(held["number"] == 1 and held["effective_on"] == "2020-01-01" for held in kept["editions"])
    assert kept["editions"][0]["document_number"] == Edition.objects.get(kind="assist").document_number
    assert {one["source"] for one in kept["compared"]} >= {"catalogue"}
    assert kept["threshold"] == 0.55
    Service.objects.filter(code="C13050100").update(name="改了名")
    assert kept["service"]["name"] == "清扫服务"

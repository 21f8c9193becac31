"""不予承接告知单: the village's own slip, with the law it rests on and nobody's name."""

import re
from pathlib import Path

import pypdfium2
import pytest
from pytest_django import Settings

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import kinds, services, signing
from zhunru.documents.kinds.refusal import RefusalFacts
from zhunru.documents.kinds.refusal.reasons import CHOICES, OPINION, REASONS
from zhunru.documents.models import Document, NumberSeries, Seal
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import TODAY
from zhunru.documents.tests.test_kinds import text_of

SLIP = FACTS["refusal"]
POLICY = """
二、主要任务（一）设置有关部门申请、县委批准、工作事项持批准文书进入、工作完成后撤销等程序
（三）凡是党中央、国务院和省委、省政府没有明确规定，或不符合机构编制管理规定的牌子一律取消
对法律法规有明确规定且村(社区)有能力提供证明的，方可使用村(社区)印章
严禁企业单位为自身生产经营活动要求村(社区)出具证明
（四）不得向村(社区)购买需要专业资质或执法资格的服务事项
三、工作职责（三）权随责走、费随事转、事费配套
"""


@pytest.fixture
def slip(settings: Settings) -> bytes:
    settings.DEMO = True
    return services.draw(kinds.REFUSAL, SLIP, organisation="扎庆居委会", today=TODAY)


@pytest.mark.clause("1.3a")
def test_a_village_says_no_with_reason_and_law(slip: bytes) -> None:
    """“充分尊重基层尊重群众”: what was asked, by which department, when, and why it is refused."""
    text = text_of(slip)
    for said in ("县农业农村局：", "每月25日前填报《农牧民住房情况月报表》", "2026年3月2日", OPINION, "撤回要求"):
        assert said in text
    for code in ("R1", "R3", "R7"):
        assert code + str(REASONS[code].label) + REASONS[code].basis in text
    assert str(REASONS["R9"].label) not in text


def test_the_slip_bears_no_number_no_seal_and_no_signature(slip: bytes) -> None:
    assert not signing.verify(slip).signed
    assert "〔" not in text_of(slip)
    assert "文件" not in text_of(slip)
    assert b"/Sig" not in slip
    assert len(pypdfium2.PdfDocument(slip)) == 1


def test_the_slip_has_no_field_for_a_person() -> None:
    """Who refused stays in the township's schema: the slip cannot carry a name."""
    assert set(RefusalFacts.model_fields) == {
        "addressee", "matter_title", "matter_code", "scope", "whole_county", "village", "township", "asked", "asked_by",
        "asked_on", "refused_on", "reasons", "answer_working_days",
    }  # fmt: skip


def test_a_slip_of_a_demonstration_says_so_and_another_does_not(slip: bytes, settings: Settings) -> None:
    def marked(pdf: bytes) -> bool:
        return "演示文书" in "".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split())

    settings.DEMO = False
    real = services.draw(kinds.REFUSAL, SLIP, organisation="扎庆居委会", today=TODAY)
    assert marked(slip)
    assert not marked(real)


def test_a_slip_is_not_issued(office: Organisation, seal: Seal, keeper: Actor, var: Path) -> None:
    with pytest.raises(ValueError, match="not issued"):
        services.issue(kinds.REFUSAL, SLIP, actor=keeper, today=TODAY, organisation=office, host="x")
    assert not Document.objects.exists()
    assert not NumberSeries.objects.exists()
    assert not (var / "papers").exists()


def test_all_nine_reasons_fit_on_a_slip() -> None:
    facts = SLIP.model_copy(update={"reasons": list(REASONS)})
    pdf = services.draw(kinds.REFUSAL, facts, organisation="扎庆居委会", today=TODAY)
    text = text_of(pdf)
    assert [code for code in REASONS if code + str(REASONS[code].label) not in text] == []
    assert len(pypdfium2.PdfDocument(pdf)) <= 2


def test_the_catalogue_has_the_nine_reasons_and_cites_no_article_that_was_not_read() -> None:
    """The organic law was renumbered on 2026-01-01: it is cited by its words."""
    assert list(REASONS) == [f"R{n}" for n in range(1, 10)]
    assert [value for value, _ in CHOICES] == list(REASONS)
    articles = {(law, article) for r in REASONS.values() for law, article in _articles(r.basis)}
    assert articles == {("中华人民共和国统计法", "第十七条"), ("中华人民共和国预算法", "第十三条")}


def _articles(basis: str) -> list[tuple[str, str]]:
    return re.findall(r"《([^》]+)》(第[一二三四五六七八九十百]+条)", basis)


@pytest.mark.parametrize("code", ["R1", "R2", "R3", "R4", "R6", "R8", "R9"])
def test_what_is_quoted_of_the_opinion_stands_in_it(code: str) -> None:
    def plain(text: str) -> str:
        return re.sub(r"[（）()\s]|或者|或", "", text)

    quotes = re.findall(r"《指导意见》第.部分第（.）项：([^《]+)", REASONS[code].basis)
    assert quotes
    for quote in quotes:
        for part in re.split("[；，]", quote.rstrip("；")):
            assert plain(part) in plain(POLICY)
